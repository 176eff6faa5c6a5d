"""An end to work that does not end by itself, in this process."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

AGAIN = 1.0  # seconds of the processor; a library may have caught the first ring


class TookTooLong(TimeoutError):
    """The work was ended."""


class _TimeUp(BaseException):
    """No `Exception`, so that no library takes it for a fault of its own."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Ends the work within by `TookTooLong` after so many seconds of the processor.

    Processor time and not the clock's, so that a busy machine reads what an idle one reads. Only the main thread of a
    process on Unix can be ended so; elsewhere the work goes on, and only limits of size hold.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    working = True

    def ring(number: int, frame: FrameType | None) -> None:
        if working:
            raise _TimeUp

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
    try:
        try:
            yield
        finally:
            working = False
    except _TimeUp:
        raise TookTooLong(f"it took more than {seconds:g} seconds of the processor") from None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
