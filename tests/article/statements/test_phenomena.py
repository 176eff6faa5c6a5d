"""Who is said to speak, and through whom, in hard sentences; each table is parsed once, as one document."""

import pytest

from .reading import read_table

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
    (
        "As the dam is mended, experts say, the water will find other ways.",
        [("experts", "As the dam is mended, experts say, the water will find other ways")],
    ),
    ("The dam holds, Mara Quill told the council on Friday.", [("Mara Quill", "The dam holds")]),
    ("Mara Quill later said that the dam holds.", [("Mara Quill", "that the dam holds")]),
    ("Mara Quill said again on Sunday that the dam holds.", [("Mara Quill", "that the dam holds")]),
    ("Mara Quill, who is 40, has repeatedly said that the dam holds.", [("Mara Quill", "that the dam holds")]),
]

ACCORDING_TO = [
    ("In the words of the mayor, the dam holds.", [("the mayor", "the dam holds")]),
    ("In the opinion of Mara Quill, the dam holds.", [("Mara Quill", "the dam holds")]),
    ("In the statement made by the board, it was stated that the dam holds.", [("the board", "that the dam holds")]),
    ("In the report, it is indicated that the dam holds.", [("the report", "that the dam holds")]),
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
    ("As Ona Brandt put it, the harbour is a graveyard.", [("Ona Brandt", "the harbour is a graveyard")]),
    ("As the keeper told the court, the lamp went out at two.", [("the keeper", "the lamp went out at two")]),
    (
        "According to a study published in May, the lake is shrinking.",
        [("a study published in May", "the lake is shrinking")],
    ),
    (
        "The lake is shrinking, according to a study of six valleys.",
        [("a study of six valleys", "The lake is shrinking")],
    ),
    ("According to the ministry of health, nine miners died.", [("the ministry of health", "nine miners died")]),
    (
        "The miners, according to their families, had not been paid since March.",
        [("their families", "The miners, according to their families, had not been paid since March")],
    ),
    ("As the union argues, the mine was never safe.", [("the union", "the mine was never safe")]),
    ("As sailors feared, the harbour froze.", [("sailors", "the harbour froze")]),
    (
        "Nine miners died and four were hurt, according to the ministry.",
        [("the ministry", "Nine miners died and four were hurt")],
    ),
    ("According to Ona Brandt and Tom Arden, the vote was fair.", [("Ona Brandt and Tom Arden", "the vote was fair")]),
    (
        "The vote was fair, according to a spokeswoman for the council.",
        [("a spokeswoman for the council", "The vote was fair")],
    ),
    (
        "According to the Odrin Herald, the treasurer owns the mine.",
        [("the Odrin Herald", "the treasurer owns the mine")],
    ),
    (
        "According to court papers, the clerk sold the coins in Belvar.",
        [("court papers", "the clerk sold the coins in Belvar")],
    ),
    (
        "The clerk sold the coins in Belvar, according to court papers seen by his lawyer.",
        [("court papers seen by his lawyer", "The clerk sold the coins in Belvar")],
    ),
    ("As the treasurer admitted, the books were burnt.", [("the treasurer", "the books were burnt")]),
    ("As the ferry left, the band played.", []),
]

NOUNS = [
    ("The dam will be emptied amid rumours that it leaks.", [("rumours", "that it leaks")]),
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
    (
        "Ona Brandt’s promise that the pumps would run all night was broken.",
        [("Ona Brandt’s", "that the pumps would run all night")],
    ),
    ("The finding that the rope was cut shocked the sailors.", [("The finding", "that the rope was cut")]),
    ("The hope that the miners were alive kept the families awake.", [("The hope", "that the miners were alive")]),
    (
        "The threat that the port would be closed alarmed the traders.",
        [("The threat", "that the port would be closed")],
    ),
    ("There were rumours that the ferry was overloaded.", [("rumours", "that the ferry was overloaded")]),
    ("There was speculation that the treasurer had fled.", [("speculation", "that the treasurer had fled")]),
    ("Reports that the pilot was drunk reached the harbour at noon.", [("Reports", "that the pilot was drunk")]),
    (
        "The driver’s confession that he had slept at the wheel ended the trial.",
        [("The driver’s", "that he had slept at the wheel")],
    ),
    ("Tom Arden’s insistence that the tower was safe cost him his post.", [("Tom Arden’s", "that the tower was safe")]),
    (
        "The argument that the port is too small has been heard before.",
        [("The argument", "that the port is too small")],
    ),
    ("The belief that the lake is haunted is old.", [("The belief", "that the lake is haunted")]),
    ("Ona Brandt’s belief that the lake is haunted amused the guides.", [("Ona Brandt’s", "that the lake is haunted")]),
    (
        "The assertion that the ferry was overloaded was never tested.",
        [("The assertion", "that the ferry was overloaded")],
    ),
    (
        "The revelation that the treasurer owned the mine stunned the council.",
        [("The revelation", "that the treasurer owned the mine")],
    ),
    (
        "The proposal that the tower be pulled down split the council.",
        [("The proposal", "that the tower be pulled down")],
    ),
    ("The impression that the harbour is empty is wrong.", [("The impression", "that the harbour is empty")]),
    ("The statement was short.", []),
    ("The report has ninety pages.", []),
    ("The fact that the ferry sank is plain.", []),
    (
        "The claim by the treasurer that the coins were his was rejected.",
        [("the treasurer", "that the coins were his")],
    ),
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
    ("The ferry allegedly left Odrin without a pilot.", [(None, "The ferry allegedly left Odrin without a pilot")]),
    (
        "Four crates of coins were reportedly found under the quay.",
        [(None, "Four crates of coins were reportedly found under the quay")],
    ),
    (
        "The engineer had purportedly signed the plans himself.",
        [(None, "The engineer had purportedly signed the plans himself")],
    ),
    ("The two brothers supposedly never spoke again.", [(None, "The two brothers supposedly never spoke again")]),
    ("Reportedly, the tower was built on sand.", [(None, "Reportedly, the tower was built on sand")]),
    ("Allegedly the keeper slept through the storm.", [(None, "Allegedly the keeper slept through the storm")]),
    ("The pilot was drunk, allegedly.", [(None, "The pilot was drunk, allegedly")]),
    (
        "The council reportedly paid twice for the same boats.",
        [(None, "The council reportedly paid twice for the same boats")],
    ),
    ("The thief is reportedly still at large.", [(None, "The thief is reportedly still at large")]),
    ("Nobody was reportedly hurt in the fire.", [(None, "Nobody was reportedly hurt in the fire")]),
    ("The painting, which reportedly hung in the hall, is gone.", [(None, "reportedly hung in the hall")]),
    ("The nurse, who supposedly saw the crash, has left Odrin.", [(None, "supposedly saw the crash")]),
    ("The guards who allegedly beat the baker were moved.", [(None, "allegedly beat the baker")]),
    (
        "Ona Brandt allegedly ordered the gates to be opened at night.",
        [(None, "Ona Brandt allegedly ordered the gates to be opened at night")],
    ),
    (
        "The treasurer will reportedly step down next week.",
        [(None, "The treasurer will reportedly step down next week")],
    ),
    (
        "The letter was allegedly written by Tom Arden’s own sister.",
        [(None, "The letter was allegedly written by Tom Arden’s own sister")],
    ),
    (
        "More than forty goats reportedly died in the frost.",
        [(None, "More than forty goats reportedly died in the frost")],
    ),
    ("The mine purportedly holds silver.", [(None, "The mine purportedly holds silver")]),
    (
        "The inspector reportedly resigned after the collapse.",
        [(None, "The inspector reportedly resigned after the collapse")],
    ),
    ("The lake supposedly hides a drowned village.", [(None, "The lake supposedly hides a drowned village")]),
    ("Clear skies returned to Odrin.", []),
    ("The reporter reported to the desk at noon.", []),
    ("The supposed heir arrived by train.", []),
    ("The alleged thief wore a red coat.", []),
    (
        "The driver allegedly threw a bottle at two guards and ran off.",
        [(None, "The driver allegedly threw a bottle at two guards and ran off")],
    ),
    (
        "The bakers reportedly turned down an offer from the firm.",
        [(None, "The bakers reportedly turned down an offer from the firm")],
    ),
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
    ("The ferry was overloaded, Ona Brandt told the Belvar Gazette.", [["the Belvar Gazette"]]),
    ("“The ferry was overloaded,” Ona Brandt told Radio Belvar.", [["Radio Belvar"]]),
    ("In an interview with the Belvar Gazette, Ona Brandt said the ferry was overloaded.", [["the Belvar Gazette"]]),
    ("Speaking on Radio Belvar, Ona Brandt said the ferry was overloaded.", [["Radio Belvar"]]),
    ("The Belvar Gazette quoted the captain as saying the ferry was overloaded.", [["The Belvar Gazette"]]),
    ("The ferry was overloaded, the captain told the Coast news agency.", [["the Coast news agency"]]),
    ("The captain, quoted by the Coast news agency, said the ferry was overloaded.", [["the Coast news agency"]]),
    ("“The ferry was overloaded,” the captain said on Radio Belvar.", [["Radio Belvar"]]),
    ("“The ferry was overloaded,” the captain said in an interview with the Belvar Gazette.", [["the Belvar Gazette"]]),
    ("“The ferry was overloaded,” the captain told his wife.", [[]]),
    ("“The ferry was overloaded,” the captain told a crowd at the harbour.", [[]]),
    ("The captain told sailors that the ferry was overloaded.", [[]]),
    ("“The ferry was overloaded,” the captain told reporters on the quay.", [[]]),
    ("A correspondent for Radio Belvar said the ferry was overloaded.", [["Radio Belvar"]]),
    ("“The ferry was overloaded,” the captain said, according to Radio Belvar.", [["Radio Belvar"]]),
]

VOICES = {"verb orders": VERB_ORDERS, "according to": ACCORDING_TO, "nouns": NOUNS, "adverbs": ADVERBS}


@pytest.mark.parametrize("table", VOICES.values(), ids=VOICES)
def test_who_says_what(table: list[tuple[str, list[tuple[str | None, str]]]]) -> None:
    assert read_table(table, lambda s: (s.speaker_text, s.text)) == table


def test_through_whom() -> None:
    assert read_table(CHAINS, lambda s: list(s.via)) == CHAINS
