"""Documents as weighted words, leads and days, and how alike two of them are."""

from datetime import date

import pytest

from rashomon.article.fingerprint import LEAD_WORDS, fingerprint_of
from rashomon.records import Analysis, Document, Meaning, Publication, Time
from rashomon.story.vectors import Counts, Vector, products


def analyses(texts):
    return [Analysis(Document(id=f"d{n}", source="", sha256="", text=text)) for n, text in enumerate(texts)]


def vectors(read) -> tuple[Vector, ...]:
    counts = Counts()
    for analysis in read:
        counts.add(fingerprint_of(analysis).terms)
    return counts.vectors()


def test_equal_texts_are_wholly_alike_and_strange_ones_are_not():
    ferry, again, bank, empty = vectors(analyses(["ferry wreck", "Wreck, ferry!", "bank rate", ""]))
    assert products(ferry, [bank, again, empty]).tolist() == pytest.approx([0, 1, 0])
    assert products(empty, [ferry, empty]).tolist() == [0, 0]
    assert not len(products(ferry, []))


def test_what_stands_in_the_lead_counts_more_than_what_stands_below():
    filler = " ".join(f"filler{n}" for n in range(LEAD_WORDS))
    lead, below, other = vectors(analyses([f"ferry {filler}", f"{filler} ferry", "ferry wreck"]))
    assert products(lead, [other]) > products(below, [other]) > 0


def test_reports_of_one_day_are_more_alike_than_the_same_words_of_two_days():
    def report(name, published, weekday):
        document = Document(name, name, "", "Man shot on Sunday", published=Publication(published, published, "given"))
        meaning = Meaning("calendar", weekday=weekday, direction="past")
        return Analysis(document, times=(Time(name, name, 12, 18, "Sunday", "DATE", "", meaning=meaning),))

    first = report("a", date(2031, 5, 5), 6)  # a Monday: the Sunday before is the fourth
    same = report("b", date(2031, 5, 6), 6)
    later = report("c", date(2031, 5, 12), 6)
    again = report("d", date(2031, 5, 13), 6)
    one, two, three, four = vectors([first, same, later, again])
    assert products(one, [two]) == products(three, [four]) > products(one, [three])
