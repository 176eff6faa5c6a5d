"""Marks, dashes, split quotations and headlines in hard sentences; a table of marks is parsed once, as one document."""

import pytest

from .reading import read_table, statements

QUOTATION_STYLES = [
    ("“We need boats”, Mara Quill said.", [("Mara Quill", "We need boats")]),
    ("Mara Quill replied: ‘We need boats.’", [("Mara Quill", "We need boats.")]),
    ("‹We need boats›, Mara Quill said.", [("Mara Quill", "We need boats")]),
    ("“We need boats …” Mara Quill said.", [("Mara Quill", "We need boats …")]),
    ("“We need boats?” asked Mara Quill.", [("Mara Quill", "We need boats?")]),
    ("“We need boats!” Mara Quill shouted.", [("Mara Quill", "We need boats!")]),
    (
        "“We need boats,” Mara Quill said, “and we need them now.”",
        [("Mara Quill", "We need boats,” Mara Quill said, “and we need them now.")],
    ),
    ("Mara Quill: “We need boats.”", [("Mara Quill", "We need boats.")]),
    ("「We need boats」, Mara Quill said.", [("Mara Quill", "We need boats")]),
    ("“The dam,” Mara Quill said, “holds.”", [("Mara Quill", "The dam,” Mara Quill said, “holds.")]),
    ('" We need boats, " said Mara Quill.', [("Mara Quill", "We need boats,")]),
    ('Mara Quill said: " We need boats. "', [("Mara Quill", "We need boats.")]),
    (
        '" We need boats, " Mara Quill said. " It rains. "',
        [("Mara Quill", "We need boats,"), ("Mara Quill", "It rains.")],
    ),
    (
        "“We need boats and ropes,” said Mara Quill and Tom Arden.",
        [("Mara Quill and Tom Arden", "We need boats and ropes,")],
    ),
]

SPLIT = [
    ("“The bell,” Ona Brandt said, “rang twice.”", [("Ona Brandt", "The bell,” Ona Brandt said, “rang twice.")]),
    (
        "“We heard the bell,” said Ona Brandt. “It rang twice.”",
        [("Ona Brandt", "We heard the bell,"), ("Ona Brandt", "It rang twice.")],
    ),
    (
        "“If the rope breaks,” the keeper told the court, “we are lost.”",
        [("the keeper", "If the rope breaks,” the keeper told the court, “we are lost.")],
    ),
    (
        "“No,” said the captain, “it was not the pilot.”",
        [("the captain", "No,” said the captain, “it was not the pilot.")],
    ),
    ("“Yes,” the captain said. “It was the pilot.”", [("the captain", "Yes,"), ("the captain", "It was the pilot.")]),
    (
        "“The ice,” the trader wrote in a letter, “is a foot thick.”",
        [("the trader", "The ice,” the trader wrote in a letter, “is a foot thick.")],
    ),
    ("“Who cut it?” the judge asked. “And when?”", [("the judge", "Who cut it?"), ("the judge", "And when?")]),
    (
        "“Run!” a miner shouted. “The roof is coming down!”",
        [("a miner", "Run!"), ("a miner", "The roof is coming down!")],
    ),
    (
        "“We waited all night,” said a widow in Belvar, “but nobody came.”",
        [("a widow in Belvar", "We waited all night,” said a widow in Belvar, “but nobody came.")],
    ),
    ("‘The bell,’ Ona Brandt said, ‘rang twice.’", [("Ona Brandt", "The bell,’ Ona Brandt said, ‘rang twice.")]),
    ('"The bell," Ona Brandt said, "rang twice."', [("Ona Brandt", 'The bell," Ona Brandt said, "rang twice.')]),
    ("«The bell», Ona Brandt said, «rang twice».", [("Ona Brandt", "The bell», Ona Brandt said, «rang twice")]),
    ("„The bell,“ Ona Brandt said, „rang twice.“", [("Ona Brandt", "The bell,“ Ona Brandt said, „rang twice.")]),
    (
        "“The roof fell,” Tom Arden recalled, “and then it was dark.”",
        [("Tom Arden", "The roof fell,” Tom Arden recalled, “and then it was dark.")],
    ),
    (
        "“The vote was fair,” Tom Arden insisted on Monday. “We counted twice.”",
        [("Tom Arden", "The vote was fair,"), ("Tom Arden", "We counted twice.")],
    ),
    (
        "“The vote was fair,” said Tom Arden, the returning officer. “We counted twice.”",
        [
            ("Tom Arden, the returning officer", "The vote was fair,"),
            ("Tom Arden, the returning officer", "We counted twice."),
        ],
    ),
    (
        "“It was dark,” said the keeper. “It was not,” said the pilot.",
        [("the keeper", "It was dark,"), ("the pilot", "It was not,")],
    ),
    (
        "“We saw the smoke,” the miner said. “We ran.\n“We did not look back.”",
        [("the miner", "We saw the smoke,"), ("the miner", "We ran."), ("the miner", "We did not look back.")],
    ),
    (
        "“We saw the smoke,” the miner said.\n“Then we ran.”",
        [("the miner", "We saw the smoke,"), ("the miner", "Then we ran.")],
    ),
    (
        "The miner said: “We saw the smoke.\n“Then we ran.”",
        [("The miner", "We saw the smoke."), ("The miner", "Then we ran.")],
    ),
    ("The keeper said: “The lamp was out. It was dark.”", [("The keeper", "The lamp was out. It was dark.")]),
    (
        "Ona Brandt wrote: “The bell rang.\n“It rang twice.\n“Nobody came.”",
        [("Ona Brandt", "The bell rang."), ("Ona Brandt", "It rang twice."), ("Ona Brandt", "Nobody came.")],
    ),
    (
        "“It is cold,” Ona Brandt said, shaking her head. “It is always cold.”",
        [("Ona Brandt", "It is cold,"), ("Ona Brandt", "It is always cold.")],
    ),
    (
        "“We ran,” the miner said, “as fast as we could,” and wept.",
        [("the miner", "We ran,” the miner said, “as fast as we could,")],
    ),
    (
        "“I saw it,” said the widow. The hall was silent. “I saw it all.”",
        [("the widow", "I saw it,"), ("the widow", "I saw it all.")],
    ),
    (
        "“The sea took him,” the widow told Radio Belvar. “It takes everybody.”",
        [("the widow", "The sea took him,"), ("the widow", "It takes everybody.")],
    ),
    (
        "“Our boats,” sailors told the council, “are all we have.”",
        [("sailors", "Our boats,” sailors told the council, “are all we have.")],
    ),
    (
        "“Open the gates,” the captain ordered. “Open them now.”",
        [("the captain", "Open the gates,"), ("the captain", "Open them now.")],
    ),
    (
        "“The pilot,” said the judge on Friday, “must pay.”",
        [("the judge", "The pilot,” said the judge on Friday, “must pay.")],
    ),
    (
        "“The ice is thin,” warned the harbour chief. “Stay ashore.”",
        [("the harbour chief", "The ice is thin,"), ("the harbour chief", "Stay ashore.")],
    ),
]

DASHES = [
    ("– The bell rang twice, Ona Brandt said.", [("Ona Brandt", "The bell rang twice")]),
    ("— The bell rang twice, said Ona Brandt.", [("Ona Brandt", "The bell rang twice")]),
    ("– The lamp was out – the keeper said on Monday.", [("the keeper", "The lamp was out")]),
    ("– Nobody came, the widow told the court.", [("the widow", "Nobody came")]),
    ("«The lamp was out», the keeper said.", [("the keeper", "The lamp was out")]),
    ("«The lamp was out», said the keeper.", [("the keeper", "The lamp was out")]),
    ("The keeper said: «The lamp was out.»", [("The keeper", "The lamp was out.")]),
    ("« The lamp was out », said the keeper.", [("the keeper", "The lamp was out")]),
    ("»The lamp was out«, said the keeper.", [("the keeper", "The lamp was out")]),
    ("The keeper wrote: »The lamp was out.«", [("The keeper", "The lamp was out.")]),
    ("‹The lamp was out›, said the keeper.", [("the keeper", "The lamp was out")]),
    ("„The lamp was out“, said the keeper.", [("the keeper", "The lamp was out")]),
    ("The keeper said: „The lamp was out.“", [("The keeper", "The lamp was out.")]),
    ("„The lamp was out”, the keeper told the court.", [("the keeper", "The lamp was out")]),
    ("「The lamp was out」, said the keeper.", [("the keeper", "The lamp was out")]),
    ("『The lamp was out』, said the keeper.", [("the keeper", "The lamp was out")]),
    ("“The lamp was out” – the keeper said.", [("the keeper", "The lamp was out")]),
    (
        "The mine – according to Tom Arden – was never safe.",
        [("Tom Arden", "The mine – according to Tom Arden – was never safe")],
    ),
    ("The harbour – a mile of mud – was closed in May.", []),
    ("The ferry «Heron» left Odrin at noon.", []),
    ("The train Odrin – Belvar was late again.", []),
    ("The film «Two Bells» opens in Belvar.", []),
    ("«The treasurer lied», wrote the Belvar Gazette.", [("the Belvar Gazette", "The treasurer lied")]),
    ("The captain told sailors: «Stay ashore.»", [("The captain", "Stay ashore.")]),
    ("According to the captain, «nobody was warned».", [("the captain", "nobody was warned")]),
    ("– We dug all night and found nobody, Tom Arden said.", [("Tom Arden", "We dug all night and found nobody")]),
    ("The widow cried: ‹Nobody came.›", [("The widow", "Nobody came.")]),
    ("«We dug all night», Tom Arden recalled.", [("Tom Arden", "We dug all night")]),
    ("«Who cut the rope?» asked the judge.", [("the judge", "Who cut the rope?")]),
    ("«Run!» shouted a miner.", [("a miner", "Run!")]),
    ("The widow replied: «Nobody came.»", [("The widow", "Nobody came.")]),
    ("– The ferry turned back, the captain told the court.", [("the captain", "The ferry turned back")]),
    ("“The lamp was out” – said the keeper.", [("the keeper", "The lamp was out")]),
]

HEADLINES = [
    ("Harbour chief: no ferry before Friday", [("Harbour chief", "no ferry before Friday")]),
    ("Mayor Quill: ‘We will not sell the quay’", [("Mayor Quill", "We will not sell the quay")]),
    ("Police: two held after bank raid in Odrin", [("Police", "two held after bank raid in Odrin")]),
    ("Three goats lost in landslide, police say", [("police", "Three goats lost in landslide")]),
    ("Ferry sank after fire on deck, officials say", [("officials", "Ferry sank after fire on deck")]),
    ("Mayor says ferry will run on Sunday", [("Mayor", "ferry will run on Sunday")]),
    ("Minister denies that dam was sold", [("Minister", "that dam was sold")]),
    ("Quill vows to rebuild the quay", [("Quill", "to rebuild the quay")]),
    ("Arden urges town to save water", [("Arden", "to save water")]),
    ("Police ask drivers to avoid the bridge", [("Police", "to avoid the bridge")]),
    ("‘Nobody warned us,’ says widow of ferryman", [("widow of ferryman", "Nobody warned us,")]),
    ("According to police, ferry was overloaded", [("police", "ferry was overloaded")]),
    ("Ferry was overloaded, according to inquiry", [("inquiry", "Ferry was overloaded")]),
    ("Ferry reportedly sank off Odrin", [(None, "Ferry reportedly sank off Odrin")]),
    ("Union threatens to close the port", [("Union", "to close the port")]),
    ("Sailors fear ferry is lost", [("Sailors", "ferry is lost")]),
    ("Weather in Odrin: +4", []),
    ("Live: flood waters reach Odrin", []),
    ("Odrin 2, Belvar 1: late goal sinks visitors", []),
    ("Analysis: why the dam broke", []),
    ("Ferry sinks off Odrin", []),
    ("Odrin mourns its drowned sailors", []),
    ("Witness: pilot never touched the brake", [("Witness", "pilot never touched the brake")]),
    ("Bridge will open in May, minister tells parliament", [("minister", "Bridge will open in May")]),
    ("Study finds lake is shrinking", [("Study", "lake is shrinking")]),
    ("Ministry: Nine dead in mine collapse", [("Ministry", "Nine dead in mine collapse")]),
    ("Sources: Quill to resign on Monday", [("Sources", "Quill to resign on Monday")]),
    ("Quill to resign on Monday: sources", [("sources", "Quill to resign on Monday")]),
    ("Ferry will sail on Sunday, captain says", [("captain", "Ferry will sail on Sunday")]),
    ("Council promises to repair the bell", [("Council", "to repair the bell")]),
    ("Council says no leak after blast at plant", [("Council", "no leak after blast at plant")]),
    ("Odrin: enemy first to open fire - Ministry of War", [("Ministry of War", "enemy first to open fire")]),
    ("Three dead in Odrin flood – police", [("police", "Three dead in Odrin flood")]),
    ("Three dead in Odrin flood – Valley Radio", []),
    ("Police: Man drowns his brother - Valley News - KVLY", [("Police", "Man drowns his brother")]),
    ("Three dead in Odrin flood - The Herald", []),
]

VOICES = {"quotation styles": QUOTATION_STYLES, "split quotations": SPLIT, "dashes and guillemets": DASHES}


@pytest.mark.parametrize("table", VOICES.values(), ids=VOICES)
def test_who_says_what(table: list[tuple[str, list[tuple[str | None, str]]]]) -> None:
    assert read_table(table, lambda s: (s.speaker_text, s.text)) == table


@pytest.mark.parametrize(("title", "voices"), HEADLINES)
def test_who_says_what_in_a_headline(title: str, voices: list[tuple[str | None, str]]) -> None:
    found = statements(f"{title}\n\nRain fell on Odrin.", title=title)
    assert [(s.speaker_text, s.text) for s in found] == voices
