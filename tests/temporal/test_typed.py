"""What a person means who types a date: nothing is left out, nothing sharpened, nothing reversed."""

from datetime import date

import pytest

from timeline.errors import UsageError
from timeline.temporal.typed import when_of
from timeline.wording import spoken

TODAY = date(2022, 2, 12)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("12 Feb 2015", "2015-02-12"),
        ("March 2014", "2014-03"),
        ("May", "2021-05"),
        ("[2014-02-03..2014-02-05]", "[2014-02-03..2014-02-05]"),
        # the day before the month, whatever stands between
        ("24/02/2022", "2022-02-24"),
        ("24.02.2022", "2022-02-24"),
        ("02/03/2022", "2022-03-02"),
        ("2.3.22", "2022-03-02"),
        ("02/24/2022", "2022-02-24"),
        # open
        ("before 12 Feb 2015", "../2015-02-11"),
        ("prior to March 2014", "../2014-02"),
        ("before 2014", "../2013"),
        ("after 24 Feb 2022", "2022-02-25/.."),
        ("after March 2014", "2014-04/.."),
        ("after early March 2014", "2014-03-11~/.."),
        ("from 2014", "2014/.."),
        ("from March 2014 on", "2014-03/.."),
        ("2014 onwards", "2014/.."),
        ("2014 or later", "2014/.."),
        ("not before 2014", "2014/.."),
        ("no earlier than 5 May 2014", "2014-05-05/.."),
        ("as of 2014", "2014/.."),
        ("since December", "2021-12/.."),
        ("ongoing since 6 April 2014", "2014-04-06/.."),
        ("until 2014", "../2014"),
        ("by May 2015", "../2015-05"),
        ("to 5 May 2014", "../2014-05-05"),
        ("no later than 5 May 2014", "../2014-05-05"),
        ("2014 at the latest", "../2014"),
        # bounded
        ("between 1 and 31 March 2014", "2014-03"),
        ("between 3 and 20 March 2014", "[2014-03-03..2014-03-20]"),
        ("between 2014 and 2016", "[2014..2016]"),
        ("5 March or 6 March 2014", "[2014-03-05..2014-03-06]"),
        ("5/6 March 2014", "[2014-03-05..2014-03-06]"),
        ("2014/15", "[2014..2015]"),
        ("from 5 to 8 May 2014", "2014-05-05/2014-05-08"),
        ("May–July 2022", "2022-05/2022-07"),
        ("all through 2014", "2014/2014"),
        ("some time in March 2014", "2014-03"),
    ],
)  # fmt: skip
def test_a_typed_date_is_read_as_it_is_meant(typed, edtf):
    assert when_of(typed, TODAY).edtf == edtf


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("not 2014", "“not”"),
        ("in 2014, not 2015", "“not”"),
        ("possibly 2014", "“possibly”"),
        ("week 7 of 2022", "“week 7 of”"),
        ("soon after 5 March 2014", "“soon after”"),
        ("5 or 9 March 2014", "several dates"),
        ("after since 2014", "contradicts itself"),
        ("recently", "names no days"),
        ("three weeks", "names no days"),
        ("a red bicycle", "names a date"),
        ("", "names a date"),
    ],
)
def test_what_would_be_left_out_is_refused_in_a_sentence(typed, said):
    with pytest.raises(UsageError, match=said):
        when_of(typed, TODAY)


@pytest.mark.parametrize(
    "edtf",
    ["2014-03-05", "2014-03", "2014", "2014~", "2014/2014", "2014-04-06/..", "../2015-02-11",
     "2014-05-05/2014-05-08", "[2014-03-05..2014-03-20]", "[2014-03-01~..2014-03-10~]",
     "[2022-02-14..2022-02-20]"],
)  # fmt: skip
def test_what_is_said_of_a_date_can_be_typed(edtf):
    when = when_of(edtf, TODAY)
    assert when_of(spoken(when), TODAY) == when
