"""Whether two names are forms of one name: a score, and the reasons for it."""

from .scoring import explain_pair, score_pair, score_pairs

__all__ = ["explain_pair", "score_pair", "score_pairs"]
