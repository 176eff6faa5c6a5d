"""How likely a verb attributes what it governs, by weights learned from attributions in news."""

import math
from collections.abc import Iterable, Mapping

from ...records import Stance
from ..parse import Parse, Token
from .candidates import Candidate, candidates_of
from .lexicon import Lexicon

# Least likelihood of a candidate that no list vouches for. Set on PolNeAR's training part, every fifth article held
# out: three in four such clauses are attributions. A thing or a topic must be likelier: most name what is talked
# about, not what is said of it.
LEAST_LIKELIHOOD = {"ccomp": 0.5, "xcomp": 0.5, "oprd": 0.5, "dobj": 0.65}
LEAST_OF_TOPICS = 0.75


def likelihood(weights: Mapping[str, int], features: Iterable[str]) -> float:
    """Logistic regression; weights are hundredths of log odds."""
    score = (weights.get("bias", 0) + sum(weights.get(name, 0) for name in features)) / 100
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def likely_candidate(parse: Parse, verb: Token, lexicon: Lexicon) -> Candidate | None:
    """The most likely of what a verb governs, where it is likely enough."""
    weights = lexicon.weights
    scored = [(likelihood(weights, c.features), -n, c) for n, c in enumerate(candidates_of(parse, verb, lexicon))]
    best = max(scored, default=None, key=lambda entry: entry[:2])
    if best is None or best[0] < LEAST_LIKELIHOOD.get(best[2].relation, LEAST_OF_TOPICS):
        return None
    return best[2]


def stance_of(lexicon: Lexicon, lemma: str, relation: str) -> Stance:
    """What the lists say of the verb; else a will where a deed is governed, a saying where a clause or a thing is."""
    thought = relation == "xcomp" or (relation == "ccomp" and lemma in lexicon.unsaid.thoughts)
    return lexicon.clause.get(lemma, "thinks" if thought else "says")
