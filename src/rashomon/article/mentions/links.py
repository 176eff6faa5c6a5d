"""Which mentions of one document stand for which."""

from dataclasses import replace

from ...records import Mention
from ..parse import Parse
from .kinds import form_key
from .lexicon import Lexicon


def linked(parse: Parse, lexicon: Lexicon, names: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, each with its antecedent where it has one."""
    ordered = sorted(names, key=lambda m: (m.start, m.end))
    full: dict[tuple[str, str], Mention] = {}
    last: dict[str, Mention] = {}
    for mention in ordered:
        full.setdefault((form_key(mention.text), mention.type), mention)
    found = []
    for mention in ordered:
        key = form_key(mention.text)
        first = full[key, mention.type]
        if mention.type == "PERSON" and " " in key:
            last[key.split()[-1]] = first
        if first.id != mention.id:
            mention = replace(mention, antecedent=first.id, why="the same name")
        elif mention.type == "PERSON" and key in last:
            mention = replace(mention, antecedent=last[key].id, why=f"the surname of {last[key].text}")
        found.append(mention)
    return tuple(found)
