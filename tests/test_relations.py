"""Who with whom and where, counted from the columns of events."""

import pandas as pd

from timeline import relations

EVENTS = pd.DataFrame(
    [
        ("Joe Biden; Vladimir Putin", "call", "Moscow", 55.76, 37.62),
        ("Vladimir Putin; Joe Biden", "talks", "Geneva", 46.2, 6.15),
        ("Joe Biden; United Kingdom", "call", None, None, None),
        ("Joe Biden; Vladimir Putin", "statement", "Moscow", 55.76, 37.62),
        (None, "protest", "Kyiv", 50.45, 30.52),
    ],
    columns=["actors", "kind", "place", "latitude", "longitude"],
)


def test_actors_are_ranked_with_what_they_do_most():
    first, second, third = relations.actors(EVENTS)
    assert (first.name, first.events, first.kinds[0]) == ("Joe Biden", 4, ("call", 2))
    assert (second.name, second.events) == ("Vladimir Putin", 3)
    assert third.name == "United Kingdom"


def test_a_pair_counts_what_was_done_together_in_either_order():
    pair, other = relations.pairs(EVENTS)
    assert (pair.first, pair.second, pair.events) == ("Joe Biden", "Vladimir Putin", 2)
    assert dict(pair.kinds) == {"call": 1, "talks": 1}  # a statement is not done together
    assert other.second == "United Kingdom"


def test_places_are_counted_and_events_without_one_are_told():
    places, placeless = relations.places(EVENTS)
    assert [(place.name, place.events) for place in places] == [("Moscow", 2), ("Geneva", 1), ("Kyiv", 1)]
    assert placeless == 1
    assert places[0].kinds == (("call", 1), ("statement", 1))
