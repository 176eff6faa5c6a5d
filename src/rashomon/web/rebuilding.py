"""The dossier put together anew behind the pages, while readers go on with the state before."""

import logging
from pathlib import Path
from threading import Condition, Thread

from ..building import refresh
from ..errors import RashomonError

logger = logging.getLogger(__name__)


class Rebuilder:
    """Puts a dossier together as often as it is asked, one time after the other; what is asked meanwhile is one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._asked = 0
        self._done = 0
        self._running = False
        self._problem = ""
        self._changed = Condition()

    def ask(self) -> None:
        """There is something to heed in the file."""
        with self._changed:
            self._asked += 1
            if not self._running:
                self._running = True
                Thread(target=self._work, daemon=True, name="rebuilding").start()

    def wait(self, seconds: float) -> bool:
        """Wait until all that was asked is done; False where that takes longer."""
        with self._changed:
            return self._changed.wait_for(lambda: self._done >= self._asked, seconds)

    @property
    def waiting(self) -> int:
        """How many requests are not done."""
        return self._asked - self._done

    @property
    def problem(self) -> str:
        """Why the last time failed, in words; empty where it did not."""
        return self._problem

    def _work(self) -> None:
        while True:
            with self._changed:
                asked = self._asked
            self._problem = self._refresh()
            with self._changed:
                self._done = asked
                self._running = asked < self._asked
                self._changed.notify_all()
                if not self._running:
                    return

    def _refresh(self) -> str:
        try:
            refresh(self._path)
        except RashomonError as problem:
            logger.warning("%s was not put together anew: %s", self._path, problem)
            return str(problem)
        return ""
