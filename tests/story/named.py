"""Reports that are nothing but names."""

from rashomon.records import Analysis, Document, EntityType, Mention

Named = tuple[str, EntityType]


def report(document: str, *names: Named, **told: str | None) -> Analysis:
    """A report that mentions these names, in order; `told` is laid on each mention."""
    mentions, at = [], 0
    for text, kind in names:
        mentions.append(Mention(f"{document}-{at}", document, at, at + len(text), text, kind, **told))  # type: ignore[arg-type]
        at += len(text) + 1
    return Analysis(Document(document, document, "", " ".join(text for text, _ in names)), tuple(mentions))
