"""Write languages/en/commonness.toml: in how many of a corpus's articles each common word stands.

    python scripts/count_common_words.py ARTICLES.jsonl > src/rashomon/languages/en/commonness.toml

Counts of single words alone, of words that are mostly written small: names are no matter of the language.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

LEAST = 6  # articles; a rarer word is no common one
WORD = re.compile(r"[^\W\d_]+")


def main(path: str) -> None:
    articles = [json.loads(line)["text"] for line in Path(path).read_text(encoding="utf-8").splitlines()]
    holding: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in articles:
        words = set(WORD.findall(text))
        holding.update({word.lower() for word in words})
        small.update(word for word in words if word.islower())
    print("# In how many of `articles` news articles each word stands. Made by scripts/count_common_words.py.")
    print(f"articles = {len(articles)}\n\n[words]")
    for word in sorted(w for w, n in holding.items() if n >= LEAST and small[w] * 2 > n):
        print(f'"{word}" = {holding[word]}')


if __name__ == "__main__":
    main(sys.argv[1])
