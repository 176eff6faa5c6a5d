"""Names joined across stories: what is sure, and what needs the same company."""

import pytest

from rashomon.records import Analysis

from .named import Named, join_mentions, report


def are_one(one: list[Named], other: list[Named], company: tuple[str, ...] = ()) -> bool:
    """Whether the first names of reports of two stories mean one thing; `company` is named in both."""
    beside: list[Named] = [(name, "PERSON") for name in company]
    read = (report("a", *one, *beside), report("b", *other, *beside))
    entity_of = join_mentions(read, (), {"a": "s", "b": "t"}).entity_of
    return entity_of["a-0"] == entity_of["b-0"]


COMPANY = ("Ulla Ferm", "Per Strand")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ada Holm", "PERSON"), ("ADA HOLM", "PERSON")),
        (("United Kingdom", "GPE"), ("UK", "GPE")),
        (("Oslo", "GPE"), ("OSLO", "GPE")),
        (("Velkora", "ORG"), ("Velkora", "ORG")),
        (("Velsk Harbour Office", "ORG"), ("the Velsk Harbour Office", "ORG")),
    ],
)
def test_a_sure_name_is_one_in_every_story(one: Named, other: Named) -> None:
    assert are_one([one], [other])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Holm", "PERSON"), ("Holm", "PERSON")),
        (("Ada Holm", "PERSON"), ("Holm", "PERSON")),
        (("Mikhail Oryolov", "PERSON"), ("Mihail Oriolov", "PERSON")),
        (("Ada Solvik Quispe", "PERSON"), ("Ada Solvik", "PERSON")),
        (("Hospital", "ORG"), ("Hospital", "ORG")),
        (("Main Street", "FACILITY"), ("Main Street", "FACILITY")),
        (("Nebi Varesh", "FACILITY"), ("Nabi Varesh", "FACILITY")),
    ],
)
def test_a_doubtful_name_is_one_where_two_others_are_named_with_it(one: Named, other: Named) -> None:
    assert are_one([one], [other], COMPANY)
    assert not are_one([one], [other])


def test_a_first_name_alone_is_nobody_of_another_story() -> None:
    assert not are_one([("Robert", "PERSON")], [("Robert", "PERSON")], COMPANY)


def test_a_surname_is_nobody_s_where_two_bearers_keep_that_company() -> None:
    beside: list[Named] = [(name, "PERSON") for name in COMPANY]
    reports = (
        report("a", ("Ada Holm", "PERSON"), *beside),
        report("b", ("Bo Holm", "PERSON"), *beside),
        report("c", ("Holm", "PERSON"), *beside),
    )
    entities = join_mentions(reports, (), {"a": "r", "b": "s", "c": "t"}).entities
    assert [e.aliases for e in entities if "Holm" in e.aliases] == [("Holm",)]


def test_a_county_of_one_name_may_lie_in_two_states() -> None:
    def told(document: str, state: str) -> Analysis:
        return report(document, ("Jefferson County", "GPE"), (state, "GPE"))

    stories = {"a": "s", "b": "t", "c": "u"}
    joined = join_mentions((told("a", "Colorado"), told("b", "Alabama"), told("c", "Colorado")), (), stories)
    assert joined.entity_of["a-0"] == joined.entity_of["c-0"] != joined.entity_of["b-0"]


def test_letters_that_stand_for_two_bodies_join_no_third() -> None:
    reports = (
        report("a", ("Colden Police Department", "ORG"), ("CPD", "ORG")),
        report("b", ("Carvel Police Department", "ORG"), ("CPD", "ORG")),
        report("c", ("CPD", "ORG")),
    )
    joined = join_mentions(reports, (), {"a": "r", "b": "s", "c": "t"})
    assert sorted(entity.aliases for entity in joined.entities) == [
        ("CPD",),
        ("CPD", "Carvel Police Department"),
        ("CPD", "Colden Police Department"),
    ]


def test_what_nearly_all_reports_take_a_name_for_it_is_in_the_others() -> None:
    sure = [report(f"a{n}", ("Velkora", "ORG")) for n in range(6)]
    odd = report("b", ("Velkora", "PERSON"))
    stories = {analysis.document.id: analysis.document.id for analysis in (*sure, odd)}
    assert {e.type for e in join_mentions((*sure, odd), (), stories).entities} == {"ORG"}
    named = report("b", ("Ada Velkora", "PERSON"), ("Velkora", "PERSON"))
    assert {e.type for e in join_mentions((*sure, named), (), stories).entities} == {"ORG", "PERSON"}
