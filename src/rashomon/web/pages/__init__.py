"""View models: pure functions from a dossier to what the pages print; no markup, no files."""

from dataclasses import dataclass

from ...dossier import Dossier
from ...records import Days, Document, Story
from .articles import ArticleView, article_views
from .asked import openings
from .contested import Contest, Point, agreements, contests
from .evidence import index_of
from .labels import Wording, wordings
from .maps import PlaceMap, map_of
from .marks import bare_marks
from .names import NameGroup, name_groups, places_of
from .questions import Question, question_of_figure, questions
from .timeline import DayOfTimeline, background_last, days_of_timeline
from .unknown import Gap, gaps
from .voices import Speaker, speakers
from .words import count_in_words, days_in_words


@dataclass(frozen=True, slots=True)
class Head:
    """What the reader sees first."""

    title: str
    reports: str
    outlets: str
    nameless: str
    days: str
    origins: str
    outlet_names: tuple[str, ...]
    other_stories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """Everything that the report prints, section by section."""

    head: Head
    contests: tuple[Contest, ...]
    agreements: tuple[Point, ...]
    questions: tuple[Question, ...]
    timeline: tuple[DayOfTimeline, ...]
    speakers: tuple[Speaker, ...]
    map: PlaceMap | None
    name_groups: tuple[NameGroup, ...]
    wordings: tuple[Wording, ...]
    gaps: tuple[Gap, ...]
    articles: tuple[ArticleView, ...]
    tool: str


def report_page(dossier: Dossier) -> ReportPage:
    """The whole report as data."""
    index = index_of(dossier)
    counted = questions(dossier, index)
    worded = wordings(dossier, index)
    opened = openings(dossier, index)
    return ReportPage(
        head=head(dossier),
        contests=contests(dossier.findings, index),
        agreements=agreements(dossier.findings, index),
        questions=counted,
        timeline=days_of_timeline(background_last(dossier.timeline, index), index),
        speakers=speakers(dossier, index),
        map=map_of(places_of(dossier.entities)),
        name_groups=name_groups(dossier.entities, index),
        wordings=worded,
        gaps=gaps(dossier, counted, opened, index),
        articles=article_views(dossier, index, bare_marks(worded, opened), question_of_figure(counted)),
        tool=f"{dossier.tool.name} {dossier.tool.version}",
    )


def head(dossier: Dossier) -> Head:
    """Title, counts and days of a dossier."""
    stories = sorted(dossier.stories, key=lambda story: (-len(story.documents), story.id))
    outlets = sorted({document.outlet for document in dossier.documents if document.outlet})
    nameless = sum(not document.outlet for document in dossier.documents)
    return Head(
        title=stories[0].label if stories else count_in_words(len(dossier.documents), "report"),
        reports=count_in_words(len(dossier.documents), "report"),
        outlets=count_in_words(len(outlets), "named outlet") if outlets else "",
        nameless=f"{count_in_words(nameless, 'report')} without a named outlet" if nameless else "",
        days=_covered(dossier.documents),
        origins=count_in_words(stories[0].origins, "independent origin") if stories else "",
        outlet_names=tuple(outlets),
        other_stories=tuple(_story_line(story) for story in stories[1:]),
    )


def _covered(documents: tuple[Document, ...]) -> str:
    """The days from the first publication to the last."""
    days = [day for d in documents for day in (d.published.earliest, d.published.latest) if day]
    return days_in_words(Days(min(days), max(days))) if days else ""


def _story_line(story: Story) -> str:
    return f"{story.label} ({count_in_words(len(story.documents), 'report')})"
