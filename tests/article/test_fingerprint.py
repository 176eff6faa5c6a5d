"""What a document is compared with others by: nothing of what is cut from it, and only what it tells itself."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.article.fingerprint import LEAD_WORDS, TITLE_WEIGHT, fingerprint_of
from rashomon.article.words import SHINGLE_WORDS, article_words, folded, sampled
from rashomon.fingerprint import from_bytes, to_bytes
from rashomon.records import Analysis, Boilerplate, Document, Meaning, Publication, Statement, Time

LINES = (
    "Ferry sinks off Port Velsk",
    "The ferry Marisol sank off Port Velsk on Monday night with sixty passengers and a crew of eight on board.",
    "Read also: our photographs of the harbour",
    "“The lamp of the lighthouse had not been lit since the storm,” the harbour master said.",
)


def document(*lines: str, **fields: object) -> Document:
    return Document("d", "d.txt", "", "\n".join(lines), lines[0] if lines else None, **fields)  # type: ignore[arg-type]


def cut(read: Document, line: str) -> Document:
    start = read.text.index(line)
    return replace(read, boilerplate=(Boilerplate(start, start + len(line), "related link"),))


def test_what_is_cut_leaves_no_trace() -> None:
    whole, without = fingerprint_of(Analysis(cut(document(*LINES), LINES[2]))), document(*LINES[:2], LINES[3])
    told = fingerprint_of(Analysis(without))
    assert whole.terms == told.terms
    assert whole.sample == told.sample
    assert [(line.words, line.is_sentence, line.is_free) for line in whole.lines] == [
        (line.words, line.is_sentence, line.is_free) for line in told.lines
    ]
    assert len(fingerprint_of(Analysis(document(*LINES))).lines) == len(LINES)


def test_the_title_and_the_lead_count_again() -> None:
    below = " ".join(f"filler{number}" for number in range(LEAD_WORDS))
    terms = fingerprint_of(Analysis(document("Ferry", below, "wreck wreck"))).terms
    counts = {word: told for word, *told in zip(terms.words, terms.counts, terms.lead_counts, strict=True)}
    assert counts["ferry"] == [1 + TITLE_WEIGHT, 1 + TITLE_WEIGHT]
    assert counts["wreck"] == [2, 0]


def test_a_line_that_tells_somebodys_words_is_not_free_to_be_furniture() -> None:
    read = document(*LINES)
    start = read.text.index(LINES[3])
    said = Statement("s", "d", start, start + 60, read.text[start : start + 60], "direct")
    told = fingerprint_of(Analysis(read, statements=(said, replace(said, id="t", kind="indirect"))))
    assert [line.is_free for line in told.lines] == [False, True, True, False]  # the first is the headline
    assert told.sample.quotations == ((start, start + 60),)


def test_a_day_is_told_where_the_document_has_its_own() -> None:
    monday = Time("t", "d", 0, 6, "Monday", "DATE", "", meaning=Meaning("calendar", weekday=0, direction="past"))
    day = date(2031, 3, 5)  # a Wednesday
    dated = document(*LINES, published=Publication(day, day, "given"))
    assert "day 2031-03-03" in fingerprint_of(Analysis(dated, times=(monday,))).terms.words
    assert "day 2031-03-03" not in fingerprint_of(Analysis(document(*LINES), times=(monday,))).terms.words


def test_the_same_words_have_one_digest_whatever_stands_between_them() -> None:
    one, other = (
        fingerprint_of(Analysis(Document("d", "", "", text))).sample for text in ("Ferry sinks", "ferry, sinks!")
    )
    assert one.digest == other.digest


@pytest.mark.parametrize("text", ["", "\n\n", "…", "\ud800 broken", "word " * 5000, "\0", "ß" * 3])
def test_odd_texts_have_a_fingerprint_that_can_be_packed(text: str) -> None:
    told = fingerprint_of(Analysis(Document("d", "", "", text, title=text)))
    assert from_bytes(to_bytes(told)) == told
    assert (told.sample.digest == b"") == (not folded(text))


@given(st.text(max_size=300))
def test_the_sample_is_of_the_articles_own_words(text: str) -> None:
    read = Document("d", "", "", text)
    words = article_words(read)
    sample = fingerprint_of(Analysis(read)).sample
    assert sample.words == len(words)
    assert list(sample.shingles) == sorted(set(sampled(words)))
    assert len(sample.shingles) <= max(0, len(words) - SHINGLE_WORDS + 1)
