"""What kind of thing each name names, by consensus of its occurrences in the document."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ...places import cities_of, city_of, regions_of, states
from ...records import EntityType
from ..parse import Parse, Range, Token
from .acronyms import is_acronym
from .bodies import body_signs, told_short, vote_for_short_bodies
from .candidates import Candidate
from .lexicon import Lexicon
from .offices import phrase_at
from .people import is_given, person_signs
from .places_told import place_signs
from .words import Words

Vote = tuple[EntityType, float]
Votes = dict[str, defaultdict[EntityType, float]]

_TYPE_OF_LABEL: Mapping[str, EntityType] = {
    "PERSON": "PERSON",
    "ORG": "ORG",
    "GPE": "GPE",
    "LOC": "LOC",
    "FAC": "FACILITY",
    "NORP": "GROUP",
    "EVENT": "EVENT",
    "PRODUCT": "OTHER",
    "WORK_OF_ART": "OTHER",
    "LAW": "OTHER",
    "LANGUAGE": "OTHER",
}
# How much each sign weighs. Set by hand on the development cases, where the parser alone is right for four names in
# five: one sure sign (a title, a country's name) outweighs a few of its labels.
_LABEL = {"PERSON": 1.0, "GPE": 1.0, "LOC": 1.0, "ORG": 0.7, "FAC": 0.5, "EVENT": 0.6, "NORP": 0.3}
_LABEL_ELSE = 0.3
_SURE = 6.0
_STRONG = 3.0
_FAIR = 1.5
_SLIGHT = 0.8
_SURNAME = 4.0
_AGED = 5.0
_LEAST = 0.1
_UNMAPPED = 0.8  # factor: the parser takes it for a place, and no gazetteer knows it
_LETTERED = 0.6  # factor: the parser takes letters for somebody's or a place's name
_BEFORE_NAMES = " \n\"“”‘«'"
_DEFINITE = 1.2  # just above a label
_LONGEST = 8  # words of a person's name
_CUE = 24  # letters before a name in which such a cue stands
_LARGE_CITY = 100_000  # people; a smaller town's name is as often somebody's
_AGE = re.compile(r",\s*\d{1,3}\s*[,.;)]")


def form_key(text: str) -> str:
    """One key for a name in capitals and in lower case, with any apostrophe and hyphen."""
    return " ".join(text.replace("’", "'").replace("‑", "-").casefold().split())


def kinds_of(parse: Parse, lexicon: Lexicon, words: Words, candidates: Sequence[Candidate]) -> dict[str, EntityType]:
    """The type of each form (see `form_key`) in the document; a form that nothing speaks for has none."""
    votes: Votes = {form_key(parse.quote(c.words)): defaultdict(float) for c in candidates}
    for candidate in candidates:
        key = form_key(parse.quote(candidate.words))
        for kind, weight in _votes(parse, lexicon, candidate):
            votes[key][kind] += weight
    times = Counter(form_key(parse.quote(c.words)) for c in candidates)
    _vote_for_surnames(votes, times, lexicon)
    _vote_for_told_short(parse, lexicon, votes, candidates)
    vote_for_short_bodies(votes, times, _short_forms(parse, lexicon, candidates))
    kinds = {key: _best(found) for key, found in votes.items() if found}
    surnames = {key.split()[-1] for key, kind in kinds.items() if kind == "PERSON" and " " in key}
    ends = {word for key in votes for word in (key.split()[0], key.split()[-1]) if " " in key}
    plain = _plain_words(parse, lexicon, words, candidates) - ends
    weak = {key for key in plain & votes.keys() if max(votes[key].values(), default=0.0) < _FAIR * times[key]}
    dropped = {key for key in kinds if key not in surnames and (key in weak or _is_office(lexicon, key))}
    return {key: kind for key, kind in kinds.items() if key not in dropped}


def _plain_words(parse: Parse, lexicon: Lexicon, words: Words, candidates: Sequence[Candidate]) -> set[str]:
    """Words alone that the document writes small too: the capital is a headline's or a graphic's."""
    alone = {parse.quote(c.words) for c in candidates if c.words.first == c.words.last and not c.titled}
    written = {form for form in alone if not is_acronym(form) and not _is_borne(lexicon, form)}
    return {form_key(form) for form in written if form.lower() in words.lower}


def _is_borne(lexicon: Lexicon, form: str) -> bool:
    """Somebody, some body or some place may well be called so, although it is a word too."""
    word, signs = form.lower(), lexicon.signs
    if form.title() in lexicon.heads_of or word in signs.given_words or form in lexicon.known:
        return True
    named = city_of(form) is not None or lexicon.countries.code_of(form) is not None
    return word not in lexicon.common and (named or word in signs.given or word in signs.surnames)


def _short_forms(parse: Parse, lexicon: Lexicon, candidates: Sequence[Candidate]) -> dict[str, str]:
    names = sorted({parse.quote(c.words) for c in candidates})
    return {form_key(name): form_key(short) for name in names if (short := told_short(lexicon, name)) is not None}


def _is_office(lexicon: Lexicon, key: str) -> bool:
    """ "Detective", "Coach": an office written large, or letters for one, which is nobody's name."""
    if f"{key}." in lexicon.roles or f"{key.title()}." in lexicon.honorifics:
        return True
    return (key,) in lexicon.roles.get(key, frozenset()) and key.title() not in lexicon.heads_of


def _best(votes: Mapping[EntityType, float]) -> EntityType:
    return max(sorted(votes), key=lambda kind: votes[kind])


def _vote_for_surnames(votes: Votes, times: Mapping[str, int], lexicon: Lexicon) -> None:
    """What a full name is, its last word alone is too, and the other way round, unless more speaks against it."""
    longer = sorted(key for key in votes if " " in key)
    people = {key for key, found in votes.items() if found and _best(found) == "PERSON"}
    for key in longer:
        surname = key.split()[-1]
        if surname.upper() in lexicon.known:
            continue  # "UN" is nobody's surname
        if surname in votes and key in people:
            votes[surname]["PERSON"] += _SURNAME * times[surname]
        elif surname in people:
            votes[key]["PERSON"] += _FAIR * times[key]
        for family in {f"{surname}s", f"{surname}es"} & votes.keys() - people if key in people else ():
            votes[family]["GROUP"] += _SURNAME * times[family]  # "the Bergs"
        given = key.split()[0]
        if given in votes and key in people:
            votes[given]["PERSON"] += (_SURNAME if given in lexicon.signs.given else _FAIR) * times[given]
        for middle in set(key.split()[1:-1]) & votes.keys() if key in people else ():
            votes[middle]["PERSON"] += _FAIR * times[middle]  # "Berg" of "Ada Berg Dahl"
        for part in _parts_with_particle(lexicon, key) & votes.keys() if key in people else ():
            votes[part]["PERSON"] += _SURNAME * times[part]


def _parts_with_particle(lexicon: Lexicon, key: str) -> set[str]:
    """ "del valle" of "ada del valle berg"."""
    words = key.split()[:_LONGEST]
    opening = [at for at, word in enumerate(words) if at and word in lexicon.particles]
    return {" ".join(words[at:end]) for at in opening for end in range(at + 2, len(words) + 1)}


def _vote_for_told_short(parse: Parse, lexicon: Lexicon, votes: Votes, candidates: Sequence[Candidate]) -> None:
    """Who is called by the last word alone, without an article, is somebody: "Ada Hall … Hall said"."""
    bare = Counter(form_key(parse.quote(c.words)) for c in candidates if _stands_bare(parse, lexicon, c.words))
    full = Counter(form_key(parse.quote(c.words)) for c in candidates if _may_be_person(parse, lexicon, c.words))
    for key in sorted(full):
        surname = key.split()[-1]
        if bare[surname] and _best(votes[key] or {"OTHER": 0.0}) != "PERSON":
            weight = _STRONG if any(word.title() in lexicon.heads_of for word in key.split()) else _FAIR
            votes[key]["PERSON"] += weight * full[key]
            votes[surname]["PERSON"] += weight * bare[surname]


def _stands_bare(parse: Parse, lexicon: Lexicon, words: Range) -> bool:
    """One word that is no part of a longer phrase: neither "the Council" nor "Council members"."""
    around = (*parse.tokens[max(words.first - 1, 0) : words.first], *parse.tokens[words.last + 1 : words.last + 2])
    joined = any(
        t.pos in ("DET", "NOUN", "ADJ", "PROPN") and t.sentence == parse.tokens[words.first].sentence for t in around
    )
    return words.first == words.last and not joined


def _may_be_person(parse: Parse, lexicon: Lexicon, words: Range) -> bool:
    """Two or three plain words, the first of which is no place, no adjective and no common word."""
    tokens = parse.between(words)
    if not 2 <= len(tokens) <= 3 or not all(t.text[0].isupper() and t.text.isalpha() for t in tokens):
        return False
    first = tokens[0].text
    known = lexicon.countries.code_of(parse.quote(words)) or parse.quote(words) in lexicon.known
    place = city_of(first) is not None or first in states() or lexicon.countries.code_of(first)
    before = parse.tokens[words.first - 1 : words.first]
    article = bool(before) and before[0].lower in lexicon.articles
    return not (known or place or article or lexicon.adjective(first) or first.lower() in lexicon.common)


def _votes(parse: Parse, lexicon: Lexicon, candidate: Candidate) -> Iterator[Vote]:
    words = parse.between(candidate.words)
    text = parse.quote(candidate.words)
    mapped = _is_place(lexicon, _plain(" ".join(t.text for t in words)))
    yield from _label_votes(lexicon, words, mapped=mapped)
    yield from _form_votes(lexicon, words, text)
    yield from _neighbour_votes(parse, lexicon, candidate.words)
    if candidate.kind is not None:
        yield candidate.kind, _SURE
    if candidate.titled:
        yield "PERSON", _STRONG
    yield from _syntax_votes(parse, lexicon, words, mapped=mapped)
    yield from body_signs(parse, lexicon, candidate.words)
    yield from (("PERSON", weight) for weight in person_signs(parse, lexicon, candidate.words))
    yield from (("GPE", weight) for weight in place_signs(parse, lexicon, candidate.words))
    if len(words) > 1 and not any(t.entity or t.lower in lexicon.common for t in words):
        yield "OTHER", _LEAST  # several words written large are a name, whatever of


def _label_votes(lexicon: Lexicon, words: Sequence[Token], *, mapped: bool) -> Iterator[Vote]:
    labels = Counter(t.entity for t in words if t.entity in _TYPE_OF_LABEL)
    if labels:
        label = max(sorted(labels), key=lambda name: (labels[name], name == words[-1].entity))
        # A label of one word of several is that word's: "Ada-Berg Houston" is not the town.
        covered = labels[label] / len(words) if label == "GPE" else 1.0
        if label == "GPE" and not mapped:
            covered *= _UNMAPPED
        if label in ("GPE", "PERSON") and not mapped and _is_letters(words):
            covered *= _LETTERED
        if label == "PERSON" and len(words) > 1 and _is_of_things(lexicon, words):
            label = "PRODUCT"
        yield _TYPE_OF_LABEL[label], _LABEL.get(label, _LABEL_ELSE) * covered


def _is_letters(words: Sequence[Token]) -> bool:
    """ "VSK"; letters with full stops are as often a place's or somebody's."""
    return len(words) == 1 and is_acronym(words[0].text) and "." not in words[0].text


def _is_of_things(lexicon: Lexicon, words: Sequence[Token]) -> bool:
    """ "Big Button": the last word is a common one, and nobody bears the first or the last."""
    first, last = words[0].lower, words[-1].lower
    if words[-1].text in lexicon.heads_of or not all(t.text.isalpha() for t in words):
        return False
    return last in lexicon.plain.words and not lexicon.is_borne(last) and not lexicon.is_borne(first)


def _form_votes(lexicon: Lexicon, words: Sequence[Token], text: str) -> Iterator[Vote]:
    """What the words of the name themselves tell."""
    if lexicon.countries.code_of(_plain(text)) is not None:
        yield "GPE", _SURE
        return
    for form in (text, _plain(text), text.replace(".", ""), text.upper() if len(words) == 1 else text):
        if form in lexicon.known:
            yield lexicon.known[form], _SURE
            return
    if text.title() in states() or {text, f"{text.title()}."} & lexicon.place_signs.abbreviations.keys():
        yield "GPE", _STRONG
    elif len(words) > 1 and any(not region.within for region in regions_of(_plain(text))):
        yield "GPE", _FAIR
    elif (city := city_of(_plain(text))) and text.lower() not in lexicon.common:
        yield "GPE", _FAIR if city.population >= _LARGE_CITY or len(words) > 1 else _SLIGHT
    elif cities_of(_plain(text)) and not lexicon.is_borne(text.lower()) and text.lower() not in lexicon.common:
        yield "GPE", _FAIR  # several cities are called so, and hardly anybody
    head = None if _is_large_city(text) and len(words) > 1 else _head(lexicon, words)  # "Cape Velsk", "Velsk Beach"
    if len(words) > 2 and words[-2].text in lexicon.possessives and words[-1].text in lexicon.bodies.owned:
        yield lexicon.heads_of.get(words[-1].text, "FACILITY"), _STRONG  # "Ada's Place"
    elif len(words) > 1 and words[0].text in lexicon.directions and _is_place(lexicon, text.split(maxsplit=1)[-1]):
        yield "LOC", _STRONG
    elif head is not None:
        yield head, _STRONG
    elif len(words) == 1 and text in lexicon.heads_of:
        yield lexicon.heads_of[text], _FAIR
    elif len(words) > 1 and lexicon.adjective(words[0].text) and not is_given(lexicon, words[0]):
        yield "ORG", _FAIR
    if words[-1].lower in lexicon.kept_words:
        yield "ORG", _STRONG
    if is_acronym(text):
        yield "ORG", _SLIGHT


def _is_large_city(text: str) -> bool:
    city = city_of(_plain(text))
    return city is not None and city.population >= _LARGE_CITY and city.name == _plain(text)


def _is_place(lexicon: Lexicon, name: str) -> bool:
    known = lexicon.countries.code_of(name) is not None or name in states() or city_of(name) is not None
    return known or bool(regions_of(name))


def _plain(text: str) -> str:
    return text.title() if text.isupper() and len(text) > 4 else text


def _head(lexicon: Lexicon, words: Sequence[Token]) -> EntityType | None:
    """The type that the head of the name tells: the word before "of", else the last; or one that opens it."""
    if len(words) < 2:
        return None
    if words[-1].text.isdigit():
        return lexicon.heads_of.get(words[-2].text)  # "Channel 7"
    if _is_street_and_compass(lexicon, words[-2:]) and len(words) > 2:
        return "FACILITY"
    joints = lexicon.inside - lexicon.signs.couples  # "Ministry of Trade and Industry", "Food and Drug Office"
    small = (i for i, t in enumerate(words) if t.text in joints or t.lower in lexicon.place_signs.within)
    of = next((i for i in small if i), len(words))
    before = [t.text if t.text in lexicon.heads_of or not t.text.isupper() else t.text.title() for t in words[:of]]
    opening = lexicon.heads_of.get(before[0])
    opens = before[0] in lexicon.opening_heads or opening in (
        "LOC",
        "OTHER",
    )  # "Lake Velsk", "HMS Velsk", but "Park" begins a person's name
    joined = " ".join(before[-2:]) if of == len(words) else f"{before[-1]} {words[of].text}"  # "Center for"
    kind = lexicon.heads_of.get(joined) or lexicon.heads_of.get(before[-1]) or (opening if opens else None)
    # "Lagos State" lies somewhere; a state of a faith or of a people is what calls itself so.
    return None if kind == "GPE" and lexicon.adjective(before[0]) else kind


def _is_street_and_compass(lexicon: Lexicon, words: Sequence[Token]) -> bool:
    """ "Way North", "Street SE"."""
    street, compass = words
    built = lexicon.heads_of.get(street.text) == "FACILITY" or street.text in lexicon.place_signs.ways
    return built and compass.text in lexicon.place_signs.compass


def _neighbour_votes(parse: Parse, lexicon: Lexicon, run: Range) -> Iterator[Vote]:
    """What the words beside the name tell."""
    after = parse.tokens[run.last + 1 : run.last + 4]
    end = parse.tokens[run.last].end
    if _AGE.match(parse.text, end, end + 8):
        yield "PERSON", _STRONG if _head(lexicon, parse.between(run)) else _AGED
    if after and phrase_at(parse, lexicon.media_words, after[0].index, after[-1].index):
        yield "ORG", _STRONG
    elif after and after[0].lower in lexicon.bodies.groups:
        yield "ORG", _FAIR
    if _is_before_street(parse, lexicon, run):
        yield "FACILITY", _STRONG
    yield from _left_votes(parse, lexicon, run)


def _is_before_street(parse: Parse, lexicon: Lexicon, run: Range) -> bool:
    """ "Velsk road", "Velsk and Brask roads"."""
    rest = list(parse.tokens[run.last + 1 : run.last + 5])
    if len(rest) > 1 and rest[0].lower in lexicon.signs.couples:
        rest = list(itertools.dropwhile(lambda t: t.text[0].isupper(), rest[1:]))
    return bool(rest) and rest[0].text in lexicon.place_signs.streets


def _left_votes(parse: Parse, lexicon: Lexicon, run: Range) -> Iterator[Vote]:
    sentence = parse.tokens[run.first].sentence
    before = [t for t in parse.tokens[max(run.first - 3, 0) : run.first] if t.sentence == sentence]
    if not before:
        return
    offset = parse.tokens[run.first].start
    told = parse.text[max(offset - _CUE, 0) : offset].lower().rstrip(_BEFORE_NAMES)
    if told.endswith(lexicon.signs.aged):
        yield "PERSON", _STRONG
    if (
        parse.tokens[run.last].text in lexicon.place_signs.ways
        and run.last > run.first
        and told.endswith(lexicon.place_signs.on_streets)
    ):
        yield "FACILITY", _STRONG
    if run.first == run.last and before[-1].lower in lexicon.definite and _stands_alone(parse, run):
        yield "ORG", _DEFINITE  # "the Velsk said so"
    if before[-1].lower in lexicon.place_signs.prepositions:
        yield "GPE", _SLIGHT
    if before[-1].lower in lexicon.place_signs.within and _is_bare_person(parse, lexicon, run):
        yield "GPE", _SLIGHT
    for start in before:
        phrase = phrase_at(parse, lexicon.media_words, start.index, run.first - 1)
        if phrase is not None and phrase.last == run.first - 1:
            yield "ORG", _SURE  # "the newspaper Velsk"
            return


def _stands_alone(parse: Parse, run: Range) -> bool:
    """The parser takes the one word for somebody's name, and nothing follows that it might belong to."""
    after = parse.tokens[run.last + 1 : run.last + 2]
    joined = bool(after) and after[0].pos in ("NOUN", "PROPN", "ADJ", "NUM")
    return parse.tokens[run.last].entity == "PERSON" and not joined


def _is_bare_person(parse: Parse, lexicon: Lexicon, run: Range) -> bool:
    """The parser takes the name for somebody's, and nothing of that name follows: not "in Berg's house"."""
    after = parse.tokens[run.last + 1 : run.last + 2]
    owned = bool(after) and (after[0].text in lexicon.possessives or after[0].pos in ("NOUN", "PROPN"))
    return all(t.entity == "PERSON" for t in parse.between(run)) and not owned


def _syntax_votes(parse: Parse, lexicon: Lexicon, words: Sequence[Token], *, mapped: bool) -> Iterator[Vote]:
    head = next((t for t in words if not words[0].index <= t.head <= words[-1].index), words[-1])
    above = parse.tokens[head.head]
    if head.dep in ("nsubj", "nsubjpass") and above.lemma in lexicon.verbs:
        # A town that no gazetteer knows is hardly spoken of as one who does what people do.
        yield "PERSON", _SLIGHT if mapped else _FAIR
    if head.dep == "dobj" and above.lemma in lexicon.arrests:
        yield "PERSON", _SLIGHT
