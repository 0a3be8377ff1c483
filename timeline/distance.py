"""How far apart two events are in time, with what their dates leave open.

Measured from beginning to beginning: of "since April" that is some day of April, of a bar its first day;
of clock times to the minute.
"""

from datetime import date, datetime

from timeline.calendar import granule
from timeline.model import When
from timeline.wording import many

_YEAR, _MONTH = 365.2425, 30.436875
_LONG, _LONGER = 60, 730
"""Days from which a distance is said in months, and in years, too."""


_HOUR, _DAY = 60, 1440
"""In minutes."""


def said(one: When, other: When) -> str:
    """How far `other` is from `one`, as it is said before the name of `one`; as exact as both dates are.

    >>> day = date(2022, 2, 24)
    >>> said(When(day, day), When(date(2022, 4, 7), date(2022, 4, 7)))
    '42 days after'
    """
    count = minutes(one, other)
    if count is None or abs(count) >= _LONG * _DAY:
        return words(*apart(one, other))
    if count == 0:
        return "the same minute as"
    return f"{_clocked(abs(count))} {'after' if count > 0 else 'before'}"


def minutes(one: When, other: When) -> int | None:
    """The minutes from one clock time to another; None where there are not two, or not on known clocks."""
    first, second = _clock(one), _clock(other)
    if first is None or second is None or first[1] != second[1]:
        return None
    return round((second[0] - first[0]).total_seconds() / 60)


def beginning(when: When) -> tuple[date, date]:
    """The first and the last day on which it can have begun; of "until", on which it can have ended.

    >>> beginning(When(date(2014, 4, 1), None, "month", "since"))
    (datetime.date(2014, 4, 1), datetime.date(2014, 4, 30))
    """
    if when.shape == "within" and when.begin and when.end:
        return when.begin, when.end
    day = when.begin or when.end
    assert day is not None
    return (day, day) if when.precision in ("time", "day") else granule(when.precision, day)


def apart(one: When, other: When) -> tuple[int, int]:
    """The least and the most days from `one` to `other`; below zero where `other` comes first."""
    first, second = beginning(one), beginning(other)
    return (second[0] - first[1]).days, (second[1] - first[0]).days


def words(least: int, most: int) -> str:
    """A distance as it is said before the name of what is measured from.

    >>> words(42, 42), words(39, 45), words(-30, -29)
    ('42 days after', '42 days (±3) after', '29 to 30 days before')
    >>> words(0, 0), words(-10, 20)
    ('the same day as', 'between 10 days before and 20 days after')
    """
    if least == most == 0:
        return "the same day as"
    if least < 0 < most:
        return f"between {many(-least, 'day')} before and {many(most, 'day')} after"
    near, far = sorted((abs(least), abs(most)))
    side = "after" if most > 0 else "before"
    if near == far:
        said = many(near, "day")
    elif (near + far) % 2 == 0:
        said = f"{many((near + far) // 2, 'day')} (±{(far - near) // 2:,})"
    else:
        said = f"{near:,} to {many(far, 'day')}"
    return f"{said}{_longer((near + far) / 2)} {side}"


def _clock(when: When) -> tuple[datetime, str | None] | None:
    """The instant of a clock time, and whose clock it is where its offset is not known."""
    if when.time is None or when.begin is None:
        return None
    instant = datetime.combine(when.begin, when.time.at)
    return instant, "known" if instant.tzinfo else when.time.zone


def _clocked(count: int) -> str:
    """Minutes as hours and minutes, of more than two days as days and hours.

    >>> _clocked(205), _clocked(60), _clocked(3000)
    ('3 hours 25 minutes', '1 hour', '2 days 2 hours')
    """
    if count >= 2 * _DAY:
        units = ((count // _DAY, "day"), (count % _DAY // _HOUR, "hour"))
    else:
        units = ((count // _HOUR, "hour"), (count % _HOUR, "minute"))
    return " ".join(many(number, unit) for number, unit in units if number)


def _longer(days: float) -> str:
    if days >= _LONGER:
        return f", {days / _YEAR:.1f} years,"
    return f", about {days / _MONTH:.0f} months," if days >= _LONG else ""
