"""Bounds of counts: whether two can both be true, and which says more."""

from decimal import Decimal
from typing import Protocol

from .records import Relation

# "About 80" is said of 77 and of 84; a tenth either way, set on the gold cases.
ROUGHLY = Decimal("0.1")


class Bounded(Protocol):
    """Anything that bounds a count, as a `Figure` does."""

    @property
    def relation(self) -> Relation: ...
    @property
    def low(self) -> Decimal | None: ...
    @property
    def high(self) -> Decimal | None: ...


def bounds(relation: Relation, value: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """Low and high of a value told with that relation.

    >>> bounds("at_least", Decimal(12))
    (Decimal('12'), None)
    """
    match relation:
        case "at_least" | "more_than":
            return value, None
        case "at_most" | "less_than":
            return None, value
        case _:
            return value, value


def counts_of(claim: Bounded) -> tuple[Decimal, Decimal]:
    """The lowest and highest whole count for which a claim is true; infinity where nothing bounds it above."""
    low = claim.low if claim.low is not None else Decimal(0)
    high = claim.high if claim.high is not None else Decimal("Infinity")
    match claim.relation:
        case "approximately":
            return low * (1 - ROUGHLY), high * (1 + ROUGHLY)
        case "more_than":
            return low + 1, max(high, low + 1)
        case "less_than":
            return min(low, high - 1), high - 1
        case _:
            return low, high


def compatible(a: Bounded, b: Bounded) -> bool:
    """Both can be true of one count."""
    (low_a, high_a), (low_b, high_b) = counts_of(a), counts_of(b)
    return low_a <= high_b and low_b <= high_a


def narrower(a: Bounded, b: Bounded) -> bool:
    """`a` says more: every count true of `a` is true of `b`, and not the other way round."""
    (low_a, high_a), (low_b, high_b) = counts_of(a), counts_of(b)
    return low_b <= low_a and high_a <= high_b and (low_a, high_a) != (low_b, high_b)
