"""Calendar units as stretches of days: a granule is the unit that a day lies in.

Weeks are ISO 8601 (Monday first); seasons are meteorological, winter belonging to the year of
its December; quarters and halves are the calendar year's.
"""

from calendar import monthrange
from datetime import date, timedelta

from timeline.model import Precision

Days = tuple[date, date]
"""First and last day, both included."""
_OPEN = timedelta(days=29)
"""How long before the last day of which it is sure something is shown of which only the end is told."""


_SPRING = date(1, 3, 1)
"""The first season that the calendar holds whole: of the winter before, it holds no December."""


def granule(unit: Precision, day: date) -> Days:
    """The first and last day of the `unit` that `day` lies in.

    >>> granule("month", date(2024, 2, 10))
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    match unit:
        case "time" | "day":
            return day, day
        case "week":
            monday = day - timedelta(days=day.weekday())
            return monday, monday + min(timedelta(days=6), date.max - monday)
        case "month":
            return months(day.year, day.month, 1)
        case "season":
            if day < _SPRING:
                return date.min, _SPRING - timedelta(days=1)
            first = (day.month // 3 * 3) or 12  # March, June, September or December
            return months(day.year - (day.month < 3), first, 3)
        case "quarter":
            return months(day.year, (day.month - 1) // 3 * 3 + 1, 3)
        case "half":
            return months(day.year, 1 if day.month <= 6 else 7, 6)
        case "year":
            return months(day.year, 1, 12)
        case "decade":
            return _years(day.year // 10 * 10, 10)
        case "century":
            return _years(day.year // 100 * 100, 100)


def days_since(unit: Precision, begin: date, told: date | None) -> Days:
    """The days of what is told to go on since the `unit` of `begin`: up to the day on which that was told.

    What was told before it began has the unit itself; so has, at least, what no dated article tells.

    >>> days_since("month", date(2022, 5, 1), told=date(2022, 9, 5))[1]
    datetime.date(2022, 9, 5)
    >>> days_since("month", date(2022, 5, 1), told=date(2022, 4, 5))[1]
    datetime.date(2022, 5, 31)
    """
    return begin, told if told and told >= begin else granule(unit, begin)[1]


def days_until(unit: Precision, end: date) -> Days:
    """The days of what is told to have gone on until the `unit` of `end`: all that unit, and thirty before.

    Until some day of May it surely went on in April; of "until 20 May" the day itself is one of the thirty.

    >>> days_until("month", date(2022, 5, 31))[0]
    datetime.date(2022, 4, 1)
    >>> days_until("day", date(2022, 5, 20))[0]
    datetime.date(2022, 4, 21)
    """
    first, last = granule(unit, end)
    sure = end if first == last else first - min(timedelta(days=1), first - date.min)
    return sure - min(_OPEN, sure - date.min), end


def is_granule(unit: Precision, begin: date, end: date) -> bool:
    """Whether the days are exactly one `unit`."""
    return granule(unit, begin) == (begin, end) and not (unit == "season" and begin < _SPRING)


def months(year: int, first: int, count: int) -> Days:
    """The days of `count` months from month `first` of `year`; `first + count` may pass December."""
    last_year, last_month = divmod(year * 12 + first - 1 + count - 1, 12)
    if last_year > date.max.year:
        return date(year, first, 1), date.max
    return date(year, first, 1), date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])


def add_months(day: date, count: int) -> date:
    """The same day `count` months on (or back), the month's last day where it has no such day.

    >>> add_months(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _years(first: int, count: int) -> Days:
    return date(max(first, 1), 1, 1), date(min(first + count - 1, date.max.year), 12, 31)
