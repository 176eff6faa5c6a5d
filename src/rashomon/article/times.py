"""placeholder"""
from ..languages import Language
from ..records import Days, Document, Time
from .parse import Parse


def find_times(document: Document, parse: Parse, language: Language) -> tuple[Time, ...]:
    return ()


def resolve(time: Time, published: Days) -> Time:
    return time
