"""Go to date: words and what is looked at → the window that is meant."""

from datetime import date

import pytest

from dashboard.views.date_field import window_of
from timeline.errors import TimelineError
from timeline.marks import day_of_instant, milliseconds

TODAY = date(2026, 11, 27)
IN_2022 = ("2022-01-01", "2023-01-01")


@pytest.mark.parametrize(
    ("words", "looked_at", "shown"),
    [
        ("24 Feb", IN_2022, "24 Feb 2022"),
        ("24 Nov", ("2021-11-01", "2022-03-01"), "24 Nov 2021"),
        ("March", IN_2022, "Mar 2022"),
        ("24 Feb", ("2004-01-01", "2026-01-01"), "24 Feb 2015"),
        ("May", ("1991-01-01", "2026-01-01"), "May 2008"),
        ("29 Feb", IN_2022, "29 Feb 2024"),
        ("24 Feb 2014", IN_2022, "24 Feb 2014"),
        ("20 Feb 22", ("2014-01-01", "2014-02-01"), "20 Feb 2022"),
        ("yesterday", IN_2022, "26 Nov 2026"),
        ("2014", IN_2022, "2014"),
    ],
)
def test_words_mean_the_date_that_is_nearest_to_the_middle_of_what_is_looked_at(words, looked_at, shown):
    begin, end = map(milliseconds, map(date.fromisoformat, looked_at))
    found = window_of(words, (begin, end), TODAY)
    assert found["said"] == shown
    assert str(day_of_instant((found["begin"] + found["end"]) / 2))[:4] == shown[-4:]


@pytest.mark.parametrize(("words", "nearest"), [("24 Feb", True), ("March", True), ("24 Feb 2014", False)])
def test_it_is_told_where_the_year_was_taken_from_what_is_looked_at(words, nearest):
    begin, end = map(milliseconds, map(date.fromisoformat, IN_2022))
    assert window_of(words, (begin, end), TODAY)["nearest"] == nearest


def test_what_is_no_date_has_no_window():
    with pytest.raises(TimelineError):
        window_of("Maidan", (0, 1), TODAY)
