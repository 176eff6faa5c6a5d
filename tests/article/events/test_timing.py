"""Which time belongs to which happening."""

import pytest

from .reading import when

TIMES = [
    ("The council met on Friday.", "met", "Friday"),
    ("On Friday, the council, after a walk, met the guild.", "met", "Friday"),
    ("The minister announced on Wednesday evening that troops will leave on Friday.", "announced", "Wednesday evening"),
    ("The minister announced on Wednesday evening that troops will leave on Friday.", "leave", "Friday"),
    ("The worst unrest since the 1991 collapse shook the town on Monday.", "collapse", "1991"),
    ("The worst unrest since the 1991 collapse shook the town on Monday.", "shook", "Monday"),
    ("The strike began on January 2.", "strike", "January 2"),
    ("The garrison began the withdrawal this Friday.", "withdrawal", "this Friday"),
    ("On Monday the governor dismissed the cabinet and headed the council.", "headed", "Monday"),
    ("There were reports on Thursday of soldiers firing at bakers.", "firing at", "Thursday"),
    ("On Sunday the town rested as the festival ended.", "ended", "Sunday"),
    ("The driver ploughed into a crowd waiting for the fireworks on Thursday.", "ploughed", "Thursday"),
    ("The council met until Friday.", "met", None),
    ("The king has visited the garrison since his election in 2016.", "visited", None),
    ("The minister said that the garrison left.", "said", None),
    ("The minister said on Friday that the garrison had left.", "left", None),
    ("The order declared mourning, starting on Saturday.", "mourning", "Saturday"),
]


@pytest.mark.parametrize(("text", "trigger", "time"), TIMES)
def test_a_time_goes_to_what_it_hangs_on(text: str, trigger: str, time: str | None) -> None:
    assert when(text, trigger) == time
