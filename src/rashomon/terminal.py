"""What the command line prints: an account of a dossier, the progress of a build, and its end."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import TypeVar

from rich.console import Console
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from .building import Progress as Tell
from .building import Step
from .dossier import Problem
from .records import Story
from .show import Account, Contested, Day, Giver, Said, Series, Voice
from .succession import StoryChange

T = TypeVar("T")

LINES_A_SECTION = 12  # what does not fit is counted; the report and --json have it all
CLAIMS_A_POINT = 6
TAKERS_A_LINE = 6
WORDS_OF_A_PART = 14
# What a dossier holds, by its lists, in the words of its last line.
_TOLD = {
    "documents": "document",
    "stories": "story",
    "entities": "entity",
    "statements": "statement",
    "figures": "figure",
    "events": "event",
}
PLAIN_LINES = 20  # at most, for one build on something that is no terminal
# A text of unknown origin must not move the cursor or ring the bell.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]|\s+")


def print_account(account: Account, console: Console, title: str) -> None:
    """Print the account, section by section; empty sections are left out."""
    console.print(Text(f"{title}: {_count(account.documents, 'document')}", style="bold"))
    for story in _some(account.stories, console, "story", "The story" if len(account.stories) == 1 else "The stories"):
        told = f"{_count(len(story.documents), 'document')}, {_count(story.origins, 'independent origin')}"
        _line(console, f"{_clean(story.label)} ({_days(story.earliest, story.latest)}; {told})")
    for point in _some(account.contested, console, "point", "Contested"):
        _print_contested(console, point)
    for series in _some(account.figures, console, "series", "Figures over time"):
        _print_series(console, series)
    for day in _some(_most_told(account.timeline), console, "entry", "Timeline"):
        mark = " [disputed]" if day.disputed else " [background]" if day.background else ""
        told = f"{_count(day.documents, 'document')}, {_count(day.origins, 'origin')}"
        _line(console, f"{_days(day.earliest, day.latest)}  {_clean(day.summary)} ({told}){mark}")
    for voice in _some(account.voices, console, "speaker", "Who says what"):
        _print_voice(console, voice)
    for giver in _some(account.givers, console, "source", "Where the words come from"):
        _line(console, _ways(giver))
    for part in _some(account.parts, console, "passage", "Taken over in part"):
        share = f"{part.words} words ({part.share:.0%} of it)"
        _line(console, f"{_clean(part.document)} ← {_clean(part.original)}: {share}, “{_beginning(part.text)}”")
        _line(console, _clean(part.why), indent=4)
    print_problems(account.problems, console)


def print_stories(stories: Iterable[Story], formerly: Mapping[str, Iterable[StoryChange]], console: Console) -> None:
    """Print a line a story, whole, and below it one for each story that has become it."""
    for story in stories:
        told = f"{_count(len(story.documents), 'document')}, {_count(story.origins, 'origin')}"
        days = _days(story.earliest, story.latest)
        console.print(Text(f"{story.id}  {days}  {told}  {_clean(story.label)}"), soft_wrap=True)
        for change in formerly.get(story.id, ()):
            console.print(Text(f"  formerly {change.old}: {change.why}"), soft_wrap=True)


def print_problems(problems: Iterable[Problem], console: Console) -> None:
    """Print what could not be read."""
    kept = tuple(problems)
    if kept:
        console.print(Text(f"\nNot read, or not wholly ({len(kept)})", style="bold"))
    for problem in kept:
        _line(console, f"{_clean(problem.source)}: {_clean(problem.why)}")


def in_a_line(sizes: Mapping[str, int]) -> str:
    """What a dossier holds, in numbers."""
    told = [_count(sizes[name], one) for name, one in _TOLD.items()]
    return ", ".join((*told, f"{_count(sizes['findings'], 'finding')}, {sizes['contested']} of them contested"))


@contextmanager
def progress_on(console: Console, *, quiet: bool) -> Iterator[Tell]:
    """How a build tells its progress: a bar on a terminal, plain lines elsewhere, nothing when quiet."""
    if quiet:
        yield lambda step: None
    elif not console.is_terminal:
        yield _plain_lines(console)
    else:
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, TimeRemainingColumn(), console=console, transient=True) as bar:
            task = bar.add_task("reading", total=None)
            yield lambda step: bar.update(task, description=step.doing, completed=step.done, total=step.total)


def with_failures(tell: Tell, failures: list[Problem]) -> Tell:
    """The same teller, that also notes each failure."""

    def noting(step: Step) -> None:
        if step.problem:
            failures.append(Problem(step.about or "", step.problem))
        tell(step)

    return noting


def _plain_lines(console: Console) -> Tell:
    def tell(step: Step) -> None:
        every = max(1, (step.total or 0) // PLAIN_LINES)
        if step.doing == "analysing" and step.total and (step.done % every == 0 or step.done == step.total):
            about = f": {_clean(step.about)}" if step.about else ""
            console.print(Text(f"analysed {step.done} of {step.total}{about}"), soft_wrap=True)
        elif step.doing == "reconciling":
            console.print(Text("putting the documents together"), soft_wrap=True)

    return tell


def _print_contested(console: Console, point: Contested) -> None:
    _line(console, f"{point.kind}: {_clean(point.question)} ({_count(point.origins, 'origin')})", style="bold red")
    _line(console, _clean(point.why), indent=4)
    for claim in point.claims[:CLAIMS_A_POINT]:
        _line(console, _told(claim), indent=4)
    if len(point.claims) > CLAIMS_A_POINT:
        _line(console, f"and {len(point.claims) - CLAIMS_A_POINT} more", indent=4, style="dim")
    for number, origin in enumerate(point.origins_why, start=1):
        _line(console, f"origin {number}: {_clean(origin)}", indent=4, style="dim")


def _print_series(console: Console, series: Series) -> None:
    _line(console, _clean(series.about), style="bold")
    table = Table.grid(padding=(0, 2))
    places: dict[tuple[str, str, str], list[str]] = {}
    for count in series.counts:
        who = _clean(count.who) if count.who else "the report itself"
        line = (_days(count.earliest, count.latest), count.value or "", who)
        places.setdefault(line, []).append(_clean(count.document))
    for line, documents in list(places.items())[:LINES_A_SECTION]:
        table.add_row(*map(Text, line), Text(", ".join(dict.fromkeys(documents))))
    console.print(Padding(table, (0, 0, 0, 4), expand=False))


def _print_voice(console: Console, voice: Voice) -> None:
    told = f"{_count(voice.statements, 'statement')} in {_count(voice.documents, 'document')}"
    _line(console, f"{_clean(voice.name)}: {told}", style="bold")
    for said in voice.said:
        _line(console, f"“{_clean(said.words)}” ({_clean(said.document)})", indent=4)


def _ways(giver: Giver) -> str:
    """ "The Echo (3), Post (1, copies) ← Coast News": who has words from one source, how often, how if not quoted."""
    told = [
        f"{_clean(taker.name)} ({taker.times}{'' if taker.way == 'quotes' else f', {taker.way}'})"
        for taker in giver.takers[:TAKERS_A_LINE]
    ]
    more = [f"and {len(giver.takers) - TAKERS_A_LINE} more"] if len(giver.takers) > TAKERS_A_LINE else []
    return f"{', '.join([*told, *more])} ← {_clean(giver.name)}"


def _beginning(text: str) -> str:
    words = _clean(text).split()
    return " ".join(words[:WORDS_OF_A_PART]) + (" …" if len(words) > WORDS_OF_A_PART else "")


def _told(claim: Said) -> str:
    who = f"{_clean(claim.who)}, in {_clean(claim.document)}" if claim.who else _clean(claim.document)
    value = f"{claim.value}: " if claim.value else ""
    return f"{who} ({_days(claim.earliest, claim.latest)}): {value}“{_clean(claim.words)}”"


def _some(items: tuple[T, ...], console: Console, what: str, heading: str) -> Iterator[T]:
    """The first items of a section under its heading, and how many are left out."""
    if items:
        console.print(Text(f"\n{heading}", style="bold underline"))
    yield from items[:LINES_A_SECTION]
    if len(items) > LINES_A_SECTION:
        _line(console, f"and {_count(len(items) - LINES_A_SECTION, f'more {what}')} (all with --json)", style="dim")


def _most_told(days: tuple[Day, ...]) -> tuple[Day, ...]:
    """The same days, those first, in their order, that most is told of: where not all are shown, these are."""
    ranked = sorted(days, key=lambda day: (day.background, -day.origins, -day.documents, not day.disputed))
    shown = ranked[:LINES_A_SECTION]
    return (*(day for day in days if day in shown), *(day for day in days if day not in shown))


def _line(console: Console, words: str, *, indent: int = 2, style: str = "") -> None:
    if console.is_terminal:
        console.print(Padding(Text(words, style=style), (0, 0, 0, indent), expand=False))
    else:  # a line stays a line for the program that reads it
        console.print(Text(" " * indent + words), soft_wrap=True)


def _days(earliest: date | None, latest: date | None) -> str:
    if earliest is None and latest is None:
        return "day not known"
    if earliest == latest:
        return str(earliest)
    return f"{earliest or '…'} to {latest or '…'}"


def _count(number: int, what: str) -> str:
    if number == 1 or what.endswith("series"):
        return f"{number} {what}"
    return f"{number} {what[:-1]}ies" if what.endswith("y") else f"{number} {what}s"


def _clean(words: str) -> str:
    return _CONTROL.sub(" ", words).strip()
