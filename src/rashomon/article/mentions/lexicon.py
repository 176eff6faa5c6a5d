"""The words around names of one language, ready for looking up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any  # Any: a language's table

from ...languages import Language
from ...places import Countries, countries_of
from ...records import EntityType

SMALL = 0.68  # the share of articles in which a word of grammar stands ("they"), and no other ("new", 0.63)

_APOSTROPHES = ("'", "’")

Phrases = Mapping[str, frozenset[tuple[str, ...]]]  # first word -> the phrases it begins


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """Words before an office that make another one of it, or another's."""

    past: frozenset[str]  # "former": it is held no longer
    under: frozenset[str]  # "vice"
    others: frozenset[str]  # "next": whoever will hold it
    pointing: frozenset[str]  # "that": what was named last
    leading: frozenset[str]  # "leader": whoever leads a state
    styles: frozenset[str]  # "Excellency", behind "his"
    royal: frozenset[str]  # "king", before a given name


@dataclass(frozen=True, slots=True)
class PersonSigns:
    """Words in a name and beside it that tell it is somebody's."""

    aged: tuple[str, ...]  # "year-old": what follows is somebody
    trailing_roles: frozenset[str]  # offices that are no part of the name before them
    owned: tuple[str, ...]  # "the mother of"
    kin: frozenset[str]  # "mother", after a possessive
    relations: frozenset[str]  # "daughter", between two names
    suffixes: frozenset[str]  # "Jr"
    sexed_endings: Mapping[str, tuple[str, ...]]  # of names of fathers and families that only one sex bears
    called: tuple[str, ...]  # "alias", before another name of who was named right before
    couples: frozenset[str]  # between two given names of one surname
    given_openings: tuple[str, ...]  # how some given names begin: "abdel"
    given: frozenset[str]  # given names and surnames that many bear, in small letters
    given_words: frozenset[str]  # given names that are common words too: "Hope"
    surnames: frozenset[str]
    unnamed: frozenset[str]  # "man": who may stay unnamed
    comparing: frozenset[str]  # "as", before what somebody is
    reflexive: frozenset[str]
    relative: frozenset[str]  # "who", behind somebody's name
    portfolios: frozenset[str]  # what offices are of, besides common words
    sexes: Mapping[str, str]  # of given names that hardly anybody of the other sex bears


@dataclass(frozen=True, slots=True)
class PlaceSigns:
    """Words beside a name that tell it is a place's, and short forms of such names."""

    behind: frozenset[str]  # "Velsk district"
    before: tuple[str, ...]  # "the town of"
    listed: tuple[str, ...]  # "the villages of", before several
    struck: tuple[str, ...]  # "the shelling of", "residents of"
    prepositions: frozenset[str]  # "in", "toward"
    within: frozenset[str]  # of the words before places those that hardly stand before somebody: "in"
    numbered: frozenset[str]  # "Route", before a number
    compass: frozenset[str]  # "North", behind a street
    streets: frozenset[str]  # "roads", behind names of streets
    on_streets: tuple[str, ...]  # "block of", before the name of a street
    ways: frozenset[str]  # "Way", of a street where a compass point stands behind it
    abbreviated: frozenset[str]  # "St", before a full stop
    people: frozenset[str]  # who is of there: "a Velsk man"
    abbreviations: Mapping[str, str]  # "Ariz." for the name of a state


@dataclass(frozen=True, slots=True)
class BodyWords:
    """Words in and beside the names of bodies."""

    owners: frozenset[str]  # words whose possessive lies inside a name: "People's Party"
    owned: frozenset[str]  # what is called by somebody's name: "Ada's Place"
    groups: frozenset[str]  # "militia", "airline": beside a name they tell that it is a body's
    told: frozenset[str]  # verbs whose object is mostly a paper: "told Velsk"
    units: frozenset[str]  # "Brigade", behind its number
    aims: frozenset[str]  # "Observatory", before what it is for
    told_without: frozenset[str]  # "University", which may be left out of a name
    roles: frozenset[str]  # "founder", behind the name of what was founded


@dataclass(frozen=True, slots=True)
class PlainWords:
    """Words that are mostly written small, and how their forms are made."""

    words: frozenset[str]  # the common ones, and rarer ones
    small: frozenset[str]  # words so common that they neither begin nor end a name in capitals
    endings: tuple[tuple[str, str], ...]  # what is taken off, what is put on
    prefixes: frozenset[str]  # "anti", glued to a name by a hyphen
    nameless: frozenset[str]  # last words of what is nobody's name: "Aggravated Assault"
    charges: frozenset[str]  # "charged", in a sentence in which words written large are no names

    def stems(self, word: str) -> set[str]:
        """What the word may be a form of: "blast" for "blasts"."""
        return {word.removesuffix(ending) + put for ending, put in self.endings if word.endswith(ending)}


@dataclass(frozen=True)
class Lexicon:
    """The table `names` of a language, folded for looking up; see there for what each part means."""

    countries: Countries
    honorifics: frozenset[str]
    particles: frozenset[str]
    roles: Phrases
    ambiguous_roles: frozenset[str]
    role_modifiers: frozenset[str]
    offices: OfficeWords
    definite_roles: Phrases
    definite_bodies: Phrases
    definite_places: Phrases
    lower_heads: Phrases
    media_words: Phrases
    kept_words: frozenset[str]  # lower-case words that belong to the name before them
    heads_of: Mapping[str, EntityType]  # a word of a name that tells what it names
    opening_heads: frozenset[str]
    region_adjectives: frozenset[str]
    directions: frozenset[str]  # words before a place that leave a part of it
    divisions: frozenset[str]  # last words of the names of provinces and the like
    place_signs: PlaceSigns
    legal: frozenset[str]  # "Inc.", at the end of a firm's name
    known: Mapping[str, EntityType]
    platforms: frozenset[str]
    never: frozenset[str]
    common: frozenset[str]  # words that are mostly written small: at the start of a sentence they are no names
    plain: PlainWords
    arrests: frozenset[str]  # verbs whose object is somebody
    signs: PersonSigns
    body_joints: frozenset[str]  # of the small words inside names those after which a body's goes on
    inside: frozenset[str]
    articles: frozenset[str]
    possessives: frozenset[str]
    days: Phrases  # of the calendar: "new year 's eve"
    bodies: BodyWords
    verbs: frozenset[str]
    also_known: tuple[str, ...]
    definite: frozenset[str]  # words that make a phrase point to somebody known
    top_offices: frozenset[str]  # words that may stand for one another: who leads a state
    any_body: frozenset[str]  # words that any body may be called by
    businesses: frozenset[str]  # of these the ones that no university and no ministry is called by
    called: Mapping[str, frozenset[str]]  # "agency" -> words that end the names of what is called so: "authority"
    country_words: frozenset[str]
    sexed: Mapping[str, str]  # titles and other words that tell a sex
    pronouns: Mapping[str, str]  # pronoun -> "male", "female", "thing"

    def is_borne(self, word: str) -> bool:
        """Many people bear the word, in small letters, as one of their names."""
        return word in self.signs.given or word in self.signs.surnames or word in self.signs.given_words

    def sex_of_name(self, name: str) -> str | None:
        """The sex that a person's given name tells, else how the other words end; a word alone may be a surname."""
        first, *rest = name.lower().split()
        if not rest:
            return None if first in self.signs.surnames else self.signs.sexes.get(first)
        told = {sex for sex, ends in self.signs.sexed_endings.items() for word in rest if word.endswith(ends)}
        return self.signs.sexes.get(first) or (told.pop() if len(told) == 1 else None)

    def adjective(self, word: str) -> bool:
        """The word is the adjective of a country or a region, or a people's name."""
        return self.countries.demonym(word) is not None or word in self.region_adjectives

    def sex_of(self, words: Iterable[str]) -> str | None:
        """The sex that titles or other words tell, where they tell one."""
        told = {self.sexed[word.lower()] for word in words if word.lower() in self.sexed}
        return told.pop() if len(told) == 1 else None


@cache
def lexicon_of(language: Language) -> Lexicon:
    """The lexicon of a language."""
    table = language.table("names")
    people, bodies, places = table["people"], table["bodies"], table["places"]
    return Lexicon(
        countries=countries_of(language),
        honorifics=frozenset(people["honorifics"]),
        particles=frozenset(people["particles"]),
        roles=_phrases(people["roles"]),
        ambiguous_roles=frozenset(people["ambiguous_roles"]),
        role_modifiers=frozenset(people["role_modifiers"]),
        offices=_office_words(people),
        definite_roles=_phrases(people["definite_roles"]),
        definite_bodies=_phrases(bodies["definite_bodies"]),
        definite_places=_phrases(bodies["definite_places"]),
        lower_heads=_phrases(bodies["lower_heads"]),
        media_words=_phrases(bodies["media_words"]),
        kept_words=frozenset(bodies["kept_words"]),
        heads_of=_heads(bodies, places),
        opening_heads=frozenset(bodies["opening_heads"]),
        region_adjectives=frozenset(places["region_adjectives"]),
        directions=frozenset(places["directions"]),
        divisions=frozenset(places["divisions"]),
        place_signs=_place_signs(places),
        legal=frozenset(bodies["legal"]),
        known=_known(bodies, places),
        platforms=frozenset(bodies["platforms"]),
        never=frozenset(word.casefold() for word in table["capitals"]["never"]),
        common=frozenset(language.table("commonness")["words"]),
        plain=_plain_words(language, table["capitals"]),
        arrests=frozenset(people["object_verbs"]),
        signs=_signs(people, language.table("people")),
        inside=frozenset(table["capitals"]["inside"]),
        body_joints=frozenset(bodies["joints"]),
        articles=frozenset(table["capitals"]["articles"]),
        possessives=frozenset(table["capitals"]["possessives"]),
        days=_days(language.table("times")["words"]["holiday"], table["capitals"]["days"]),
        bodies=_body_words(bodies),
        verbs=frozenset(people["verbs"]),
        also_known=tuple(bodies["also_known"]),
        definite=frozenset(table["capitals"]["definite"]),
        top_offices=frozenset(people["top_offices"]),
        any_body=frozenset(bodies["any_body"]),
        businesses=frozenset(bodies["businesses"]),
        called={noun: frozenset(ends) for noun, ends in bodies["called"].items()},
        country_words=frozenset(bodies["country_words"]),
        sexed={**dict.fromkeys(people["male"], "male"), **dict.fromkeys(people["female"], "female")},
        pronouns={word: kind for kind, words in table["pronouns"].items() for word in words},
    )


def _small(commonness: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(w for w, n in commonness["words"].items() if n >= SMALL * commonness["articles"])


def _plain_words(language: Language, capitals: Mapping[str, Any]) -> PlainWords:
    return PlainWords(
        words=frozenset((*language.table("commonness")["words"], *language.table("small_words")["words"].split())),
        small=_small(language.table("commonness")),
        endings=tuple((ending, put) for ending, put in capitals["endings"]),
        prefixes=frozenset(capitals["prefixes"]),
        nameless=frozenset(capitals["nameless"]),
        charges=frozenset(capitals["charges"]),
    )


def _office_words(people: Mapping[str, list[str]]) -> OfficeWords:
    return OfficeWords(
        past=frozenset(people["past"]),
        under=frozenset(people["under"]),
        others=frozenset(people["other_holders"]),
        pointing=frozenset(people["pointing"]),
        leading=frozenset(people["leading"]),
        styles=frozenset(people["styles"]),
        royal=frozenset(people["royal"]),
    )


def _body_words(bodies: Mapping[str, Any]) -> BodyWords:
    return BodyWords(
        owners=frozenset(bodies["owners"]),
        owned=frozenset(bodies["owned"]),
        groups=frozenset(bodies["group_words"]),
        told=frozenset(bodies["told_verbs"]),
        units=frozenset(bodies["units"]),
        aims=frozenset(bodies["aims"]),
        told_without=frozenset(bodies["told_without"]),
        roles=frozenset(bodies["body_roles"]),
    )


def _place_signs(places: Mapping[str, Any]) -> PlaceSigns:
    return PlaceSigns(
        behind=frozenset(places["division_words"]),
        before=tuple(places["told"]),
        listed=tuple(places["listed"]),
        struck=tuple(places["struck"]),
        prepositions=frozenset(places["before"]),
        within=frozenset(places["within"]),
        numbered=frozenset(places["numbered"]),
        compass=frozenset(places["compass"]),
        streets=frozenset(places["street_words"]),
        on_streets=tuple(places["on_streets"]),
        ways=frozenset(places["ways"]),
        abbreviated=frozenset(places["abbreviated"]),
        people=frozenset(places["people"]),
        abbreviations=places["abbreviations"],
    )


def _days(holidays: Iterable[str], others: Iterable[str]) -> Phrases:
    """Days that are called by a possessive, which a name would break off at: "new year 's eve"; and some others."""
    owned = [day.replace("'", f" {mark}") for day in holidays if "'" in day for mark in _APOSTROPHES]
    return _phrases((*owned, *others))


def _signs(people: Mapping[str, Any], borne: Mapping[str, str]) -> PersonSigns:
    women, men = ([*borne[sex].split(), *people[f"given_{sex}"].split()] for sex in ("women", "men"))
    given_words = frozenset(borne["given_words"].split())
    return PersonSigns(
        aged=tuple(people["aged"]),
        trailing_roles=frozenset(people["trailing_roles"]),
        owned=tuple(people["somebodys"]),
        kin=frozenset(people["kin"]),
        relations=frozenset(people["relations"]),
        suffixes=frozenset(people["suffixes"]),
        sexed_endings={"female": tuple(people["her_endings"]), "male": tuple(people["his_endings"])},
        called=tuple(people["called"]),
        couples=frozenset(people["couples"]),
        given=frozenset((*women, *men, *borne["either"].split())) - given_words,
        given_openings=tuple(people["given_openings"]),
        given_words=given_words,
        surnames=frozenset(borne["surnames"].split()),
        unnamed=frozenset(people["unnamed"]),
        comparing=frozenset(people["comparing"]),
        reflexive=frozenset(people["reflexive"]),
        relative=frozenset(people["relative"]),
        portfolios=frozenset(people["portfolios"]),
        sexes={**dict.fromkeys(women, "female"), **dict.fromkeys(men, "male")},
    )


def _phrases(lines: Iterable[str]) -> Phrases:
    phrases: dict[str, set[tuple[str, ...]]] = {}
    for line in lines:
        # The parser takes a word with hyphens apart, and an abbreviation from its full stop, but not each.
        for form in (line, line.replace("-", " - ")):
            for words in product(*([word, *_without_stop(word)] for word in form.split())):
                split = tuple(" ".join(words).split())
                phrases.setdefault(split[0], set()).add(split)
    return {first: frozenset(found) for first, found in phrases.items()}


def _without_stop(word: str) -> list[str]:
    """ "lt ." for "lt."."""
    return [f"{word[:-1]} ."] if len(word) > 1 and word.endswith(".") else []


def _heads(bodies: Mapping[str, Any], places: Mapping[str, Any]) -> dict[str, EntityType]:
    heads: dict[str, EntityType] = {}
    heads.update(dict.fromkeys(places["events"], "EVENT"))
    heads.update(dict.fromkeys(places["divisions"], "GPE"))
    heads.update(dict.fromkeys(places["heads"], "LOC"))
    heads.update(dict.fromkeys(places["facilities"], "FACILITY"))
    heads.update(dict.fromkeys((*bodies["ships"], *bodies["laws"]), "OTHER"))
    heads.update(dict.fromkeys(bodies["heads"], "ORG"))
    return heads


def _known(bodies: Mapping[str, Any], places: Mapping[str, Any]) -> dict[str, EntityType]:
    known: dict[str, EntityType] = {}
    known.update(dict.fromkeys(places["regions"], "LOC"))
    known.update(dict.fromkeys(places["former_states"], "GPE"))
    known.update(dict.fromkeys(bodies["groups"], "GROUP"))
    known.update(dict.fromkeys((*bodies["known"], *bodies["platforms"]), "ORG"))
    return known
