"""How far apart two events are, in days, with what their dates leave open."""

from datetime import date

import pytest

from timeline.distance import apart, said, words
from timeline.model import When

FLIGHT = When(date(2014, 2, 22), date(2014, 2, 22))
ELECTION = When(date(2014, 5, 26), date(2014, 6, 2), "day", "throughout")
IN_MARCH = When(date(2014, 3, 1), date(2014, 3, 31), "month")


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (FLIGHT, When(date(2014, 3, 18), date(2014, 3, 18)), "24 days after"),
        (When(date(2014, 3, 18), date(2014, 3, 18)), FLIGHT, "24 days before"),
        (FLIGHT, FLIGHT, "the same day as"),
        (FLIGHT, IN_MARCH, "22 days (±15) after"),
        (IN_MARCH, IN_MARCH, "between 30 days before and 30 days after"),
        (FLIGHT, When(date(2014, 2, 23), date(2014, 2, 24)), "1 to 2 days after"),
        (FLIGHT, When(date(2014, 4, 6), None, "day", "since"), "43 days after"),
        (FLIGHT, When(date(2014, 4, 1), None, "month", "since"), "38 to 67 days after"),
        (FLIGHT, ELECTION, "93 days, about 3 months, after"),
        (FLIGHT, When(date(2022, 2, 24), date(2022, 2, 24)), "2,924 days, 8.0 years, after"),
        (FLIGHT, When(None, date(2014, 2, 21), "day", "until"), "1 day before"),
    ],
)  # fmt: skip
def test_the_distance_between_two_dates_is_said_with_what_they_leave_open(one, other, said):
    assert words(*apart(one, other)) == said


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("2014-07-17T16:20+03:00", "2014-07-17T19:45+03:00", "3 hours 25 minutes after"),
        ("2014-07-17T19:45+03:00", "2014-07-17T16:45Z", "the same minute as"),
        ("2022-02-24T05:00+02:00", "2022-02-23T22:00-05:00", "the same minute as"),
        ("2022-02-24T05:00+02:00", "2022-02-24T04:59+02:00", "1 minute before"),
        ("2022-02-24T05:00", "2022-02-26T07:30", "2 days 2 hours after"),
        ("2022-02-24T05:00", "2022-02-24T06:00+02:00", "the same day as"),  # on whose clock, nobody said
        ("2022-02-24T05:00+02:00", "2022-02-26", "2 days after"),
        ("2014-07-17T16:20+03:00", "2022-02-24T05:00+02:00", "2,779 days, 7.6 years, after"),
    ],
)
def test_the_distance_between_two_clock_times_is_said_in_hours_and_minutes(one, other, told):
    assert said(When.from_edtf(one), When.from_edtf(other)) == told
