"""What a story names survives being packed."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rashomon.article.mentions.lexicon import lexicon_of
from rashomon.languages import language_of
from rashomon.records import EntityType
from rashomon.story.entities.groups import named_in
from rashomon.story.entities.packing import packed, unpacked

from .named import report

LEXICON = lexicon_of(language_of("en"))
KINDS: tuple[EntityType, ...] = ("PERSON", "ORG", "GPE", "LOC", "OTHER")
NAMES = st.tuples(
    st.sampled_from(
        ["Ada Holm", "Holm", "Ada Mila Holm Jr.", "Oslo", "Harbour Union", "HU", "Georgia", "\ud800 Ødegård"]
    ),
    st.sampled_from(KINDS),
)


@given(st.lists(st.lists(NAMES, max_size=5), min_size=1, max_size=3), st.sampled_from([None, "president", "Mr"]))
def test_what_a_story_names_survives_being_packed(names, role):
    reports = [report(f"d{number}", *told, role=role, country="NO") for number, told in enumerate(names)]
    named, _ = named_in(reports, {}, (), LEXICON)
    assert unpacked(packed(named)) == named


def test_relatives_stay_apart_when_packed():
    told = report("d", ("Ada Holm", "PERSON"), ("Ada Berg", "PERSON"))
    one, other = told.mentions
    named, _ = named_in([replace(told, mentions=(one, replace(other, kin=one.id)))], {}, (), LEXICON)
    assert named.apart
    assert unpacked(packed(named)) == named
