"""Credits: whom a report names as the one it has its text from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Document
from rashomon.story.credits import credit_of, name_key, named_in, page_of


def report(text: str, outlet: str | None = "The Echo", **fields: str) -> Document:
    return Document(id="d", source="d.txt", sha256="", text=text, outlet=outlet, **fields)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Echo", "echo"),
        ("www.echo-online.example.com", "example"),
        ("edition.echo.com", "echo"),
        ("echo.co.uk", "echo"),
        ("local.echo.com.cn", "echo"),
        ("echo.de", "echo"),
        ("Associated Press", "ap"),
        ("A.P.", "ap"),
        ("The", "the"),
        ("", ""),
        (" . ", ""),
        ("İ ı ſ", "i̇ ı s"),
    ],
)
def test_a_medium_is_known_by_its_name_and_by_its_address(name: str, key: str) -> None:
    assert name_key(name) == key


@given(st.text(max_size=30))
def test_any_words_have_a_key(words: str) -> None:
    assert name_key(words) == name_key(words)


@pytest.mark.parametrize(
    ("text", "author", "credit"),
    [
        ("PORT SENNA (Coast News) - A ferry sank.\n\nNobody was hurt.", None, "Coast News"),
        ("A ferry sank\n\nPORT SENNA, May 2 (AFP) — A ferry sank.", None, "AFP"),
        ("A ferry sank.\n\nNobody was hurt.", "Ada Lind, Associated Press", "Associated Press"),
        ("A ferry sank.\n\nNobody was hurt.\n\nCopyright 2031 The Associated Press. All rights reserved.", None, "AP"),
        ("A ferry sank.\n\nNobody was hurt.\n\n© AFP", None, "AFP"),
        ("A ferry sank.\n\nNobody was hurt.\n\n(AFP)", None, "AFP"),
        ("A ferry (Coast News) sank.\n\nNobody was hurt.", None, None),
        ("PORT SENNA (The Echo) - A ferry sank.\n\nNobody was hurt.", None, None),
        ("A ferry sank.\n\nThe source of the leak is unknown, the harbour master told the AP.", None, None),
        ("A ferry sank.", "Ada Lind", None),
        ("", None, None),
    ],
)
def test_a_whole_report_is_credited_in_its_dateline_its_byline_or_its_last_lines(
    text: str, author: str | None, credit: str | None
) -> None:
    found = credit_of(report(text, **({"author": author} if author else {})))
    assert (name_key(found.name) if found else None) == (name_key(credit) if credit else None)
    if found and found.start is not None:
        assert text[found.start : found.end] == found.name


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("A ferry sank.\n\nOne.\n\nTwo: the master told Coast News on Monday.\n\nThree.", True),
        ("A ferry sank.\n\nOne.\n\nTwo: Coast News is a paper of some sort.\n\nThree.", False),
        ("A ferry sank, Coast News reports.\n\nOne.\n\nTwo.\n\nThree.", True),
        ("A ferry sank.\n\nOne.\n\nTwo.\n\nFrom Coast News", True),
    ],
)
def test_a_report_credits_who_was_told_or_stands_in_its_first_or_last_lines(text: str, credited: bool) -> None:
    other = named_in(report("Whatever.", outlet="coastnews.example"))
    assert not named_in(report(text)).credits(other)
    assert named_in(report(text)).credits(named_in(report("Whatever.", outlet="Coast News"))) == credited


def test_nobody_credits_himself_or_a_medium_without_a_name() -> None:
    own = named_in(report("The Echo reports."))
    assert not own.credits(own)
    assert not own.credits(named_in(report("The Echo reports.", outlet=None)))


@pytest.mark.parametrize(
    "url",
    [
        "https://www.echo.example/ferry",
        "http://echo.example/ferry/",
        "https://m.echo.example/ferry#top",
        "https://echo.example/ferry?utm_source=feed",
    ],
)
def test_one_page_has_many_addresses(url: str) -> None:
    assert page_of(report("", url=url)) == "echo.example/ferry"


def test_other_pages_are_other_pages() -> None:
    assert page_of(report("", url="https://echo.example/?id=1")) != page_of(
        report("", url="https://echo.example/?id=2")
    )
    assert page_of(report("")) is None
