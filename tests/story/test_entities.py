"""Names joined across documents, and people's judgements about them."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records import Analysis, Document, Judgement, Mention, Publication

from .named import Joined, Named, join_mentions, report


def names_of(joined: Joined) -> list[tuple[str, ...]]:
    return sorted(entity.aliases for entity in joined.entities)


def together(left: Named, right: Named) -> bool:
    """Whether two reports that name these speak of one thing."""
    return len(join_mentions((report("a", left), report("b", right)), ()).entities) == 1


def said(left: str, right: str, verdict: str, number: int = 0) -> Judgement:
    return Judgement(f"j{number}", left, right, verdict, "Ida", "I know them", at=f"2031-01-0{number + 1}T00:00:00Z")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Ada Solvik", "PERSON"), ("Ada Solvik Quispe", "PERSON")),
        (("Ib Tang", "PERSON"), ("Ib Tang Jr.", "PERSON")),
        (("OSLO", "GPE"), ("Oslo", "GPE")),
        (("Pohlask", "GPE"), ("Pohlask Province", "GPE")),
        (("DPRK", "GPE"), ("D.P.R.K.", "GPE")),
        (("Yevgen Zhuravlenka", "PERSON"), ("Evgen Juravlenko", "PERSON")),
        (("Mikhail Oryolov", "PERSON"), ("Mihail Oriolov", "PERSON")),
        (("Oleh Hlyniekhov", "PERSON"), ("Oleg Glinekhov", "PERSON")),
        (("Ada B. Holm", "PERSON"), ("Ada Holm", "PERSON")),
        (("A. Holm", "PERSON"), ("Ada Holm", "PERSON")),
        (("Jean-Luc Ferrand", "PERSON"), ("Jean Luc Ferrand", "PERSON")),
        (("Kiyiv TV", "ORG"), ("KIYIV-TV", "ORG")),
        (("Baltic Harbour Television", "ORG"), ("Baltic Harbour TV", "ORG")),
        (("Danish Harbour Ministry", "ORG"), ("Harbour Ministry", "ORG")),
        (("Baltic Harbour Union", "ORG"), ("BHU", "ORG")),
        (("Union for Harbour and Baltic Research", "ORG"), ("UHBR", "ORG")),
        (("United Kingdom", "GPE"), ("UK", "GPE")),
        (("UN Harbour Council", "ORG"), ("United Nations Harbour Council", "ORG")),
        (("U.N. Harbour Council", "ORG"), ("Harbour Council", "ORG")),
        (("Seo Jae-min", "PERSON"), ("Seo Jae Min", "PERSON")),
        (("Osk bin Ladir", "PERSON"), ("bin Ladir", "PERSON")),
        (("Seo Jae-min", "PERSON"), ("Seo Jaemin", "PERSON")),
        (("Ada Ahmadi-Zol", "PERSON"), ("Ada Ahmadizol", "PERSON")),
        (("Usama bin Ladir", "PERSON"), ("Osama bin Ladir", "PERSON")),
        (("Petro Oryolov", "PERSON"), ("Pyotr Oryolov", "PERSON")),
        (("Ada Sidra Fayez", "PERSON"), ("Ada Sidra Faiz", "PERSON")),
        (("Victor Oryolov", "PERSON"), ("Viktor Oryolov", "PERSON")),
        (("Karim Qaddari", "PERSON"), ("Karim Gadari", "PERSON")),
        (("Pavel Goroschenko", "PERSON"), ("Pavel Goroshenko", "PERSON")),
        (("Mila Borachev", "PERSON"), ("Mila Boratschow", "PERSON")),
        (("Bombay", "GPE"), ("Mumbai", "GPE")),
        (("Velkora", "ORG"), ("Velkora Inc.", "ORG")),
        (("Velkora Ltd", "ORG"), ("Velkora Inc.", "ORG")),
        (("Rovers", "ORG"), ("Houston Rovers", "ORG")),
        (("Minn.", "GPE"), ("Minnesota", "GPE")),
        (("Danish authorities", "ORG"), ("Denmark's authorities", "ORG")),
        (("Chilean foreign ministry", "ORG"), ("Chile’s Foreign Ministry", "ORG")),
        (("Mt. Velhorn", "LOC"), ("Mount Velhorn", "LOC")),
        (("America", "GPE"), ("United States", "GPE")),
    ],
)
def test_two_forms_of_one_name_are_joined(left: Named, right: Named) -> None:
    assert together(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Yuri Zhuravlenko", "PERSON"), ("Yuri Zhuravnenko", "PERSON")),
        (("Ada Holm", "PERSON"), ("Bo Holm", "PERSON")),
        (("Petrov Lom", "PERSON"), ("Petrushin Lom", "PERSON")),
        (("Harbour Council", "ORG"), ("Collective Harbour Council", "ORG")),
        (("Hon Lei", "PERSON"), ("Li", "PERSON")),
        (("Niger", "GPE"), ("Nigeria", "GPE")),
        (("Nantes", "GPE"), ("Nantes Matin", "ORG")),
        (("Olaf Brenn Sr.", "PERSON"), ("Olaf Brenn Jr.", "PERSON")),
        (("Seo Jae-min", "PERSON"), ("Seo Jae-sik", "PERSON")),
        (("Yu Peng", "PERSON"), ("Yu Ping", "PERSON")),
        (("Karim Hassan", "PERSON"), ("Karim Hussein", "PERSON")),
        (("Mahmoud Oskari", "PERSON"), ("Mohammed Oskari", "PERSON")),
        (("Karim Oskar", "PERSON"), ("Karim Oskari", "PERSON")),
        (("Olga Vetrova", "PERSON"), ("Oleg Vetrov", "PERSON")),
        (("Mila Vetrova", "PERSON"), ("Mila Vetrov", "PERSON")),
        (("Maria Solis", "PERSON"), ("Mario Solis", "PERSON")),
        (("Karim Omar Guell", "PERSON"), ("Omar Karim Guell", "PERSON")),
        (("Olaf Brenn, Senior", "PERSON"), ("Olaf Brenn II", "PERSON")),
        (("Elgard Motor Corp", "ORG"), ("EMC", "ORG")),
        (("Danish authorities", "ORG"), ("Norwegian authorities", "ORG")),
    ],
)
def test_two_names_that_look_alike_stay_two(left: Named, right: Named) -> None:
    assert not together(left, right)


def test_a_father_and_a_son_of_one_name_stay_two_beside_the_name_alone() -> None:
    reports = [
        report("a", ("Olaf Brenn", "PERSON")),
        report("b", ("Olaf Brenn Sr.", "PERSON")),
        report("c", ("Olaf Brenn Jr.", "PERSON")),
    ]
    for order in permutations(reports):
        assert len(join_mentions(order, ()).entities) == 2


def test_a_given_name_told_short_is_one_person_in_one_company_and_a_doubt_elsewhere() -> None:
    bill, william = ("Bill Ostrand", "PERSON"), ("William Ostrand", "PERSON")
    here: Named = ("Baltic Harbour Union", "ORG")
    assert len(join_mentions((report("a", bill, here), report("b", william, here)), ()).entities) == 2
    apart = join_mentions((report("a", bill), report("b", william)), ())
    assert len(apart.entities) == 2
    assert [j.verdict for j in apart.judgements] == ["undecided"]


def test_a_village_spelt_two_ways_is_one_in_one_company() -> None:
    one, other, here = ("Nebi Varesh", "GPE"), ("Nabi Varesh", "GPE"), ("Ada Holm", "PERSON")
    assert len(join_mentions((report("a", one, here), report("b", other, here)), ()).entities) == 2  # type: ignore[arg-type]
    assert not together(one, other)  # type: ignore[arg-type]


def test_a_team_is_what_its_full_name_is_in_another_report() -> None:
    full, short = report("a", ("Houston Rovers", "ORG")), report("b", ("Rovers", "GPE"))
    assert {entity.type for entity in join_mentions((full, short), ()).entities} == {"ORG"}


def test_a_person_is_called_by_both_names_where_a_surname_of_two_words_is_told_more_often() -> None:
    joined = join_mentions((report("a", ("Ada Berg-Dahl", "PERSON"), *[("Berg-Dahl", "PERSON")] * 3),), ())
    assert "Ada Berg-Dahl" in {entity.name for entity in joined.entities}


def test_a_region_lies_in_its_country_with_the_middle_of_its_people() -> None:
    joined = join_mentions((report("a", ("Bavaria", "GPE"), ("Germany", "GPE")),), ())
    found = next(entity for entity in joined.entities if entity.name == "Bavaria")
    assert (found.country, round(found.latitude or 0)) == ("DE", 49)
    assert any("part of DE" in why for why in found.why)


def test_of_several_towns_the_one_in_the_state_that_is_named_is_meant_and_the_others_are_told() -> None:
    names: tuple[Named, ...] = (("Springfield", "GPE"), ("Illinois", "GPE"))
    town = next(e for e in join_mentions((report("a", *names),), ()).entities if e.name == "Springfield")
    assert round(town.longitude or 0) == -90
    assert any("Missouri, US" in why and "taken for the one in Illinois, US" in why for why in town.why)


def test_a_surname_joins_its_only_bearer() -> None:
    assert together(("Ada Rimestad", "PERSON"), ("Rimestad", "PERSON"))


def test_a_surname_of_two_bearers_goes_with_the_company() -> None:
    reports = (
        report("a", ("Ada Holm", "PERSON"), ("Skagen", "GPE"), ("Harbour Union", "ORG")),
        report("b", ("Bo Holm", "PERSON"), ("Tønder", "GPE")),
        report("c", ("Holm", "PERSON"), ("Skagen", "GPE"), ("Harbour Union", "ORG")),
    )
    assert ("Ada Holm", "Holm") in names_of(join_mentions(reports, ()))


def test_a_surname_of_two_bearers_without_company_joins_neither() -> None:
    reports = (report("a", ("Ada Holm", "PERSON")), report("b", ("Bo Holm", "PERSON")), report("c", ("Holm", "PERSON")))
    assert names_of(join_mentions(reports, ())) == [("Ada Holm",), ("Bo Holm",), ("Holm",)]


def test_no_chain_of_initials_joins_two_given_names() -> None:
    reports = tuple(report(n, (n_, "PERSON")) for n, n_ in (("a", "Ada Holm"), ("b", "A. Holm"), ("c", "Arne Holm")))
    joined = join_mentions(reports, ())
    assert joined.entity_of["a-0"] != joined.entity_of["c-0"]


def test_a_sex_told_otherwise_keeps_two_people_apart() -> None:
    reports = (
        report("a", ("R. Holm", "PERSON"), role="Mrs."),
        report("b", ("Robin Holm", "PERSON"), role="Mr."),
    )
    assert len(join_mentions(reports, ()).entities) == 2


def test_what_most_reports_call_a_person_is_one_in_all() -> None:
    reports = (*(report(n, ("Ada Rimestad", "PERSON")) for n in "abc"), report("d", ("Ada Rimestad", "GPE")))
    assert [entity.type for entity in join_mentions(reports, ()).entities] == ["PERSON"]


def test_a_city_lies_somewhere_and_an_ambiguous_one_nowhere() -> None:
    entities = {e.name: e for e in join_mentions((report("a", ("Oslo", "GPE"), ("San Jose", "GPE")),), ()).entities}
    assert entities["Oslo"].country == "NO"
    assert entities["Oslo"].latitude == pytest.approx(59.9, abs=0.2)
    assert entities["San Jose"].latitude is None


def test_a_city_in_capitals_of_a_dateline_lies_where_it_lies() -> None:
    (oslo,) = join_mentions((report("a", ("OSLO", "GPE")),), ()).entities
    assert (oslo.country, round(oslo.latitude or 0)) == ("NO", 60)


def test_a_person_judges_two_to_be_one_and_takes_it_back() -> None:
    reports = (report("a", ("Ada Holm", "PERSON")), report("b", ("Bo Lund", "PERSON")))
    judged = join_mentions(reports, (said("a-0", "b-0", "same"),))
    assert names_of(judged) == [("Ada Holm", "Bo Lund")]
    assert said("a-0", "b-0", "same") in judged.judgements
    assert names_of(join_mentions(reports, ())) == [("Ada Holm",), ("Bo Lund",)]


def test_a_person_splits_what_a_rule_joined_also_inside_one_report() -> None:
    one = report("a", ("Ada Holm", "PERSON"), ("Ada Holm", "PERSON"))
    other = report("b", ("Ada Holm", "PERSON"))
    judged = join_mentions((one, other), (said("a-0", "a-9", "different"), said("a-0", "b-0", "different", 1)))
    assert judged.entity_of["a-0"] not in (judged.entity_of["a-9"], judged.entity_of["b-0"])


def test_the_last_judgement_on_a_pair_counts() -> None:
    reports = (report("a", ("Ada Holm", "PERSON")), report("b", ("Ada Holm", "PERSON")))
    judged = join_mentions(reports, (said("a-0", "b-0", "different"), said("b-0", "a-0", "same", 1)))
    assert len(judged.entities) == 1


def test_an_entity_keeps_its_id_when_later_reports_name_it() -> None:
    first = date(2031, 3, 3)
    told = [report(letter, ("Ada Solvik", "PERSON")) for letter in "bdac"]
    days = (Publication(day, day) for day in (*(first + timedelta(days) for days in range(3)), None))
    dated = [replace(a, document=replace(a.document, published=day)) for a, day in zip(told, days, strict=True)]
    ids = {entity.id for count in range(1, 5) for entity in join_mentions(tuple(dated[:count]), ()).entities}
    assert len(ids) == 1


def test_the_order_of_reports_changes_nothing() -> None:
    reports = (
        report("a", ("Ada Holm", "PERSON"), ("Harbour Union", "ORG")),
        report("b", ("A. Holm", "PERSON"), ("Oslo", "GPE")),
        report("c", ("Holm", "PERSON"), ("HU", "ORG")),
    )
    assert len({repr(join_mentions(order, ())) for order in permutations(reports)}) == 1


@given(st.lists(st.text(alphabet="Abc İßж中.- 9", min_size=1, max_size=12), max_size=6))
@settings(max_examples=40, deadline=None)
def test_every_named_mention_is_in_exactly_one_entity(names: list[str]) -> None:
    joined = join_mentions(
        (report("a", *((n, "PERSON") for n in names)), report("b", *((n, "ORG") for n in names))), ()
    )
    inside = [m.id for e in joined.entities for m in e.mentions]
    assert len(inside) == len(set(inside)) == 2 * len(names)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Bo Tangen", "PERSON"), ("Mads B. Tangen", "PERSON")),
        (("West", "LOC"), ("West Bank", "LOC")),
        (("US", "GPE"), ("United Society", "ORG")),
        (("Korean", "GROUP"), ("Korean Peninsula", "LOC")),
    ],
)
def test_what_only_looks_alike_stays_two(left: Named, right: Named) -> None:
    assert not together(left, right)


def test_a_word_that_is_somebody_s_name_elsewhere_is_no_place() -> None:
    joined = join_mentions(
        (
            report("a", ("Ahl Tamsin", "PERSON"), ("Ahl Tamsin", "PERSON"), ("Osk", "GPE")),
            report("b", ("Tamsin", "GPE"), ("Osk", "GPE")),
        ),
        (),
    )
    assert ("Ahl Tamsin", "Tamsin") in names_of(joined)


def test_a_first_name_stands_for_the_one_who_bears_it_in_the_same_company() -> None:
    one = report("a", ("Bassi Tamsin", "PERSON"), ("Osk", "GPE"))
    assert ("Bassi", "Bassi Tamsin") in names_of(
        join_mentions((one, report("b", ("Bassi", "PERSON"), ("Osk", "GPE"))), ())
    )
    assert ("Bassi",) in names_of(join_mentions((one, report("b", ("Bassi", "PERSON"), ("Elm", "GPE"))), ()))


def test_a_firm_is_no_first_name_of_somebody_who_only_one_report_has() -> None:
    firm = [report(name, ("Velkora", "ORG")) for name in "abc"]
    odd = report("d", ("Velkora Tangen", "PERSON"), ("Velkora", "PERSON"))
    long, short = odd.mentions
    odd = replace(odd, mentions=(long, replace(short, antecedent=long.id)))
    assert ("Velkora",) in names_of(join_mentions((*firm, odd), ()))


def test_two_given_names_without_the_surname_stand_for_who_bears_all_three() -> None:
    reports = [
        report(name, (words, "PERSON"))
        for name, words in (("a", "Ada Mila Solis"), ("b", "Ada Solis"), ("c", "Ada Mila"))
    ]
    assert len(join_mentions(tuple(reports), ()).entities) == 1


def test_a_rare_first_name_stands_for_the_one_whom_nearly_all_reports_call_so() -> None:
    full = [report(f"a{n}", ("Bassi Tamsin", "PERSON"), ("Osk", "GPE")) for n in range(5)]
    odd = report("b", ("Bassi Unhurt", "PERSON"))
    joined = join_mentions((*full, odd, report("c", ("Bassi", "PERSON"), ("Osk", "GPE"))), ())
    assert ("Bassi", "Bassi Tamsin") in names_of(joined)


@pytest.mark.parametrize(
    ("names", "country"),
    [
        (("Ontario", "Canada", "United States"), "CA"),
        (("Ontario", "California"), "US"),
        (("Florida", "Cuba"), "US"),
        (("Georgia", "Alabama"), "US"),
        (("Georgia", "Armenia"), "GE"),
        (("Manitoba South", "Winnipeg"), None),
        (("West Bank", "Jordan"), "PS"),
        (("British Columbia",), "CA"),
    ],
)
def test_a_region_is_meant_where_its_country_is_named_and_no_city_there_is_called_so(
    names: tuple[str, ...], country: str | None
) -> None:
    joined = join_mentions((report("a", *((name, "GPE") for name in names)),), ())
    assert next(e.country for e in joined.entities if e.name == names[0]) == country


@pytest.mark.parametrize("kin", [True, False])
def test_who_is_told_of_as_kin_is_another_whatever_the_names(kin: bool) -> None:
    one = Mention("m1", "a", 0, 13, "Ada Mila Berg", "PERSON")
    other = Mention("m2", "a", 20, 28, "Ada Berg", "PERSON", kin="m1" if kin else None)
    joined = join_mentions((Analysis(Document("a", "a", "", ""), (one, other)),), ())
    assert len(joined.entities) == 1 + kin


def test_a_region_of_the_world_is_in_no_country() -> None:
    joined = join_mentions((report("a", ("Pacific", "LOC"), ("West", "LOC"), ("United States", "GPE")),), ())
    assert {e.country for e in joined.entities if e.type == "LOC"} == {None}


def test_a_place_tells_which_others_are_called_so() -> None:
    norway = join_mentions((report("a", ("Bergen", "GPE"), ("Norway", "GPE")),), ()).entities
    assert any("places called Bergen" in why for e in norway for why in e.why)
    assert {e.country for e in norway} == {"NO"}


def test_a_former_name_of_a_city_is_told_as_such() -> None:
    (city,) = join_mentions((report("a", ("Leningrad", "GPE")),), ()).entities
    assert (city.name, city.country) == ("Leningrad", "RU")
    assert "Leningrad is another, or a former, name of Saint Petersburg" in city.why


def test_what_is_short_for_several_bodies_joins_none_of_them() -> None:
    def short(document: str, name: str) -> Analysis:
        """A report that calls a body by its last word as well."""
        told = report(document, (name, "ORG"), (name.split()[-1], "ORG"))
        full, last = told.mentions
        return replace(told, mentions=(full, replace(last, antecedent=full.id)))

    reports = (short("a", "Velsk Harbour Office"), short("b", "Odrin Mining Office"), report("c", ("Office", "ORG")))
    assert names_of(join_mentions(reports, ())) == [
        ("Odrin Mining Office", "Office"),
        ("Office",),
        ("Office", "Velsk Harbour Office"),
    ]


def test_a_state_is_called_by_its_whole_name_however_often_it_is_cut_short() -> None:
    reports = tuple(report(d, (text, "GPE")) for d, text in (("a", "Mich."), ("b", "Mich."), ("c", "Michigan")))
    assert [entity.name for entity in join_mentions(reports, ()).entities] == ["Michigan"]


def test_an_entity_is_called_by_a_form_without_what_only_breaks_a_line() -> None:
    names = [("Ada \u00adHolm", "PERSON"), ("Ada \u00adHolm", "PERSON"), ("Ada Holm", "PERSON")]
    (ada,) = join_mentions((report("a", *names),), ()).entities  # type: ignore[arg-type]
    assert ada.name == "Ada Holm"
