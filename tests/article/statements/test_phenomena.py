"""Every phenomenon of attribution in hard sentences; each table is read as one document, so that it is parsed once."""

from collections.abc import Callable, Iterable

import pytest

from rashomon.records import Statement

from .reading import statements

QUOTATION_STYLES = [
    ("“We need boats”, Mara Quill said.", [("Mara Quill", "We need boats")]),
    ("Mara Quill replied: ‘We need boats.’", [("Mara Quill", "We need boats.")]),
    ("‹We need boats›, Mara Quill said.", [("Mara Quill", "We need boats")]),
    ("“We need boats …” Mara Quill said.", [("Mara Quill", "We need boats …")]),
    ("“We need boats?” asked Mara Quill.", [("Mara Quill", "We need boats?")]),
    ("“We need boats!” Mara Quill shouted.", [("Mara Quill", "We need boats!")]),
    (
        "“We need boats,” Mara Quill said, “and we need them now.”",
        [("Mara Quill", "We need boats,"), ("Mara Quill", "and we need them now.")],
    ),
    ("Mara Quill: “We need boats.”", [("Mara Quill", "We need boats.")]),
    ("「We need boats」, Mara Quill said.", [("Mara Quill", "We need boats")]),
    ("“The dam,” Mara Quill said, “holds.”", [("Mara Quill", "The dam,"), ("Mara Quill", "holds.")]),
    (
        "“We need boats and ropes,” said Mara Quill and Tom Arden.",
        [("Mara Quill and Tom Arden", "We need boats and ropes,")],
    ),
]

VERB_ORDERS = [
    (
        "Mara Quill, the mayor of Odrin, told residents that the dam holds.",
        [("Mara Quill, the mayor of Odrin", "that the dam holds")],
    ),
    ("Asked about the flood, Mara Quill said the dam holds.", [("Mara Quill", "the dam holds")]),
    ("The dam holds, the board has said.", [("the board", "The dam holds")]),
    ("The dam holds, Mara Quill had said earlier.", [("Mara Quill", "The dam holds")]),
    ("The dam, officials say, holds.", [("officials", "The dam, officials say, holds")]),
    ("Mara Quill says the dam, built in 1931, holds.", [("Mara Quill", "the dam, built in 1931, holds")]),
    ("In a letter to the council Mara Quill wrote that the dam holds.", [("Mara Quill", "that the dam holds")]),
    ("Speaking after the vote, Mara Quill said that the dam holds.", [("Mara Quill", "that the dam holds")]),
    ("The board said in a statement on Monday that the dam holds.", [("The board", "that the dam holds")]),
    (
        "The dam holds, a board official told reporters on condition of anonymity.",
        [("a board official", "The dam holds")],
    ),
    ("The dam holds, says Mara Quill.", [("Mara Quill", "The dam holds")]),
    ("The dam holds, Mara Quill told the council on Friday.", [("Mara Quill", "The dam holds")]),
    ("Mara Quill later said that the dam holds.", [("Mara Quill", "that the dam holds")]),
    ("Mara Quill said again on Sunday that the dam holds.", [("Mara Quill", "that the dam holds")]),
    ("Mara Quill, who is 40, has repeatedly said that the dam holds.", [("Mara Quill", "that the dam holds")]),
]

ACCORDING_TO = [
    ("According to the board’s report, the dam holds.", [("the board’s report", "the dam holds")]),
    ("The dam holds for now, according to engineers.", [("engineers", "The dam holds for now")]),
    ("As engineers had warned, the dam broke.", [("engineers", "the dam broke")]),
    ("As the board noted on Friday, the dam holds.", [("the board", "the dam holds")]),
    ("As Tom Arden predicted, the road stayed dry.", [("Tom Arden", "the road stayed dry")]),
    ("According to Mara Quill, mayor of Odrin, the dam holds.", [("Mara Quill, mayor of Odrin", "the dam holds")]),
    ("The dam holds, according to a report by the board.", [("a report by the board", "The dam holds")]),
    ("According to witnesses the boat sank at noon.", [("witnesses", "the boat sank at noon")]),
    ("The boat sank at noon, according to two witnesses.", [("two witnesses", "The boat sank at noon")]),
    ("Twelve people died, according to the board.", [("the board", "Twelve people died")]),
    (
        "The sale, according to the Herald, was lawful.",
        [("the Herald", "The sale, according to the Herald, was lawful")],
    ),
    ("According to the police, nobody was hurt.", [("the police", "nobody was hurt")]),
    ("At least three boats sank, according to local officials.", [("local officials", "At least three boats sank")]),
    ("As the mayor explained, the dam holds.", [("the mayor", "the dam holds")]),
]

NOUNS = [
    ("There were reports that the dam had been sold.", [("reports", "that the dam had been sold")]),
    ("The mayor’s claim that the dam was sold is under review.", [("The mayor’s", "that the dam was sold")]),
    ("There was speculation about a sale of the dam.", [("speculation", "a sale of the dam")]),
    ("The allegation by Tom Arden that the dam was sold angered the board.", [("Tom Arden", "that the dam was sold")]),
    ("The admission that the dam was unsafe came late.", [("The admission", "that the dam was unsafe")]),
    ("The report that the dam had broken was false.", [("The report", "that the dam had broken")]),
    ("Tom Arden’s statement that the dam holds surprised the board.", [("Tom Arden’s", "that the dam holds")]),
    ("The suggestion that the dam was sold angered the town.", [("The suggestion", "that the dam was sold")]),
    ("The fear that the dam might break drove people out.", [("The fear", "that the dam might break")]),
    (
        "The accusation that the clerk took the money was read out.",
        [("The accusation", "that the clerk took the money")],
    ),
    (
        "The board’s warning that the dam might break came too late.",
        [("The board’s warning", "that the dam might break")],
    ),
    ("The board stood by its prediction that the lake would rise.", [("its", "that the lake would rise")]),
]

ADVERBS = [
    ("The suspect reportedly fled over the dam.", [(None, "The suspect reportedly fled over the dam")]),
    ("The clerk allegedly took the money.", [(None, "The clerk allegedly took the money")]),
    ("The dam was purportedly sold in May.", [(None, "The dam was purportedly sold in May")]),
    ("The boat was allegedly stolen in May.", [(None, "The boat was allegedly stolen in May")]),
    ("Three people reportedly drowned.", [(None, "Three people reportedly drowned")]),
    ("The mayor supposedly knew of the sale.", [(None, "The mayor supposedly knew of the sale")]),
    ("The firm has reportedly sold the dam.", [(None, "The firm has reportedly sold the dam")]),
    ("The clerk has allegedly confessed.", [(None, "The clerk has allegedly confessed")]),
]

SAID_PASSIVELY = [
    ("The mayor is reported to have resigned.", [("says", "The mayor is reported to have resigned")]),
    ("Two boats are believed to have sunk.", [("thinks", "Two boats are believed to have sunk")]),
    ("The clerk is alleged to have sold the dam.", [("claims", "The clerk is alleged to have sold the dam")]),
    ("The dam is thought to be safe.", [("thinks", "The dam is thought to be safe")]),
    ("It is said that the dam holds.", [("says", "that the dam holds")]),
    ("It was reported on Monday that the dam had been sold.", [("says", "that the dam had been sold")]),
    ("It is believed that the clerk fled.", [("thinks", "that the clerk fled")]),
    ("The bridge is rumoured to be for sale.", [("claims", "The bridge is rumoured to be for sale")]),
    ("The mayor is understood to have left the town.", [("thinks", "The mayor is understood to have left the town")]),
    ("Mara Quill was told by the board that the dam holds.", [("says", "that the dam holds")]),
    ("The dam was said by engineers to be safe.", [("says", "The dam was said by engineers to be safe")]),
    ("Residents were urged by the mayor to leave the valley.", [("asks", "to leave the valley")]),
    ("Residents were warned that the dam might break.", [("says", "that the dam might break")]),
    ("The dam is claimed to be safe.", [("claims", "The dam is claimed to be safe")]),
    ("The road is expected to reopen in May.", []),
    ("The boat was called the Heron.", []),
    ("The dam is known as the Old Lady.", []),
    ("Residents were told to leave the valley.", []),
    ("It was not known whether the dam would hold.", []),
    ("It was announced that the road would reopen.", [("says", "that the road would reopen")]),
]

REQUESTS = [
    ("Mara Quill has promised to repair the dam.", [("promises", "to repair the dam")]),
    ("The board pledged that nobody would pay for the water.", [("promises", "that nobody would pay for the water")]),
    ("Tom Arden vowed never to sell the dam.", [("promises", "never to sell the dam")]),
    ("The firm threatened to close the dam.", [("promises", "to close the dam")]),
    ("The board offered to pay for the boats.", [("promises", "to pay for the boats")]),
    ("The board swore to rebuild the quay.", [("promises", "to rebuild the quay")]),
    ("Tom Arden guaranteed that the road would open in May.", [("promises", "that the road would open in May")]),
    ("The mayor asked residents not to drink the water.", [("asks", "not to drink the water")]),
    ("The mayor asked that the dam be closed.", [("asks", "that the dam be closed")]),
    ("The board ordered residents to leave the valley.", [("asks", "to leave the valley")]),
    ("The board instructed its staff to close the gates.", [("asks", "to close the gates")]),
    ("Tom Arden begged the board to act.", [("asks", "to act")]),
    ("Residents demanded that the board resign.", [("asks", "that the board resign")]),
    ("The council appealed to drivers to avoid the bridge.", [("asks", "to avoid the bridge")]),
    ("The council appealed for calm in the valley.", [("asks", "calm")]),
    ("Engineers advised the board to lower the lake.", [("asks", "to lower the lake")]),
    ("The mayor invited critics to visit the dam.", [("asks", "to visit the dam")]),
    ("The judge asked whether the clerk had sold the dam.", [("asks", "whether the clerk had sold the dam")]),
    ("Mara Quill asked why the dam had been sold.", [("asks", "why the dam had been sold")]),
    ("Mara Quill wondered if the dam would hold.", [("asks", "if the dam would hold")]),
    ("Tom Arden called on the mayor to resign.", [("asks", "to resign")]),
    ("The union called for a strike at the dam.", [("asks", "a strike at the dam")]),
    ("The board proposed a new road through the valley.", [("asks", "a new road through the valley")]),
    ("The board warned residents not to enter the valley.", [("asks", "not to enter the valley")]),
    ("Doctors recommended that residents boil their water.", [("asks", "that residents boil their water")]),
    ("The mayor pleaded with residents to stay calm.", [("asks", "to stay calm")]),
    ("A clerk who asked not to be named left early.", []),
    ("The board did not promise to repair the dam.", []),
]

THOUGHTS = [
    ("Mara Quill believes the dam will hold.", [("thinks", "the dam will hold")]),
    ("Mara Quill thinks that the dam is too old.", [("thinks", "that the dam is too old")]),
    ("Residents fear the dam will break again.", [("thinks", "the dam will break again")]),
    ("Engineers expect the lake to rise.", [("thinks", "the lake to rise")]),
    ("The board hopes to reopen the road in May.", [("thinks", "to reopen the road in May")]),
    ("Tom Arden doubts that the dam will hold.", [("thinks", "that the dam will hold")]),
    ("Police suspect that the clerk sold the dam.", [("thinks", "that the clerk sold the dam")]),
    ("The mayor feels the board has failed the town.", [("thinks", "the board has failed the town")]),
    ("Many residents worry that the dam will break.", [("thinks", "that the dam will break")]),
    ("The board assumes that the road will open in May.", [("thinks", "that the road will open in May")]),
    ("Mara Quill considers the dam unsafe.", [("thinks", "the dam unsafe")]),
    ("Analysts believe that the firm is for sale.", [("thinks", "that the firm is for sale")]),
    ("Tom Arden wishes that the dam had never been built.", [("thinks", "that the dam had never been built")]),
    ("The judge concluded that the sale was lawful.", [("thinks", "that the sale was lawful")]),
    ("Engineers reckon the repair will take a year.", [("thinks", "the repair will take a year")]),
    ("The board is convinced that the dam holds.", [("thinks", "that the dam holds")]),
    ("The town is afraid that the dam will break.", [("thinks", "that the dam will break")]),
    ("The mayor is confident that the dam will hold.", [("thinks", "that the dam will hold")]),
    ("The board is sure the dam holds.", [("thinks", "the dam holds")]),
    ("The union is worried that the firm will close the dam.", [("thinks", "that the firm will close the dam")]),
    ("Tom Arden does not believe that the dam was sold.", [("thinks", "that the dam was sold")]),
    ("Witnesses thought the noise was thunder.", [("thinks", "the noise was thunder")]),
    ("The mayor guessed that the repair would be cheap.", [("thinks", "that the repair would be cheap")]),
    ("Officials had hoped the dam would hold until spring.", [("thinks", "the dam would hold until spring")]),
    ("Scientists suspect a crack caused the flood.", [("thinks", "a crack caused the flood")]),
    ("Mara Quill understood that the road was closed.", [("thinks", "that the road was closed")]),
]

DENIALS = [
    ("Mara Quill denied that the dam had been sold.", [("denies", "that the dam had been sold")]),
    ("Mara Quill denied selling the dam.", [("denies", "selling the dam")]),
    ("The board denied the dam had been sold.", [("denies", "the dam had been sold")]),
    ("The firm denied any part in the sale.", [("denies", "any part in the sale")]),
    ("The firm denied any wrongdoing.", [("denies", "any wrongdoing")]),
    (
        "The board rejected the claim that the dam was unsafe.",
        [("denies", "that the dam was unsafe"), ("claims", "that the dam was unsafe")],
    ),
    (
        "The mayor dismissed reports that she would resign.",
        [("denies", "that she would resign"), ("says", "that she would resign")],
    ),
    (
        "The ministry refuted a report that the dam had been sold.",
        [("denies", "that the dam had been sold"), ("says", "that the dam had been sold")],
    ),
    ("The board disputes that the dam is unsafe.", [("denies", "that the dam is unsafe")]),
    ("The spokesman denied rumours of a sale.", [("denies", "a sale"), ("claims", "a sale")]),
    ("Tom Arden did not deny that he had sold the dam.", []),
    ("Tom Arden has denied that he took the money.", [("denies", "that he took the money")]),
    ("The clerk denies having taken the money.", [("denies", "having taken the money")]),
    ("The driver admitted taking the boat.", [("confirms", "taking the boat")]),
    ("The board did not confirm that the dam was sold.", []),
    ("The court denied the request of the clerk.", []),
    (
        "The Herald carried an unfounded report of a sale of the dam.",
        [("denies", "a sale of the dam"), ("says", "a sale of the dam")],
    ),
    (
        "A false claim that the dam had been sold angered the town.",
        [("denies", "that the dam had been sold"), ("claims", "that the dam had been sold")],
    ),
    ("Tom Arden denies knowing about the sale.", [("denies", "knowing about the sale")]),
    ("The clerk denied the charges.", [("denies", "the charges")]),
    ("The guards denied him entry.", []),
    (
        "The firm denied that it had paid the clerk, but kept silent on the sale.",
        [("denies", "that it had paid the clerk")],
    ),
    ("The board confirmed that the dam had been sold.", [("confirms", "that the dam had been sold")]),
    (
        "The mayor rejected the allegation that she had lied.",
        [("denies", "that she had lied"), ("claims", "that she had lied")],
    ),
    ("The dam was not sold, the board said.", [("says", "The dam was not sold")]),
]

CHAINS = [
    ("“The dam holds,” Mara Quill told the Odrin Herald in an interview.", [["the Odrin Herald"]]),
    ("The dam holds, the ministry said in comments carried by Valley Television.", [["Valley Television"]]),
    ("The dam holds, the minister told state media.", [["state media"]]),
    ("The dam holds, the minister said on Valley Radio.", [["Valley Radio"]]),
    ("Citing the mayor, the Odrin Herald reported that the dam holds.", [["the Odrin Herald"]]),
    ("The Odrin Herald, citing a board official, said the dam holds.", [["The Odrin Herald"]]),
    ("A correspondent for Valley Television said that the dam holds.", [["Valley Television"]]),
    ("“The dam holds,” the mayor told the Valley Wire news agency by telephone.", [["the Valley Wire news agency"]]),
    ("The dam holds, the Belvar news agency quoted Tom Arden as saying.", [["the Belvar news agency"]]),
    ("The dam holds, according to the Valley Wire, quoting a minister.", [["the Valley Wire"]]),
    ("“The dam holds,” Mara Quill told a press conference.", [[]]),
    ("“The dam holds,” Mara Quill told the court.", [[]]),
    ("“The dam holds,” Mara Quill told supporters in Odrin.", [[]]),
    ("The dam holds, Mara Quill said on Friday.", [[]]),
    ("“The dam holds,” the mayor said on the radio.", [["the radio"]]),
]


def _read(table: Iterable[tuple[str, object]], seen: Callable[[Statement], object]) -> list[tuple[str, list[object]]]:
    """What is seen of the statements of each sentence, the sentences standing below one another."""
    sentences = [sentence for sentence, _ in table]
    found = statements("\n\n".join(sentences))
    read, start = [], 0
    for sentence in sentences:
        end = start + len(sentence)
        read.append((sentence, [seen(s) for s in found if start <= s.start < end]))
        start = end + 2
    return read


VOICES = {
    "quotation styles": QUOTATION_STYLES,
    "verb orders": VERB_ORDERS,
    "according to": ACCORDING_TO,
    "nouns": NOUNS,
    "adverbs": ADVERBS,
}
STANCES = {"passives": SAID_PASSIVELY, "requests": REQUESTS, "thoughts": THOUGHTS, "denials": DENIALS}


@pytest.mark.parametrize("table", VOICES.values(), ids=VOICES)
def test_who_says_what(table: list[tuple[str, list[tuple[str | None, str]]]]) -> None:
    assert _read(table, lambda s: (s.speaker_text, s.text)) == table


@pytest.mark.parametrize("table", STANCES.values(), ids=STANCES)
def test_what_is_said_and_how(table: list[tuple[str, list[tuple[str, str]]]]) -> None:
    assert _read(table, lambda s: (s.stance, s.text)) == table


def test_through_whom() -> None:
    assert _read(CHAINS, lambda s: list(s.via)) == CHAINS
