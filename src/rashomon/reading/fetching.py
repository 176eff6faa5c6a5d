"""Pages from the web, politely: as robots.txt allows, one at a time, slowly, and within limits that hold."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import PurePosixPath
from threading import Thread
from typing import TypeVar
from urllib.robotparser import RobotFileParser

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3.exceptions import HTTPError

from ..errors import SourceError
from ..settings import Settings
from .addresses import Address, address_of, redirected, resolved
from .days import days_of
from .items import Item, too_large

AGENT = "rashomon"
DELAY = 1.0  # seconds between two requests to one site, where its robots.txt asks for no longer one
LONGEST_DELAY = 30.0  # seconds; a site that asks for more is asked as slowly as this
REDIRECTS = 5
ROBOTS_BYTES = 500_000  # of a robots.txt, as search engines read it
SILENCE = Timeout(connect=10, read=20)  # seconds without an answer
PATIENCE = 60.0  # seconds for one page with all that leads to it, without the delays
CHUNK = 1 << 16  # bytes
Answer = TypeVar("Answer")
_MOVED = (301, 302, 303, 307, 308)
_KINDS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md",
    "application/pdf": ".pdf", "application/rss+xml": ".xml", "application/atom+xml": ".xml", "text/xml": ".xml",
    "application/xml": ".xml", "application/feed+json": ".json", "application/json": ".json",
    "application/x-ndjson": ".jsonl", "application/jsonl": ".jsonl", "multipart/related": ".mhtml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Mapping[str, str]  # names in lower case
    content: bytes

    @property
    def leads_to(self) -> str:
        """Where a redirect leads; empty where it is none."""
        return self.headers.get("location", "") if self.status in _MOVED else ""


@dataclass(slots=True)
class Fetcher:
    """What has to be remembered between requests: what each site allows, and when it was asked last."""

    settings: Settings
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> Item:
        """The page at the address, or where it leads; refused with a reason otherwise."""
        address = address_of(url, url)
        for _ in range(REDIRECTS + 1):
            if not self._rules_of(address, url).can_fetch(AGENT, address.url):
                raise SourceError(url, "its robots.txt asks not to", "an open page", "Save the page, give the file.")
            answer = self._ask(address, url, self.settings.max_document_bytes)
            if answer.status == 200:
                return _item(url, address, answer)
            if not answer.leads_to:
                told = f"the server answered {answer.status}"
                raise SourceError(url, told, "a page (200)", "Look at it in a browser.")
            address = redirected(address, answer.leads_to, url)
        raise SourceError(url, f"redirects more than {REDIRECTS} times", "a page", "Look at it in a browser.")

    def _rules_of(self, address: Address, place: str) -> RobotFileParser:
        """What the site's robots.txt allows: all where there is none, nothing where the site cannot say."""
        if address.site not in self._robots:
            asked = address_of(f"{address.site}/robots.txt", place)
            answer = self._ask(asked, place, ROBOTS_BYTES, cut=True)
            for _ in range(REDIRECTS):
                if not answer.leads_to:
                    break
                asked = redirected(asked, answer.leads_to, place)
                answer = self._ask(asked, place, ROBOTS_BYTES, cut=True)
            self._robots[address.site] = _rules(answer)
        return self._robots[address.site]

    def _ask(self, address: Address, place: str, limit: int, *, cut: bool = False) -> _Answer:
        """The server's answer; one above the limit is cut off or refused."""
        self._wait(address.site)
        try:
            answer = _within(PATIENCE, lambda: self._answer(address, place, limit))
        except TimeoutError as problem:
            told = f"no whole answer within {PATIENCE:g} seconds"
            raise SourceError(place, told, "a page", "Try again, or save the page and give the file.") from problem
        except (HTTPError, OSError, ValueError) as problem:
            told = f"{address.host} cannot be reached: {problem}"
            raise SourceError(place, told, "a page", "Check the address and the network.") from problem
        finally:
            self._asked[address.site] = time.monotonic()
        if len(answer.content) > limit and not cut:
            raise too_large(place, limit)
        return answer

    def _wait(self, site: str) -> None:
        rules = self._robots.get(site)
        told = rules.crawl_delay(AGENT) if rules else None
        delay = min(LONGEST_DELAY, max(DELAY, float(told or 0)))
        time.sleep(max(0.0, self._asked.get(site, -delay) + delay - time.monotonic()))

    def _answer(self, address: Address, place: str, limit: int) -> _Answer:
        number = resolved(address, place, allow_private=self.settings.allow_private)
        with _pool(address, number) as pool:
            answer = pool.urlopen(
                "GET", address.target, headers=_headers(address), redirect=False, retries=False,
                assert_same_host=False, preload_content=False, timeout=SILENCE,
            )  # fmt: skip
            with answer:
                headers = {name.casefold(): value for name, value in answer.headers.items()}
                return _Answer(answer.status, headers, _read(answer, limit))


def _pool(address: Address, number: str) -> HTTPConnectionPool:
    """A connection to the number that was checked, which has to prove that it is the host that was meant."""
    if address.scheme == "http":
        return HTTPConnectionPool(number, address.port)
    return HTTPSConnectionPool(number, address.port, server_hostname=address.host, assert_hostname=address.host)


def _headers(address: Address) -> dict[str, str]:
    agent = f"{AGENT}/{version('rashomon')} (reads pages that a person names; follows robots.txt)"
    return {"Host": address.netloc, "User-Agent": agent, "Accept-Encoding": "gzip, deflate", "Accept": "*/*"}


def _read(answer: BaseHTTPResponse, limit: int) -> bytes:
    content = b""
    while len(content) <= limit and (chunk := answer.read(CHUNK, decode_content=True)):
        content += chunk
    return content


def _rules(answer: _Answer) -> RobotFileParser:
    rules = RobotFileParser()
    lines: Iterable[str] = ()
    if answer.status == 200:
        lines = answer.content[:ROBOTS_BYTES].decode("utf-8-sig", "replace").splitlines()
    elif not 400 <= answer.status < 500:
        lines = ("User-agent: *", "Disallow: /")
    rules.parse(lines)
    return rules


def _item(url: str, address: Address, answer: _Answer) -> Item:
    kind, _, more = answer.headers.get("content-type", "text/html").partition(";")
    suffix = PurePosixPath(address.target.partition("?")[0]).suffix.lower()
    _, _, charset = more.casefold().partition("charset=")
    days = days_of(answer.headers.get("date", ""))
    return Item(
        url, url, data=answer.content, kind=_KINDS.get(kind.strip().casefold(), suffix), url=address.url,
        charset=charset.split(";")[0].strip("\"' ") or None, retrieved=days.latest if days else None,
    )  # fmt: skip


def _within(seconds: float, work: Callable[[], Answer]) -> Answer:
    """What the work gives, if in time; a server that sends a byte now and then would hold any other wait for ever."""
    answers: list[Answer] = []
    failures: list[Exception] = []

    def run() -> None:
        try:
            answers.append(work())
        except Exception as problem:  # raised again below, where the caller can see it
            failures.append(problem)

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if failures:
        raise failures[0]
    if not answers:
        raise TimeoutError
    return answers[0]
