"""Which part of the dossier an address asks for: all of it, or one story by itself, found by its old ids as well."""

from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, HTTPException, Query, Request

from ..succession import follow
from .desk import Desk
from .opened import Opened, State, at_story


def shown(request: Request, story: Annotated[str, Query(max_length=200)] = "") -> Opened:
    """What the page shows; who asks for a story that became another is led there."""
    desk: Desk = request.app.state.desk
    state = desk.state()
    found = state.within(story) if story else state.whole
    if found is None:
        raise _elsewhere(request, state, story)
    request.state.shown = found
    return found


def shown_by(request: Request) -> Opened:
    """What a page shows that was asked for already."""
    desk: Desk = request.app.state.desk
    found: Opened | None = getattr(request.state, "shown", None)
    return found or desk.opened()


Shown = Annotated[Opened, Depends(shown)]


def _elsewhere(request: Request, state: State, story: str) -> HTTPException:
    ends, steps = follow(story, state.changes)
    known = [end for end in ends if state.within(end)]
    if len(known) == 1:
        query = str(request.url.remove_query_params("story").query)
        return _led(at_story(f"{request.url.path}{'?' if query else ''}{query}", known[0]))
    if known:
        return _led(f"/stories?once={quote(story, safe='')}")
    why = f"There is no such story any more: {steps[-1].why}." if steps else "There is no such story in this dossier."
    return HTTPException(404, why)


def _led(address: str) -> HTTPException:
    return HTTPException(303, headers={"location": address})
