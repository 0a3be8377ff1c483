"""The same instant on the clocks of another place. What has no clock time with a known zone never moves."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from timeline.model import ClockTime, When

HOME = "Europe/Kyiv"
"""The zone that a timeline of this crisis is read in, unless another is chosen."""


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
