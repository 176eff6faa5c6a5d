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
    object: Mapping[str, Stance]
    preposition: Mapping[str, Stance]  # "call for"
    blaming: Mapping[str, Stance]  # "accuse of"
    naming_object: frozenset[str]
    naming_as: frozenset[str]
    naming: frozenset[str]  # both
    carrier: frozenset[str]
    according: frozenset[str]
    unsourced: frozenset[str]  # "according to plan"
    as_verbs: frozenset[str]
    nouns: Mapping[str, Stance]
    adverbs: Mapping[str, Stance]
    persons: frozenset[str]
    bodies: frozenset[str]
    reporters: frozenset[str]
    introduced: tuple[str, ...]  # "a man who gave his name as"
    vessels: frozenset[str]  # nouns that carry somebody's words: "statement"
    wordings: frozenset[str]  # nouns that announce words: "the slogan “…”"
    evidence: frozenset[str]
    nobody: frozenset[str]
    thoughts: frozenset[str]  # verbs of knowing and deciding that no list of saying has
    unspoken: frozenset[str]  # verbs of looks and deeds, which nobody says: "seem"
    declining: frozenset[str]  # "declined to comment"
    telling_more: frozenset[str]
    telling_deeds: frozenset[str]  # "reported being robbed"
    negations: frozenset[str]
    contrasts: frozenset[str]
    topical: frozenset[str]
    questions: frozenset[str]
    disputing: frozenset[str]
    media: frozenset[str]
    listeners: frozenset[str]
    quoting: frozenset[str]
    citing: frozenset[str]
    speaking: frozenset[str]  # "speaking on the radio, she said"
    hearsay: frozenset[str]  # "is said to"
    telling: frozenset[str]  # verbs whose object is the one spoken to
    anonymity: frozenset[str]  # "asked not to be named"
    conjunctive: frozenset[str]  # "considering that"
    images: frozenset[str]  # what they show is seen, not said
    untrue: frozenset[str]  # "a false report of"
    deniable: frozenset[str]  # nouns that "denied" takes as what is denied: "denied any part in it"
    claimable: frozenset[str]  # nouns that "claimed" takes as what is claimed
    adjectives: Mapping[str, Stance]  # "is convinced that"
    doubtful: frozenset[str]  # nouns whose "of" brings a claim: "rumours of"
    weights: Mapping[str, int]  # see `learned`


@cache
def lexicon_of(language: Language) -> Lexicon:
    """The table `attribution` of a language."""
    table = language.table("attribution")
    return Lexicon(
        clause=_by_stance(table["verbs"]),
        quotation_only=frozenset(table["quotation_only"]["verbs"]),
        infinitive=_by_stance(table["infinitive"]),
        object=_by_stance(table["object"]),
        preposition=_by_stance(table["preposition"]),
        blaming=_by_stance(table["blaming"]),
        naming_object=frozenset(table["naming"]["object"]),
        naming_as=frozenset(table["naming"]["as"]),
        naming=frozenset(table["naming"]["object"]) | frozenset(table["naming"]["as"]),
        carrier=frozenset(table["carrier"]["verbs"]),
        according=frozenset(table["phrases"]["according"]),
        unsourced=_words(table["phrases"]["unsourced"]),
        as_verbs=frozenset(table["phrases"]["as_verbs"]),
        nouns=_by_stance(table["nouns"]),
        adverbs=_by_stance(table["adverbs"]),
        persons=_words(table["speakers"]["persons"]),
        bodies=_words(table["speakers"]["bodies"]),
        reporters=_words(table["speakers"]["reporters"]),
        introduced=tuple(table["speakers"]["introduced"]),
        vessels=_words(table["speakers"]["vessels"]),
        wordings=_words(table["phrases"]["wordings"]),
        evidence=_words(table["phrases"]["evidence"]),
        nobody=_words(table["phrases"]["nobody"]),
        thoughts=_words(table["phrases"]["thoughts"]),
        unspoken=_words(table["phrases"]["unspoken"]),
        declining=_words(table["phrases"]["declining"]),
        telling_more=_words(table["phrases"]["telling_more"]),
        telling_deeds=_words(table["phrases"]["telling_deeds"]),
        negations=_words(table["phrases"]["negations"]),
        topical=_words(table["phrases"]["topical"]),
        contrasts=_words(table["phrases"]["contrasts"]),
        questions=_words(table["phrases"]["questions"]),
        disputing=_words(table["phrases"]["disputing"]),
        media=_words(table["media"]["words"]),
        listeners=_words(table["media"]["listeners"]),
        quoting=_words(table["media"]["quoting"]),
        citing=_words(table["media"]["citing"]),
        speaking=_words(table["media"]["speaking"]),
        hearsay=_words(table["phrases"]["hearsay"]),
        telling=_words(table["media"]["telling"]),
        anonymity=_words(table["phrases"]["anonymity"]),
        conjunctive=_words(table["phrases"]["conjunctive"]),
        images=_words(table["phrases"]["images"]),
        untrue=_words(table["phrases"]["untrue"]),
        doubtful=_words(table["phrases"]["doubtful"]),
        deniable=_words(table["object"]["deniable"]),
        claimable=_words(table["object"]["claimable"]),
        adjectives=_by_stance(table["adjectives"]),
        weights=language.table("attribution_weights")["weights"],
    )


def _by_stance(table: Mapping[str, Any]) -> dict[str, Stance]:
    """A word in several lists keeps the most telling one, which is the later in the order of the stances."""
    return {word: stance for stance in _STANCES for word in table.get(stance, ())}


def _words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(words)
