"""A clock time in a date line, with its zone: "18:26 EST", "5:12 a.m. ET", "05.12 GMT", "6pm Kyiv time"."""

import re
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from timeline.model import ClockTime

FIXED_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3,
    "msk": 3, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "jst": 9, "kst": 9, "hkt": 8, "sgt": 8, "aest": 10, "aedt": 11,
}  # fmt: skip
"""Hours east of Greenwich, as the press uses these letters (CST is America's, not China's)."""

PLACE_ZONES = {
    "et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles",
    "eastern time": "America/New_York", "eastern": "America/New_York", "kyiv time": "Europe/Kyiv",
    "kiev time": "Europe/Kyiv", "kyiv": "Europe/Kyiv", "moscow time": "Europe/Moscow",
    "london time": "Europe/London", "brussels time": "Europe/Brussels", "berlin time": "Europe/Berlin",
    "paris time": "Europe/Paris", "vienna time": "Europe/Vienna", "warsaw time": "Europe/Warsaw",
    "minsk time": "Europe/Minsk", "geneva time": "Europe/Zurich", "tbilisi time": "Asia/Tbilisi",
    "за київським часом": "Europe/Kyiv", "по київському часу": "Europe/Kyiv", "мск": "Europe/Moscow",
    "по киеву": "Europe/Kyiv", "по москве": "Europe/Moscow",
}  # fmt: skip
"""Names whose offset depends on the day."""

_NAMES = "|".join(sorted(map(re.escape, {*FIXED_ZONES, *PLACE_ZONES}), key=len, reverse=True))
_CLOCK = re.compile(
    r"(?<![\d.:/+-])(?P<hour>\d{1,2})"
    r"(?:[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?(?!\d)(?:\s*(?P<half>[ap])\.?m\b\.?)?"
    r"|\s*(?P<bare_half>[ap])\.?m\b\.?)"
    rf"(?:,?\s*\(?(?P<zone>(?:{_NAMES}|local time)(?!\w)))?"
    r"(?:\s*(?P<offset>[+−-]\d{1,2}(?::?[0-5]\d)?)(?!\d))?\)?",
    re.IGNORECASE,
)


def find_clock(text: str, day: date) -> tuple[ClockTime, tuple[int, int]] | None:
    """The first clock time in `text`, its zone's offset that of `day`, and where it stands.

    >>> clock, span = find_clock("Saturday 18:26 EST", date(2022, 2, 12))
    >>> clock.iso, clock.zone, span
    ('18:26-05:00', 'EST', (9, 18))
    """
    for found in _CLOCK.finditer(text):
        hour = int(found["hour"])
        if half := found["half"] or found["bare_half"]:
            if not 1 <= hour <= 12:
                continue
            hour = hour % 12 + 12 * (half.lower() == "p")
        if hour < 24:
            at = time(hour, int(found["minute"] or 0), int(found["second"] or 0))
            offset = _offset(found["zone"], found["offset"], day)
            zone = (found["zone"] or "") + (found["offset"] or "") or None
            if offset is not None:
                at = at.replace(tzinfo=timezone(offset))
            return ClockTime(at, zone), found.span()
    return None


def _offset(zone: str | None, shift: str | None, day: date) -> timedelta | None:
    """Hours and minutes east of Greenwich; None where the text does not tell."""
    name = (zone or "").lower()
    if name in PLACE_ZONES:
        return datetime.combine(day, time(12), ZoneInfo(PLACE_ZONES[name])).utcoffset()
    if shift and name in ("", "gmt", "utc"):
        hours, minutes = re.fullmatch(r"(\d{1,2}):?(\d\d)?", shift[1:]).groups()  # type: ignore[union-attr]
        sign = 1 if shift[0] == "+" else -1
        return sign * timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timedelta(hours=FIXED_ZONES[name]) if name in FIXED_ZONES else None
