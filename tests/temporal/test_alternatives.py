"""What else a phrase could mean, given the day of publication and what its text tells before it."""

from datetime import date

import pytest

from timeline.model import Article, When
from timeline.temporal import explain, tag
from timeline.temporal.alternatives import alternatives, alternatives_in

THURSDAY = date(2014, 2, 27)
"""The day of publication."""


@pytest.mark.parametrize(
    ("phrase", "taken", "others"),
    [
        ("Tuesday", "2014-02-25", {"2014-03-04": "the next Tuesday after publication"}),
        ("Thursday", "2014-02-27", {"2014-02-20": "the latest Thursday before publication",
                                    "2014-03-06": "the next Thursday after publication"}),
        ("last Tuesday", "2014-02-25", {"2014-02-18": "the Tuesday of the calendar week before"}),
        ("next Friday", "2014-02-28", {"2014-03-07": "the Friday of the calendar week after"}),
        ("next Monday", "2014-03-03", {}),  # both readings are one day
        ("December", "2013-12", {"2014-12": "the next December after publication"}),
        ("early December", "[2013-12-01~..2013-12-10~]",
         {"[2014-12-01~..2014-12-10~]": "the next December after publication"}),
        ("since December", "2013-12/..", {"2014-12/..": "the next December after publication"}),
        ("25 May", "2013-05-25", {"2014-05-25": "the next 25 May after publication"}),
        ("last January", "2013-01", {"2014-01": "the latest January before publication"}),
        ("02/03/2014", "2014-02-03", {"2014-03-02": "the day first, as European texts have it"}),
        ("24/02/2014", "2014-02-24", {}),
        ("last week", "[2014-02-17..2014-02-23]",
         {"[2014-02-20~..2014-02-27~]": "the seven days up to publication"}),
        ("5 a.m. on Tuesday", "2014-02-25T05:00:00",
         {"2014-03-04T05:00:00": "the next Tuesday after publication"}),
        ("25 February 2014", "2014-02-25", {}),
        ("two days ago", "2014-02-25", {}),
    ],
)  # fmt: skip
def test_a_phrase_of_news(phrase, taken, others):
    timex = explain(phrase, THURSDAY)
    assert timex.when.edtf == taken
    assert {one.when.edtf: one.why for one in alternatives(timex, THURSDAY)} == others


def test_what_is_counted_from_the_date_told_last_could_be_counted_from_an_earlier_one_or_publication():
    text = "They met on 3 February. The law was signed on 10 February. The day before, a court had spoken."
    article = Article(text, THURSDAY)
    timex = tag(text, THURSDAY)[-1]
    assert timex.when.edtf == "2014-02-09"
    assert {one.when.edtf: one.why for one in alternatives_in(article, timex)} == {
        "2014-02-02": "counted from Monday 3 February 2014, told before it",
        "2014-02-26": "counted from the day of publication",
    }


def test_a_date_without_a_year_could_be_of_the_year_that_is_told_before():
    timex = explain("25 May", THURSDAY)
    others = alternatives(timex, THURSDAY, [When.from_edtf("2010-03")])
    assert {one.when.edtf: one.why for one in others}[
        "2010-05-25"
    ] == "25 May of 2010, the year told before it"


@pytest.mark.parametrize(
    ("phrase", "others"),
    [
        ("Tuesday", {"2014-02-18": "the Tuesday a week before the latest one"}),
        ("Thursday", {"2014-02-20": "the latest Thursday before publication"}),
        ("December", {"2012-12": "the December a year before the latest one"}),
    ],
)
def test_what_has_happened_could_have_been_earlier_but_not_after_publication(phrase, others):
    timex = explain(phrase, THURSDAY)
    assert {one.when.edtf: one.why for one in alternatives(timex, THURSDAY, over=True)} == others


def test_without_a_day_of_publication_nothing_is_offered():
    assert alternatives(explain("Tuesday", None), None) == ()


@pytest.mark.parametrize(
    ("text", "taken", "phrase", "others"),
    [
        ("Talks will go on from Monday to Wednesday.", "2014-03-03/2014-03-05", "Monday to Wednesday",
         {"2014-02-24/2014-02-26":
          "the latest Monday before publication to the latest Wednesday before publication"}),
        ("Shelling went on from 3 to 5 May.", "2013-05-03/2013-05-05", "3 to 5 May",
         {"2014-05-03/2014-05-05": "the next 3 May after publication to the next 5 May after publication"}),
        ("Trains stood still from 20 December to 3 January.", "2013-12-20/2014-01-03",
         "20 December to 3 January",
         {"2014-12-20/2015-01-03":
          "the next 20 December after publication to the next 3 January after publication"}),
        ("It lasted from Tuesday to Thursday.", "2014-02-25/2014-02-27", "Tuesday to Thursday",
         {"2014-03-04/2014-03-06":
          "the next Tuesday after publication to the next Thursday after publication"}),
        ("He ruled from 2004 to 2010.", "2004/2010", "", {}),
    ],
)  # fmt: skip
def test_two_dates_that_bound_a_stretch_are_read_together(text, taken, phrase, others):
    article = Article(text, THURSDAY)
    for timex in tag(text, THURSDAY):
        assert timex.when.edtf == taken
        found = alternatives_in(article, timex)
        assert {one.when.edtf: one.why for one in found} == others
        assert {one.phrase for one in found} == ({phrase} if others else set())
