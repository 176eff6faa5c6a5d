"""The records of how many: a question that the reports of a story answer, and each answer; units as in `records`."""

from dataclasses import dataclass
from decimal import Decimal

from .records import UNKNOWN_DAYS, Days, Relation


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that was given to a question, with the days it was given for and the figures that gave it."""

    days: Days
    relation: Relation
    low: Decimal | None
    high: Decimal | None
    figures: tuple[str, ...]
    origins: int
    superseded: bool  # a later answer took its place


@dataclass(frozen=True, slots=True)
class Question:
    """What is counted in a story, with the present answer and those before it.

    `low` and `high` span the answers that stand, `best` is the best borne out of them; `None` is no bound told.
    """

    id: str
    story: str
    question: str  # in words, as findings put it: "security forces killed in Westland"
    measure: str
    unit: str
    group: str
    place: str | None
    low: Decimal | None
    best: Decimal | None
    high: Decimal | None
    origins: int  # on which `best` rests
    figures: tuple[str, ...]  # all that answer it
    history: tuple[Answer, ...]  # in order of days
    as_of: Days = UNKNOWN_DAYS  # the days that `best` holds for
