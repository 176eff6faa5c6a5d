"""Ever more reports made from some: each further world tells the same affairs in other words, of other days."""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any  # fields of a line of a crawl

KEPT_WORDS = 400  # the commonest words, the small ones of a language: what they are is what makes the rest a sentence
BANDS = (3, 10, 30, 100)  # a word is swapped with one about as common, so that common words stay common
DAYS_APART = 20  # of one world and the next
_WORD = re.compile(r"[^\W\d_]+|\d+")


def worlds(reports: Iterable[Mapping[str, Any]], size: int) -> Iterator[dict[str, Any]]:
    """So many reports: those given, then the same in one world after the other, each word for word as long.

    Nouns, names, verbs and numbers are swapped alike all over a world, so that it holds the same affairs and copies
    as the one before, and shares none with it.
    """
    first = tuple(reports)
    counts = Counter(word for report in first for word in _WORD.findall(report["text"]))
    for number in range(size):
        world, at = divmod(number, len(first))
        if at == 0:
            translate = translator(counts, world)
        yield told_in(first[at], world, translate)


def told_in(report: Mapping[str, Any], world: int, translate: Callable[[str], str]) -> dict[str, Any]:
    """A report as that world has it."""
    told = dict(report) | {"id": f"{report['id']}-{world:04}"}
    for field in ("text", "title"):
        if told.get(field):
            told[field] = translate(told[field])
    if told.get("published"):
        day = date.fromisoformat(told["published"][:10]) + timedelta(days=world * DAYS_APART)
        told["published"] = day.isoformat()
    return told


def translator(counts: Mapping[str, int], world: int) -> Callable[[str], str]:
    """A text in the words of that world; world 0 is the one we know."""
    if world == 0:
        return lambda text: text
    chance = random.Random(world)
    kept = {word.casefold() for word, _ in Counter(counts).most_common(KEPT_WORDS)}
    alike: dict[tuple[int, bool, int], list[str]] = defaultdict(list)
    for word in sorted(counts):
        if word.isalpha() and word.casefold() not in kept:
            alike[len(word), word[0].isupper(), sum(counts[word] >= least for least in BANDS)].append(word)
    other: dict[str, str] = {}
    for words in alike.values():
        shuffled = words[:]
        chance.shuffle(shuffled)
        other |= zip(words, shuffled, strict=True)
    return lambda text: _WORD.sub(lambda found: other.get(found[0]) or _number(found[0], world), text)


def _number(word: str, world: int) -> str:
    """Another number of one or two digits; a year or a word stays."""
    if not word.isascii() or not word.isdigit() or len(word) > 2 or word.startswith("0"):
        return word
    least, most = (1, 9) if len(word) == 1 else (10, 28)
    return str((int(word) * 5 + world) % (most - least + 1) + least)
