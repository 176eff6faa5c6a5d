"""Which documents share shingles, beside the plain way to find out."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.fingerprint import numbers
from rashomon.story import shingles
from rashomon.story.shingles import TOO_COMMON, shared

HELD = st.dictionaries(st.text("abcd", min_size=1, max_size=2), st.frozensets(st.integers(0, 12)), max_size=9)


@given(HELD, st.sampled_from([0.0, 0.3, 0.5, 1.0]))
def test_two_documents_share_what_both_hold(held, least):
    found = list(shared({id: numbers(sorted(own)) for id, own in held.items()}, least))
    both = {(a, b): len(held[a] & held[b]) for a, b in combinations(sorted(held), 2)}
    assert found == [
        (a, b) for (a, b), count in both.items() if count and count >= least * min(len(held[a]), len(held[b]))
    ]


def test_what_very_many_hold_nobody_shares():
    ids = [f"d{n:03}" for n in range(TOO_COMMON + 1)]
    assert not list(shared({id: numbers([7]) for id in ids}))
    assert len(list(shared({id: numbers([7]) for id in ids[1:]}))) == TOO_COMMON * (TOO_COMMON - 1) // 2


def test_it_is_the_same_in_few_pairs_at_once(monkeypatch):
    held = {f"d{n}": numbers(sorted({n % 3, n % 4, 9})) for n in range(20)}
    expected = list(shared(held))
    monkeypatch.setattr(shingles, "PAIRS_AT_ONCE", 1)
    assert list(shared(held)) == expected
