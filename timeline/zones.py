"""The same instant on the clocks of another place. What has no clock time with a known zone never moves."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from timeline.model import ClockTime, When

HOME = "Europe/Kyiv"
"""The zone that a timeline of this crisis is read in, unless another is chosen."""

FIXED_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3,
    "msk": 3, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "jst": 9, "kst": 9, "hkt": 8, "sgt": 8, "aest": 10, "aedt": 11,
    "awst": 8, "nzst": 12, "nzdt": 13, "pkt": 5, "trt": 3,
}  # fmt: skip
"""Hours east of Greenwich, as the press uses these letters (CST is America's, not China's)."""

PLACE_ZONES = {
    "et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles",
    "eastern time": "America/New_York", "eastern": "America/New_York", "kyiv time": "Europe/Kyiv",
    "kiev time": "Europe/Kyiv", "kyiv": "Europe/Kyiv", "moscow time": "Europe/Moscow",
    "london time": "Europe/London", "brussels time": "Europe/Brussels", "berlin time": "Europe/Berlin",
    "paris time": "Europe/Paris", "vienna time": "Europe/Vienna", "warsaw time": "Europe/Warsaw",
    "minsk time": "Europe/Minsk", "washington time": "America/New_York",
    "new york time": "America/New_York", "geneva time": "Europe/Zurich", "tbilisi time": "Asia/Tbilisi",
    "за київським часом": "Europe/Kyiv", "по київському часу": "Europe/Kyiv", "мск": "Europe/Moscow",
    "по киеву": "Europe/Kyiv", "по москве": "Europe/Moscow",
}  # fmt: skip
"""Names whose offset depends on the day."""


_SHIFTED = re.compile(r"(gmt|utc) ?([+-]\d{1,2}(?::\d\d)?)")


def offset_of(zone: str | None, day: date, shift: str | None = None) -> timedelta | None:
    """How far a zone that a text names is east of Greenwich on a day; None where the text does not tell.

    `shift` is what may follow its name: "GMT+2".

    >>> offset_of("Moscow time", date(2014, 7, 17))
    datetime.timedelta(seconds=14400)
    >>> offset_of("UTC+2", date(2014, 7, 17))
    datetime.timedelta(seconds=7200)
    """
    name = (zone or "").lower()
    if shifted := _SHIFTED.fullmatch(name):
        return offset_of(shifted[1], day, shifted[2])
    if name in PLACE_ZONES:
        return datetime.combine(day, time(12), ZoneInfo(PLACE_ZONES[name])).utcoffset()
    if shift and name in ("", "gmt", "utc"):
        hours, minutes = re.fullmatch(r"(\d{1,2}):?(\d\d)?", shift[1:]).groups()  # type: ignore[union-attr]
        sign = 1 if shift[0] == "+" else -1
        return sign * timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timedelta(hours=FIXED_ZONES[name]) if name in FIXED_ZONES else None


def on_its_clock(clock: ClockTime, day: date) -> ClockTime:
    """A clock time with the offset that its zone has on a day, where that is known."""
    offset = offset_of(clock.zone, day)
    if offset is None or clock.at.tzinfo:
        return clock
    return replace(clock, at=clock.at.replace(tzinfo=timezone(offset)))


def zone_of(name: str) -> ZoneInfo:
    """The zone of that name in the tz database; Kyiv's where there is none."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return ZoneInfo(HOME)


def city(zone: ZoneInfo) -> str:
    """The place that a zone is named after.

    >>> city(ZoneInfo("America/New_York"))
    'New York'
    """
    return zone.key.rpartition("/")[2].replace("_", " ")


def shown_in(when: When, zone: ZoneInfo) -> When:
    """The days that are meant, with a clock time of known zone as the clocks of `zone` have it."""
    clock = when.time
    if clock is None or clock.at.tzinfo is None or when.begin is None or when.begin != when.end:
        return when
    here = datetime.combine(when.begin, clock.at).astimezone(zone)
    return replace(when, begin=here.date(), end=here.date(), time=ClockTime(here.time(), city(zone)))
