"""What the mentions of one thing call it: its type and its name."""

from collections.abc import Mapping

from ...article.mentions.lexicon import Lexicon
from ...names.comparing import person_words
from ...records import EntityType


def commonest_type(votes: Mapping[EntityType, int]) -> EntityType:
    """The type that most mentions are taken for; `OTHER` only where nothing else is told."""
    if len(votes) == 1:
        return next(iter(votes))
    return max(sorted(votes), key=lambda kind: (kind != "OTHER", votes[kind]))


def best_name(counts: Mapping[str, int], kind: EntityType, lexicon: Lexicon) -> str:
    """The most frequent full form: a person's with a given name, a body's in words, no "Mass."; not all in capitals,
    and without a line's end or a hyphen that is only a place to break it.
    """
    if len(counts) == 1:
        return next(iter(counts))

    def rank(text: str) -> tuple[bool, bool, bool, int, int, str]:
        # "Berg-Dahl" is a surname alone, although it is two words to compare.
        bare = kind in ("PERSON", "ORG") and (len(person_words(text)) < 2 or len(text.split()) < 2)
        bare = bare or text in lexicon.place_signs.abbreviations
        return (bare, not text.isprintable(), text.isupper(), -counts[text], -len(text), text)

    return min(counts, key=rank)
