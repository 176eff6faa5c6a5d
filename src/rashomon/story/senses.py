"""What sort of happening a trigger tells of: forms and words of one sense get one name."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ..languages import language_of

LEAST_STEM = 3  # letters that must be left of a word when its ending is taken off


@dataclass(frozen=True, slots=True)
class Senses:
    """A language's groups of words of one sense, and its lists of words that are compared with care."""

    sense_of_stem: Mapping[str, str]
    sense_of_form: Mapping[str, str]
    endings: tuple[str, ...]
    saying: frozenset[str]  # senses of verbs and nouns of saying
    bare_saying: frozenset[str]  # senses that tell no more than that something was said
    recurrent: frozenset[str]  # senses of what comes again day by day
    one_of_many: frozenset[str]  # senses of what a report tells many of
    another: frozenset[str]  # words before a happening that tell it from the one spoken of
    telling: frozenset[str]  # senses that the lexicon of events lists: plain happenings

    def of(self, trigger: str) -> str:
        """The sense of a trigger's words: its group's first word, or its stem.

        >>> senses = senses_of("en")
        >>> senses.of("killed") == senses.of("Death"), senses.of("shelled") == senses.of("shelling")
        (True, True)
        """
        words = " ".join(trigger.casefold().split())
        first, _, rest = words.partition(" ")
        stem = _stem(words, self.endings)
        found = self.sense_of_form.get(words) or self.sense_of_stem.get(stem)
        return found or (self.of(first) if rest else stem)


@cache
def senses_of(code: str) -> Senses:
    """The senses of a language; read once a process."""
    table = language_of(code).table("events")
    endings = tuple(table["senses"]["endings"])
    rows: list[list[str]] = table["senses"]["same"]
    bare = Senses(
        sense_of_stem={_stem(word, endings): row[0] for row in reversed(rows) for word in reversed(row)},
        sense_of_form={word: row[0] for row in rows for word in row},
        endings=endings,
        saying=frozenset(),
        bare_saying=frozenset(),
        recurrent=frozenset(),
        one_of_many=frozenset(),
        another=frozenset(),
        telling=frozenset(),
    )
    words = table["words"]
    listed = [word for row in table["kinds"] for column in ("verbs", "nouns") for word in row.get(column, ())]
    # A phrase says nothing of its first word alone: "open an inquiry" makes no happening of "open".
    plain = [word for word in listed if " " not in word or word in bare.sense_of_form]
    return Senses(
        bare.sense_of_stem,
        bare.sense_of_form,
        endings,
        saying=_all(bare, words["saying"] + words["saying_nouns"]),
        bare_saying=_all(bare, words["bare_saying"]),
        recurrent=_all(bare, words["recurrent"]),
        one_of_many=_all(bare, words["one_of_many"]),
        another=frozenset(words["another"]),
        telling=_all(bare, plain + words["adjectives"]),
    )


def _all(senses: Senses, words: list[str]) -> frozenset[str]:
    return frozenset(senses.of(word) for word in words)


def _stem(words: str, endings: tuple[str, ...]) -> str:
    """A first word without its ending, with the words that follow it."""
    word, space, rest = words.partition(" ")
    return _stem_of_word(word, endings) + space + rest


def _stem_of_word(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > LEAST_STEM and word[-1] == word[-2] else word
