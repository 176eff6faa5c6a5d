"""The dossier on disk: one SQLite file; SQL lives nowhere else."""

from .files import adding, reading, writing
from .kept import Kept, Read, packed
from .reviews import FOUND_END, FOUND_START, Hit, Opinion, Review
from .store import Store
from .tables import tables_of

__all__ = [
    "FOUND_END",
    "FOUND_START",
    "Hit",
    "Kept",
    "Opinion",
    "Read",
    "Review",
    "Store",
    "adding",
    "packed",
    "reading",
    "tables_of",
    "writing",
]
