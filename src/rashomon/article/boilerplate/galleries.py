"""Captions without a credit: of a gallery, or of a picture between paragraphs."""

import re
from collections import Counter

from ...languages import Language
from ...records import BoilerplateKind
from .furniture import is_sentence, tells_of_picture

# Of lines of eight words and more in the pages of a collection of news sites, captions lack a full stop in seven of ten
# cases, paragraphs in one of sixteen: lacking it makes a caption only together with another sign.
CAPTION_WORDS = 8
BARE_SHARE = 0.4  # of the lines of so many words; where more lack a full stop, that says nothing
FEWEST_OF_GALLERY = 3  # lines that begin alike, or with "3/16"
TITLE_WORDS = 4  # words that begin the lines of a gallery alike: "Photos: Storm over Odrin The quay …"
RETOLD = 0.75  # of its words in one paragraph of the text: captions say again what the text says
MOST_LINES = 500  # each bare line is held against all others; no article has so many
TOP = 3  # lines above this one are the headline and what it is explained by
FEWEST_LABELLED = 2  # "Split: Ann Lee, 47, announced that …", "Happy time: …"
_BULLETS = "-–—•*·"
POST = "(@"  # of a post of a network, which is the affair's own
_NUMBERED = re.compile(r"\s*\(?(\d{1,3})\s?(?:/|of)\s?(\d{1,3})\b")
_LABELLED = re.compile(r"[A-Z][a-z][\w'’ ]{1,40}: [A-Z]")
_QUOTES = "\"“„«‘'"
_WORD = re.compile(r"[^\W_]+")


def mark_captions(lines: list[str], marks: list[BoilerplateKind | None], language: Language) -> None:
    """Marks them, among the lines after the headline that bear no mark."""
    free = [n for n in range(1, len(lines)) if marks[n] is None]
    gallery = _numbered(lines, free) | _begun_alike(lines, free)
    for n in gallery | _bare_captions(lines, free, language):
        marks[n] = "caption"


def _numbered(lines: list[str], free: list[int]) -> set[int]:
    """ "3/16 The quay at night": lines that are counted out of one number."""
    told = {n: match for n in free if (match := _NUMBERED.match(lines[n]))}
    often = Counter(match[2] for match in told.values())
    return {n for n, match in told.items() if often[match[2]] >= FEWEST_OF_GALLERY and int(match[1]) <= int(match[2])}


def _begun_alike(lines: list[str], free: list[int]) -> set[int]:
    """Lines that all begin with the gallery's title, behind which each begins a sentence of its own."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for n in free:
        start = tuple(lines[n].split()[:TITLE_WORDS])
        if len(start) == TITLE_WORDS:
            groups.setdefault(start, []).append(n)
    galleries = [group for group in groups.values() if len({lines[n] for n in group}) >= FEWEST_OF_GALLERY]
    common = {word for line in lines for word in line.split() if word.islower()} if galleries else set()
    return {n for group in galleries if _is_title([lines[n].split() for n in group], common) for n in group}


def _is_title(lines: list[list[str]], common: set[str]) -> bool:
    """What the lines share ends where each goes on with a capital or a number, not within a sentence.

    Some go on with a word that the text writes small elsewhere: behind "In the port of" stand nothing but names.
    """
    shared = next((n for n, words in enumerate(zip(*lines, strict=False)) if len(set(words)) > 1), min(map(len, lines)))
    goes_on = lines[0][shared - 1][-1] in ",;" or lines[0][0][0] in _BULLETS
    firsts = [line[shared] for line in lines if len(line) > shared]
    return (
        not goes_on
        and not any(word[0].islower() for word in firsts)
        and any(word.casefold() in common for word in firsts if word[0].isupper())
    )


def _bare_captions(lines: list[str], free: list[int], language: Language) -> set[int]:
    """Long lines without a full stop that point at a picture, or say again what a paragraph says."""
    told = [n for n in free if len(lines[n].split()) >= CAPTION_WORDS]
    bare = [n for n in told if not is_sentence(lines[n])]
    if len(bare) > BARE_SHARE * len(told) + 1 or len(lines) > MOST_LINES:
        return set()
    bare = [n for n in bare if lines[n][0] not in _QUOTES and POST not in lines[n]]
    labelled = [n for n in bare if n > TOP and _LABELLED.match(lines[n])]
    words = {n: set(_WORD.findall(lines[n].casefold())) for n in range(len(lines))}
    return {
        n
        for n in bare
        if tells_of_picture(lines[n], language)
        or (n in labelled and len(labelled) >= FEWEST_LABELLED)
        or (n > TOP and _is_retold(n, words, bare))
    }


def _is_retold(number: int, words: dict[int, set[str]], bare: list[int]) -> bool:
    own = words[number]
    return any(
        len(own & others) >= RETOLD * len(own) for n, others in words.items() if n != number and n not in bare and n > 0
    )
