"""Where work runs: in this process or in several; nothing here knows what a report is."""

from .engines import Engine, Failure, InProcess
from .processes import Processes

__all__ = ["Engine", "Failure", "InProcess", "Processes"]
