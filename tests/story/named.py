"""Reports that are nothing but names, and what joining them comes to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rashomon.article.fingerprint import forms_named
from rashomon.article.mentions.lexicon import lexicon_of
from rashomon.languages import language_of
from rashomon.records import Analysis, Document, Entity, EntityType, Judgement, Mention
from rashomon.story.entities import join_names, last_words
from rashomon.story.entities.clusters import types_known
from rashomon.story.entities.groups import named_in

Named = tuple[str, EntityType]


@dataclass(frozen=True)
class Joined:
    """Entities with their mentions, and the entity of each mention."""

    entities: tuple[Entity, ...]
    entity_of: Mapping[str, str]
    judgements: tuple[Judgement, ...]


def report(document: str, *names: Named, **told: str | None) -> Analysis:
    """A report that mentions these names, in order; `told` is laid on each mention."""
    mentions, at = [], 0
    for text, kind in names:
        mentions.append(Mention(f"{document}-{at}", document, at, at + len(text), text, kind, **told))  # type: ignore[arg-type]
        at += len(text) + 1
    return Analysis(Document(document, document, "", " ".join(text for text, _ in names)), tuple(mentions))


def join_mentions(
    analyses: Iterable[Analysis], judgements: tuple[Judgement, ...] = (), story_of: Mapping[str, str] | None = None
) -> Joined:
    """The mentions joined within each story, then across; without `story_of` all reports are of one."""
    stories: dict[str, list[Analysis]] = defaultdict(list)
    for analysis in sorted(analyses, key=lambda analysis: analysis.document.id):
        stories[(story_of or {}).get(analysis.document.id, "")].append(analysis)
    people, lexicon = last_words(judgements), lexicon_of(language_of("en"))
    read = [analysis.mentions for told in stories.values() for analysis in told]
    known = types_known(map(forms_named, read)) if len(stories) > 1 else {}
    named, group_of, altered = [], {}, {}
    for told in stories.values():
        names, owners = named_in(told, known, people, lexicon)
        named.append(names)
        group_of |= owners.group_of(told, names.ids)
        altered |= owners.altered
    joined = join_names(named, judgements, group_of, lexicon)
    entity_of = {mention: joined.entity_of[group] for mention, group in group_of.items()}
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in (mention for told in read for mention in told if mention.id in entity_of):
        mentions[entity_of[mention.id]].append(altered.get(mention.id, mention))
    entities = (replace(entity, mentions=tuple(mentions[entity.id])) for entity in joined.entities)
    return Joined(tuple(entities), entity_of, joined.judgements)
