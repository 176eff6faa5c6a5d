"""What the finders of this package hand to one another: an attribution on its way to a `Statement`."""

from dataclasses import dataclass, field

from ...records import Span, Stance, StatementKind
from ..parse import Range


@dataclass(frozen=True, slots=True)
class Voice:
    """The words that name a speaker or a medium; `head` is the token that carries the name."""

    span: Span
    head: int


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution: content, cue, who says it and who passed it on."""

    content: Span
    stance: Stance
    kind: StatementKind = "indirect"
    cue: Range | None = None
    verb: int | None = None  # the token of the cue that rules the content
    voice: Voice | None = None
    via: tuple[Voice, ...] = field(default=())
    relation: str = ""  # how the cue governs the content: "clause", "infinitive", "naming", "according", "turn" …
    anonymous: bool = False  # told of nobody: "it was announced that"; no speaker may be looked for
