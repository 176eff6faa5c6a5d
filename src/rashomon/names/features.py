"""What two names have in common and in what they differ, as numbers for the scorer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz.distance import OSA, JaroWinkler

from .folding import folding, listed, skeleton, sound, words_of

FEATURES = (
    "equal",
    "joined",
    "sorted",
    "jaro",
    "covered_most",
    "covered_least",
    "worst",
    "conflict",
    "conflict_length",
    "extra",
    "extra_share",
    "edits",
    "edits_share",
    "initials",
    "sounds",
    "numbers",
    "forms_differ",
    "single",
    "single_edits",
    "first_letter",
    "first_word",
    "last_word",
    "letters_of",
    "short_edit",
    "order",
    "length",
    "frame",
    "lone",
    "vowels",
    "merged",
)
_MATCH = 0.55  # two words less alike than this are not one word misspelt
_MOST_EDITS = 6
_SPLIT = 0.9  # names as alike as this without their spaces differ in the spaces


@dataclass(frozen=True, slots=True)
class Read:
    """A name read for comparing: its own words, the legal forms taken off, and its numbers."""

    words: tuple[str, ...]
    forms: frozenset[str]
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aligned:
    """Words paired one to one, best first, with how alike they are; and the words left over on each side."""

    pairs: tuple[tuple[str, str, float], ...]
    left: tuple[str, ...]
    right: tuple[str, ...]


def read_name(name: str, kind: str | None) -> Read:
    """A name as its own words; `kind` is "PERSON", "ORG" or unknown."""
    words = _joined_letters(words_of(name.replace("&", " and ")))
    if kind != "ORG":
        words = _without(words, listed("titles"))
        words = _alike(words, _phrases("particle_alike"))
    forms, words = _legal_forms(words)
    words = _alike(words, _phrases("short_words")) if kind != "PERSON" else words
    words = _without(words, frozenset({"the", "s"}))
    words = [_number(word) for word in words]
    return Read(tuple(words), forms, tuple(word for word in words if any(c.isdigit() for c in word)))


def _without(words: list[str], dropped: frozenset[str]) -> list[str]:
    kept = [word for word in words if word not in dropped]
    return kept or words


@cache
def _phrases(table: str) -> Mapping[tuple[str, ...], str]:
    lines = folding()[table]
    return {tuple(words_of(phrase)): line[0] for line in lines for phrase in line if words_of(phrase)}


def _alike(words: list[str], phrases: Mapping[tuple[str, ...], str]) -> list[str]:
    """The words with each phrase that has a shorter way of writing put so."""
    longest = max(map(len, phrases))
    found: list[str] = []
    index = 0
    while index < len(words):
        for length in range(min(longest, len(words) - index), 0, -1):
            put = phrases.get(tuple(words[index : index + length]))
            if put is not None:
                found.append(put)
                index += length
                break
        else:
            found.append(words[index])
            index += 1
    return found


def _legal_forms(words: list[str]) -> tuple[frozenset[str], list[str]]:
    known = {line[0] for line in folding()["legal_forms"]}
    alike = _alike(words, _phrases("legal_forms"))
    kept = [word for word in alike if word not in known]
    return (frozenset(word for word in alike if word in known), kept) if kept else (frozenset(), words)


def _joined_letters(words: Sequence[str]) -> list[str]:
    """ "a", "b", "c" in a row are one word of letters."""
    found: list[str] = []
    run = False
    for word in words:
        if len(word) == 1 and word.isalpha() and run:
            found[-1] += word
        else:
            found.append(word)
        run = len(word) == 1 and word.isalpha()
    return found


def _number(word: str) -> str:
    return _numbers().get(word, word) if len(word) > 1 else word


@cache
def _numbers() -> Mapping[str, str]:
    return {word: line[0] for line in folding()["numbers"] for word in line}


def align(left: Sequence[str], right: Sequence[str]) -> Aligned:
    """Pair the words of two names, the most alike first."""
    scored = sorted(
        ((_alikeness(a, b), -abs(i - j), -i, -j) for i, a in enumerate(left) for j, b in enumerate(right)), reverse=True
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs = []
    for score, _, i, j in scored:
        if score >= _MATCH and -i not in used_left and -j not in used_right:
            used_left.add(-i)
            used_right.add(-j)
            pairs.append((left[-i], right[-j], score))
    rest_left = tuple(word for i, word in enumerate(left) if i not in used_left)
    rest_right = tuple(word for j, word in enumerate(right) if j not in used_right)
    return Aligned(tuple(pairs), rest_left, rest_right)


def _alikeness(left: str, right: str) -> float:
    if left == right:
        return 1.0
    if min(len(left), len(right)) == 1:
        return 0.7 if left[0] == right[0] else 0.0
    plain: float = OSA.normalized_similarity(left, right)
    by_ear: float = OSA.normalized_similarity(sound(left), sound(right))
    return max(plain, 0.95 * by_ear)


def features(left: str, right: str, kind: str | None) -> tuple[float, ...]:
    """The features of a pair, in the order of `FEATURES`, each about 0..1."""
    a, b = read_name(left, kind), read_name(right, kind)
    merged = _is_split(a, b)
    if merged:
        a, b = replace(a, words=("".join(a.words),)), replace(b, words=("".join(b.words),))
    aligned = align(a.words, b.words)
    values = {**_whole(a, b), **_words(a, b, aligned), **_details(a, b, aligned), "merged": merged}
    return tuple(float(values[name]) for name in FEATURES)


def _is_split(a: Read, b: Read) -> bool:
    """One name is the other with its words run together, or a word torn apart."""
    if len(a.words) == len(b.words) or sorted(a.numbers) != sorted(b.numbers):
        return False
    return OSA.normalized_similarity("".join(a.words), "".join(b.words)) >= _SPLIT


def _whole(a: Read, b: Read) -> dict[str, float]:
    """The names as strings."""
    one, two = "".join(a.words), "".join(b.words)
    one_sorted, two_sorted = " ".join(sorted(a.words)), " ".join(sorted(b.words))
    back = OSA.normalized_similarity(one[::-1], two)
    return {
        "equal": sorted(a.words) == sorted(b.words) or one == two,
        "joined": max(OSA.normalized_similarity(one, two), back),
        "sorted": OSA.normalized_similarity(one_sorted, two_sorted),
        "jaro": JaroWinkler.similarity(one, two),
        "length": min(len(one), len(two), 30) / 30,
        "letters_of": _is_letters_of(a.words, b.words) or _is_letters_of(b.words, a.words),
        "frame": sound(one) == sound(two),
    }


def _is_letters_of(short: Sequence[str], long: Sequence[str]) -> bool:
    meant = [word for word in long if word not in ("of", "and", "for")]
    return len(meant) > 1 and bool(short) and short[0] == "".join(word[0] for word in meant)


def _words(a: Read, b: Read, aligned: Aligned) -> dict[str, float]:
    """How much of each name the other has."""
    length_a, length_b = len("".join(a.words)) or 1, len("".join(b.words)) or 1
    covered_a = sum(len(one) * score for one, _, score in aligned.pairs) / length_a
    covered_b = sum(len(two) * score for _, two, score in aligned.pairs) / length_b
    rest_a, rest_b = len("".join(aligned.left)), len("".join(aligned.right))
    return {
        "covered_most": max(covered_a, covered_b),
        "covered_least": min(covered_a, covered_b),
        "worst": min((score for _, _, score in aligned.pairs), default=0.0),
        "conflict": bool(rest_a and rest_b),
        "conflict_length": min(rest_a, rest_b, 10) / 10,
        "extra": min(len(aligned.left) + len(aligned.right), 4) / 4,
        "extra_share": (rest_a + rest_b) / (length_a + length_b),
        "sounds": sum(sound(one) == sound(two) for one, two, _ in aligned.pairs)
        / max(min(len(a.words), len(b.words)), 1),
        "initials": any(min(len(one), len(two)) == 1 and one != two for one, two, _ in aligned.pairs),
    }


def _details(a: Read, b: Read, aligned: Aligned) -> dict[str, float]:
    """Where they differ."""
    differing = [(one, two) for one, two, _ in aligned.pairs if one != two and min(len(one), len(two)) > 1]
    edits = sum(OSA.distance(one, two) for one, two in differing)
    longest = max((max(len(one), len(two)) for one, two in differing), default=0)
    single = max(len(a.words), len(b.words)) == 1
    return {
        "edits": min(edits, _MOST_EDITS) / _MOST_EDITS,
        "edits_share": edits / longest if longest else 0.0,
        "numbers": sorted(a.numbers) != sorted(b.numbers),
        "forms_differ": bool(a.forms and b.forms and not a.forms & b.forms),
        "single": single,
        "single_edits": single and bool(edits),
        "first_letter": any(one[0] != two[0] for one, two in differing),
        "first_word": not a.words or not b.words or a.words[0] != b.words[0],
        "last_word": not a.words or not b.words or a.words[-1] != b.words[-1],
        "short_edit": any(min(len(one), len(two)) <= 4 for one, two in differing),
        "lone": min(len(a.words), len(b.words)) == 1 < max(len(a.words), len(b.words)),
        "vowels": bool(differing) and all(skeleton(one) == skeleton(two) for one, two in differing),
        "order": a.words != b.words and sorted(a.words) == sorted(b.words),
    }
