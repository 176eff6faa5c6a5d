"""The words of attribution of a language, ready for lookup."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args  # Any: a TOML table

from ...languages import Language
from ...records import Stance

_STANCES: tuple[Stance, ...] = get_args(Stance)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Which words introduce what is said, with the stance they tell; keys are lemmas."""

    clause: Mapping[str, Stance]  # verbs with "that …" or a quotation
    quotation_only: frozenset[str]
    infinitive: Mapping[str, Stance]
    wanting_object: frozenset[str]  # "urged": of whom nobody stands behind them, the subject was urged
    object: Mapping[str, Stance]
    preposition: Mapping[str, Stance]  # "call for"
    blaming: Mapping[str, Stance]  # "accuse of"
    counting: frozenset[str]  # "put the toll at 41"
    naming_object: frozenset[str]
    naming_as: frozenset[str]
    carrier: frozenset[str]
    according: frozenset[str]
    per: frozenset[str]  # "as per the agency"
    unsourced: frozenset[str]  # "according to plan"
    as_verbs: frozenset[str]
    nouns: Mapping[str, Stance]
    adverbs: Mapping[str, Stance]
    persons: frozenset[str]
    variations: frozenset[str]  # other words for whoever spoke: "the politician added"
    body_variations: frozenset[str]  # the same of a body
    reporter: frozenset[str]  # pronouns by which a report speaks for itself
    bodies: frozenset[str]
    reporters: frozenset[str]
    press_services: tuple[str, ...]
    introduced: tuple[str, ...]  # "a man who gave his name as"
    vessels: frozenset[str]  # nouns that carry somebody's words: "statement"
    wordings: frozenset[str]  # nouns that announce words: "the slogan “…”"
    evidence: frozenset[str]
    nobody: frozenset[str]
    unsaid: "Unsaid"
    sexes: Mapping[str, frozenset[str]]  # "male" and "female": words that tell
    given_names: Mapping[str, str]  # "male" or "female"
    honorifics: frozenset[str]  # "Mr.", "Prof."
    definite: frozenset[str]  # "the", "this"
    telling_deeds: frozenset[str]  # "reported being robbed"
    negations: frozenset[str]
    contrasts: frozenset[str]
    topical: frozenset[str]
    questions: frozenset[str]
    disputing: frozenset[str]
    media: frozenset[str]
    services: frozenset[str]  # parts of a medium: "the Northline's Spanish service"
    listeners: frozenset[str]
    quoting: frozenset[str]
    citing: frozenset[str]
    speaking: frozenset[str]  # "speaking on the radio, she said"
    hearsay: frozenset[str]  # "is said to"
    telling: frozenset[str]  # verbs whose object is the one spoken to
    pointing: frozenset[str]  # words for the sentence before: "this was reported by"
    about: frozenset[str]  # "about this said"
    told_by: frozenset[str]  # "this was reported by", "in"
    tidings: frozenset[str]  # "this information was denied by"
    of_office: frozenset[str]  # "head of", "minister for"
    assuring: frozenset[str]  # "assured that it held" is a claim, "that it will hold" a promise
    in_words: frozenset[str]  # "in her words"
    bare: frozenset[str]  # "mayor says no leak"
    comments: frozenset[str]  # ", a move that": what a report calls what was said
    adding: frozenset[str]  # ", adding that": by whoever spoke before
    own: frozenset[str]  # "told this newspaper": words that point to the report's own outlet
    referring: frozenset[str]  # "with reference to the agency"
    anonymity: frozenset[str]  # "asked not to be named"
    unnamed: frozenset[str]  # "requested anonymity"
    oneself: frozenset[str]  # "calling itself Northline"
    goes_on: frozenset[str]  # "It is noted that": what the one before said, told further
    conjunctive: frozenset[str]  # "considering that"
    images: frozenset[str]  # what they show is seen, not said
    untrue: frozenset[str]  # "a false report of"
    things: Mapping[str, frozenset[str]]  # nouns that "denied" takes as what is denied, and "claimed" as claimed
    adjectives: Mapping[str, Stance]  # "is convinced that"
    doubtful: frozenset[str]  # nouns whose "of" brings a claim: "rumours of"
    weights: Mapping[str, int]  # see `learned`

    def names(self, lemma: str) -> bool:
        """A verb that gives a thing a name, either way."""
        return lemma in self.naming_object or lemma in self.naming_as


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Words beside which stands what might be said, and is not."""

    thoughts: frozenset[str]  # of knowing and weighing, which no list of saying has
    looks: frozenset[str]  # of looks and deeds: "seem"
    declining: frozenset[str]  # "declined to comment"
    telling: frozenset[str]
    meanwhile: frozenset[str]  # what goes on as somebody asks: "urged them to wait as rain fell"
    fetched: frozenset[str]  # what is called for and comes: "call for backup"


_UNSAID = ("thoughts", "looks", "declining", "telling", "meanwhile", "fetched")


# The lists that go by one name in the table and here, by the table's section.
_LISTS = {
    "infinitive": ("wanting_object",),
    "phrases": (
        "according",
        "per",
        "unsourced",
        "as_verbs",
        "wordings",
        "evidence",
        "nobody",
        "telling_deeds",
        "negations",
        "topical",
        "contrasts",
        "questions",
        "disputing",
        "hearsay",
        "pointing",
        "about",
        "told_by",
        "tidings",
        "of_office",
        "in_words",
        "bare",
        "assuring",
        "comments",
        "adding",
        "anonymity",
        "unnamed",
        "oneself",
        "goes_on",
        "conjunctive",
        "images",
        "untrue",
        "doubtful",
    ),
    "speakers": (
        "persons",
        "variations",
        "body_variations",
        "reporter",
        "bodies",
        "reporters",
        "vessels",
    ),
    "media": (
        "services",
        "listeners",
        "quoting",
        "citing",
        "speaking",
        "telling",
        "own",
        "referring",
    ),
}


@cache
def lexicon_of(language: Language) -> Lexicon:
    """The table `attribution` of a language."""
    table = language.table("attribution")
    lists = {name: _words(table[section][name]) for section, names in _LISTS.items() for name in names}
    return Lexicon(
        clause=_by_stance(table["verbs"]),
        quotation_only=frozenset(table["quotation_only"]["verbs"]),
        infinitive=_by_stance(table["infinitive"]),
        object=_by_stance(table["object"]),
        preposition=_by_stance(table["preposition"]),
        blaming=_by_stance(table["blaming"]),
        counting=_words(table["blaming"]["counts"]),
        naming_object=frozenset(table["naming"]["object"]),
        naming_as=frozenset(table["naming"]["as"]),
        carrier=frozenset(table["carrier"]["verbs"]),
        nouns=_by_stance(table["nouns"]),
        adverbs=_by_stance(table["adverbs"]),
        press_services=tuple(table["speakers"]["press_services"]),
        introduced=tuple(table["speakers"]["introduced"]),
        unsaid=Unsaid(*(_words(table["unsaid"][name]) for name in _UNSAID)),
        media=_words(table["media"]["words"]),
        things={stance: _words(table["object"]["things"][stance]) for stance in table["object"]["things"]},
        adjectives=_by_stance(table["adjectives"]),
        sexes={sex: _words(language.table("names")["people"][sex]) for sex in ("male", "female")},
        definite=_words(language.table("names")["capitals"]["definite"]),
        given_names={
            name: sex
            for sex, table_of in (("male", "men"), ("female", "women"))
            for name in language.table("people")[table_of].split()
        },
        honorifics=_words(language.table("names")["people"]["honorifics"]),
        weights=language.table("attribution_weights")["weights"],
        **lists,
    )


def _by_stance(table: Mapping[str, Any]) -> dict[str, Stance]:
    """A word in several lists keeps the most telling one, which is the later in the order of the stances."""
    return {word: stance for stance in _STANCES for word in table.get(stance, ())}


def _words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(words)
