"""People's judgements: what they name, and which of them contradict one another."""

from collections.abc import Iterable

from .dossier import Dossier
from .errors import MisuseError
from .ids import make_id
from .records import NAMES, Entity, Judgement, Mention, Verdict

_MOST_TOLD = 5  # things of one name that an error lists


def judgement_on(dossier: Dossier, verdict: Verdict, pair: tuple[str, str], by: str, why: str, at: str) -> Judgement:
    """A person's judgement on two things, each the id of a mention or an entity, or a name; `at` is ISO 8601, UTC."""
    left, right = (mention_called(dossier, asked).id for asked in pair)
    if left == right:
        raise MisuseError(f"{pair[0]!r} and {pair[1]!r} are one mention; expected two things. Name another.")
    return Judgement(make_id("judgement", left, right, verdict, by, why, at), left, right, verdict, by, why, at=at)


def mention_called(dossier: Dossier, asked: str) -> Mention:
    """The mention that a judgement on something is written down for: ids of mentions outlive every build.

    Of an entity it is the first mention by its best name; of a name the first that reads so. A name that several
    entities bear is refused, unless it is the best name of just one.
    """
    for entity in dossier.entities:
        for mention in entity.mentions:
            if mention.id == asked:
                return mention
        if entity.id == asked:
            return mention_for(entity)
    return _named(dossier, asked)


def mention_for(entity: Entity) -> Mention:
    """The mention that a judgement on an entity is written down for: the first by its best name."""
    return _first(entity, entity.name)


def _named(dossier: Dossier, asked: str) -> Mention:
    bearers = [entity for entity in dossier.entities if asked in entity.aliases]
    best = [entity for entity in bearers if entity.name == asked]
    if len(best) == 1 or len(bearers) == 1:
        return _first((best or bearers)[0], asked)
    if not bearers:
        raise MisuseError(
            f"nothing is called {asked!r}; expected a name as the reports print it, or an id. See export."
        )
    listed = ", ".join(f"{e.id} ({e.type}, {e.name})" for e in bearers[:_MOST_TOLD])
    raise MisuseError(f"{len(bearers)} things are called {asked!r}; expected one. Name it by its id: {listed}.")


def _first(entity: Entity, name: str) -> Mention:
    named = [mention for mention in entity.mentions if mention.form in NAMES]
    return next((mention for mention in named if mention.text == name), (named or list(entity.mentions))[0])


def of_people(dossier: Dossier) -> tuple[Judgement, ...]:
    """The judgements of people, the oldest first."""
    return tuple(sorted((j for j in dossier.judgements if j.by != "rule"), key=lambda j: (j.at or "", j.id)))


def in_words(dossier: Dossier, judgement: Judgement) -> str:
    """The judgement with the names of what it is on, where the dossier still holds them."""
    names = {mention.id: mention.text for entity in dossier.entities for mention in entity.mentions}
    left, right = (names.get(id, id) for id in (judgement.left, judgement.right))
    return f"{left} / {right}: {judgement.verdict}, says {judgement.by}: {judgement.why}"


def conflicts(dossier: Dossier) -> tuple[str, ...]:
    """Which judgements of people are not followed, each with the reason."""
    home = {mention.id: entity.id for entity in dossier.entities for mention in entity.mentions}
    last = _latest(of_people(dossier))
    told = []
    for judgement in of_people(dossier):
        newer = last[_pair(judgement)]
        left, right = home.get(judgement.left), home.get(judgement.right)
        if newer is not judgement and newer.verdict != judgement.verdict:
            told.append(f"{judgement.id} gives way to {newer.id}, which is newer: {in_words(dossier, judgement)}")
        elif left is None or right is None:
            told.append(f"{judgement.id} is on something no document mentions now: {in_words(dossier, judgement)}")
        elif newer is judgement and _is_broken(judgement, together=left == right):
            told.append(f"{judgement.id} contradicts others together: {in_words(dossier, judgement)}")
    return tuple(told)


def _is_broken(judgement: Judgement, *, together: bool) -> bool:
    return judgement.verdict == ("different" if together else "same")


def _pair(judgement: Judgement) -> tuple[str, str]:
    left, right = sorted((judgement.left, judgement.right))
    return left, right


def _latest(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Judgement]:
    return {_pair(judgement): judgement for judgement in judgements}
