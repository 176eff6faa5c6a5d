"""The days of events that have no time of their own."""

from datetime import date

from rashomon.records import Days, Event, Words
from rashomon.story.event_days import date_events

DAY = date(2031, 5, 9)
PUBLISHED = Days(DAY, DAY)
TUESDAY = Days(date(2031, 5, 6), date(2031, 5, 6))
TIMES = {"tuesday": TUESDAY, "1998": Days(date(1998, 1, 1), date(1998, 12, 31)), "some day": Days()}


def event(at: int, **fields: object) -> Event:
    return Event(f"e{at}", "d", at, at + 4, "left", Words(at, at + 4, "left"), **fields)


def days(*events: Event, published: Days = PUBLISHED):
    return [(e.earliest, e.latest, e.date_precision) for e in date_events(events, TIMES, published)]


def test_a_time_of_its_own_holds():
    assert days(event(0, when="tuesday")) == [(date(2031, 5, 6), date(2031, 5, 6), 1)]
    assert days(event(0, when="1998")) == [(date(1998, 1, 1), date(1998, 12, 31), 5)]


def test_news_without_a_time_has_the_day_of_its_report_but_only_loosely():
    assert days(event(0)) == [(DAY, DAY, 2)]


def test_what_somebody_goes_on_to_do_is_of_the_day_he_was_last_told_of():
    told = (event(0, when="tuesday", actors=("mayor",)), event(9, actors=("mayor",)), event(18, actors=("bishop",)))
    assert [d[0] for d in days(*told)] == [date(2031, 5, 6), date(2031, 5, 6), DAY]


def test_the_past_lends_no_day():
    told = (event(0, when="1998", actors=("mayor",)), event(9, actors=("mayor",)))
    assert days(*told)[1] == (DAY, DAY, 2)


def test_plans_and_what_is_long_past_have_no_day_but_their_own():
    for modality in ("planned", "possible", "historical"):
        assert days(event(0, modality=modality)) == [(None, None, None)]


def test_a_time_of_unknown_days_is_not_replaced():
    assert days(event(0, when="some day")) == [(None, None, None)]


def test_an_undated_report_lends_nothing():
    assert days(event(0), published=Days()) == [(None, None, None)]
