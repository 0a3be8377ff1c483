"""Clock times in another zone, by the law of the day; days without one stay what they are."""

from dataclasses import replace
from datetime import date, time, timedelta, timezone

import pytest

from tests.test_figure import event
from timeline import wording
from timeline.exporters.frame import to_frame
from timeline.marks import marks, milliseconds
from timeline.model import ClockTime, When
from timeline.zones import HOME, city, shown_in, zone_of


def at(day, clock, hours):
    """A minute of a day, told with an offset from UTC."""
    zone = timezone(timedelta(hours=hours))
    return When(day, day, "time", time=ClockTime(time.fromisoformat(clock).replace(tzinfo=zone)))


@pytest.mark.parametrize(
    ("day", "zone", "shown"),
    [
        (date(2014, 10, 25), "Europe/Moscow", "16:00"),  # Russia kept UTC+4 …
        (date(2014, 10, 27), "Europe/Moscow", "15:00"),  # … until 26 October 2014
        (date(2014, 3, 29), "Europe/Simferopol", "14:00"),  # Crimea kept Kyiv's winter time …
        (date(2014, 3, 31), "Europe/Simferopol", "16:00"),  # … until it took Moscow's on 30 March 2014
        (date(2014, 3, 29), "Europe/Kyiv", "14:00"),
        (date(2014, 3, 31), "Europe/Kyiv", "15:00"),
    ],
)
def test_noon_in_london_s_winter_is_shown_by_the_law_of_the_day(day, zone, shown):
    assert shown_in(at(day, "12:00", 0), zone_of(zone)).time.iso == shown


def test_a_late_hour_falls_on_the_next_day_further_east():
    told = at(date(2022, 2, 23), "23:30", -5)
    shown = shown_in(told, zone_of("Europe/Kyiv"))
    assert wording.label(shown) == "06:30 (Kyiv), 24 Feb 2022"


@pytest.mark.parametrize(
    "when",
    [
        When(date(2014, 3, 30), date(2014, 3, 30)),
        When(date(2014, 10, 1), date(2014, 10, 31), "month"),
        When(date(2014, 10, 26), date(2014, 10, 26), "time", time=ClockTime(time(12, 0))),
    ],
)
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Niue", "Europe/Moscow"])
def test_a_day_a_month_and_a_clock_of_unknown_zone_never_move(when, zone):
    assert shown_in(when, zone_of(zone)) is when


def test_a_zone_that_nobody_knows_is_kyiv():
    assert zone_of("Middle/Earth").key == zone_of("../etc/passwd").key == zone_of("").key == HOME
    assert city(zone_of(HOME)) == "Kyiv"


def test_a_timed_event_is_drawn_at_its_hour_there_and_a_day_s_event_where_it_was():
    timed, day = event(at(date(2014, 9, 5), "12:00", 0)), replace(event(), id="e2")
    shown = marks(to_frame([timed, day])).in_zone(zone_of("Asia/Tokyo"))
    first = milliseconds(date(2014, 9, 5))
    starts = dict(zip(shown.ids, shown.lo.tolist(), strict=True))
    assert starts == {"e1": first + 21 * 3_600_000, "e2": first}
    assert shown.row(shown.position("e1")).when.time.iso == "21:00"
