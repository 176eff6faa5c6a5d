"""Quotations signed with a dash and a name, and lines behind a dash that sign nothing."""

import pytest

from .reading import said

SIGNED = [
    ("“We lost it all.” — Ona Brandt, farmer", ("We lost it all.", "Ona Brandt, farmer")),
    ("“We lost it all.” ― Ona Brandt.", ("We lost it all.", "Ona Brandt")),
    ('"We lost it all."\n\n-- Tom Arden', ("We lost it all.", "Tom Arden")),
    ("“We lost it all.” – Mara Quill (Odrin)", ("We lost it all.", "Mara Quill (Odrin")),
]


@pytest.mark.parametrize(("text", "voice"), SIGNED)
def test_a_quotation_may_be_signed(text: str, voice: tuple[str, str]) -> None:
    words, speaker = said(f"People told of the flood.\n\n{text}\n\nRain fell on Odrin.")[-1]
    assert (words, (speaker or "")[: len(voice[1])]) == voice


UNSIGNED = [
    "The play “Two Rivers” — Odrin left early.",
    "“Two Rivers” - the film that Mara Quill made in Odrin.",
    "“Two Rivers” — what a night it was.",
]


@pytest.mark.parametrize("text", UNSIGNED)
def test_a_dash_alone_signs_nothing(text: str) -> None:
    assert said(text) == []


def test_each_signature_is_its_own_quotations() -> None:
    text = "“No light.” — Ona Brandt\n\n“No water.” — Tom Arden\n\n“It is cold,” said Mara Quill."
    assert [speaker for _, speaker in said(text)] == ["Ona Brandt", "Tom Arden", "Mara Quill"]


def test_an_embedded_post_is_its_writers() -> None:
    text = "Rain fell.\n\nWe open the road at noon. #odrin — Odrin Police (@odrinpolice) May 3, 2021\n\nIt was wet."
    assert said(text) == [("We open the road at noon. #odrin", "Odrin Police")]
