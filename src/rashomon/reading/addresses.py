"""Where a web address leads: its host's addresses on the net, and which of them may be asked."""

import re
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urljoin, urlsplit

from ..errors import SourceError

SCHEMES = {"http": 80, "https": 443}
# Addresses that stand for others, which may be private: NAT64, Teredo, 6to4. No news site lives there.
_TUNNELS = tuple(map(ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16")))
_KEPT = re.compile(r"(?<=/)https?:/.*", re.IGNORECASE | re.DOTALL)  # the address of what an archive keeps


@dataclass(frozen=True, slots=True)
class Address:
    """A web address, taken apart."""

    url: str  # without the part after "#"
    scheme: str
    host: str
    port: int
    target: str  # path and query

    @property
    def site(self) -> str:
        """Scheme, host and port: what a robots.txt speaks for."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def netloc(self) -> str:
        """Host and port as a request names them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == SCHEMES[self.scheme] else f"{host}:{self.port}"


def is_address(source: str) -> bool:
    """Whether the source is a web address and no path."""
    return source.lower().startswith(("http://", "https://"))


def host_of(url: str | None) -> str | None:
    """The host of a web address without "www."; of a page in a web archive, the host it was taken from.

    >>> host_of("https://www.daily.example/dam")
    'daily.example'
    >>> host_of("https://archive.example/2031/https://www.daily.example/dam")
    'daily.example'
    """
    try:
        parts = urlsplit(url or "")
        if kept := _KEPT.search(parts.path):
            return host_of(re.sub(r":/+", "://", kept.group(), count=1))
        return (parts.hostname or "").removeprefix("www.") or None if parts.scheme in SCHEMES else None
    except ValueError:
        return None


def address_of(url: str, place: str) -> Address:
    """The address; one that is none, or that holds a password, is refused."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except (ValueError, UnicodeError) as problem:
        raise _no_address(place, str(problem)) from problem
    if parts.scheme not in SCHEMES or not host:
        raise _no_address(place, f"leads to {url[:200]!r}")
    if parts.username or parts.password:
        raise SourceError(place, "an address with a password in it", "an open page", "Save the page and give the file.")
    # What no request may hold (spaces, letters beyond ASCII) is written as browsers write it.
    target = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe="/?:@!$&'()*+,;=%-._~")
    return Address(
        f"{parts.scheme}://{parts.netloc}{target}", parts.scheme, host, port or SCHEMES[parts.scheme], target
    )


def redirected(address: Address, location: str, place: str) -> Address:
    """Where a redirect leads."""
    try:
        return address_of(urljoin(address.url, location.strip()), place)
    except ValueError as problem:
        raise _no_address(place, str(problem)) from problem


def resolved(address: Address, place: str, *, allow_private: bool) -> str:
    """The host's first address on the net; refused where any of them is not public.

    The connection is to be made to this very address: a second look-up may give another.
    """
    found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    numbers = [str(entry[4][0]).partition("%")[0] for entry in found]
    closed = [] if allow_private else [number for number in numbers if not is_public(ip_address(number))]
    if closed:
        told = f"{address.host} is {closed[0]}, which is not on the public internet"
        raise SourceError(place, told, "a public site", "If you trust the address, give --allow-private.")
    return numbers[0]


def is_public(number: IPv4Address | IPv6Address) -> bool:
    """Whether it is an address of the public internet, and not of this machine or of a network at home."""
    if isinstance(number, IPv6Address):
        if number.ipv4_mapped:
            return is_public(number.ipv4_mapped)
        if any(number in tunnel for tunnel in _TUNNELS):
            return False
    return number.is_global and not number.is_multicast


def _no_address(place: str, told: str) -> SourceError:
    return SourceError(place, told, "an address that begins with http:// or https://", "Check the address.")
