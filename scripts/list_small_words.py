"""Write languages/en/small_words.toml: words that are mostly written small, besides those of commonness.toml.

    python scripts/list_small_words.py ARTICLES.jsonl… > src/rashomon/languages/en/small_words.toml

A word that many people bear as a name is left out: small letters prove little of it.
"""

import json
import re
import sys
import textwrap
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

LEAST = 3  # articles; of a rarer word too little is seen
SHARE = 0.8  # of the articles that hold the word
LETTERS = 3
WORD = re.compile(r"[^\W\d_]+")
TABLES = Path("src/rashomon/languages/en")


def main(paths: Iterable[str]) -> None:
    holding: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            words = set(WORD.findall(json.loads(line)["text"]))
            holding.update({word.lower() for word in words})
            small.update(word for word in words if word.islower())
    known = _known()
    found = [w for w, n in holding.items() if n >= LEAST and small[w] >= SHARE * n and len(w) >= LETTERS]
    kept = " ".join(sorted(w for w in found if w not in known and w.isascii()))
    print("# Words of news that are mostly written small, besides those of commonness.toml.")
    print("# Made by scripts/list_small_words.py.\n")
    print(f'words = """\n{textwrap.fill(kept, 118)}\n"""')


def _known() -> set[str]:
    people = tomllib.loads((TABLES / "people.toml").read_text(encoding="utf-8"))
    common = tomllib.loads((TABLES / "commonness.toml").read_text(encoding="utf-8"))["words"]
    return {word for name in ("women", "men", "either", "surnames") for word in people[name].split()} | set(common)


if __name__ == "__main__":
    main(sys.argv[1:])
