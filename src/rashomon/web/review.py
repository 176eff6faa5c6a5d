"""Reviews and judgements given on the pages: forms in, a way back out."""

import csv
import io
from typing import Annotated
from urllib.parse import parse_qsl, quote, unquote

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response

from .api import desk_of
from .desk import LONGEST_NAME
from .pages.reviewed import rows_of
from .safety import Refused, Rules, check_writer

MOST_FIELDS = 20
REMEMBERED_SECONDS = 90 * 24 * 3600  # for which a browser keeps a reviewer's name
# A spreadsheet takes a cell that begins so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
SAID = {"reviewed": "Your review is kept.", "judged": "Judged; the dossier was put together anew.",
        "undone": "Taken back."}  # fmt: skip

router = APIRouter()
Form = dict[str, str]


async def _form(request: Request) -> Form:
    """The fields of a form, once it is known that its sender may write."""
    body = (await request.body()).decode("utf-8", "replace")
    try:
        fields = dict(parse_qsl(body, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError as problem:
        raise Refused(400, "The form has too many fields.") from problem
    check_writer(request, request.app.state.rules, fields.get("token", ""))
    return fields


Fields = Annotated[Form, Depends(_form)]


@router.post("/reviews")
def give(request: Request, fields: Fields) -> Response:
    """Keep a review."""
    told = (fields.get(name, "") for name in ("subject", "opinion", "by", "why"))
    desk_of(request).review(*told)
    return _back(request, fields, "reviewed", fields.get("subject", ""))


@router.post("/reviews/{review}/undo")
def take_back(request: Request, review: str, fields: Fields) -> Response:
    """Take a review back."""
    desk_of(request).end_review(review, fields.get("by", ""))
    return _back(request, fields, "undone")


@router.post("/judgements")
def judge(request: Request, fields: Fields) -> Response:
    """Judge whether two names are one."""
    pair = fields.get("left", ""), fields.get("right", "").strip()
    desk = desk_of(request)
    judgement = desk.judge(pair, fields.get("verdict", ""), fields.get("by", ""), fields.get("why", ""))
    return _back(request, fields | {"back": f"/judged?mention={quote(judgement.left)}"}, "judged")


@router.post("/judgements/{judgement}/undo")
def undo(request: Request, judgement: str, fields: Fields) -> Response:
    """Take a judgement back."""
    desk_of(request).undo(judgement)
    return _back(request, fields | {"back": "/judged"}, "undone")


@router.get("/reviews.csv")
def table(request: Request) -> Response:
    """All reviews and judgements for a spreadsheet."""
    out = io.StringIO()
    rows = rows_of(desk_of(request).reviews(), desk_of(request).judgements())
    csv.writer(out).writerows([_no_formula(cell) for cell in row] for row in rows)
    disposition = 'attachment; filename="reviews.csv"'
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8", headers={"content-disposition": disposition})


def reviewer_of(request: Request) -> str:
    """The name that this browser signed with last."""
    return unquote(request.cookies.get("reviewer", ""))[:LONGEST_NAME]


def _back(request: Request, fields: Form, done: str, fragment: str = "") -> Response:
    """To the page the form was on; the name, and a token that was right, are remembered."""
    back = fields.get("back", "/")
    path = back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"
    address = f"{path}{'&' if '?' in path else '?'}done={done}" + (f"#{quote(fragment)}" if fragment else "")
    answer = RedirectResponse(address, 303)
    secure = request.url.scheme == "https"
    _remember(answer, "reviewer", quote(fields.get("by", "")[:LONGEST_NAME]), secure=secure)
    rules: Rules = request.app.state.rules
    if rules.token and fields.get("token"):
        _remember(answer, "token", fields["token"], secure=secure)
    return answer


def _remember(answer: Response, key: str, value: str, *, secure: bool) -> None:
    answer.set_cookie(key, value, max_age=REMEMBERED_SECONDS, httponly=True, samesite="strict", secure=secure)


def _no_formula(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
