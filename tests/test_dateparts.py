"""A date in the parts of a form: text and parts say the same, and each change makes what a reader means."""

from datetime import date

import pytest

from timeline.dateparts import DateParts, changed, parts_of, when_of_parts
from timeline.errors import UsageError
from timeline.model import When


@pytest.mark.parametrize(
    "edtf",
    ["2014-03-18", "2014-03", "2014-03~", "2014", "201X", "2022-21", "2014-03-18T14:30:00", "2014-04/..",
     "../2015-02-12", "2022-05/2022-07", "[2014-03-18..2014-03-20]", "[2014-03-01~..2014-03-10~]"],
)  # fmt: skip
def test_parts_say_what_the_text_says(edtf):
    assert when_of_parts(parts_of(When.from_edtf(edtf))).edtf == edtf


@pytest.mark.parametrize(
    ("edtf", "part", "value", "now"),
    [
        ("2014-03-18", "precision", "month", "2014-03"),
        ("2014-03-18", "precision", "week", "[2014-03-17..2014-03-23]"),
        ("2014-03", "begin", date(2014, 3, 5), "[2014-03-05..2014-03-31]"),
        ("2014-03", "end", date(2014, 4, 30), "[2014-03..2014-04]"),
        ("2014-03-18", "begin", date(2014, 5, 1), "2014-05-01"),  # the end is passed, and moves along
        ("2014-03-18", "end", None, "2014-03-18/.."),
        ("2014-03", "begin", None, "../2014-03"),
        ("2014-03", "shape", "since", "2014-03/.."),
        ("2014-03/..", "shape", "within", "2014-03"),
        ("2014-03/..", "end", date(2014, 6, 30), "[2014-03..2014-06]"),
        ("2014-03", "shape", "throughout", "2014-03/2014-03"),
        ("2014-03", "approximate", True, "2014-03~"),
        ("2014-03-18", "clock", "14:30", "2014-03-18T14:30:00"),
        ("2014-03-18T14:30:00", "clock", "", "2014-03-18"),
        ("2014-03-18T14:30:00", "precision", "month", "2014-03"),
        ("2014-03-18T14:30:00", "end", date(2014, 3, 19), "[2014-03-18..2014-03-19]"),
    ],
)  # fmt: skip
def test_a_change_of_one_part_is_what_a_reader_means(edtf, part, value, now):
    assert when_of_parts(changed(parts_of(When.from_edtf(edtf)), part, value)).edtf == now


def test_what_parts_leave_open_is_said():
    with pytest.raises(UsageError, match="earliest or the latest"):
        when_of_parts(DateParts("day", "within", None, None))
    with pytest.raises(UsageError, match="such as 14:30"):
        when_of_parts(changed(parts_of(When.from_edtf("2014-03-18")), "precision", "time"))
