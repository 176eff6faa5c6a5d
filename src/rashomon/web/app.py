"""The reading room as a web application: addresses, and which view model and template answers each."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, FastAPI, HTTPException, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, HTMLResponse, PlainTextResponse, RedirectResponse, Response

from ..errors import RashomonError
from ..store import FOUND_END, FOUND_START
from ..succession import follow
from . import api, review
from .api import TheDesk
from .desk import MOST_HITS, Desk
from .frame import Frame, nav_of
from .opened import Opened
from .pages import served
from .pages.company import name_page
from .pages.evidence import anchor_of
from .pages.found import Asked, found_by, pieces_of, search_page
from .pages.overview import overview_page
from .pages.reviewed import record_page, reviews_page
from .pages.room import Room
from .pages.stories import stories_page
from .pages.ways import way_page
from .pages.worded import wording_page
from .rendering import HERE, render
from .safety import Guard, Rules
from .shown import Shown, shown_by

STATIC = {path.name: path for path in sorted((HERE / "static").iterdir())}

Number = Annotated[int, Query(alias="page", ge=1, le=1_000_000)]
Words = Annotated[str, Query(max_length=200)]
View = Callable[[Room, int], object]

# Lists: address, title, template, view model.
LISTS: tuple[tuple[str, str, str, View], ...] = (
    ("/overview", "Overview", "overview", lambda room, number: overview_page(room)),
    ("/contested", "Contested", "contested", served.contested_page),
    ("/agreed", "Where reports agree", "contested", served.agreed_page),
    ("/figures", "Figures", "figures", served.questions_page),
    ("/timeline", "Timeline", "timeline", served.timeline_page),
    ("/names", "People, bodies, places", "names", served.names_page),
    ("/words", "Who calls the same people and acts what", "words", served.wordings_page),
    ("/origins", "Origins", "origins", served.origins_page),
    ("/unknown", "What is not known", "unknown", lambda room, number: served.gaps_page(room)),
    ("/articles", "Articles", "articles", served.articles_page),
)


def create_app(path: Path, rules: Rules) -> FastAPI:
    """The room of one dossier; all that is costly is computed here, before anybody asks."""
    app = FastAPI(title="rashomon", docs_url=None, redoc_url=None, version="1")
    app.state.desk = Desk(path)
    app.state.rules = rules
    if not rules.read_only:
        app.state.desk.prepare_to_write()
    app.state.desk.opened()
    for address, title, template, view in LISTS:
        app.add_api_route(address, _list_route(title, template, view), include_in_schema=False)
    _add_stories(app)
    _add_pages(app)
    _add_words(app)
    _add_lookups(app)
    app.include_router(review.router, include_in_schema=False)
    app.include_router(api.router)
    app.add_exception_handler(RashomonError, _tell_misuse)
    app.add_exception_handler(RequestValidationError, _tell_invalid)
    app.add_exception_handler(404, _tell_missing)
    app.add_middleware(Guard, rules=rules)
    return app


def page(request: Request, template: str, title: str, view: object, *, whole: bool = False) -> HTMLResponse:
    """A page, or that there is none."""
    opened = shown_by(request)
    frame = _frame(request, opened, title if view is not None else "Not here")
    if view is None:
        view, template = "There is no such page in this dossier; it may have been built anew.", "message"
    status = 200 if template != "message" else 404
    html = render(f"room/{template}.html", to=opened.to, whole=whole, room=frame, page=view)
    return HTMLResponse(html, status, {"cache-control": "no-cache"})


def _frame(request: Request, opened: Opened, title: str) -> Frame:
    rules: Rules = request.app.state.rules
    return Frame(
        title=title,
        head=opened.room.head,
        story=opened.story,
        stories=len(opened.whole.room.stories),
        tool=f"{opened.room.dossier.tool.name} {opened.room.dossier.tool.version}",
        nav=nav_of(opened, request.url.path),
        path=request.url.path,
        query=tuple((key, value) for key, value in request.query_params.multi_items() if key != "done"),
        standing=request.app.state.desk.standing(),
        by=review.reviewer_of(request),
        waiting=request.app.state.desk.waiting(),
        said=review.SAID.get(request.query_params.get("done", ""), ""),
        read_only=rules.read_only,
        asks_token=rules.token is not None and not request.cookies.get("token"),
    )


def _list_route(title: str, template: str, view: View) -> Callable[..., HTMLResponse]:
    def answer(request: Request, here: Shown, number: Number = 1) -> HTMLResponse:
        return page(request, template, title, view(here.room, number))

    return answer


def _add_stories(app: FastAPI) -> None:
    @app.get("/", include_in_schema=False)
    def first(request: Request, here: Shown) -> Response:
        """The overview of the one story, or the list of several."""
        if here.several and not here.story:
            return RedirectResponse("/stories", 303)
        return page(request, "overview", "Overview", overview_page(here.room))

    @app.get("/stories", include_in_schema=False)
    def stories(request: Request, desk: TheDesk, q: Words = "", once: Words = "", number: Number = 1) -> HTMLResponse:
        """All stories, those that have the words, or those that a former story has become."""
        room, ends = desk.opened().room, follow(once, desk.state().changes)[0]
        told = [(story, words) for story, words in room.stories if not once or story.id in ends]
        return page(request, "stories", "Stories", stories_page(told, room.index, q, number))


def _add_pages(app: FastAPI) -> None:
    @app.get("/points/{anchor}", include_in_schema=False)
    def point(request: Request, here: Shown, anchor: str) -> HTMLResponse:
        view = served.point_page(here.room, anchor)
        return page(request, "point", view.question if view else "", view, whole=True)

    @app.get("/figures/{anchor}", include_in_schema=False)
    def figure(request: Request, here: Shown, anchor: str, number: Number = 1) -> HTMLResponse:
        view = served.question_page(here.room, anchor, number)
        return page(request, "figures", "Figures", view, whole=True)

    @app.get("/timeline/{anchor}", include_in_schema=False)
    def happening(request: Request, here: Shown, anchor: str) -> HTMLResponse:
        return page(request, "timeline", "Timeline", served.happening_page(here.room, anchor), whole=True)

    @app.get("/voices", include_in_schema=False)
    def voices(request: Request, here: Shown, outlet: Words = "", number: Number = 1) -> HTMLResponse:
        return page(request, "voices", "Who says what", served.voices_page(here.room, outlet, number))

    @app.get("/voices/{anchor}", include_in_schema=False)
    def voice(request: Request, here: Shown, anchor: str, number: Number = 1) -> HTMLResponse:
        view = served.voice_page(here.room, anchor, number)
        return page(request, "speaker", view.speakers[0].name if view else "", view)

    @app.get("/names/{anchor}", include_in_schema=False)
    def name(request: Request, here: Shown, anchor: str) -> HTMLResponse:
        view = name_page(here.room, anchor)
        return page(request, "name", view.entry.name if view else "", view, whole=True)

    @app.get("/articles/{anchor}", include_in_schema=False)
    def article(request: Request, here: Shown, anchor: str, number: Number = 1) -> HTMLResponse:
        view = served.article_page(here.room, anchor, number)
        return page(request, "article", view.articles[0].title if view else "", view)

    @app.get("/unknown/{which}", include_in_schema=False)
    def gap(request: Request, here: Shown, which: int, number: Number = 1) -> HTMLResponse:
        return page(request, "unknown", "What is not known", served.gap_page(here.room, which, number))


def _add_words(app: FastAPI) -> None:
    @app.get("/origins/{anchor}", include_in_schema=False)
    def way(request: Request, here: Shown, anchor: str, number: Number = 1) -> HTMLResponse:
        view = way_page(here.room, anchor, number)
        return page(request, "way", view.title if view else "", view, whole=True)

    @app.get("/words/{anchor}", include_in_schema=False)
    def wording(
        request: Request, here: Shown, anchor: str, outlet: Words = "", speaker: Words = "", label: Words = "",
        number: Number = 1,
    ) -> HTMLResponse:  # fmt: skip
        view = wording_page(here.room, anchor, (outlet, speaker, label), number)
        known = here.room.wording_at.get(anchor)
        return page(request, "wording", known.meant if known else "", view, whole=True)

    @app.get("/judged", include_in_schema=False)
    def judged(request: Request, desk: TheDesk, mention: Words = "", done: Words = "") -> Response:
        """To the name that holds the mention; while the dossier is put together anew, a page that tells so."""
        if not desk.is_settled(desk.patience):
            return page(request, "judged", "Judged", desk.waiting() or "The dossier is put together anew.")
        entities = desk.opened().room.dossier.entities
        home = next((e.id for e in entities if mention in {m.id for m in e.mentions}), None)
        path = f"/names/{anchor_of(home)}" if home else "/reviews"
        return RedirectResponse(f"{path}?done={quote(done)}", 303)


def _sought(q: Words = "", speaker: Words = "", outlet: Words = "", day: Words = "") -> Asked:
    return Asked(q, speaker, outlet, _day(day))


def _day(told: str) -> date | None:
    """A day as a form sends it; what is none narrows nothing."""
    try:
        return date.fromisoformat(told) if re.fullmatch(r"\d{4}-\d\d-\d\d", told) else None
    except ValueError:  # the 31st of April
        return None


Sought = Annotated[Asked, Depends(_sought)]


def _add_lookups(app: FastAPI) -> None:
    @app.get("/search", include_in_schema=False)
    def search(request: Request, desk: TheDesk, here: Shown, asked: Sought, number: Number = 1) -> HTMLResponse:
        most = len(here.whole.room.articles) if here.story else MOST_HITS
        found = found_by(here.room, asked, desk.search(asked.words, most), number)
        pieces = {
            hit.document: pieces_of(hit.piece, FOUND_START, FOUND_END)
            for hit in desk.pieces(asked.words, found.documents)
        }
        return page(request, "search", "Search", search_page(here.room, found, pieces))

    @app.get("/review/{subject}", include_in_schema=False)
    def record(request: Request, desk: TheDesk, subject: str) -> HTMLResponse:
        opened = desk.opened()
        address = opened.to(f"#{subject}")
        view = record_page(opened.room, subject, address) if not address.startswith("#") else None
        return page(request, "review", "Review", view)

    @app.get("/reviews", include_in_schema=False)
    def reviews(request: Request, desk: TheDesk, number: Number = 1) -> HTMLResponse:
        opened = desk.opened()
        view = reviews_page(opened.room, desk.judgements(), desk.reviews(), opened.addresses, number)
        return page(request, "reviews", "Reviews", view)

    @app.get("/at/{fragment}", include_in_schema=False)
    def at(request: Request, desk: TheDesk, fragment: str) -> Response:
        """The lasting address of a record: wherever it is printed now."""
        address = desk.opened().to(f"#{fragment}")
        return page(request, "message", "", None) if address.startswith("#") else RedirectResponse(address, 303)

    @app.get("/static/{name}", include_in_schema=False)
    def static(name: str) -> Response:
        if name not in STATIC:
            return PlainTextResponse("no such file", 404)
        return FileResponse(STATIC[name], headers={"cache-control": "max-age=3600"})


def _tell_misuse(request: Request, problem: Exception) -> Response:
    return _told(request, 400, str(problem))


def _tell_invalid(request: Request, problem: Exception) -> Response:
    return _told(request, 422, "The address or the form holds something that cannot be.")


def _tell_missing(request: Request, problem: Exception) -> Response:
    detail = problem.detail if isinstance(problem, HTTPException) else ""
    return _told(request, 404, detail if detail not in ("", "Not Found") else "There is no such page.")


def _told(request: Request, status: int, why: str) -> Response:
    if request.url.path.startswith("/api/"):
        return api.problem(status, why)
    opened = shown_by(request)
    frame = _frame(request, opened, "Not here" if status == 404 else "Not done")
    html = render("room/message.html", to=opened.to, whole=False, room=frame, page=why)
    return HTMLResponse(html, status)
