"""TIMEX3 value texts (TimeML 1.2.1): dates by granularity, durations.

A season, quarter or half is written as TimeML has it ("2014-SP", "2021-Q3", "2021-H1"), a week by
ISO 8601 ("2022-W06"), a weekend "2022-W06-WE", a decade by its first three digits, a century by two.
"""

import re
from collections.abc import Iterable
from datetime import date

from timeline.temporal.expression import Amount, Unit

_LETTERS: dict[Unit, tuple[str, int]] = {
    "second": ("TS", 1), "minute": ("TM", 1), "hour": ("TH", 1), "day": ("D", 1), "weekend": ("D", 2),
    "week": ("W", 1), "fortnight": ("W", 2), "month": ("M", 1), "season": ("M", 3), "quarter": ("Q", 1),
    "half": ("M", 6), "year": ("Y", 1), "decade": ("Y", 10), "century": ("Y", 100), "millennium": ("Y", 1000),
}  # fmt: skip
_UNKNOWN: dict[Unit, str] = {"decade": "E", "century": "C", "weekend": "WE"}
_SMALLER: dict[str, tuple[str, int]] = {"Y": ("M", 12), "D": ("TH", 24), "TH": ("TM", 60), "TM": ("TS", 60)}
_ORDER = ("Y", "Q", "M", "W", "D", "TH", "TM", "TS")


def duration_value(amounts: Iterable[Amount]) -> str:
    """ISO 8601 duration; a fraction of a year, a day or an hour goes into the next smaller unit.

    >>> duration_value([Amount("year", 2.5)]), duration_value([Amount("minute", 62)])
    ('P2Y6M', 'PT62M')
    >>> duration_value([Amount("day", 0.5)]), duration_value([Amount("day", 2.5)])
    ('PT12H', 'P2DT12H')
    >>> duration_value([Amount("week", None)])
    'PXW'
    """
    counts: dict[str, float | None] = {}
    for amount in amounts:
        letter, times = _LETTERS[amount.unit]
        if amount.count is None:
            return f"P{'T' if letter[0] == 'T' else ''}X{_UNKNOWN.get(amount.unit, letter[-1])}"
        count = amount.count * times
        smaller = _SMALLER.get(letter)
        if smaller and count != int(count) and (count * smaller[1]) == int(count * smaller[1]):
            rest = (count - int(count)) * smaller[1]
            counts[smaller[0]] = (counts.get(smaller[0]) or 0) + rest
            count = int(count)
        counts[letter] = (counts.get(letter) or 0) + count
    days = "".join(_part(counts, letter) for letter in _ORDER if letter[0] != "T")
    clock = "".join(_part(counts, letter) for letter in _ORDER if letter[0] == "T")
    return f"P{days}" + (f"T{clock}" if clock else "")


def _part(counts: dict[str, float | None], letter: str) -> str:
    count = counts.get(letter)
    return f"{count:g}{letter[-1]}" if count else ""


def week_value(day: date) -> str:
    """The ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def day_of(value: str) -> date | None:
    """The day that a value names, with a time of day or without; None where it names none.

    >>> day_of("2022-02-12TNI"), day_of("2022-W06TNI")
    (datetime.date(2022, 2, 12), None)
    """
    return date.fromisoformat(value[:_DAY]) if _NAMES_DAY.match(value) else None


_DAY = len("2022-02-12")
_NAMES_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T|$)")


def season_of(day: date) -> tuple[int, str]:
    """The meteorological season of a day, with its year (winter: that of its December)."""
    name = ("WI", "SP", "SU", "FA")[day.month % 12 // 3]
    return (day.year - 1 if day.month <= 2 else day.year), name
