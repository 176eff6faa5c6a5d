"""What happens in an article: triggers, types, parties, places and how certainly it is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records import Statement

from .reading import event, read

TRIGGERS = [
    ("The miners marched to the harbour.", ["marched"]),
    ("The withdrawal of the garrison surprised the town.", ["withdrawal", "surprised"]),
    ("A gunman opened fire on the ferry.", ["opened fire"]),
    ("The bridge was closed by soldiers.", ["closed"]),
    ("The mayor is old and owns a boat.", []),
    ("The students ended their sit-in.", ["ended", "in"]),
    ("Seven sailors were found dead.", ["found", "dead"]),
    ("Following the storm, the port reopened.", ["storm", "reopened"]),
    ("The council announced three days of mourning, starting on Saturday.", ["announced", "mourning"]),
    ("The end of the siege was near.", ["end", "siege"]),
    ("The end of the road was near.", []),
]

KINDS = [
    ("The council asked the guild for help.", "asked", "REQUEST", "assist"),
    ("The council called on the guild to show restraint.", "called on", "REQUEST", "change"),
    ("The envoy met the bishop on the island.", "met", "CONSULT", None),
    ("The garrison withdrew from the valley.", "withdrew", "RETREAT", "withdraw"),
    ("The harbour master resigned.", "resigned", "RETREAT", "resign"),
    ("The bishop denounced the tax.", "denounced", "ACCUSE", "disapprove"),
    ("The ministry denied the report.", "denied", "REJECT", None),
    ("Bakers protested in the square.", "protested", "PROTEST", "demo"),
    ("The governor dismissed the cabinet.", "dismissed", "SANCTION", "expel"),
    ("The smugglers seized the lighthouse.", "seized", "COERCE", "seize"),
    ("Officers arrested the printer.", "arrested", "COERCE", "arrest"),
    ("The guards fired at the crowd.", "fired at", "ASSAULT", "firearms"),
    ("The ferry collapsed.", "collapsed", None, None),
]

PARTIES = [
    ("Mara Quill thanked Tom Arden.", "thanked", ["Mara Quill"], ["Tom Arden"]),
    ("Tom Arden was thanked by Mara Quill.", "thanked", ["Mara Quill"], ["Tom Arden"]),
    ("Mara Quill, who thanked Tom Arden, left.", "thanked", ["Mara Quill"], ["Tom Arden"]),
    ("Mara Quill rose and thanked Tom Arden.", "thanked", ["Mara Quill"], ["Tom Arden"]),
    ("Mara Quill wanted to thank Tom Arden.", "thank", ["Mara Quill"], ["Tom Arden"]),
    ("Mara Quill asked Tom Arden to resign.", "resign", ["Tom Arden"], []),
    ("Mara Quill and Tom Arden resigned.", "resigned", ["Mara Quill", "Tom Arden"], []),
    ("The mayor of Odrin, Mara Quill, resigned.", "resigned", ["Mara Quill"], []),
    ("The arrest of Tom Arden shocked the town.", "arrest", [], ["Tom Arden"]),
    ("The resignation of Tom Arden shocked the town.", "resignation", ["Tom Arden"], []),
    ("Tom Arden's death shocked the town.", "death", [], ["Tom Arden"]),
    ("Mara Quill gave a speech.", "speech", ["Mara Quill"], []),
    ("Tom Arden died.", "died", [], ["Tom Arden"]),
]

MODALITIES = [
    ("The council will meet the guild.", "meet", "planned"),
    ("The council is to meet the guild.", "meet", "planned"),
    ("The council planned to meet the guild.", "meet", "planned"),
    ("The council said it would meet the guild.", "meet", "planned"),
    ("The council may meet the guild.", "meet", "possible"),
    ("If the council meets the guild, the strike ends.", "meets", "possible"),
    ("The council did not meet the guild.", "meet", "denied"),
    ("The council denied the attack.", "attack", "denied"),
    ("The council denied rumours of an attack.", "attack", "denied"),
    ("A false report of an attack angered the town.", "attack", "denied"),
    ("The council left without meeting the guild.", "meeting", "denied"),
    ("The council met the guild.", "met", "actual"),
    ("The council had met the guild.", "met", "historical"),
    ("The council said it had met the guild.", "met", "actual"),
    ("The union called for a planned strike.", "strike", "planned"),
    ("The order was founded in 1871.", "founded", "historical"),
]


@pytest.mark.parametrize(("text", "triggers"), TRIGGERS)
def test_what_happens_has_a_trigger_and_what_merely_is_has_none(text: str, triggers: list[str]) -> None:
    assert [e.trigger.text for e in read(text)[0]] == triggers


@pytest.mark.parametrize(("text", "trigger", "kind", "mode"), KINDS)
def test_plain_words_tell_the_type_and_the_mode(text: str, trigger: str, kind: str, mode: str) -> None:
    found = event(text, trigger)
    assert (found.type, found.mode) == (kind, mode)


@pytest.mark.parametrize(("text", "trigger", "actors", "recipients"), PARTIES)
def test_who_does_it_and_to_whom(text: str, trigger: str, actors: list[str], recipients: list[str]) -> None:
    people = ", ".join(sorted({name for name in ("Mara Quill", "Tom Arden") if name in text}))
    found = event(text, trigger, people=people)
    assert (list(found.actors), list(found.recipients)) == (actors, recipients)


@pytest.mark.parametrize(("text", "trigger", "modality"), MODALITIES)
def test_how_certainly_it_is_told(text: str, trigger: str, modality: str) -> None:
    assert event(text, trigger).modality == modality


def test_whoever_acts_for_a_body_stands_for_it() -> None:
    found = event("The guards of Velmark closed the pass.", "closed", places="Velmark")
    assert found.actors == ()
    found = event("The soldiers of Velmark closed the pass.", "closed", places="Velmark")
    assert found.actors == ("Velmark",)


def test_the_place_is_that_of_the_clause() -> None:
    text = "Bakers protested in Odrin, and the council met in Velmark."
    assert event(text, "protested", places="Odrin, Velmark").place == "Odrin"
    assert event(text, "met", places="Odrin, Velmark").place == "Velmark"


def test_the_clause_leaves_out_clauses_of_their_own() -> None:
    found = event("The minister announced on Friday that the harbour, which froze, would open.", "announced")
    assert found.text == "The minister announced on Friday"


def test_a_clause_without_end_is_cut_around_its_trigger() -> None:
    found = event("The council met " + "the mayor and " * 80 + "the bishop.", "met")
    assert "met" in found.text
    assert len(found.text) <= 240


def test_in_their_own_words_somebody_is_the_speaker() -> None:
    text = "“I asked the guild for help,” Mara Quill said."
    start, end = text.index("I asked"), text.index(",”")
    told = Statement("s", "d", start, end, text[start:end], "direct", speaker="Mara Quill")
    events, _ = read(text, people="Mara Quill", statements=(told,))
    asked = next(e for e in events if e.type == "REQUEST")
    assert (asked.statement, asked.actors) == ("s", ("Mara Quill",))
    assert next(e for e in events if e.trigger.text == "said").statement is None


@settings(deadline=None, max_examples=40)
@given(st.text(alphabet=st.sampled_from("ab .,;-—\n\u0130\u0301🚀“”'I met on Friday"), max_size=120))
def test_every_span_quotes_the_text_whatever_it_is(text: str) -> None:
    for found in read(text)[0]:
        assert found.text == text[found.start : found.end]
        assert found.trigger.text == text[found.trigger.start : found.trigger.end]
        assert found.start <= found.trigger.start < found.trigger.end <= found.end


@pytest.mark.parametrize("text", ["", "met", "?", "met " * 2000, "\u202emet on Friday\u202c"])
def test_odd_texts_are_read_too(text: str) -> None:
    events, _ = read(text)
    assert len({e.id for e in events}) == len(events)
