"""The tables, the same on SQLite and PostgreSQL, and the steps that bring an older store up to date.

`events` holds, for each event, the row that lists and exports show, so that reading a hundred
thousand of them builds no mention. What readers changed is in `edits` and laid over the extraction
whenever an event is written.
"""

from collections.abc import Callable
from datetime import date
from hashlib import sha256

import sqlalchemy as sa

from timeline.calendar import days_since, days_until
from timeline.errors import TimelineError
from timeline.events.merge import disagreeing
from timeline.exporters.frame import COLUMNS, SEPARATOR
from timeline.lag import lag
from timeline.model import Mention, When
from timeline.store.codec import mention_of
from timeline.store.search import SEARCHED, text_of

VERSION = 16
"""The version of the schema that this program writes."""

META = sa.MetaData()
_NUMBERS = {
    "latitude": sa.Float,
    "longitude": sa.Float,
    "confidence": sa.Float,
    "mentions": sa.Integer,
    "sources": sa.Integer,
    "lag": sa.Integer,
}

meta = sa.Table(
    "meta", META, sa.Column("key", sa.Text, primary_key=True), sa.Column("value", sa.Integer, nullable=False)
)

articles = sa.Table(
    "articles", META,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("url", sa.Text, nullable=False, index=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("publisher", sa.Text, nullable=False),
    sa.Column("published", sa.Text, nullable=False, index=True),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("record", sa.JSON, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("reader", sa.Text, nullable=False),
    sa.Column("added", sa.Text, nullable=False),
)  # fmt: skip
"""`reader` names the rules that read the article, `added` is the ISO time (UTC) at which it was added; both
are empty where the article was added before they were noted."""

mentions = sa.Table(
    "mentions", META,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column(
        "article_id", sa.Text, sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    sa.Column("event_id", sa.Text, index=True),
    sa.Column("published", sa.Text, nullable=False),
    sa.Column("record", sa.JSON, nullable=False),
)  # fmt: skip

events = sa.Table(
    "events", META,
    sa.Column("id", sa.Text, primary_key=True),
    *[
        sa.Column(name, sa.Boolean if name == "approximate" else _NUMBERS.get(name, sa.Text))
        for name in COLUMNS
    ],
    sa.Column("first_day", sa.Text, nullable=False, index=True),
    sa.Column("last_day", sa.Text, nullable=False),
    sa.Column("counts_from", sa.Text, nullable=False),
    sa.Column("counts_to", sa.Text, nullable=False),
    sa.Column("conflicting", sa.Text),
    sa.Column("hidden", sa.Boolean, nullable=False),
    sa.Column("search", sa.Text, nullable=False),
    sa.Index("events_in_time", "hidden", "first_day", "last_day", "id"),
    sa.Index("events_by_days", "hidden", "counts_from", "counts_to"),
)  # fmt: skip
"""`first_day` and `last_day` are what was told, an open end as the first or last day that there is;
`counts_from` and `counts_to` the days that a filter goes by."""

named = sa.Table(
    "named", META,
    sa.Column("event_id", sa.Text, sa.ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("role", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Index("named_by_name", "role", "name"),
)  # fmt: skip
"""Actors, publishers and tags of an event (role actor, publisher, tag)."""

edits = sa.Table(
    "edits", META,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("action", sa.Text, nullable=False, index=True),
    sa.Column("event_id", sa.Text, nullable=False, index=True),
    sa.Column("mentions", sa.JSON, nullable=False),
    sa.Column("change", sa.JSON, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("undone", sa.Boolean, nullable=False),
    sa.Column("step", sa.Integer),
    sa.Column("turn", sa.Integer),
    sa.Column("imported", sa.Boolean, nullable=False),
)  # fmt: skip
"""`step` is the first of the edits that were saved together; that one itself has none.

`turn` numbers what was taken back and can be made again, the highest first; `imported` came with a table.
"""

rereadings = sa.Table(
    "rereadings", META,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("article_id", sa.Text, nullable=False),
    sa.Column("record", sa.JSON, nullable=False),
)  # fmt: skip
"""What was found in articles before they were read again, in order, by which that can be taken back; those
of one `key` were read again together."""


SEARCHABLE = "INSERT INTO events_search (rowid, id, search) VALUES (:number, :id, :search)"
"""How the words of an event become searchable in SQLite."""


def number_of(event_id: str) -> int:
    """The row of an event in SQLite's search; two events in a million million share one by chance."""
    return int.from_bytes(sha256(event_id.encode()).digest()[:8], "big") >> 1


def migrate(connection: sa.Connection) -> None:
    """Create the tables, or bring an older store up to this program's version."""
    found = sa.inspect(connection).get_table_names()
    if "meta" not in found:
        if "articles" in found or "events" in found:
            raise TimelineError("this database holds other tables of those names; give another with --store")
        create(connection)
        connection.execute(meta.insert(), [{"key": "schema", "value": VERSION}, {"key": "data", "value": 0}])
        return
    version = _version(connection)
    for step in range(version, VERSION):
        MIGRATIONS[step](connection)
    if version < VERSION:
        connection.execute(meta.update().where(meta.c.key == "schema").values(value=VERSION))


def create(connection: sa.Connection) -> None:
    """Create the tables, empty."""
    META.create_all(connection)
    _create_search(connection)


def require_current(connection: sa.Connection) -> None:
    """TimelineError where a store that may only be read is not up to date."""
    if (version := _version(connection)) < VERSION:
        raise TimelineError(
            f"this store was written by an older Crisis Timeline (schema {version}, this program needs "
            f"{VERSION}); open it once without read-only"
        )


def _version(connection: sa.Connection) -> int:
    version: int = connection.scalar(sa.select(meta.c.value).where(meta.c.key == "schema")) or 0
    if version > VERSION:
        raise TimelineError(
            f"this store was written by a newer Crisis Timeline (schema {version}, this program knows "
            f"{VERSION}); update the program"
        )
    return version


def _with_conflicts(connection: sa.Connection) -> None:
    """Version 2 keeps with an event, as EDTF, the dates of mentions that disagree with its own."""
    connection.exec_driver_sql("ALTER TABLE events ADD COLUMN conflicting TEXT")
    told: dict[str, list[Mention]] = {}
    several = sa.select(events.c.id).where(events.c.mentions > 1)
    query = sa.select(mentions.c.event_id, mentions.c.record).where(mentions.c.event_id.in_(several))
    for row in connection.execute(query):
        told.setdefault(row.event_id, []).append(mention_of(row.record))
    dates = connection.execute(sa.select(events.c.id, events.c.edtf).where(events.c.id.in_(several))).all()
    for event_id, edtf in dates:
        if others := disagreeing(When.from_edtf(edtf), told[event_id]):
            values = {"conflicting": SEPARATOR.join(when.edtf for when in others)}
            connection.execute(events.update().where(events.c.id == event_id).values(values))


def _numbered_search(connection: sa.Connection) -> None:
    """Version 3 numbers the rows of SQLite's search by their event; before, each removal read all of them."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("DELETE FROM events_search")
        for row in connection.execute(sa.select(events.c.id, events.c.search)).fetchall():
            connection.execute(sa.text(SEARCHABLE), {"number": number_of(row.id), **row._mapping})


def _with_review(connection: sa.Connection) -> None:
    """Version 4 keeps with an event what a reader has said of it."""
    connection.exec_driver_sql("ALTER TABLE events ADD COLUMN review TEXT")
    said = sa.case(
        (events.c.hidden, "rejected"),
        (events.c.edited == "added", "accepted"),
        (events.c.edited.is_not(None), "edited"),
        else_="new",
    )
    connection.execute(events.update().values(review=said))


def _in_time(connection: sa.Connection) -> None:
    """Version 5 has the order of time in an index, for far pages of a long list."""
    _index(connection, events, "events_in_time")


def _by_action(connection: sa.Connection) -> None:
    """Version 6 finds edits by what they do: a table brings thousands that add an event."""
    _index(connection, edits, "ix_edits_action")


def _in_steps(connection: sa.Connection) -> None:
    """Version 7 knows which edits were saved together, to take them back together."""
    connection.exec_driver_sql("ALTER TABLE edits ADD COLUMN step INTEGER")


def _in_turns(connection: sa.Connection) -> None:
    """Version 8 knows in which order edits were taken back, and which ones a table brought."""
    connection.exec_driver_sql("ALTER TABLE edits ADD COLUMN turn INTEGER")
    connection.exec_driver_sql("ALTER TABLE edits ADD COLUMN imported BOOLEAN NOT NULL DEFAULT FALSE")
    last = connection.scalar(sa.select(sa.func.max(edits.c.id)).where(edits.c.undone.is_(False))) or 0
    again = edits.update().where(edits.c.undone, edits.c.id > last)
    connection.execute(again.values(turn=-sa.func.coalesce(edits.c.step, edits.c.id)))
    added = connection.execute(sa.select(edits.c.id, edits.c.change).where(edits.c.action == "add"))
    for row in added.fetchall():
        if "evidence" in row.change:
            connection.execute(edits.update().where(edits.c.id == row.id).values(imported=True))


def _with_tags(connection: sa.Connection) -> None:
    """Version 9 keeps the tags of an event."""
    connection.exec_driver_sql("ALTER TABLE events ADD COLUMN tags TEXT")


def _with_readers(connection: sa.Connection) -> None:
    """Version 10 knows which rules read an article."""
    connection.exec_driver_sql("ALTER TABLE articles ADD COLUMN reader TEXT NOT NULL DEFAULT ''")


def _with_days(connection: sa.Connection) -> None:
    """Version 11 keeps the days that an event counts for, as the timeline draws them."""
    e = events
    for name in ("counts_from", "counts_to"):
        connection.exec_driver_sql(f"ALTER TABLE events ADD COLUMN {name} TEXT NOT NULL DEFAULT ''")
    connection.execute(e.update().values(counts_from=e.c.first_day, counts_to=e.c.last_day))
    open_ones = sa.select(e.c.id, e.c.edtf, e.c.published).where(e.c.shape.in_(("since", "until")))
    for row in connection.execute(open_ones).fetchall():
        days = counted_days(When.from_edtf(row.edtf), row.published)
        connection.execute(e.update().where(e.c.id == row.id).values(**days))
    _index(connection, e, "events_by_days")


def _with_lag(connection: sa.Connection) -> None:
    """Version 12 keeps when an event was first reported for all to see, and how long after it happened."""
    connection.exec_driver_sql("ALTER TABLE events RENAME COLUMN first_published TO first_reported")
    connection.exec_driver_sql("ALTER TABLE events DROP COLUMN last_published")
    connection.exec_driver_sql("ALTER TABLE events ADD COLUMN lag INTEGER")
    e = events
    imported = e.update().where(e.c.first_reported.is_(None))
    connection.execute(imported.values(first_reported=sa.func.substr(e.c.published, 1, 10)))
    told = sa.select(e.c.id, e.c.edtf, e.c.first_reported).where(e.c.first_reported.is_not(None))
    lags = [
        {"key": row.id, "days": lag(When.from_edtf(row.edtf), date.fromisoformat(row.first_reported))}
        for row in connection.execute(told)
    ]
    if lags:
        update = e.update().where(e.c.id == sa.bindparam("key")).values(lag=sa.bindparam("days"))
        connection.execute(update, lags)


def _with_rereadings(connection: sa.Connection) -> None:
    """Version 13 keeps by what reading articles again can be taken back."""
    rereadings.create(connection, checkfirst=True)


def _with_added(connection: sa.Connection) -> None:
    """Version 14 knows when an article was added."""
    connection.exec_driver_sql("ALTER TABLE articles ADD COLUMN added TEXT NOT NULL DEFAULT ''")


def _with_plain_search(connection: sa.Connection) -> None:
    """Version 15 searches plain words, and not the publisher, which has a filter; 16 initials, too."""
    e = events
    sentences: dict[str, list[str]] = {}
    for event_id, record in connection.execute(sa.select(mentions.c.event_id, mentions.c.record)):
        sentences.setdefault(event_id, []).append(record["sentence"])
    query = sa.select(e.c.id, *(e.c[name] for name in SEARCHED))
    for row in connection.execute(query).mappings().fetchall():
        text = text_of(dict(row), sentences.get(row["id"], ()))
        connection.execute(e.update().where(e.c.id == row["id"]).values(search=text))
    _numbered_search(connection)


def counted_days(when: When, told: str | None) -> dict[str, str]:
    """The columns of the days that an event counts for whose telling was published on a day."""
    if when.begin and when.end:
        days = when.begin, when.end
    elif when.begin:
        days = days_since(when.precision, when.begin, date.fromisoformat(told[:10]) if told else None)
    else:
        assert when.end is not None
        days = days_until(when.precision, when.end)
    return {"counts_from": days[0].isoformat(), "counts_to": days[1].isoformat()}


def _index(connection: sa.Connection, table: sa.Table, name: str) -> None:
    next(index for index in table.indexes if index.name == name).create(connection, checkfirst=True)


MIGRATIONS: dict[int, Callable[[sa.Connection], None]] = {
    1: _with_conflicts,
    2: _numbered_search,
    3: _with_review,
    4: _in_time,
    5: _by_action,
    6: _in_steps,
    7: _in_turns,
    8: _with_tags,
    9: _with_readers,
    10: _with_days,
    11: _with_lag,
    12: _with_rereadings,
    13: _with_added,
    14: _with_plain_search,
    15: _with_plain_search,
}
"""From each version to the next."""


def _create_search(connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE events_search USING fts5"
            "(id UNINDEXED, search, tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
        )
    else:
        connection.exec_driver_sql(
            "CREATE INDEX events_search ON events USING gin (to_tsvector('simple', search))"
        )
