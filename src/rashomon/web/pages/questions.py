"""Figures over time: one question, all its answers, a chart and a table."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...answers import Question as Standing
from ...dossier import Dossier
from ...ids import digest
from ...records import Figure, Finding
from .chart import Chart, chart_of
from .evidence import Evidence, Index, anchor_of, evidence_of, name_of
from .words import count_in_words, number_in_words

Key = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Link:
    """A word that leads somewhere."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Row:
    """One answer of one source for one time, with the findings it is part of."""

    evidence: Evidence
    also: tuple[Evidence, ...]  # other reports that print it
    findings: tuple[Link, ...]
    note: str  # what keeps it from being a plain count: denied, feared, only a part


@dataclass(frozen=True, slots=True)
class Question:
    """What is counted, whose and where, with every count in the order of days."""

    anchor: str
    title: str
    story: str  # in which story, where there are several
    reports: str
    answer: str  # what stands at present, with its range; empty where nothing more than the rows can be said
    rows: tuple[Row, ...]
    chart: Chart | None

    @property
    def single(self) -> bool:
        """Counted once only, or by all alike."""
        return len(self.rows) == 1


def questions(dossier: Dossier, index: Index) -> tuple[Question, ...]:
    """All questions, those answered by most reports first."""
    groups = _groups(dossier.figures, dossier, index)
    ranked = sorted(groups, key=lambda g: (-len({f.document for f in g}), -len(g), g[0].id))
    standing = {
        figure: question for question in dossier.questions for step in question.history for figure in step.figures
    }
    labels = {story.id: story.label for story in dossier.stories} if len(dossier.stories) > 1 else {}
    return tuple(_question(group, labels, standing, index) for group in ranked)


def question_of_figure(found: Iterable[Question]) -> dict[str, str]:
    """From a figure's fragment to the fragment of its question."""
    return {
        evidence.href: f"#{question.anchor}"
        for question in found
        for row in question.rows
        for evidence in (row.evidence, *row.also)
    }


def _groups(figures: Iterable[Figure], dossier: Dossier, index: Index) -> list[list[Figure]]:
    """Figures of one story, measure, group and place; a finding between two such groups makes them one question."""
    leader: dict[Key, Key] = {}
    kept = {figure.id: figure for figure in figures}
    for finding in dossier.findings:
        keys = [_key(kept[member], index) for member in finding.members if member in kept]
        for key in keys[1:]:
            _join(leader, keys[0], key)
    groups: dict[Key, list[Figure]] = defaultdict(list)
    for figure in kept.values():
        groups[_lead(leader, _key(figure, index))].append(figure)
    return [sorted(group, key=_order) for group in groups.values()]


def _key(figure: Figure, index: Index) -> Key:
    story = index.documents[figure.document].story or ""
    return story, figure.measure, figure.group or "", figure.place or "", figure.unit


def _lead(leader: dict[Key, Key], key: Key) -> Key:
    while key in leader:
        key = leader[key]
    return key


def _join(leader: dict[Key, Key], one: Key, other: Key) -> None:
    low, high = sorted((_lead(leader, one), _lead(leader, other)))
    if low != high:
        leader[high] = low


def _order(figure: Figure) -> tuple[str, str, float, str]:
    days = figure.as_of
    return str(days.latest or "9999"), str(days.earliest or "9999"), float(figure.low or figure.high or 0), figure.id


def _question(
    group: list[Figure], labels: Mapping[str, str], standing: Mapping[str, Standing], index: Index
) -> Question:
    return Question(
        anchor=f"question-{digest(min(figure.id for figure in group).encode('utf-8', 'surrogatepass'))[:16]}",
        title=_title(group, index),
        story=labels.get(index.documents[group[0].document].story or "", ""),
        reports=count_in_words(len({figure.document for figure in group}), "report"),
        answer=_answer(group, standing),
        rows=_rows(group, index),
        chart=chart_of(figure for figure in group if _is_plain(figure)),
    )


def _answer(group: list[Figure], standing: Mapping[str, Standing]) -> str:
    """The answer that the latest of these figures belongs to: "17, between 13 and 17; on 1 origin"."""
    last = next((standing[figure.id] for figure in reversed(group) if figure.id in standing), None)
    if last is None or last.best is None or len(last.history) < 2:
        return ""
    low, best = (number_in_words(bound) if bound is not None else "" for bound in (last.low, last.best))
    high = f"to {number_in_words(last.high)}" if last.high is not None else "and up"
    told = best if last.low == last.best == last.high else f"{best} (from {low} {high})"
    return f"{told}, on {count_in_words(last.origins, 'independent origin')}"


def _title(group: list[Figure], index: Index) -> str:
    """The question as a finding puts it; of several places, and without a finding, put together from the fields."""
    places = Counter(name_of(figure.place, index) for figure in group if figure.place)
    found = [finding for figure in group for finding in index.findings_of.get(figure.id, ())]
    asked = Counter(finding.question for finding in found if finding.about == "figures")
    if asked and len(places) < 2:
        best = min(asked, key=lambda question: (-asked[question], question))
        return best[:1].upper() + best[1:]
    place = f"in {min(places, key=lambda name: (-places[name], name))}" if places else ""
    title = " ".join(part for part in (group[0].group, group[0].measure, place) if part)
    return title[:1].upper() + title[1:]


def _rows(group: Iterable[Figure], index: Index) -> tuple[Row, ...]:
    same: dict[tuple[str, str, str | None, str], list[Figure]] = defaultdict(list)
    for figure in group:
        evidence = evidence_of(figure, index)
        same[evidence.value, evidence.when, evidence.speaker, _note(figure)].append(figure)
    return tuple(_row(figures, note, index) for (*_, note), figures in same.items())


def _row(figures: Iterable[Figure], note: str, index: Index) -> Row:
    kept = tuple(figures)
    first, *also = (evidence_of(figure, index) for figure in kept)
    findings = finding_links(finding for figure in kept for finding in index.findings_of.get(figure.id, ()))
    return Row(first, tuple(also), findings, note)


def finding_links(found: Iterable[Finding]) -> tuple[Link, ...]:
    """A link for each kind of finding; those of one kind that hold one claim stand in one point."""
    first: dict[str, Finding] = {}
    for finding in sorted(found, key=lambda f: f.id):
        first.setdefault(finding.kind, finding)
    return tuple(Link(kind.replace("_", " "), f"#{anchor_of(finding.id)}") for kind, finding in sorted(first.items()))


def _is_plain(figure: Figure) -> bool:
    """A count of all, told as true: what a line over days may join."""
    return figure.polarity == "asserted" and figure.scope not in ("additional", "part")


def _note(figure: Figure) -> str:
    polarity = "" if figure.polarity == "asserted" else figure.polarity
    scope = {"additional": "more than before", "part": "a part"}.get(figure.scope, "")
    return ", ".join(note for note in (polarity, scope) if note)
