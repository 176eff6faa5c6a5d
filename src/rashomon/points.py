"""Findings that share a claim, told as one point."""

from collections.abc import Iterable

from .records import Finding


def groups_of(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings that share a claim as one point: a toll of 9, 11 and 17 is told once, not in three pairs."""
    groups = _sharing_a_claim(sorted(findings, key=lambda f: f.id))
    return sorted(groups, key=lambda g: (-max(f.origins for f in g), -len(g), g[0].question, g[0].id))


def _sharing_a_claim(findings: Iterable[Finding]) -> list[list[Finding]]:
    group_of: dict[str, list[Finding]] = {}  # by claim; groups that meet become one list
    for finding in findings:
        members = finding.members or (finding.id,)
        touched = {id(group_of[member]): group_of[member] for member in members if member in group_of}
        joined = max(touched.values(), key=len, default=[])
        for group in touched.values():
            if group is not joined:
                joined += group
                group_of.update((member, joined) for other in group for member in other.members)
        joined.append(finding)
        group_of.update((member, joined) for member in members)
    groups = {id(group): group for group in group_of.values()}
    return [sorted(group, key=lambda f: f.id) for group in groups.values()]
