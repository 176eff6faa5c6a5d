"""The same for programs: /api/v1, described by /openapi.json."""

import json
from dataclasses import fields
from typing import Annotated, Any, Literal  # Any: JSON values

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from ..codec import to_json
from ..dossier import Dossier
from . import tools
from .desk import LONGEST_NAME, LONGEST_REASON, Desk
from .rendering import render
from .safety import check_writer

router = APIRouter()
First = Annotated[int, Query(ge=0, le=10_000_000, description="The number of the first answer, counted from 0.")]
Words = Annotated[str, Query(max_length=200)]
Kind = Literal[
    "documents", "stories", "entities", "times", "statements", "figures", "events", "timeline", "problems"
]  # fmt: skip


class NewReview(BaseModel):
    """An opinion on a finding or a record."""

    model_config = ConfigDict(extra="forbid")
    subject: str = Field(max_length=100)
    opinion: str = Field(max_length=20)
    by: str = Field(max_length=LONGEST_NAME)
    why: str = Field("", max_length=LONGEST_REASON)


class NewJudgement(BaseModel):
    """Whether two names are one."""

    model_config = ConfigDict(extra="forbid")
    left: str = Field(max_length=300)
    right: str = Field(max_length=300)
    verdict: Literal["same", "different", "undecided"]
    by: str = Field(max_length=LONGEST_NAME)
    why: str = Field(max_length=LONGEST_REASON)


class Signed(BaseModel):
    """Who takes something back."""

    model_config = ConfigDict(extra="forbid")
    by: str = Field(max_length=LONGEST_NAME)


def desk_of(request: Request) -> Desk:
    """The desk of the room that is asked."""
    desk: Desk = request.app.state.desk
    return desk


def may_write(request: Request) -> None:
    """Refuse who may not write."""
    check_writer(request, request.app.state.rules)


TheDesk = Annotated[Desk, Depends(desk_of)]
Writer = Depends(may_write)


def problem(status: int, why: str) -> JSONResponse:
    """An error as JSON."""
    return JSONResponse({"detail": why}, status)


@router.get("/api/v1/search", summary="Records and articles that have all the words")
def search(desk: TheDesk, q: Words, speaker: Words = "", outlet: Words = "", first: First = 0) -> dict[str, Any]:
    return tools.search(desk, q, speaker, outlet, first)


@router.get("/api/v1/findings", summary="Agreements, conflicts, updates and denials with their evidence")
def findings(desk: TheDesk, kind: Words = "", about: Words = "", first: First = 0) -> dict[str, Any]:
    return tools.findings(desk, kind, about, first)


@router.get("/api/v1/evidence/{claim}", summary="One record with its sentence and the findings it is in")
def evidence(desk: TheDesk, claim: Annotated[str, Path(max_length=100)]) -> dict[str, Any]:
    return tools.evidence(desk, claim)


@router.get("/api/v1/records/{kind}", summary="A list of the dossier, in the dossier format")
def records(desk: TheDesk, kind: Kind, first: First = 0) -> dict[str, Any]:
    return tools.records(getattr(desk.opened().room.dossier, kind), first)


@router.get("/api/v1/reviews", summary="What people judged and wrote")
def reviews(desk: TheDesk) -> dict[str, Any]:
    return {"judgements": to_json(desk.judgements()), "reviews": to_json(desk.reviews())}


@router.post("/api/v1/reviews", status_code=201, dependencies=[Writer], summary="Write a review")
def give(desk: TheDesk, told: NewReview) -> dict[str, Any]:
    made: dict[str, Any] = to_json(desk.review(told.subject, told.opinion, told.by, told.why))
    return made


@router.post("/api/v1/reviews/{review}/undo", dependencies=[Writer], summary="Take a review back")
def take_back(desk: TheDesk, review: str, told: Signed) -> dict[str, str]:
    desk.end_review(review, told.by)
    return {"ended": review}


@router.post("/api/v1/judgements", status_code=201, dependencies=[Writer], summary="Judge whether two names are one")
def judge(desk: TheDesk, told: NewJudgement) -> dict[str, Any]:
    made: dict[str, Any] = to_json(desk.judge((told.left, told.right), told.verdict, told.by, told.why))
    return made


@router.post("/api/v1/judgements/{judgement}/undo", dependencies=[Writer], summary="Take a judgement back")
def undo(desk: TheDesk, judgement: str) -> dict[str, str]:
    desk.undo(judgement)
    return {"undone": judgement}


@router.get("/api", include_in_schema=False)
def description(request: Request) -> HTMLResponse:
    """The description for people, from the same schema."""
    schema = request.app.openapi()
    operations = [
        (method.upper(), path, operation)
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    ]
    kinds = [field.name for field in fields(Dossier)]
    html = render("room/api.html", to=str, whole=True, room=None, operations=operations, kinds=kinds, dumps=json.dumps)
    return HTMLResponse(html)
