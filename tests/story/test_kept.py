"""What is kept of documents and how it is read: with fingerprints kept or made anew, with lines cut or not."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from rashomon.article.fingerprint import fingerprint_of
from rashomon.dossier import Dossier, Tool
from rashomon.fingerprint import Fingerprint
from rashomon.parts import Told, together
from rashomon.records import Analysis, Document, Mention, Span
from rashomon.story import reconcile, reconcile_in_parts
from rashomon.story.kept import Cut, Held, Whole

TOOL = Tool("rashomon", "1.0", "ab")
FOOT = "All of our work on the valley is open to read"
TOPICS = ("bridge", "harbour", "school", "orchard")


def report(name: str, topic: str) -> Analysis:
    text = "\n".join((
        f"Council speaks about the {topic}",
        f"The council of Norvik met on Tuesday to speak about the {topic}, which has stood unused for a long time.",
        FOOT,
    ))  # fmt: skip
    at = text.index("Norvik")
    read = Document(name, f"a/{name}.txt", "", text, text.split("\n")[0], "The Daily Example", language="en")
    return Analysis(read, (Mention(f"m{name}", name, at, at + 6, "Norvik", "GPE"),))


REPORTS = {f"d{n}": report(f"d{n}", topic) for n, topic in enumerate(TOPICS)}


@dataclass(frozen=True)
class WithFingerprints(Held):
    """As a file keeps them: of all documents but one."""

    def fingerprints(self, documents: Collection[str], /) -> Iterator[Fingerprint | None]:
        return (None if id == "d1" else fingerprint_of(self.by_id[id]) for id in sorted(documents))


def test_a_dossier_is_the_same_whether_fingerprints_are_kept_or_made_anew() -> None:
    anew = reconcile(REPORTS.values(), TOOL)
    parts = reconcile_in_parts(REPORTS, WithFingerprints(REPORTS), TOOL)
    kept = together(TOOL, (part for part in parts if isinstance(part, Dossier | Told)))
    assert kept == anew
    assert [document.text[mark.start : mark.end] for document in kept.documents for mark in document.boilerplate] == [
        FOOT
    ] * len(REPORTS)


def test_a_missing_fingerprint_is_made_anew() -> None:
    assert list(Whole(WithFingerprints(REPORTS)).fingerprints(REPORTS)) == [*map(fingerprint_of, REPORTS.values())]


def test_what_is_cut_is_in_no_analysis() -> None:
    text = REPORTS["d2"].document.text
    cut = Cut(Whole(WithFingerprints(REPORTS)), {"d2": [Span(text.index(FOOT), len(text))]})
    assert [len(analysis.document.boilerplate) for analysis in cut.analyses(REPORTS)] == [0, 0, 1, 0]


def test_documents_come_without_their_texts() -> None:
    assert {document.text for document in Whole(Held(REPORTS)).documents(REPORTS)} == {""}
