"""Web addresses, against a server of our own on this machine."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Event, Thread

import pytest

from rashomon.errors import SourceError
from rashomon.reading import fetching, read
from rashomon.reading.addresses import is_public
from rashomon.records import Document
from rashomon.settings import Settings

BODY = (
    "<p>The Lower Orvale dam burst on Tuesday night, the governor told reporters, and the water reached the town.</p>"
    "<p>Twelve people were brought to the hospital of Norvik, which had been warned in the afternoon, a nurse said.</p>"
)
PAGE = f"<html><head><title>Dam bursts above Orvale</title></head><body><article>{BODY}</article></body></html>"
ITEM = f"<item><description><![CDATA[{BODY}]]></description></item>"
FEED = f"<rss><channel><title>The Daily Example</title>{ITEM}</channel></rss>"
SETTINGS = Settings(language="en", allow_private=True, max_document_bytes=50_000)


@dataclass
class Site:
    """A server: its answers by path, and what it was asked."""

    address: str
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    released: Event = field(default_factory=Event)

    def serve(self, path: str, content: str | bytes = "", *, status: int = 200, **headers: str) -> str:
        body = content.encode() if isinstance(content, str) else content
        named = {"Content-Type": "text/html", **{key.replace("_", "-"): value for key, value in headers.items()}}
        self.answers[path] = (status, named, body)
        return self.address + path


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr(fetching, "DELAY", 0.0)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append(self.path)
            found.agents.add(self.headers["User-Agent"])
            status, headers, body = found.answers.get(self.path, (404, {}, b""))
            self.send_response_only(status)
            self.send_header("Date", "Wed, 05 Mar 2031 08:00:00 GMT")
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            if self.path == "/never":
                found.released.wait(30)
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            pass  # a client that hangs up early is what is tested here

    server = Server(("127.0.0.1", 0), Handler)
    found = Site(f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield found
    found.released.set()
    server.shutdown()
    thread.join()
    server.server_close()


def told(url: str, settings: Settings = SETTINGS) -> Document | SourceError:
    (found,) = read([url], settings)
    return found


def refused(url: str, settings: Settings = SETTINGS) -> str:
    found = told(url, settings)
    assert isinstance(found, SourceError), found
    assert found.source == url
    return str(found)


def document(url: str) -> Document:
    found = told(url)
    assert isinstance(found, Document), found
    return found


def test_a_page_is_read_with_its_address_and_the_day_it_was_fetched(site: Site) -> None:
    url = site.serve("/story.php?id=1", PAGE)
    page = document(f"{url}#comments")
    assert page.text.startswith("The Lower Orvale dam")
    assert (page.source, page.url, page.retrieved) == (f"{url}#comments", url, date(2031, 3, 5))
    assert site.asked == ["/robots.txt", "/story.php?id=1"]
    assert all(agent.startswith("rashomon/") for agent in site.agents)


@pytest.mark.parametrize(
    ("kind", "content", "start"),
    [
        ("text/html; charset=koi8-r", f"<p>{'Плотина прорвалась во вторник. ' * 20}</p>".encode("koi8-r"), "Плотина"),
        ("text/plain", b"The dam burst.", "The dam burst."),
        ("application/rss+xml", FEED.encode(), "The Lower Orvale"),
        ("Application/X-NDJSON", b'{"text": "The dam burst."}', "The dam burst."),
    ],
)
def test_what_the_server_says_it_is_decides_how_it_is_read(site: Site, kind: str, content: bytes, start: str) -> None:
    assert document(site.serve("/a", content, Content_Type=kind)).text.startswith(start)


def test_the_page_is_told_by_where_redirects_led(site: Site) -> None:
    goal = site.serve("/new", PAGE)
    site.serve("/old", status=302, Location="/middle")
    site.serve("/middle", status=308, Location=goal)
    assert document(site.address + "/old").url == goal


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("/a", "redirects more than 5 times"),
        ("file:///etc/passwd", "leads to 'file:///etc/passwd'"),
        ("ftp://daily.example/", "leads to 'ftp:"),
        ("http://[::1", "expected an address"),
        ("http://jane:secret@daily.example/", "a password in it"),
        ("", "the server answered 301"),
    ],
)
def test_redirects_that_lead_nowhere_are_refused(site: Site, location: str, why: str) -> None:
    assert why in refused(site.serve("/a", status=301, Location=location))


@pytest.mark.parametrize("status", [204, 401, 403, 404, 500])
def test_an_answer_that_is_no_page_is_told_by_its_number(site: Site, status: int) -> None:
    assert f"answered {status}" in refused(site.serve("/a", status=status))


def test_robots_txt_is_asked_once_and_followed(site: Site) -> None:
    site.serve("/robots.txt", "User-agent: *\nDisallow: /private\n")
    good, bad = site.serve("/open", PAGE), site.serve("/private/a", PAGE)
    first, second = read([bad, good], SETTINGS)
    assert isinstance(first, Document)
    assert "robots.txt asks not to" in str(second)
    assert site.asked == ["/robots.txt", "/open"]


def test_a_redirect_into_what_robots_txt_forbids_is_not_followed(site: Site) -> None:
    site.serve("/robots.txt", "User-agent: rashomon\nDisallow: /private\n")
    site.serve("/private", PAGE)
    assert "robots.txt asks not to" in refused(site.serve("/a", status=302, Location="/private"))


def test_a_site_whose_robots_txt_fails_is_left_alone(site: Site) -> None:
    site.serve("/robots.txt", status=503)
    assert "robots.txt asks not to" in refused(site.serve("/a", PAGE))


def test_requests_to_one_site_keep_their_distance(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr(fetching, "DELAY", 1.0)
    monkeypatch.setattr(fetching.time, "sleep", waits.append)
    site.serve("/robots.txt", "User-agent: *\nCrawl-delay: 9999\n")
    list(read([site.serve("/a", PAGE), site.serve("/b", PAGE)], SETTINGS))
    robots, first, second = waits
    assert robots == 0
    assert 20 < first <= fetching.LONGEST_DELAY
    assert 20 < second <= fetching.LONGEST_DELAY


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip bomb"])
def test_a_page_above_the_limit_is_refused(site: Site, packed: bool) -> None:
    content, more = b"<p>" + b"a" * 10_000_000, {}
    if packed:
        content, more = gzip.compress(content), {"Content_Encoding": "gzip"}
    assert "more than 50,000 bytes" in refused(site.serve("/a", content, **more))


def test_an_answer_that_never_ends_is_given_up(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "PATIENCE", 0.3)
    assert "no whole answer within 0.3 seconds" in refused(site.serve("/never", PAGE))


def test_an_answer_that_ends_too_early_is_told(site: Site) -> None:
    assert "cannot be reached" in refused(site.serve("/a", PAGE, Content_Length="99999"))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]", "2130706433"])
def test_private_addresses_are_refused_unless_allowed(host: str) -> None:
    message = refused(f"http://{host}:9/", Settings(language="en"))
    assert "not on the public internet" in message
    assert "--allow-private" in message


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.215.14", True), ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True), ("10.1.2.3", False),
        ("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False),
        ("224.0.0.1", False), ("fe80::1", False), ("fd00::1", False), ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False), ("::ffff:10.0.0.1", False), ("::", False), ("255.255.255.255", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(number: str, public: bool) -> None:
    assert is_public(ip_address(number)) is public


@pytest.mark.parametrize(
    "url", ["http://", "http:///a", "http://[", "http://a:99999/", "https://" + "a" * 70 + ".example/"]
)
def test_what_is_no_address_is_told(url: str) -> None:
    assert "expected an address" in refused(url)


def test_a_bad_address_does_not_stop_the_rest(site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The dam burst.")
    found = list(read([site.address + "/gone", tmp_path, site.serve("/a", PAGE)], SETTINGS))
    assert [type(one) for one in found] == [Document, Document, SourceError]
