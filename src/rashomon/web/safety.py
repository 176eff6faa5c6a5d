"""What keeps readers and the dossier safe: headers, the size of requests, who may write."""

import hmac
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_REQUEST = 64 * 1024  # bytes of a form or a JSON body
LONGEST_ADDRESS = 4 * 1024
LOOPBACK = ("127.0.0.1", "::1", "localhost")
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    # `no-referrer` would make browsers send `Origin: null` with our own forms; this tells others as little.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class Rules:
    """Who may write."""

    read_only: bool = False
    token: str | None = None  # asked of every writer; None: nobody but this machine reaches us
    loopback: bool = True  # only names of this machine are answered to, so that no foreign page can point a name at it


class Refused(Exception):
    """A request that is not answered, with its status and the reason."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status
        self.why = why


class Guard:
    """Refuses what is too large or asks for another machine, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self.app = app
        self.rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        try:
            _check_head(scope, self.rules)
            await self.app(scope, _bounded(receive), send_guarded)
        except Refused as refused:
            answer = PlainTextResponse(refused.why, refused.status)
            await answer(scope, receive, send_guarded)


def check_writer(request: Request, rules: Rules, token: str = "") -> None:
    """Refuse who may not write: nobody may in a read-only room, no page of another site ever."""
    if rules.read_only:
        raise Refused(403, "This room is read-only.")
    if not _of_our_own(request):
        raise Refused(403, "The request comes from another site.")
    if rules.token is not None and not _holds_token(request, rules.token, token):
        raise Refused(401, "Writing needs the token that was printed when the room was opened.")


def _of_our_own(request: Request) -> bool:
    """The page that sends is ours; a program that is no browser tells neither header."""
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return False
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


def _holds_token(request: Request, token: str, told: str) -> bool:
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
    offered = (told, bearer, request.cookies.get("token", ""))
    return any(hmac.compare_digest(one.encode(), token.encode()) for one in offered if one)


def _check_head(scope: Scope, rules: Rules) -> None:
    headers = Headers(scope=scope)
    host = urlsplit(f"//{headers.get('host', '')}").hostname
    if rules.loopback and host not in LOOPBACK:
        raise Refused(400, "This room answers to names of its own machine only.")
    if len(scope["path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
        raise Refused(414, "The address is too long.")
    length = headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > LARGEST_REQUEST:
        raise Refused(413, "The request is too large.")


def _bounded(receive: Receive) -> Any:  # Any: the framework's own alias of a callable
    """The body of a request that tells no length, or a false one, is counted as it comes."""
    size = 0

    async def counted() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > LARGEST_REQUEST:
            raise Refused(413, "The request is too large.")
        return message

    return counted
