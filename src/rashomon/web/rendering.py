"""Templates to HTML: one set of templates for the report and for the pages that are served."""

import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any  # what a template prints

from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")  # what HTML or UTF-8 cannot hold

Address = Callable[[str], str]  # from a link of a view model, "#figure-…", to where the record is printed


def render(template: str, *, to: Address, whole: bool, **values: Any) -> str:
    """A page as HTML; text of the articles is escaped, never markup.

    Where a page is `whole` it prints long lists to their end, else their first items and a link.
    """
    values |= {"to": to, "whole": whole, "most": _all if whole else int}
    return NOT_TEXT.sub("\ufffd", _environment().get_template(template).render(values))


def _all(_: int) -> int:
    return sys.maxsize


def asset(name: str) -> str:
    """A file of `static/`."""
    return (HERE / "static" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
