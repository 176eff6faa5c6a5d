"""Findings on statements: one utterance in several wordings, and denials."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Days, Document, Statement, Words
from rashomon.story.claims import Claims
from rashomon.story.findings.statements import statement_findings
from rashomon.story.origins import grounded
from rashomon.story.sources import Sources

FIRST = Days(date(2031, 5, 2), date(2031, 5, 2))
LATER = Days(date(2031, 6, 20), date(2031, 6, 20))
DAM = "We regard the seizure of the dam as an attempt to starve the northern provinces"
DAM_AGAIN = "We consider the capture of the dam an attempt at starving the provinces of the north"


def statement(document: str, text: str, speaker: str | None = "minister", **fields: object) -> Statement:
    fields = {"made": FIRST, "start": 0, "end": len(text), "kind": "direct", **fields}
    return Statement(
        id=f"statement-{document}-{fields['start']}-{fields.get('stance', '')}",
        document=document,
        text=text,
        speaker=speaker,
        **fields,
    )


def findings(*statements: Statement):
    documents = tuple(
        Document(id=id, source=id, sha256="", text="", outlet=id, story="story")
        for id in sorted({s.document for s in statements})
    )
    claims = Claims(statements=statements)
    return grounded(statement_findings(documents, claims, ()), claims, Sources({d.id: d for d in documents}))


def test_one_utterance_in_two_translations_is_found():
    (found,) = findings(statement("a", DAM), statement("b", DAM_AGAIN))
    assert (found.kind, found.origins, len(found.members)) == ("same_statement", 1, 2)


def test_the_same_words_of_another_speaker_are_another_utterance():
    assert findings(statement("a", DAM), statement("b", DAM, "general")) == ()


def test_the_opposite_is_not_the_same():
    assert findings(statement("a", DAM), statement("b", DAM_AGAIN.replace("consider", "do not consider"))) == ()


def test_a_negation_in_another_part_of_a_longer_quotation_does_not_set_it_against_a_shorter_one():
    longer = f"{DAM_AGAIN}, and nobody was warned. The harvest does not wait."
    assert [f.kind for f in findings(statement("a", DAM), statement("b", longer))] == ["same_statement"]


def test_a_story_s_own_theme_makes_no_two_statements_one():
    pair = (
        statement("a", "The council of Odrin raised the toll for the tunnel last winter"),
        statement("b", "The council of Odrin has yet to print the new toll for the tunnel"),
    )
    subjects = ("roof", "harvest", "schools", "ferry", "snow", "wages", "lamps", "bakers", "wells", "winter", "buses")
    others = (
        statement(f"other {n}", f"The council of Odrin weighs the {subject} beside the toll for the tunnel", subject)
        for n, subject in enumerate(subjects)
    )
    assert findings(*pair, *others) == ()


def test_a_short_quotation_in_other_words_is_held_by_a_longer_one():
    short = statement("a", "a reckless waste of the harvest of the whole valley")
    longer = statement(
        "b",
        "The mayors were told in spring. Whoever opened the gates wasted the harvest of the whole valley recklessly. "
        "We will send the bill to the owners of the mill, to their bank and to their heirs.",
    )
    assert [f.kind for f in findings(short, longer)] == ["same_statement"]


def test_other_numbers_are_not_the_same():
    first = statement("a", "The flood drowned 40 cattle in the valley of the Senna")
    assert findings(first, statement("b", "The flood drowned 60 cattle in the valley of the Senna")) == ()


def test_officials_without_a_name_may_be_the_same():
    words = "residents of the valley should stay indoors and boil their water"
    made = [statement(d, words, None, speaker_text=t) for d, t in (("a", "local officials"), ("b", "The officials"))]
    assert [f.kind for f in findings(*made)] == ["same_statement"]


LONG = (
    "The dam will never be sold to anybody. We will repair the eastern gates of the dam before the winter. "
    "Whoever says something else has not read the 40 pages of the treaty."
)


def test_what_stands_behind_the_word_for_somebody_unnamed_makes_no_other_of_him():
    told = (("a", "an employee of the board"), ("b", "One employee, who fled"))
    (found,) = findings(
        *(statement(d, w, None, speaker_text=t) for (d, t), w in zip(told, (DAM, DAM_AGAIN), strict=True))
    )
    assert found.kind == "same_statement"


def test_what_is_cut_from_a_longer_quotation_is_the_same_utterance():
    cut = statement("b", "that we will repair the eastern gates of the dam before the winter")
    (found,) = findings(statement("a", LONG), cut)
    assert (found.kind, len(found.members)) == ("same_statement", 2)


def test_two_cuts_from_one_quotation_are_each_the_same_as_the_whole_and_not_as_one_another():
    cuts = (
        statement("b", LONG.split(". ")[0]),
        statement("c", "will repair the eastern gates of the dam before the winter"),
    )
    whole = statement("a", LONG)
    assert sorted(f.members for f in findings(whole, *cuts)) == sorted(
        tuple(sorted((whole.id, cut.id))) for cut in cuts
    )


def test_a_few_words_in_common_are_a_turn_of_phrase():
    assert findings(statement("a", LONG), statement("b", "before the winter")) == ()


def test_a_denial_is_tied_to_the_claim_in_another_report():
    claim = statement("a", "the border crossing at Tarn had been closed to lorries", "embassy")
    denial = statement("b", "the crossing at Tarn was closed to lorries", "ministry", stance="denies")
    (found,) = findings(claim, denial)
    assert (found.kind, found.members) == ("denial", tuple(sorted((claim.id, denial.id))))


def test_a_point_is_headed_by_what_is_claimed_without_the_word_that_opens_the_clause():
    claim = statement("a", "that the border crossing at Tarn had been closed to lorries", "embassy")
    denial = statement("b", "that the crossing at Tarn was closed to lorries", "ministry", stance="denies")
    (found,) = findings(claim, denial)
    assert found.question == "the border crossing at Tarn had been closed to lorries"


def test_who_denies_reports_denies_what_is_told_in_them():
    words = "the border crossing at Tarn had been closed to lorries"
    told = statement("a", words, None, speaker_text="reports", cue=Words(0, 7, "reports"))
    (found,) = findings(told, statement("b", words, "ministry", stance="denies"))
    assert found.why.endswith("denies what is told in reports")


def test_one_denial_in_two_wordings_is_one_utterance():
    pair = (statement("a", DAM, stance="denies"), statement("b", DAM_AGAIN, stance="denies"))
    assert [f.kind for f in findings(*pair)] == ["same_statement"]


def test_denials_of_one_claim_are_one_dispute():
    claim = statement("a", "the border crossing at Tarn had been closed to lorries", "embassy")
    denials = [
        statement(d, "the crossing at Tarn was closed to lorries", who, stance="denies")
        for d, who in (("b", "ministry"), ("c", "customs"))
    ]
    (found,) = findings(claim, *denials)
    assert (found.kind, len(found.members)) == ("denial", 3)


def test_who_says_that_it_is_denied_is_not_denied():
    text = "that the border crossing at Tarn had been closed to lorries was flatly denied"
    denial = statement("b", "the border crossing at Tarn was closed to lorries", "ministry", stance="denies")
    assert findings(statement("a", text, "spokeswoman"), denial) == ()


def test_nobody_denies_himself():
    claim = statement("a", "the border crossing at Tarn had been closed to lorries")
    assert findings(claim, statement("b", claim.text, stance="denies")) == ()


@given(st.permutations([("a", DAM), ("b", DAM_AGAIN), ("c", DAM), ("d", "The price of bread has risen again")]))
def test_the_order_of_statements_changes_nothing(order):
    found = findings(*(statement(d, t) for d, t in order))
    assert [sorted(f.members) for f in found] == [["statement-a-0-", "statement-b-0-", "statement-c-0-"]]
