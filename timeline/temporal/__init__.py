"""A text → its temporal expressions: found, resolved against the publication date, explained.

>>> from datetime import date
>>> [timex.value for timex in tag("They spoke on Saturday.", date(2022, 2, 12))]
['2022-02-12']
"""

from datetime import date
from functools import cache
from importlib import import_module

from timeline.errors import UsageError
from timeline.model import ClockTime, Timex
from timeline.temporal.resolve import resolve
from timeline.temporal.scanner import Scanner

LANGUAGES = ("en",)
"""Codes of the languages that can be read, each a folder under `timeline/temporal/languages`."""


def tag(
    text: str, published: date | None = None, language: str = "en", published_time: ClockTime | None = None
) -> list[Timex]:
    """The temporal expressions of a text, in order, without overlap.

    `published` is TimeML's document creation time; without it relative expressions have no days.
    Raises UsageError for a language that cannot be read, or a day that is no `date`.
    """
    if not isinstance(published, date | None):
        raise UsageError(f"published must be a datetime.date such as date(2022, 2, 12), not {published!r}")
    scanner = scanner_for(language)
    tokens = scanner.tokens(text)
    return resolve(tokens, scanner.scan(tokens), scanner.language, published, published_time)


def explain(expression: str, published: date | None, language: str = "en") -> Timex:
    """What one expression means on a publication day; `why` tells how it was resolved.

    >>> explain("since December", date(2022, 2, 12)).when.edtf
    '2021-12/..'
    """
    found = tag(expression, published, language)
    if not found:
        raise UsageError(
            f"nothing in {expression!r} names a time; try 'since December' or '24 February 2022'"
        )
    return max(found, key=lambda timex: timex.end_char - timex.start_char)


@cache
def scanner_for(language: str) -> Scanner:
    """The compiled rules of a language."""
    if language not in LANGUAGES:
        from timeline.articles.language import LANGUAGES as NAMES

        read = " and ".join(NAMES[each] for each in LANGUAGES)
        named = NAMES.get(language, f"the language {language!r}")
        raise UsageError(f"this text is in {named}; only {read} can be read so far")
    return Scanner(import_module(f"timeline.temporal.languages.{language}").LANGUAGE)
