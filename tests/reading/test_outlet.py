"""Whose page it is, and what its title is without that name."""

import json
from datetime import date
from pathlib import Path

import pytest

from rashomon.errors import SourceError
from rashomon.reading import read
from rashomon.reading.html import page_of
from rashomon.settings import Settings

BODY = (
    "<p>The Lower Orvale dam burst on Tuesday night, and the water stood a metre high in Norvik, officials said.</p>"
    * 4
)


def site(name: str) -> str:
    return f"<meta property='og:site_name' content='{name}'>"


def linked(kind: str, name: str) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@type': kind, 'name': name})}</script>"


def outlet(head: str, address: str | None = "https://www.dailyexample.org/dam") -> str | None:
    canonical = f"<link rel='canonical' href='{address}'>" if address else ""
    return page_of(f"<html><head>{canonical}{head}</head><body><article>{BODY}</article></body></html>", "a").outlet


@pytest.mark.parametrize(
    ("head", "address", "name"),
    [
        (site("The Daily Example"), "https://www.dailyexample.org/dam", "The Daily Example"),
        (site("Daily Example – News and sports from Orvale"), "https://dailyexample.org/dam", "Daily Example"),
        (site("Daily Example | Norvik, Orvale"), "https://dailyexample.org/dam", "Daily Example"),
        (site("All the news of Orvale and Norvik | Daily Example"), "https://dailyexample.org/", "Daily Example"),
        (site("Süddanischer Bote"), "https://www.sueddanischer-bote.example.org/dam", "Süddanischer Bote"),
        (site("Норвик Сегодня"), "https://norviksegodnya.example.org/dam", "Норвик Сегодня"),
        (site("ONN"), "https://edition.onn.example/dam", "ONN"),
        (site("Orvale Net"), "https://web.archive.example/2031/http://www.orvalenet.org/dam", "Orvale Net"),
    ],
)  # fmt: skip
def test_a_site_is_called_by_the_name_that_its_address_bears_out(head: str, address: str, name: str) -> None:
    assert outlet(head, address) == name


def test_a_name_that_the_address_does_not_bear_out_is_told_with_the_host() -> None:
    assert outlet(site("The National Gazette"), "https://gazzete-news.example.com/dam") == (
        "The National Gazette (gazzete-news.example.com)"
    )


def test_a_name_is_better_than_an_address() -> None:
    title = "<title>Dam bursts above Orvale - Daily Example</title>"
    assert outlet(title) == "Daily Example"
    assert outlet(site("dailyexample.org") + linked("Organization", "Daily Example")) == "Daily Example"
    assert outlet(site("dailyexample.org")) == "dailyexample.org"


def test_no_organisation_but_one_of_the_address_gives_its_name() -> None:
    assert outlet(linked("Organization", "Lower Orvale Power") + linked("WebSite", "Daily Example")) == "Daily Example"
    assert outlet(linked("Organization", "Lower Orvale Power")) == "dailyexample.org"


def test_the_end_of_a_title_is_no_name_because_the_address_is_short() -> None:
    assert outlet("<title>Dam bursts - What we know of the night</title>", "https://wk.example/dam") == "wk.example"


def test_without_an_address_the_first_name_that_is_told_is_taken() -> None:
    assert outlet(site("The Daily Example"), None) == "The Daily Example"
    assert outlet("", None) is None


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("Dam bursts above Orvale | News | Daily Example", "Dam bursts above Orvale"),
        ("Dam bursts above Orvale | Daily Example – News from Orvale", "Dam bursts above Orvale"),
        ("News | Dam bursts above Orvale | Daily Example", "Dam bursts above Orvale"),
        ("Floods | Daily Example", "Floods"),
        ("Orvale: dam bursts – three missing", "Orvale: dam bursts – three missing"),
    ],
)
def test_names_of_the_site_and_of_sections_are_no_part_of_a_title(told: str, title: str) -> None:
    head = f"<title>{told}</title>{site('Daily Example')}"
    assert page_of(f"<html><head>{head}</head><body><article>{BODY}</article></body></html>", "a").title == title


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("<span>Local news</span> Dam bursts above Orvale", "Dam bursts above Orvale"),
        ("Three missing: Dam bursts above Orvale", "Three missing: Dam bursts above Orvale"),
    ],
)
def test_a_section_before_the_heading_is_left_out_where_another_title_has_none(heading: str, title: str) -> None:
    head = "<meta property='og:title' content='Dam bursts above Orvale'>"
    body = f"<article><h1>{heading}</h1>{BODY}</article>"
    assert page_of(f"<html><head>{head}</head><body>{body}</body></html>", "a").title == title


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("<!-- saved from url=(0031)https://www.dailyexample.org/dam -->", None),
        (
            "<!--\n Page saved with SingleFile \n url: https://www.dailyexample.org/dam \n"
            " saved date: Tue Mar 04 2031 22:10:00 GMT+0100 (Central European Standard Time)\n-->",
            date(2031, 3, 4),
        ),
    ],
)
def test_a_browsers_note_tells_where_and_when_a_page_was_saved(tmp_path: Path, note: str, day: date | None) -> None:
    (tmp_path / "a.html").write_text(f"<!DOCTYPE html>\n{note}\n<html><body><article>{BODY}</article></body></html>")
    (found,) = read([tmp_path / "a.html"], Settings(language="en"))
    assert not isinstance(found, SourceError)
    assert (found.url, found.outlet, found.retrieved) == ("https://www.dailyexample.org/dam", "dailyexample.org", day)


def test_a_documents_host_stands_in_for_an_outlet_that_is_not_told(tmp_path: Path) -> None:
    line = json.dumps({"text": "The dam burst on Tuesday, officials said.", "url": "https://www.dailyexample.org/dam"})
    (tmp_path / "a.jsonl").write_text(line)
    (found,) = read([tmp_path / "a.jsonl"], Settings(language="en"))
    assert not isinstance(found, SourceError)
    assert found.outlet == "dailyexample.org"
