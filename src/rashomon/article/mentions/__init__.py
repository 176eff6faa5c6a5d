"""Who and what a document names, and which later words stand for them."""

from dataclasses import replace

from ...ids import make_id
from ...languages import Language
from ...records import Document, EntityType, Mention
from ..parse import Parse
from .appositions import with_office
from .candidates import Candidate, find_candidates
from .glued import without_numbers
from .kin import with_kin
from .kinds import form_key, kinds_of
from .lexicon import Lexicon, lexicon_of
from .links import linked
from .pronouns import find_pronouns
from .roles import find_roles
from .whose_town import country_behind
from .words import read_words

__all__ = ["find_mentions"]


def find_mentions(document: Document, parse: Parse, language: Language) -> tuple[Mention, ...]:
    """All mentions of a document in the order of the text.

    A name inside a longer one ("Denmark" in "Denmark's foreign ministry") is a mention of its own; no two mentions
    have one span.
    """
    lexicon = lexicon_of(language)
    parse = without_numbers(parse)
    words = read_words(parse, lexicon)
    candidates = tuple(with_office(parse, lexicon, c) for c in find_candidates(parse, lexicon, words))
    kinds = kinds_of(parse, lexicon, words, candidates)
    typed = ((c, kinds.get(form_key(parse.quote(c.words)))) for c in candidates)
    located = ((_located(parse, lexicon, c, kind), kind) for c, kind in typed if kind is not None)
    names = tuple(_name(document, parse, candidate, kind) for candidate, kind in located)
    named = linked(parse.text, with_kin(parse.text, names, lexicon), lexicon)
    roles = find_roles(document.id, parse, lexicon, named)
    pronouns = find_pronouns(document.id, parse, lexicon, (*named, *roles))
    return tuple(sorted((*named, *roles, *pronouns), key=lambda mention: (mention.start, mention.end)))


def _located(parse: Parse, lexicon: Lexicon, candidate: Candidate, kind: EntityType) -> Candidate:
    """A town with the country told behind it."""
    if kind != "GPE" or candidate.country is not None:
        return candidate
    return replace(candidate, country=country_behind(parse, lexicon, candidate.words))


def _name(document: Document, parse: Parse, candidate: Candidate, kind: EntityType) -> Mention:
    start, end = parse.offsets(candidate.words)
    return Mention(
        id=make_id("mention", document.id, start, end),
        document=document.id,
        start=start,
        end=end,
        text=parse.text[start:end],
        type=kind,
        role=candidate.role,
        country=candidate.country,
    )
