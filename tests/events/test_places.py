"""Where it happens, with the coordinates of the gazetteer."""

import pytest

from tests.events.reading import the_event, told

PLACES = [
    ("In Kiev, thousands of people rallied on Saturday.", "Kyiv"),
    ("The ministers met in Geneva on Friday.", "Geneva"),
    ("Rockets hit the Dnipro region on Friday.", "Dnipro"),
    ("Rockets hit a district of Mariupol on Friday.", "Mariupol"),
    ("The leaders of France and Poland visited Kyiv on Friday.", "Kyiv"),
]


@pytest.mark.parametrize(("text", "name"), PLACES, ids=[name for _, name in PLACES])
def test_the_place_is_where_the_clause_says(text, name):
    assert the_event(text).place.name == name


def test_a_city_has_coordinates():
    place = the_event("The ministers met in Geneva on Friday.").place
    assert (round(place.latitude), round(place.longitude)) == (46, 6)


@pytest.mark.parametrize(
    "text",
    [
        "The two presidents spoke on Friday.",
        "President Jan Duda of Poland spoke to them on Friday.",
        "Missiles were fired from Belgorod on Friday.",
        "Troops left the west bank of the Dnipro on Friday.",
    ],
)
def test_a_clause_without_a_place_has_none(text):
    assert the_event(text).place is None


def test_a_place_of_the_next_deed_is_not_where_the_first_was():
    events = told("He met Putin on 3 May and flew to Kyiv on 5 May.")
    assert [event.place and event.place.name for event in events] == [None, "Kyiv"]


def test_what_came_before_talks_did_not_happen_where_they_were_held():
    events = told("They held talks in Minsk on Monday, four days after the fighting began.")
    assert {event.best.trigger: event.place and event.place.name for event in events} == {
        "held": "Minsk",
        "began": None,
    }
