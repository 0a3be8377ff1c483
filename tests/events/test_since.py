"""What has gone on since something, and that it was: "since Sunday's election", "since he was freed"."""

import pytest

from tests.events.reading import days, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At least 20 people have died since Sunday's election.",
            [
                ("2022-02-06", "happened", "Sunday's election"),
                ("2022-02-06/..", "ongoing", "At least 20 people have died since the election"),
            ],
        ),
        (
            "Hundreds have been arrested since the 2 February attack on the bridge.",
            [
                ("2022-02-02", "happened", "Attack on the bridge"),
                ("2022-02-02/..", "ongoing", "Hundreds have been arrested since the attack on the bridge"),
            ],
        ),
        (
            "Muslims have been targeted for their beliefs since the 9/11 terrorist attacks in New York.",
            [
                ("2001-09-11", "happened", "Terrorist attacks in New York"),
                ("2001-09-11/..", "ongoing", "Muslims have been targeted for their beliefs"),
            ],
        ),
        (
            "Kyiv has received billions since the start of the invasion in December.",
            [
                ("2021-12", "happened", "Start of the invasion"),
                ("2021-12/..", "ongoing", "Kyiv has received billions since the start of the invasion"),
            ],
        ),
        (
            "The general has not been seen since he was driven out of Rostov on Thursday night.",
            [
                ("2022-02-10", "happened", "General was driven out of Rostov"),
                (
                    "2022-02-10/..",
                    "ongoing",
                    "General has not been seen since he was driven out of Rostov",
                ),
            ],
        ),
    ],
)
def test_what_goes_on_and_what_it_has_gone_on_from(text, expected):
    assert sorted((days(e)[:13], str(e.status), e.title) for e in told(text)) == sorted(expected)


def test_an_aside_may_say_what_came_right_before():
    text = "He wanted a mill, but in 1941, soon after he had found a site, Allied armies invaded Iran."
    assert ("1941", "Allied armies invaded Iran") in [(days(event), event.title) for event in told(text)]


def test_what_is_not_so_is_no_occurrence():
    assert told("Suspension of the treaty is not on the cards today.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Another man has been arrested over the bombings of two embassies last year, police said.",
            {
                ("2021", "Bombings of two embassies"),
                ("2022-02-12", "Another man has been arrested over the bombings of two embassies"),
            },
        ),
        (
            "Three officers were tried for the Dec. 21, 1988, bombing of an airliner.",
            {
                ("1988-12-21", "Bombing of an airliner"),
                ("2022-02-12", "Three officers were tried"),
            },
        ),
        (
            "A rally planned for Monday was cancelled.",
            {("2022-02-14", "A rally planned"), ("2022-02-12", "A rally was cancelled")},
        ),
    ],
)
def test_a_date_is_of_the_occurrence_that_it_can_be_of(text, expected):
    assert {(days(event), event.title) for event in told(text)} == expected


def test_who_is_told_of_goes_on_past_a_clause_about_something_of_his():
    text = "A man whose house was a bomb factory was arrested on Friday and was flown to Lviv."
    assert {event.title for event in told(text)} == {"A man was arrested", "A man was flown to Lviv"}


@pytest.mark.parametrize("opening", ["Uman is", "It is the nearest that the war has come to"])
def test_what_is_told_of_a_town_has_gone_on_whatever_is_said_of_the_war(opening):
    text = f"{opening} a town that has taken in about 20,000 displaced people since 24 January."
    assert [(days(e), e.title) for e in told(text)] == [
        ("2022-01-24/..", "A town has taken in about 20,000 displaced people")
    ]


def test_what_is_the_worst_since_goes_on_no_longer():
    text = "The retreat is among the worst setbacks the army has suffered since it crossed the border in May."
    assert [days(e) for e in told(text) if e.status == "ongoing" or "/.." in days(e)] == []
