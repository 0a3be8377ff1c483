"""A few sentences → what they tell, in the words of the tests."""

from datetime import date

import timeline
from timeline import Article, Event
from timeline.model import Mention

SATURDAY = date(2022, 2, 12)
"""The day most of the examples were published."""


def told(text: str, published: date = SATURDAY) -> list[Event]:
    """The events of a text published on a day."""
    return timeline.extract(Article(text, published))


def the_event(text: str, published: date = SATURDAY) -> Event:
    """The only event of a text."""
    events = told(text, published)
    assert len(events) == 1, [event.title for event in events]
    return events[0]


def days(event: Event | Mention) -> str:
    """When, as EDTF."""
    return event.when.edtf
