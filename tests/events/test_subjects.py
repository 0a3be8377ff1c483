"""Who does what: subjects cut by offices, names, asides and quotation marks, as titles show them."""

import pytest

from tests.events.reading import the_event, told


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Mr Duda and the envoy to Iran, Eva Kos, signed a pact on Monday.",
            "Mr Duda and Eva Kos signed a pact",
        ),
        (
            "The foreign minister, Jan Duda, and his Turkish counterpart, Eva Kos, met on Monday.",
            "Jan Duda and Eva Kos met",
        ),
        (
            "Jan Duda, then new to his job as minister, left on Monday.",
            "Jan Duda left",
        ),
        (
            "On Friday President Jan Duda, more guarded, spoke of a breach of the law.",
            "President Jan Duda spoke of a breach of the law",
        ),
        (
            "Jan Duda, no longer in office, turned up in Rome in January.",
            "Jan Duda turned up in Rome",
        ),
        (
            "On Wednesday Jan Duda, the army chief, retired.",
            "Jan Duda retired",
        ),
        (
            "Almost 280,000 tonnes of grain, enough to feed a million people, were destroyed on Monday.",
            "Almost 280,000 tonnes of grain were destroyed",
        ),
        (
            "Mali, alone among the 27, rejected the plan on Monday.",
            "Mali rejected the plan",
        ),
        (
            "Jan Duda, who was installed as head of the region by gunmen in May 2014, is to leave.",
            "Jan Duda was installed as head of the region by gunmen",
        ),
        (
            "They spoke of two prisoners, the tennis player Eva Kos, who was jailed in January, and others.",
            "Eva Kos was jailed",
        ),
        (
            "Rebels brushed the plan aside, rejecting an accord struck in Geneva on Monday.",
            "An accord struck in Geneva",
        ),
        (
            "He speaks for the “people’s republic” proclaimed there on 7 January.",
            "The “people’s republic” proclaimed there",
        ),
        (
            "On Monday six armoured personnel carriers were surrounded by residents.",
            "Six armoured personnel carriers were surrounded by residents",
        ),
        (
            "The ministry claimed on Monday that it had struck a meeting of commanders.",
            "Ministry claimed that it had struck a meeting of commanders",
        ),
        (
            "They last swapped prisoners on 29 January.",
            "They swapped prisoners",
        ),
        (
            "The tribunal ruled on Monday that the company must pay two billion.",
            "Tribunal ruled that the company must pay two billion",
        ),
        (
            "In 2001 its own military, after a week of denials, accepted the blame.",
            "Its own military accepted the blame",
        ),
        (
            "Jan Duda told 60 men to leave, 12 of them attached to the mission, and ordered a closure.",
            "Jan Duda ordered a closure",
        ),
        (
            "Crowds fill the square and allege that the election was rigged on Monday.",
            "Crowds allege that the election was rigged",
        ),
        (
            "The service promised on Monday a better system before the summer holidays.",
            "Service promised a better system before the summer holidays",
        ),
    ],
)
def test_a_title_says_who_did_it(text, title):
    assert title in [event.title for event in told(text)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Soldiers stood behind the militias in Crimea before it was annexed in March 2014.",
            "Crimea was annexed",
        ),
        (
            "Mali and Chad, which brokered the deal, met before it ran out on Friday.",
            "Deal ran out",
        ),
    ],
)
def test_it_is_a_thing_and_not_the_people_before(text, title):
    assert title in [event.title for event in told(text)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("On Monday Jan Duda said that the units would be moved.", ("Jan Duda",)),
        (
            "In a telephone call with Emmanuel Macron on Monday, Vladimir Putin agreed to an inspection.",
            ("Vladimir Putin", "Emmanuel Macron"),
        ),
        (
            "On Monday the head of the Council of Europe, Alain Berset, met Joe Biden.",
            ("Alain Berset", "Joe Biden"),
        ),
        ("Prosecutors in Rieti opened an inquiry on Monday.", ("Prosecutors",)),
        ("A Russian admiral was arrested on Monday.", ("Russia",)),
        (
            "Monitors of the Organization for Security and Co-operation in Europe arrived on Monday.",
            ("OSCE",),
        ),
    ],
)
def test_who_takes_part(text, actors):
    assert set(actors) <= set(the_event(text).actors)
