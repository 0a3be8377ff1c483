"""How real the text says it is."""

import pytest

from tests.events.reading import days, the_event, told
from timeline.model import Status

EXAMPLES = [
    ("Britain withdrew its troops on Friday.", "happened"),
    ("Soldiers were killed on Friday.", "happened"),
    ("Doctors could not enter the city on Friday.", "happened"),
    ("The two presidents will meet on Monday.", "planned"),
    ("Poland plans to send tanks next month.", "planned"),
    ("The EU is expected to impose sanctions next week.", "planned"),
    ("Macron is due to travel to Kyiv on Tuesday.", "planned"),
    ("Russia could invade Ukraine next week.", "warned"),
    ("Washington warned that Russia would attack next week.", "warned"),
    ("Talks could be held in Minsk next week.", "planned"),
    ("It is unlikely that the missile was fired from there on Friday.", "hypothetical"),
    ("A ceremony is set for 3pm on Monday.", "planned"),
    ("If Russia attacks Odessa next week, the EU will respond.", "hypothetical"),
    ("Starting on 1 March the ministry will lower the duty.", "planned"),
    ("Analysts expect the ship to arrive on Saturday.", "planned"),
    ("Russia has occupied Crimea since 2014.", "ongoing"),
    ("Moscow denied that its troops had crossed the border on Friday.", "denied"),
    ("On Friday Moscow denied the charge.", "denied"),
    ("On Friday the guards denied the monitors access.", "happened"),
    ("Moscow rejected the accusation on Friday.", "denied"),
    ("Investigators denied last week that its engine was to blame.", "denied"),
    ("On Friday the Kremlin dismissed talk of a raid as absurd.", "denied"),
    ("Kirby called it a lie on Friday.", "denied"),
    ("A Moscow court rejected the charge on Friday.", "happened"),
    ("Kiev rejected the offer on Friday.", "happened"),
    ("He denies wrongdoing, his lawyer said on Friday.", "denied"),
]


@pytest.mark.parametrize(("text", "status"), EXAMPLES, ids=[text[:40] for text, _ in EXAMPLES])
def test_status_follows_tense_mood_and_who_says_so(text, status):
    assert the_event(text).status == status


def test_what_someone_demands_has_not_happened():
    events = told("Russia demanded on Friday that the defenders lay down their arms by noon.")
    assert [event.title for event in events] == ["Russia demanded that the defenders lay down their arms"]


def test_what_is_only_possible_is_warned_of_and_lies_ahead():
    (event,) = told("There was a distinct possibility of a Russian attack in March.")
    assert (event.status, days(event)) == (Status.WARNED, "2022-03")


def test_what_is_denied_beside_a_dated_accusation_is_denied():
    events = {
        e.title: e.status for e in told("Kyiv accused Moscow of the strike on Friday; Moscow denied it.")
    }
    assert events["Moscow denied it"] == Status.DENIED
