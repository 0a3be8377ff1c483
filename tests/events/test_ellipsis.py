"""Two dates and one verb: each date has its own occurrence, with the words that the sentence leaves out."""

import pytest

from tests.events.reading import days, told


def dated(text):
    return {(days(event), event.title) for event in told(text)}


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Biden met Putin on Monday and Xi on Thursday.",
            ("2022-02-07", "Biden met Putin"),
            ("2022-02-10", "Biden met Xi"),
        ),
        (
            "The ministers met in Geneva on 3 January and in Vienna on 5 January.",
            ("2022-01-03", "Ministers met in Geneva"),
            ("2022-01-05", "Ministers met in Vienna"),
        ),
        (
            "Germany expelled 40 diplomats on Monday and France 35 a day later.",
            ("2022-02-07", "Germany expelled 40 diplomats"),
            ("2022-02-08", "France expelled 35"),
        ),
        (
            "Germany recalled its ambassador on Monday and France on Tuesday.",
            ("2022-02-07", "Germany recalled its ambassador"),
            ("2022-02-08", "France recalled its ambassador"),
        ),
        (
            "The accords were signed in Minsk in September 2014 and February 2015.",
            ("2014-09", "Accords were signed in Minsk"),
            ("2015-02", "Accords were signed in Minsk"),
        ),
        (
            "Two warnings followed, in March and June 2021.",
            ("2021-03", "Two warnings followed"),
            ("2021-06", "Two warnings followed"),
        ),
        (
            "Five people were killed on Monday and seven on Tuesday.",
            ("2022-02-07", "Five people were killed"),
            ("2022-02-08", "Seven were killed"),
        ),
        (
            "The rebels intend to hold elections on 18 March in Donetsk and 1 April in Luhansk.",
            ("2022-03-18", "Rebels intend to hold elections in Donetsk"),
            ("2022-04-01", "Rebels intend to hold elections in Luhansk"),
        ),
        (
            "Kyiv's churches were added to the list in 1990 and those of Lviv in 1998.",
            ("1990", "Kyiv's churches were added to the list"),
            ("1998", "Those of Lviv were added to the list"),
        ),
        (
            "Sanctions were imposed in March 2014 and again in July 2014.",
            ("2014-03", "Sanctions were imposed"),
            ("2014-07", "Sanctions were imposed"),
        ),
    ],
    ids=[
        "object",
        "place",
        "subject and object",
        "subject",
        "month and year",
        "month",
        "number",
        "place after the date",
        "those",
        "again",
    ],
)
def test_a_second_date_tells_of_a_second_occurrence(text, first, second):
    assert dated(text) == {first, second}


def test_a_list_tells_of_as_many_as_it_has_dates():
    assert dated("Poland closed its border on Monday, Latvia on Tuesday and Estonia on Wednesday.") == {
        ("2022-02-07", "Poland closed its border"),
        ("2022-02-08", "Latvia closed its border"),
        ("2022-02-09", "Estonia closed its border"),
    }


def test_each_names_its_own_and_leads_back_to_its_own_words():
    text = "Biden met Putin on Monday and Xi on Thursday."
    one, two = sorted(told(text), key=lambda event: event.when.begin)
    assert one.actors == ("Joe Biden", "Vladimir Putin")
    assert two.actors == ("Joe Biden", "Xi Jinping")
    assert (two.best.sentence, two.best.trigger, two.best.timex.text) == (text, "Xi", "Thursday")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("They met on Monday and Tuesday.", {"They met"}),
        (
            "Russia shelled the town on Monday and on Tuesday captured it.",
            {"Russia shelled the town", "Russia captured town"},
        ),
        (
            "He praised the volunteers of 2014 and the seizure of the airport in May 2014.",
            {"He praised the volunteers and the seizure of the airport"},
        ),
    ],
    ids=["days", "a verb of its own", "a noun's date"],
)
def test_nothing_is_written_in_where_nothing_is_left_out(text, titles):
    assert {event.title for event in told(text)} == titles


def test_neighbouring_months_are_one_stretch():
    assert dated("Fighting raged in March and April 2014.") == {("[2014-03..2014-04]", "Fighting raged")}
