"""The ticks of the time axis: a window in, instants and their words out.

Steps are calendar steps (years, quarters, months, Mondays, days, hours), chosen so that the words
do not touch.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from timeline.calendar import add_months
from timeline.wording import MONTHS

APART = 92
"""Pixels from one tick to the next, at least."""
_HOUR = 3_600_000
_DAY = 24 * _HOUR
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

# (length in days, months or 0, days or 0, hours or 0)
_STEPS: tuple[tuple[float, int, int, int], ...] = (
    (1 / 24, 0, 0, 1), (1 / 8, 0, 0, 3), (1 / 4, 0, 0, 6), (1 / 2, 0, 0, 12),
    (1, 0, 1, 0), (2, 0, 2, 0), (7, 0, 7, 0), (14, 0, 14, 0),
    (30, 1, 0, 0), (61, 2, 0, 0), (91, 3, 0, 0), (183, 6, 0, 0),
    *((365.25 * years, 12 * years, 0, 0) for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)  # fmt: skip


def ticks(begin: float, end: float, width: float) -> tuple[list[int], list[str]]:
    """Instants (milliseconds) and words for a window drawn `width` pixels wide, a window's length beyond.

    >>> ticks(1388534400000, 1420070400000, 500)[1][2:5]
    ['Jan 2014', 'Apr 2014', 'Jul 2014']
    """
    span = end - begin
    days_apart = span / _DAY * APART / max(width, 1.0)
    _, months, days, hours = next((step for step in _STEPS if step[0] >= days_apart), _STEPS[-1])
    first, last = _instant(begin - span / 2), _instant(end + span / 2)
    if months:
        found, name = list(_months(first, last, months)), _name_of_months(months)
    else:
        step = timedelta(days=days, hours=hours)
        found, name = list(_days(first, last, step)), _hour_name if hours else _day_name
    return [round((at - _EPOCH).total_seconds() * 1000) for at in found], [name(at) for at in found]


def _instant(milliseconds: float) -> datetime:
    lowest, highest = datetime(2, 1, 1, tzinfo=UTC), datetime(9990, 1, 1, tzinfo=UTC)
    low, high = ((limit - _EPOCH).total_seconds() * 1000 for limit in (lowest, highest))
    return _EPOCH + timedelta(milliseconds=min(max(milliseconds, low), high))


def _months(first: datetime, last: datetime, step: int) -> Iterator[datetime]:
    count = (first.year * 12 + first.month - 1) // step * step
    day = datetime(max(count // 12, 1), count % 12 + 1, 1, tzinfo=UTC)
    while day <= last:
        yield day
        day = datetime.combine(add_months(day.date(), step), datetime.min.time(), UTC)


def _days(first: datetime, last: datetime, step: timedelta) -> Iterator[datetime]:
    monday = datetime(1, 1, 1, tzinfo=UTC)  # a Monday, so that steps of weeks fall on Mondays
    at = monday + (first - monday) // step * step
    while at <= last:
        yield at
        at += step


def _name_of_months(step: int) -> Callable[[datetime], str]:
    if step >= 12:
        return lambda at: str(at.year)
    return lambda at: f"{MONTHS[at.month - 1][:3]} {at.year}"


def _day_name(at: datetime) -> str:
    return f"{at.day} {MONTHS[at.month - 1][:3]} {at.year}"


def _hour_name(at: datetime) -> str:
    return _day_name(at) if at.hour == 0 else f"{at:%H:%M}"
