"""The dossier on disk: one SQLite file; SQL lives nowhere else."""

from .files import reading, writing
from .store import Read, Store
from .tables import tables_of

__all__ = ["Read", "Store", "reading", "tables_of", "writing"]
