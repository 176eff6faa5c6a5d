"""The dossier on disk: one SQLite file; SQL lives nowhere else."""

from .files import adding, reading, writing
from .reviews import FOUND_END, FOUND_START, Hit, Opinion, Review
from .store import Read, Store
from .tables import tables_of

__all__ = [
    "FOUND_END",
    "FOUND_START",
    "Hit",
    "Opinion",
    "Read",
    "Review",
    "Store",
    "adding",
    "reading",
    "tables_of",
    "writing",
]
