"""Golden cases: each folder here is a case, made of files only.

`sources.txt` names what is built, a path of the project a line; without it the case's own `articles` are. What must
come out stands in `expected.txt`, in lines that a person can read against the articles. After a change that is meant:
`pytest tests/cases --update`, then read the difference.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

import rashomon
from rashomon import Dossier
from rashomon.records import Days, Document, Entity, Event, Figure, Finding, Statement

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CASES = sorted(folder for folder in HERE.iterdir() if folder.is_dir() and not folder.name.startswith(("_", ".")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_comes_out_as_it_was_read_and_found_right(case: Path, request: pytest.FixtureRequest) -> None:
    found = "\n".join(account(rashomon.build(sources(case), workers=1))) + "\n"
    expected = case / "expected.txt"
    if request.config.getoption("--update"):
        expected.write_text(found, encoding="utf-8", newline="\n")
    assert found == expected.read_text(encoding="utf-8")


def sources(case: Path) -> list[Path]:
    listed = case / "sources.txt"
    return [ROOT / line for line in listed.read_text().split()] if listed.exists() else [case / "articles"]


def account(dossier: Dossier) -> Iterator[str]:
    """The essential lines of a dossier: days, stories, names, counts, statements, findings."""
    source = {document.id: document.source for document in dossier.documents}
    names = {entity.id: entity.name for entity in dossier.entities}
    yield from section("documents", (about_document(d, source) for d in dossier.documents))
    yield from section("stories", (f"{story.label} | {len(story.documents)} documents" for story in dossier.stories))
    yield from section("names", (about_name(entity) for entity in dossier.entities))
    yield from section("figures", (about_figure(f, source, names) for f in dossier.figures))
    yield from section("statements", (about_statement(s, source, names) for s in dossier.statements))
    claims = {claim.id: claim for claim in (*dossier.figures, *dossier.statements, *dossier.events)}
    yield from section("findings", (about_finding(f, claims, source) for f in dossier.findings))
    yield from section("timeline", (f"{e.earliest}/{e.latest} | {e.summary} | {e.origins}" for e in dossier.timeline))


def section(title: str, lines: Iterator[str]) -> Iterator[str]:
    yield f"== {title}"
    yield from sorted(" ".join(line.split()) for line in lines)
    yield ""


def about_document(document: Document, source: dict[str, str]) -> str:
    copied = f" | copies {source[document.copy_of]}" if document.copy_of else ""
    published = document.published
    return f"{document.source} | {in_days(published.days)} {published.basis} | {document.outlet}{copied}"


def about_name(entity: Entity) -> str:
    return f"{entity.type} | {entity.name} | {'; '.join(sorted({m.text for m in entity.mentions}))}"


def about_figure(figure: Figure, source: dict[str, str], names: dict[str, str]) -> str:
    bounds = f"{figure.measure} {figure.relation} {figure.low}..{figure.high} {figure.group}"
    told = names.get(figure.source or "", figure.source_text)
    parts = (bounds, names.get(figure.place or ""), in_days(figure.as_of), told, figure.polarity, figure.scope)
    return f"{source[figure.document]} | {figure.text} | {' | '.join(str(part) for part in parts)}"


def about_statement(statement: Statement, source: dict[str, str], names: dict[str, str]) -> str:
    speaker = names.get(statement.speaker or "", statement.speaker_text)
    via = ", ".join(names.get(v, v) for v in statement.via)
    chain = f"{speaker} {statement.stance}" + (f" through {via}" if via else "")
    return f"{source[statement.document]} | {chain} | {in_days(statement.made)} | {statement.text}"


def about_finding(finding: Finding, claims: dict[str, Figure | Statement | Event], source: dict[str, str]) -> str:
    told = sorted(f"{source[claims[m].document]}: {claims[m].text}" for m in finding.members if m in claims)
    return f"{finding.kind} | {finding.question} | {finding.origins} origins | {' || '.join(told)}"


def in_days(days: Days) -> str:
    return str(days.earliest) if days.day else f"{days.earliest}/{days.latest}"
