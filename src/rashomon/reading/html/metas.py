"""What stands in a page's `meta` elements."""

from collections.abc import Iterator

from lxml.html import HtmlElement


def metas(tree: HtmlElement, *names: str) -> Iterator[str]:
    """The contents of the elements of these names that hold some, in the order of the names."""
    for name in names:
        for content in tree.xpath("//meta[@property = $name or @name = $name]/@content", name=name):
            if content.strip():
                yield str(content).strip()
