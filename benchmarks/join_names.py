"""Names joined at scale: 100,000 mentions of 20,000 made-up names; prints seconds of processor time and peak memory."""

import random
import resource
import sys
import time
from collections.abc import Iterator

from rashomon.article.mentions.lexicon import lexicon_of
from rashomon.languages import language_of
from rashomon.records import Analysis, Document, EntityType, Mention
from rashomon.story.entities import join_names
from rashomon.story.entities.groups import named_in

MENTIONS = 100_000
A_DOCUMENT = 50  # mentions in each
PEOPLE, BODIES, PLACES = 12_000, 5_000, 3_000
SURNAME_ALONE = 0.3  # of the mentions of people
SECONDS, MEGABYTES = 60, 1000  # what `make bench` allows
_SYLLABLES = ["ba", "dar", "fe", "gra", "kha", "ko", "lu", "men", "mo", "nor"]
_SYLLABLES += ["pe", "qu", "ri", "sa", "shi", "ta", "tin", "vel", "yev", "zho"]


def main() -> int:
    """Join, print, and fail where it took longer or more than allowed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MENTIONS
    analyses, lexicon = tuple(_analyses(random.Random(1), count)), lexicon_of(language_of("en"))
    start = time.process_time()
    named, _ = named_in(analyses, {}, (), lexicon)
    joined = join_names([named], (), {}, lexicon)
    seconds = time.process_time() - start
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    cost = f"{seconds:.1f} s of processor time, {megabytes:.0f} MB at most"
    print(f"{count} mentions, {len(joined.entities)} entities: {cost}")
    return int(seconds > SECONDS or megabytes > MEGABYTES)


def _analyses(chance: random.Random, count: int) -> Iterator[Analysis]:
    names = _names(chance)
    for number in range(count // A_DOCUMENT):
        id = f"d{number}"
        yield Analysis(Document(id, "made up", "", ""), tuple(_mentions(chance, names, id)))


def _names(chance: random.Random) -> list[tuple[str, EntityType]]:
    def word(syllables: int) -> str:
        return "".join(chance.choice(_SYLLABLES) for _ in range(syllables)).title()

    people: list[tuple[str, EntityType]] = [(f"{word(2)} {word(3)}", "PERSON") for _ in range(PEOPLE)]
    bodies: list[tuple[str, EntityType]] = [(f"{word(2)} {word(2)} Council", "ORG") for _ in range(BODIES)]
    places: list[tuple[str, EntityType]] = [(word(3), "GPE") for _ in range(PLACES)]
    return people + bodies + places


def _mentions(chance: random.Random, names: list[tuple[str, EntityType]], document: str) -> Iterator[Mention]:
    start = 0
    for number in range(A_DOCUMENT):
        text, kind = chance.choice(names)
        if kind == "PERSON" and chance.random() < SURNAME_ALONE:
            text = text.split()[-1]
        yield Mention(f"m{document}-{number}", document, start, start + len(text), text, kind)
        start += len(text) + 1


if __name__ == "__main__":
    sys.exit(main())
