"""How alike two words and two people's names are, for joining mentions: strict where a slip would merge two people."""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from .folding import folding, skeleton, sound, words_of

# Two words count as one from this on. Set on transliterated surnames (above) against surnames of one country that
# differ in a consonant (below).
SAME_WORD = 0.8
_TOLD_SHORT = 0.85  # "Bill" and "William"
_SAME_SKELETON = 0.85  # one consonant frame, other vowels
_OTHER_FRAME = 0.85  # factor: a consonant that differs weighs more than a vowel
_HOPELESS = 0.5  # with neither surname even this alike the rest need not be compared
_SHORT = 3  # a word this short is no evidence unless it is equal
_CACHED = 200_000


@lru_cache(_CACHED)
def word_score(left: str, right: str) -> float:
    """0..1, how surely two words are one name carried over differently."""
    if left == right:
        return 1.0
    a, b = sound(left), sound(right)
    if a == b:
        return 0.97
    if min(len(a), len(b)) <= _SHORT:
        return 0.0 if a[:1] != b[:1] else 0.5 * OSA.normalized_similarity(a, b)
    alike: float = OSA.normalized_similarity(a, b)
    if skeleton(left) == skeleton(right):
        return max(_SAME_SKELETON, alike) if alike >= 0.5 else alike
    return alike * _OTHER_FRAME


@lru_cache(_CACHED)
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without titles and without "Jr." and the like.

    >>> person_words("Dr. Ada de la Cruz")
    ('ada', 'de', 'la', 'cruz')
    """
    words = words_of(name)
    titles = set(folding()["titles"])
    while len(words) > 1 and words[0] in titles:
        words = words[1:]
    return words[:-1] if len(words) > 2 and words[-1] in folding()["generations"] else words


def generation_of(name: str) -> str | None:
    """Which of several of one name, where it is told: "Ada Berg Jr." and "Ada Berg, Sr" are two.

    >>> generation_of("Ada Berg Jr.")
    'jr'
    """
    words = words_of(name)
    return folding()["generations"].get(words[-1]) if len(words) > 2 else None


def is_particle(word: str) -> bool:
    """A small word inside people's names: "bin", "de"."""
    return word in folding()["particles"]


def surname_of(words: Sequence[str]) -> str:
    """The last word, which names the family in most of the press."""
    return words[-1] if words else ""


def given_score(left: Sequence[str], right: Sequence[str]) -> float:
    """How well the given names of two people with one surname agree; an initial agrees with what it begins.

    Particles are no given names; where one side has none, nothing speaks against the other.
    """
    particles = set(folding()["particles"])
    a = [word for word in left if word not in particles]
    b = [word for word in right if word not in particles]
    if not a or not b:
        return 1.0
    shorter, longer = sorted((a, b), key=len)
    return min(max(_given(word, other) for other in _met(number, word, longer)) for number, word in enumerate(shorter))


def _met(number: int, word: str, others: Sequence[str]) -> list[str]:
    """What a given name may be compared with: an initial only with the name in its place."""
    return [other for at, other in enumerate(others) if at == number or min(len(word), len(other)) > 1] or [""]


def _given(left: str, right: str) -> float:
    if min(len(left), len(right)) == 1:
        return 0.9 if sound(left)[:1] == sound(right)[:1] or left[0] == right[0] else 0.0
    return max(word_score(left, right), _TOLD_SHORT if told_short(left, right) else 0.0)


def told_short(left: str, right: str) -> bool:
    """One given name is what bearers of the other are called: "Bill" for "William"."""
    return right in _nicknames().get(left, ()) or left in _nicknames().get(right, ())


@lru_cache(1)
def _nicknames() -> dict[str, frozenset[str]]:
    return {line[0]: frozenset(line[1:]) for line in folding()["nicknames"]}


def people_score(left: str, right: str) -> float:
    """0..1, how surely two full names of people are one person's."""
    a, b = person_words(left), person_words(right)
    if len(a) < 2 or len(b) < 2:
        return 0.0
    surnames = word_score(surname_of(a), surname_of(b))
    if max(surnames, word_score(a[0], b[-1])) < _HOPELESS:
        return 0.0
    straight = min(surnames, given_score(a[:-1], b[:-1]))
    # Some papers put the family first, so one name may be the other turned round.
    turned = min(word_score(a[0], b[-1]), given_score(a[1:], b[:-1]), word_score(a[-1], b[0]))
    return max(straight, turned)


@lru_cache(_CACHED)
def squashed(name: str) -> str:
    """A body's name as one string without articles and marks: "BFM-TV" and "BFMTV" are one."""
    alike = _short_words()
    words = [alike.get(word, word) for word in _abbreviated(words_of(name))]
    return "".join(word for word in words if word != "the")


def _abbreviated(words: Sequence[str]) -> list[str]:
    """The words, with two that are mostly told by letters told so: "united nations" is "un"."""
    pairs, found = _short_pairs(), list[str]()
    for word in words:
        if found and (found[-1], word) in pairs:
            found[-1] = pairs[found[-1], word]
        else:
            found.append(word)
    return found


@lru_cache(1)
def _short_pairs() -> dict[tuple[str, str], str]:
    phrases = ((long.split(), line[0]) for line in folding()["short_words"] for long in line)
    return {(words[0], words[1]): short for words, short in phrases if len(words) == 2}


@lru_cache(1)
def _short_words() -> dict[str, str]:
    return {long: line[0] for line in folding()["short_words"] for long in line if " " not in long}
