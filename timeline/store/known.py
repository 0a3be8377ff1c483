"""What was known on a day: which events were told as they are today, and how the others were told.

An event that only articles of before a day tell has the row that it has today. Of one that was told again
since, a row is made of what was told by then; these rows are kept in a database in memory, so that the
same questions can be put to both.
"""

import sqlite3
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa

from timeline.events.merge import disagreeing, event_of
from timeline.model import Article, Event
from timeline.store import schema
from timeline.store.edits import OWN
from timeline.store.rows import write


def wholly(day: str) -> sa.ColumnElement[bool]:
    """Events of which all that is told today was published by a day, or which no article tells.

    What only articles of unknown date tell was known once a reader had dated it.
    """
    e = schema.events
    reported = sa.or_(e.c.first_reported.is_(None), e.c.first_reported <= day)
    dated = sa.and_(e.c.first_reported.is_(None), e.c.edited.is_not(None))
    return sa.or_(sa.and_(reported, ~_told_later(day)), dated)


def partly(day: str) -> sa.ColumnElement[bool]:
    """Events that were told by a day and again later, or by an article of unknown date."""
    return sa.and_(schema.events.c.first_reported <= day, _told_later(day))


def _told_later(day: str) -> sa.ColumnElement[bool]:
    m = schema.mentions
    later = sa.or_(m.c.published > day, m.c.published == "")
    return sa.exists().where(m.c.event_id == schema.events.c.id, later)


def as_told(event: Event, articles: Mapping[str, Article], day: str) -> Event:
    """An event made of what was published by a day; what a reader said of it holds all the same."""
    told = [m for m in event.mentions if (p := articles[m.article_id].published) and p.isoformat() <= day]
    if not told or len(told) == len(event.mentions):
        return event
    then = event_of(told, articles, {}, set())
    own = ("review", "edited", *OWN, *event.edited)
    then = replace(then, id=event.id, **{name: getattr(event, name) for name in own})
    return replace(then, conflicting=disagreeing(then.when, then.mentions))


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Then:
    """Events as they were told on a day, by id, and a database that has their rows."""

    events: dict[str, Event]
    engine: sa.Engine


def rows_of(events: Sequence[tuple[Event, bool]], articles: Mapping[str, Article]) -> Then:
    """A database in memory with these events, each with whether it is hidden."""
    engine = sa.create_engine(
        "sqlite://", creator=_in_memory, poolclass=sa.StaticPool, pool_reset_on_return=None
    )
    with engine.connect() as connection:
        schema.create(connection)
        write(connection, events, articles)
        told = {mention.id: (mention, event.id) for event, _ in events for mention in event.mentions}
        if told:
            unread = {"published": "", "record": {}}  # they only say which article tells which event
            connection.execute(
                schema.mentions.insert(),
                [
                    {"id": key, "article_id": mention.article_id, "event_id": event_id} | unread
                    for key, (mention, event_id) in told.items()
                ],
            )
    then = Then({event.id: event for event, _ in events}, engine)
    weakref.finalize(then, engine.dispose)
    return then


def _in_memory() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
