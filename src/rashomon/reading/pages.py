"""What a reader makes of some bytes, before it has a name: text and what is told with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any  # JSON values of fields that we do not know

from ..ids import make_id
from ..records import Boilerplate, Document, Publication
from .guess import headline_of

UNDATED = Publication()


@dataclass(frozen=True, slots=True)
class Page:
    """A document without its id, source and digest."""

    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published: Publication = UNDATED
    retrieved: date | None = None
    boilerplate: tuple[Boilerplate, ...] = ()  # what the source itself tells to be none of the article's own text
    problems: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


def to_document(page: Page, source: str, sha256: str, identifier: str | None = None) -> Document:
    """The page as a document of that source; without an `identifier` its id is made from content."""
    return Document(
        id=identifier or make_id("document", source, sha256),
        source=source,
        sha256=sha256,
        text=page.text,
        title=page.title or headline_of(page.text),
        outlet=page.outlet,
        author=page.author,
        url=page.url,
        language=page.language,
        published=page.published,
        retrieved=page.retrieved,
        boilerplate=page.boilerplate,
        problems=page.problems,
        extra=page.extra,
    )
