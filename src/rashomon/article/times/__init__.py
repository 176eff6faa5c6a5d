"""Times: where a text tells when or how long, and which days that is once the day of publication is known."""

from .find import find_times
from .resolve import resolve
from .words import is_by_clock

__all__ = ["find_times", "is_by_clock", "resolve"]
