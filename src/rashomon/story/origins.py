"""Origins: on how many independent voices a set of claims rests, and why so many."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..article.words import folded
from ..records import Finding, TimelineEntry
from .claims import Claims
from .sources import Claim, Heard, Sources, name_of

# Two reports that tell a thing in so many words alike have them from one writer: a passage of an agency in a longer
# piece. Below, two writers may meet ("12 people were killed").
SAME_WORDS = 9
MOST_NAMED = 4  # outlets and voices that a reason names
UNCOUNTED = 0  # origins of what was only found so far: those of a whole story are counted together, at its end


@dataclass(slots=True)
class _Group:
    """Claims that rest on one voice, or on voices that use the very same words."""

    heard: list[Heard]
    shared: str = "in the same words"  # what joins several voices

    @property
    def outlets(self) -> list[str]:
        return sorted({one.outlet.key for one in self.heard})


def reasons(members: Iterable[Claim], sources: Sources, *, one_utterance: bool = False) -> tuple[str, ...]:
    """A sentence for each independent origin of some claims: who stands behind it, and which reports it joins.

    Documents that copy one another are one origin, documents of one outlet are one, whatever one speaker is told to
    have said is one wherever it is printed, and so is what several print in the very same words. Who stands behind them
    is independent as far as each can be told by an outlet of its own: two officials in one paper are one origin to
    whoever has only that paper. So there are never more than outlets. `one_utterance`: all were said by one at one
    time, however he is called.
    """
    heard = [sources.heard(claim) for claim in members]
    groups = [_Group(heard, "one utterance")] if one_utterance and heard else _groups(heard)
    outlet_of = _matched([group.outlets for group in groups])
    told = {at: [_sentence(groups[at], sources)] for at in sorted(outlet_of)}
    home = {outlet: at for at, outlet in outlet_of.items()}
    for at, group in enumerate(groups):
        if at not in told:
            told[home[group.outlets[0]]].append(f"{_listed(_voices(group))}, heard only there")
    return tuple("; ".join(parts) for parts in told.values())


def grounded(findings: Iterable[Finding], claims: Claims, sources: Sources) -> tuple[Finding, ...]:
    """The findings with the number of their origins, and why."""
    told: tuple[Claim, ...] = (*claims.statements, *claims.figures, *claims.events)
    by_id = {claim.id: claim for claim in told}
    return tuple(_grounded(finding, [by_id[m] for m in finding.members if m in by_id], sources) for finding in findings)


def counted(entries: Iterable[TimelineEntry], claims: Claims, sources: Sources) -> tuple[TimelineEntry, ...]:
    """The entries of a timeline with the number of their origins."""
    by_id = {event.id: event for event in claims.events}
    return tuple(replace(e, origins=len(reasons([by_id[id] for id in e.events], sources))) for e in entries)


def _grounded(finding: Finding, members: list[Claim], sources: Sources) -> Finding:
    why = reasons(members, sources, one_utterance=finding.kind == "same_statement")
    return replace(finding, origins=len(why), origins_why=why) if why else finding


def _groups(heard: Sequence[Heard]) -> list[_Group]:
    """Claims of one voice together, and voices that share a wording; those told most first."""
    joined: dict[str, str] = {}
    for one in heard:
        for wording in _wording(one.claim):
            joined[_head(joined, f"words {wording}")] = _head(joined, one.voice.key)
    groups: dict[str, list[Heard]] = defaultdict(list)
    for one in sorted(heard, key=lambda one: one.claim.id):
        groups[_head(joined, one.voice.key)].append(one)
    return sorted(map(_Group, groups.values()), key=lambda group: (-len(group.heard), group.heard[0].claim.id))


def _head(joined: dict[str, str], key: str) -> str:
    """The key that stands for a group so far."""
    while (above := joined.setdefault(key, key)) != key:
        joined[key] = joined.setdefault(above, above)
        key = above
    return key


def _matched(outlets_of: Sequence[Sequence[str]]) -> dict[int, str]:
    """As many groups as can each have an outlet of its own, with it (by augmenting paths)."""
    outlet_of: dict[int, str] = {}
    holder_of: dict[str, int] = {}
    for first in range(len(outlets_of)):
        free, reached = _free_outlet(first, outlets_of, holder_of)
        while free is not None:
            group = reached[free]
            before = outlet_of.get(group)
            outlet_of[group], holder_of[free] = free, group
            free = before
    return outlet_of


def _free_outlet(
    first: int, outlets_of: Sequence[Sequence[str]], holder_of: Mapping[str, int]
) -> tuple[str | None, Mapping[str, int]]:
    """An outlet that nobody holds, reached from a group over the outlets of others; and who reached which outlet."""
    reached: dict[str, int] = {}
    waiting = deque([first])
    while waiting:
        group = waiting.popleft()
        for outlet in outlets_of[group]:
            if outlet in reached:
                continue
            reached[outlet] = group
            if outlet not in holder_of:
                return outlet, reached
            waiting.append(holder_of[outlet])
    return None, reached


def _wording(claim: Claim) -> Iterator[str]:
    """The words of a claim, where there are too many for two writers to choose alike."""
    words = folded(claim.text)
    if len(words) >= SAME_WORDS:
        yield " ".join(words)


def _sentence(group: _Group, sources: Sources) -> str:
    """Who stands behind a group, in which reports, and how those that only took it over came to it."""
    voices, printed = _voices(group), _printed(group, sources)
    kinds = {one.voice.kind for one in group.heard}
    if len(voices) > 1:
        told = f"{_listed(voices)}, {group.shared} in {_listed(printed)}"
    elif kinds == {"outlet"}:
        told = f"{voices[0]}, in its own words"
    else:
        told = f"{voices[0]}, {'quoted in' if 'speaker' in kinds else 'the source of'} {_listed(printed)}"
    return "; ".join([told, *dict.fromkeys(one.through for one in group.heard if one.through)])


def _voices(group: _Group) -> list[str]:
    return list({one.voice.key: one.voice.name for one in reversed(group.heard)}.values())


def _printed(group: _Group, sources: Sources) -> list[str]:
    return sorted({name_of(sources.documents[one.claim.document]) for one in group.heard})


def _listed(names: Sequence[str]) -> str:
    shown = [*names[:MOST_NAMED], *([f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else [])]
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)
