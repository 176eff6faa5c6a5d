"""The tree of errors; the command line catches the root and prints one line.

RashomonError                what happened, to what, what to do
├── SourceError              a source cannot be read; the build goes on without it
├── StoreError               a dossier file is not ours, damaged, or of a version we do not know
├── UnknownName              a format, language or engine that is not there
├── MissingExtra             an optional package is not installed
└── MisuseError              the caller asked for something that cannot be
"""

from collections.abc import Iterable


class RashomonError(Exception):
    """Root of all errors that this package raises on purpose."""


class SourceError(RashomonError):
    """A source, or one document of it, cannot be read."""

    def __init__(self, source: str, found: str, expected: str, cure: str) -> None:
        super().__init__(f"{source}: {found}; expected {expected}. {cure}")
        self.source = source
        self.found = found
        self.expected = expected
        self.cure = cure

    def __reduce__(self) -> tuple[type, tuple[str, str, str, str]]:
        # Exceptions are rebuilt from their arguments when they come back from a worker process.
        return type(self), (self.source, self.found, self.expected, self.cure)


class StoreError(RashomonError):
    """A dossier file cannot be opened or written."""


class UnknownName(RashomonError):
    """A name that should stand for one of a known set does not."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        super().__init__(f"no {kind} called {name!r}; known: {', '.join(sorted(known))}")


class MissingExtra(RashomonError):
    """An optional package is needed and not installed."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"{package} is not installed; install it with: pip install 'rashomon[{extra}]'")


class MisuseError(RashomonError):
    """The caller's request makes no sense as it stands."""
