"""EDTF text and back: the same days, precision, shape and doubt, for every value that the program makes."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calendar import granule
from timeline.edtf import from_edtf, thirds, to_edtf
from timeline.model import PRECISIONS, ClockTime, Precision, When

DAYS = st.dates(date(1100, 1, 1), date(2199, 12, 31))
UNITS = st.sampled_from([unit for unit in PRECISIONS if unit != "time"])
DOUBT = st.booleans()
CLOCKS = st.builds(ClockTime, st.times().map(lambda at: time(at.hour, at.minute, at.second)))


@given(DAYS, UNITS, DOUBT)
def test_one_granule_survives(day: date, unit: Precision, approximate: bool) -> None:
    begin, end = granule(unit, day)
    when = When(begin, end, unit, "within", approximate)
    assert from_edtf(to_edtf(when)) == when


@given(DAYS, UNITS, DOUBT)
def test_since_and_until_survive(day: date, unit: Precision, approximate: bool) -> None:
    begin, end = granule(unit, day)
    for when in (When(begin, None, unit, "since", approximate), When(None, end, unit, "until", approximate)):
        again = from_edtf(to_edtf(when))
        assert (again.begin, again.end, again.shape) == (when.begin, when.end, when.shape)
        assert to_edtf(again) == to_edtf(when)
        assert again.approximate == approximate
        assert again.precision == unit


@given(DAYS, CLOCKS)
def test_a_clock_time_survives(day: date, clock: ClockTime) -> None:
    for when in (
        When(day, day, "time", "within", time=clock),
        When(day, None, "time", "since", time=clock),
        When(None, day, "time", "until", time=clock),
    ):
        assert from_edtf(to_edtf(when)) == when


@given(DAYS, st.sampled_from(["month", "year", "decade"]), st.sampled_from([0, 1, 2]))
def test_early_mid_and_late_survive(day: date, unit: Precision, which: int) -> None:
    begin, end = thirds(unit, day)[which]
    when = When(begin, end, unit, "within", approximate=True)
    assert from_edtf(to_edtf(when)) == when


@given(DAYS, st.integers(1, 400), st.sampled_from(["month", "year"]))
def test_a_stretch_of_whole_units_survives(day: date, length: int, unit: Precision) -> None:
    first, last = granule(unit, day), granule(unit, day + timedelta(days=31 * length))
    when = from_edtf(to_edtf(When(first[0], last[1], unit, "throughout")))
    assert (when.begin, when.end, when.shape) == (first[0], last[1], "throughout")


@given(DAYS, st.integers(0, 400), st.sampled_from(["month", "year"]))
def test_a_stretch_from_a_whole_unit_to_a_day_or_back_survives(
    day: date, length: int, unit: Precision
) -> None:
    later = day + timedelta(days=length)
    for begin, end in ((granule(unit, day)[0], later), (day, granule(unit, later)[1])):
        when = from_edtf(to_edtf(When(begin, end, unit, "throughout")))
        assert (when.begin, when.end, when.shape) == (begin, end, "throughout")
        assert when.precision in ("month", unit)


@given(st.text(alphabet="0123456789-/.X~?%[]WTZ:+ ", max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        when = from_edtf(text)
    except ValueError:
        return
    assert (when.begin or date.min) <= (when.end or date.max)
    assert from_edtf(to_edtf(when)).overlaps(when)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2021-12", When(date(2021, 12, 1), date(2021, 12, 31), "month")),
        ("2021-12/..", When(date(2021, 12, 1), None, "month", "since")),
        ("../2014", When(None, date(2014, 12, 31), "year", "until")),
        ("199X", When(date(1990, 1, 1), date(1999, 12, 31), "decade")),
        ("2014-22~", When(date(2014, 6, 1), date(2014, 8, 31), "season", approximate=True)),
        ("[2022-02-14..2022-02-20]", When(date(2022, 2, 14), date(2022, 2, 20), "week")),
        ("2014-01/2014-02-22", When(date(2014, 1, 1), date(2014, 2, 22), "month", "throughout")),
        ("2022-W06/..", When(date(2022, 2, 7), None, "week", "since")),
    ],
)
def test_the_text_is_the_one_that_others_write(text: str, when: When) -> None:
    assert to_edtf(when) == text
    assert from_edtf(text) == when


@pytest.mark.parametrize("text", ["../..", "2022-02-30", "2022-02-24/2022-02-01", "soon", "1/2/3", ""])
def test_what_names_no_days_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"EDTF|ends|open|exist"):
        from_edtf(text)
