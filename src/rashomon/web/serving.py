"""The room opened: one process that answers on an address until it is stopped."""

import secrets
import socket
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from ..errors import MisuseError
from .app import create_app
from .safety import LOOPBACK, Rules

WAITING = 512  # connections not yet taken
SECONDS_TO_KEEP_OPEN = 5  # an idle connection


@dataclass(frozen=True, slots=True)
class Door:
    """Where the room answers, and to whom."""

    host: str = "127.0.0.1"
    port: int = 8765
    read_only: bool = False
    token: str | None = None  # None: one is made where others than this machine can reach the room
    open: bool = False  # in a browser


def serve(path: Path, door: Door, tell: Callable[[str], None]) -> None:
    """Answer until stopped; `tell` gets the address and, where there is one, the token, in words."""
    loopback = door.host in LOOPBACK
    token = door.token or (None if loopback or door.read_only else secrets.token_urlsafe(18))
    listening = _listen(door.host, door.port)
    app = create_app(path, Rules(door.read_only, token, loopback))
    host = f"[{door.host}]" if ":" in door.host else door.host
    address = f"http://{host}:{listening.getsockname()[1]}/"
    tell(f"{path} is open at {address} (stop with Ctrl+C)")
    if token and not door.read_only:
        tell(f"writing needs the token {token}")
    if door.open:
        webbrowser.open(address)
    settings = uvicorn.Config(
        app, log_level="warning", server_header=False, timeout_keep_alive=SECONDS_TO_KEEP_OPEN, proxy_headers=False
    )
    uvicorn.Server(settings).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(WAITING)  # who asks as soon as the address is told waits, and is not refused
    except (OSError, OverflowError) as problem:
        listening.close()
        raise MisuseError(f"{host}:{port}: {problem}; expected a free port. Name another with --port.") from problem
    return listening
