"""A clock time in a date line, with its zone: "18:26 EST", "5:12 a.m. ET", "05.12 GMT", "6pm Kyiv time"."""

import re
from datetime import date, time, timezone

from timeline.model import ClockTime
from timeline.zones import FIXED_ZONES, PLACE_ZONES, offset_of

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
            offset = offset_of(found["zone"], day, found["offset"])
            zone = (found["zone"] or "") + (found["offset"] or "") or None
            if offset is not None:
                at = at.replace(tzinfo=timezone(offset))
            return ClockTime(at, zone), found.span()
    return None
