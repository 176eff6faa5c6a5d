"""The command line: commands that read their arguments, call one function, and print."""

# What a command needs is imported when it runs: `--help` must not wait for a parser.

import getpass
import io
import json
import sys
import traceback
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from .dossier import Dossier, Problem
from .errors import MissingExtra, MisuseError, RashomonError
from .records import Verdict
from .settings import Settings, read_settings

if TYPE_CHECKING:
    from .dossier import Dossier

DONE, SOME_FAILED, MISUSE, FAULT = 0, 1, 2, 3

app = typer.Typer(
    name="rashomon",
    help="One account of many reports: who, where, when, how many, who said so, and where the reports disagree.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="rich",
)

DossierFile = Annotated[Path, typer.Argument(help="A dossier made by rashomon build.", metavar="FILE")]
OneStory = Annotated[
    str | None, typer.Option("--story", help="Only this story: its id, or the beginning of it.", metavar="ID")
]
Address = Annotated[
    str | None,
    typer.Option(help="The cluster; without it one of processes is started here.", metavar="ray://HOST:PORT"),
]
Between = Annotated[
    Path | None,
    typer.Option(
        help="A folder that all machines of the cluster see: reports and analyses go through it as Parquet files.",
        metavar="FOLDER",
        exists=True,
        file_okay=False,
        writable=True,
    ),
]


def main() -> None:
    """Run a command; an error of ours is one line, one of the program keeps its traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter must not end the program
    try:
        app()
    except RashomonError as problem:
        print(f"rashomon: {problem}", file=sys.stderr)
        sys.exit(MISUSE)
    except Exception:
        # Python's own status for this is 1, which here says that some documents failed.
        traceback.print_exc()
        sys.exit(FAULT)


def _tell_version(wanted: bool) -> None:
    from importlib.metadata import version

    if wanted:
        print(f"rashomon {version('rashomon')}")
        raise typer.Exit


@app.callback(epilog="Example: rashomon build articles/ --out affair.rashomon && rashomon show affair.rashomon")
def root(
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_tell_version, is_eager=True)
    ] = False,
) -> None:
    pass


@app.command(
    epilog="Examples:\n\nrashomon build articles/ --out affair.rashomon\n\n"
    "rashomon build crawl.jsonl more/*.html --out affair.rashomon --workers 4\n\n"
    "rashomon build crawl.jsonl --out affair.rashomon --engine ray --address ray://head:10001"
)
def build(
    sources: Annotated[
        list[str], typer.Argument(help="Files, folders, globs, URLs, or - for standard input.", metavar="SOURCE")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="The dossier to write, or to add to if it is there.")],
    workers: Annotated[int | None, typer.Option(min=1, help="Worker processes; without it, one a core.")] = None,
    engine: Annotated[
        Literal["local", "ray"], typer.Option(help="Where reports are read: on this machine, or on a Ray cluster.")
    ] = "local",
    address: Address = None,
    between: Between = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but what failed.")] = False,
    settings: Annotated[Path | None, typer.Option(help="A TOML file of settings.", metavar="TOML")] = None,
    language: Annotated[str | None, typer.Option(help="Take every document to be in this language (BCP 47).")] = None,
    one_story: Annotated[bool, typer.Option("--one-story", help="All documents tell of one affair.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Web addresses may lead into this machine's own networks.")
    ] = False,
) -> None:
    """Read reports and write, or extend, a dossier.

    A dossier that is there already is added to; what is in it is not read again. Exit status: 0 done, 1 some documents
    could not be read (they are listed), 2 misuse.
    """
    from rich.console import Console

    from .building import update
    from .engine.cluster import engine_for
    from .terminal import in_a_line, print_problems, progress_on, with_failures

    chosen = _settings(settings, language, one_story=one_story, allow_private=allow_private)
    where = engine_for(engine, address, workers, between)
    errors = Console(stderr=True, highlight=False)
    failures: list[Problem] = []
    with progress_on(errors, quiet=quiet) as tell:
        told = with_failures(tell, failures)
        sizes = update(sources, out, settings=chosen, workers=workers, engine=where, progress=told)
    print_problems(failures, errors)
    if not quiet:
        print(f"{out}: {in_a_line(sizes)}")
    raise typer.Exit(SOME_FAILED if failures else DONE)


@app.command(
    epilog="Examples:\n\nrashomon show affair.rashomon\n\nrashomon show affair.rashomon --json | jq .contested"
)
def show(
    file: DossierFile,
    story: OneStory = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print all of it as JSON.")] = False,
) -> None:
    """Print what a person wants first: the story, what is contested, the figures, the timeline, who says what."""
    from rich.console import Console

    from .codec import to_json
    from .show import account_of
    from .terminal import print_account

    account = account_of(_dossier(file, story))
    if as_json:
        print(json.dumps(to_json(account), ensure_ascii=False, indent=1))
    else:
        print_account(account, Console(highlight=False), file.name)


@app.command(epilog="Example: rashomon report affair.rashomon -o affair.html")
def report(
    file: DossierFile,
    out: Annotated[Path, typer.Option("--out", "-o", help="The page to write.", metavar="OUT.html")],
    story: OneStory = None,
) -> None:
    """Write one page with everything, to be read without a network, on a phone or on paper."""
    from .web.report import write_report

    write_report(_dossier(file, story), out)


@app.command(
    epilog="Examples:\n\nrashomon serve affair.rashomon --open\n\n"
    "rashomon serve affair.rashomon --host 0.0.0.0 --read-only"
)
def serve(
    file: DossierFile,
    host: Annotated[str, typer.Option(help="Who can reach it: 127.0.0.1 is this machine alone.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = 8765,
    browser: Annotated[bool, typer.Option("--open", help="Show it in a browser.")] = False,
    read_only: Annotated[bool, typer.Option("--read-only", help="Nobody can review.")] = False,
    token: Annotated[
        str | None, typer.Option(help="Asked of who reviews; made up where other machines can reach the room.")
    ] = None,
) -> None:
    """Open the reading room: pages in a browser where every line leads to its sentence and can be corrected."""
    try:
        from .web.serving import Door, serve
    except ImportError as problem:
        raise MissingExtra(problem.name or "fastapi", "web") from problem
    serve(file, Door(host, port, read_only, token, browser), lambda words: print(words, flush=True))


@app.command(epilog="Example, in the settings of an assistant: rashomon mcp affair.rashomon")
def mcp(file: DossierFile) -> None:
    """Let an assistant search the dossier, list findings and get evidence, over the Model Context Protocol."""
    try:
        from .web.assistant import serve_assistant
    except ImportError as problem:
        raise MissingExtra(problem.name or "mcp", "mcp") from problem
    serve_assistant(file)


@app.command(
    epilog="Examples:\n\nrashomon export affair.rashomon --format json -o affair.json\n\n"
    "rashomon export affair.rashomon --format csv -o tables/ (or -o tables.zip)"
)
def export(
    file: DossierFile,
    out: Annotated[Path, typer.Option("--out", "-o", help="The file or, for csv, the folder or zip to write.")],
    format: Annotated[str, typer.Option("--format", "-f", help="json, jsonl or csv.")] = "json",
    story: OneStory = None,
) -> None:
    """Write the dossier for another program."""
    from .export import export as export_dossier

    export_dossier(_dossier(file, story), format, out)


@app.command(epilog="Example: rashomon stories crawl.rashomon")
def stories(
    file: DossierFile,
    as_json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
) -> None:
    """List the stories, the most reported first: id, days, documents, origins, headline; and what they once were."""
    from rich.console import Console

    from .codec import to_json
    from .store import reading
    from .succession import former
    from .terminal import print_stories

    with reading(file) as store:
        stories, formerly = store.dossier().stories, former(store.story_changes())
    told = sorted(stories, key=lambda story: (-len(story.documents), story.id))
    if as_json:
        lines = [to_json(story) | {"formerly": to_json(formerly.get(story.id, ()))} for story in told]
        print(json.dumps(lines, ensure_ascii=False, indent=1))
    else:
        print_stories(told, formerly, Console(highlight=False))


@app.command(epilog="Example: rashomon watch saved-pages/ feed.xml --out affair.rashomon")
def watch(
    sources: Annotated[list[str], typer.Argument(help="Folders, feed files, other files.", metavar="SOURCE")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The dossier to keep up to date.")],
    every: Annotated[float, typer.Option(min=1, help="Seconds between two looks.")] = 60.0,
    once: Annotated[bool, typer.Option("--once", help="Look once and end.")] = False,
    settings: Annotated[Path | None, typer.Option(help="A TOML file of settings.", metavar="TOML")] = None,
) -> None:
    """Keep a dossier up to date: look at the sources again and again, and add what is new. Ctrl-C ends it."""
    import time

    from .terminal import in_a_line
    from .watching import watch as watch_sources

    chosen = _settings(settings, None, one_story=False, allow_private=False)
    try:
        for sizes in watch_sources(sources, out, settings=chosen, pause=lambda: time.sleep(every)):
            print(f"{out}: {in_a_line(sizes)}", flush=True)
            if once:
                break
    except KeyboardInterrupt:
        return


@app.command(epilog="Example: rashomon names --pairs pairs.tsv --explain")
def names(
    pairs: Annotated[
        Path, typer.Option(help="Lines of two names and, if known, PERSON or ORG, with tabs between.", metavar="TSV")
    ],
    explain: Annotated[bool, typer.Option("--explain", help="Tell why, after the score.")] = False,
) -> None:
    """Print how likely the two names of each line are forms of one name, 0 to 1."""
    from .names import explain_pair, score_pairs

    asked = list(_pairs(pairs))
    for (left, right, kind), score in zip(asked, score_pairs(asked), strict=True):
        print(f"{score:.4f}\t{explain_pair(left, right, kind)}" if explain else f"{score:.4f}")


judge_app = typer.Typer(
    help="Say that two names are one or are not; every build from then on follows.", no_args_is_help=True
)
app.add_typer(judge_app, name="judge")

_Thing = typer.Argument(help="A name as the reports print it, or the id of an entity or a mention.")
Why = Annotated[str, typer.Option("--why", help="The reason, kept with the judgement.")]
By = Annotated[str | None, typer.Option("--by", help="Who says so; without it, your name on this computer.")]


@judge_app.command(epilog='Example: rashomon judge same affair.rashomon "Ada Holm" "A. Holme" --why "one passport"')
def same(
    file: DossierFile, left: Annotated[str, _Thing], right: Annotated[str, _Thing], why: Why, by: By = None
) -> None:
    """The two are one."""
    _judge(file, "same", (left, right), why, by)


@judge_app.command(epilog='Example: rashomon judge different affair.rashomon "Ada Holm" Holm --why "her sister"')
def different(
    file: DossierFile, left: Annotated[str, _Thing], right: Annotated[str, _Thing], why: Why, by: By = None
) -> None:
    """The two are not one."""
    _judge(file, "different", (left, right), why, by)


@judge_app.command(
    epilog='Example: rashomon judge undecided affair.rashomon "Ada Holm" Holm --why "not sure after all"'
)
def undecided(
    file: DossierFile, left: Annotated[str, _Thing], right: Annotated[str, _Thing], why: Why, by: By = None
) -> None:
    """It is not known; an earlier judgement on the two no longer counts."""
    _judge(file, "undecided", (left, right), why, by)


@judge_app.command("undo", epilog="Example: rashomon judge undo affair.rashomon judgement-0123456789abcdef")
def undo_judgement(
    file: DossierFile, judgement: Annotated[str, typer.Argument(help="Its id; see rashomon judge list.")]
) -> None:
    """Take a judgement back: the dossier is as if it had never been given."""
    from .building import undo

    _tell_conflicts(undo(file, judgement))


@judge_app.command("list", epilog="Example: rashomon judge list affair.rashomon")
def list_judgements(file: DossierFile) -> None:
    """Print the judgements of people, one a line: id, when, and what was said."""
    from .judging import in_words, of_people
    from .store import reading

    with reading(file) as store:
        dossier = store.dossier()
    for judgement in of_people(dossier):
        print(f"{judgement.id}\t{judgement.at}\t{in_words(dossier, judgement)}")
    _tell_conflicts(dossier)


def _judge(file: Path, verdict: Verdict, pair: tuple[str, str], why: str, by: str | None) -> None:
    from .building import judge
    from .judging import judgement_on
    from .store import reading

    with reading(file) as store:
        dossier = store.dossier()
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    judgement = judgement_on(dossier, verdict, pair, by or getpass.getuser(), why, now)
    _tell_conflicts(judge(file, judgement))
    print(judgement.id)


def _tell_conflicts(dossier: Dossier) -> None:
    from .judging import conflicts

    for conflict in conflicts(dossier):
        print(f"not followed: {conflict}", file=sys.stderr)


def _dossier(file: Path, story: str | None = None) -> "Dossier":
    from .selecting import now, of_story
    from .store import reading

    with reading(file) as store:
        dossier, changes = store.dossier(), store.story_changes()
    if story is None:
        return dossier
    present, steps = now(story, dossier.stories, changes)
    for step in steps:
        print(f"{step.old} is now {', '.join(step.new)}: {step.why}", file=sys.stderr)
    return of_story(dossier, present)


def _settings(path: Path | None, language: str | None, *, one_story: bool, allow_private: bool) -> Settings:
    settings = read_settings(path) if path else Settings()
    return replace(
        settings,
        language=language or settings.language,
        one_story=one_story or settings.one_story,
        allow_private=allow_private or settings.allow_private,
    )


def _pairs(path: Path) -> Iterator[tuple[str, str, str | None]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as problem:
        raise MisuseError(f"{path}: {problem}; expected a UTF-8 file of name pairs. Name another file.") from problem
    for number, line in enumerate(lines, start=1):
        fields = line.rstrip("\r").split("\t")
        if not line.strip():
            continue
        if len(fields) < 2:
            raise MisuseError(
                f"{path}, line {number}: one name alone; expected two with a tab between. Add the second."
            )
        yield fields[0], fields[1], fields[2].strip() or None if len(fields) > 2 else None
