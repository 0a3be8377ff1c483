"""An open store and what can be asked of it: events, articles and edits by filters."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any, Self, TypeVar

import sqlalchemy as sa

from timeline.errors import StoreError, TimelineError, UsageError
from timeline.events.merge import event_of
from timeline.exporters import frame as frames
from timeline.model import Article, Event, Mention, When
from timeline.store import schema
from timeline.store.codec import article_of, mention_of
from timeline.store.counting import Conditions, counted, ranked
from timeline.store.edits import CORRECTING, Edit, added_event, applied, parted
from timeline.store.filters import Filter, conditions, day_text, filter_of
from timeline.store.known import Then, as_told, partly, rows_of

if TYPE_CHECKING:
    import pandas as pd

_LOCK = 7_355_608  # any number: PostgreSQL's writers take turns on it


_Id = TypeVar("_Id", str, int)
PART = 500
"""Ids in one query: well under what SQLite takes."""
_DAYS = 8
"""Days of which it is kept what was known."""
Asked = tuple[sa.Connection, Conditions]


class Reading:
    """The questions that a store answers; its connections and transactions."""

    def __init__(self, engine: sa.Engine, *, read_only: bool) -> None:
        self._engine, self.read_only = engine, read_only
        self._writer = threading.local()
        self._thens: dict[tuple[int, str], Then] = {}
        self._finding = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection that sees one state of the store."""
        if own := getattr(self._writer, "connection", None):
            yield own
            return
        try:
            with self._engine.connect() as connection, connection.begin():
                yield connection
        except sa.exc.DBAPIError as why:
            raise _plainly(why, self._engine) from why

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A connection whose changes are kept all together, or not at all.

        What the same thread does meanwhile with the store, be it reading or writing, is part of it:
        `with store.writing(): store.hide(a); store.merge([b, c])` does both or nothing, and one `undo`
        takes both back.
        """
        if own := getattr(self._writer, "connection", None):
            yield own
            return
        if self.read_only:
            raise UsageError("this store was opened read-only; nothing can be changed in it")
        try:
            with self._engine.connect().execution_options(writes=True) as connection, connection.begin():
                if connection.dialect.name == "postgresql":
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
                self._writer.connection, self._writer.step = connection, None
                self._writer.turn, self._writer.imports = None, False
                try:
                    yield connection
                finally:
                    del self._writer.connection
            if self._writer.step is not None:
                self._writer.saved = [*getattr(self._writer, "saved", ()), self._writer.step]
        except sa.exc.DBAPIError as why:
            raise _plainly(why, self._engine) from why

    def saved(self) -> list[int]:
        """The first edit of each transaction of this thread since it was last asked: what `undo` takes."""
        told = getattr(self._writer, "saved", [])
        self._writer.saved = []
        return told

    def events(self, filter: Filter | None = None, **changes: Any) -> "pd.DataFrame":  # noqa: A002
        """The events of a filter as a frame: index `id`, the documented columns, ordered by first day.

        Fields of the filter can be given by name: `store.events(begin="2022-02-01", actors=["Joe Biden"])`.
        """
        import pandas as pd

        asked = filter_of(filter, changes)
        e = schema.events
        columns = [e.c.first_day, e.c.last_day, e.c.id, *(e.c[name] for name in frames.COLUMNS)]
        with self.asking(asked) as told:
            found: list[Any] = []
            for connection, where in told:
                query = sa.select(*columns).where(*where).order_by(*columns[:3])
                found += connection.execute(query).fetchall()
            if len(told) > 1:
                found.sort(key=lambda row: row[:3])
        records = [row[2:] for row in found]
        return frames.typed(pd.DataFrame.from_records(records, columns=["id", *frames.COLUMNS]))

    def conflicts(self, filter: Filter | None = None, **changes: Any) -> dict[str, tuple[When, ...]]:  # noqa: A002
        """The dates that sources give and that disagree with the event's own, by event."""
        asked = filter_of(filter, changes)
        e = schema.events
        out: dict[str, tuple[When, ...]] = {}
        with self.asking(asked) as told:
            for connection, where in told:
                query = sa.select(e.c.id, e.c.conflicting).where(*where, e.c.conflicting.is_not(None))
                for row in connection.execute(query):
                    out[row.id] = tuple(map(When.from_edtf, frames.split(row.conflicting)))
        return out

    def event_list(self, filter: Filter | None = None, **changes: Any) -> list[Event]:  # noqa: A002
        """The events of a filter with all their mentions."""
        asked = filter_of(filter, changes)
        with self.asking(replace(asked, retold=False)) as (own, *others):
            events = [] if asked.retold else [event for event, _ in self._load(*own)]
            if others:
                then = self._then(own[0], asked)
                events += [then.events[key] for key in self._ids(others)]
                events.sort(key=lambda e: (e.when.begin or date.min, e.when.end or date.max, e.id))
            return events

    def event(self, event_id: str) -> Event:
        """One event; a merged one under the id that it has now. StoreError where there is none."""
        with self.reading() as connection:
            return self._event(connection, event_id)

    def current_id(self, event_id: str) -> str | None:
        """The id that an event has now: its own, or that of the one it was merged into; None for no event."""
        with self.reading() as connection:
            return self._now(connection, event_id)

    def count(self, filter: Filter | None = None, **changes: Any) -> int:  # noqa: A002
        """How many events a filter has."""
        asked = filter_of(filter, changes)
        number = sa.select(sa.func.count()).select_from(schema.events)
        with self.asking(asked) as told:
            return sum(connection.scalar(number.where(*where)) or 0 for connection, where in told)

    def ids(self, filter: Filter | None = None, **changes: Any) -> list[str]:  # noqa: A002
        """The ids of the events of a filter; of what was known on a day in time order, else in none."""
        with self.asking(filter_of(filter, changes)) as told:
            return self._ids(told)

    def columns(self, names: Sequence[str]) -> dict[str, tuple[Any, ...]]:
        """These columns of all events that are not hidden, and their ids, in time order.

        A third of the time and memory that `events` takes, for what needs every event at once.
        """
        e = schema.events
        chosen = ["id", *names]
        with self.reading() as connection:
            query = sa.select(*(e.c[name] for name in chosen)).where(e.c.hidden.is_(False))
            rows = connection.execute(query.order_by(e.c.first_day, e.c.last_day, e.c.id)).fetchall()
        return dict(zip(chosen, zip(*rows, strict=True) if rows else [()] * len(chosen), strict=True))

    def named(self, role: str) -> list[tuple[str, str]]:
        """Each event's id with each of its names of a role: "actor", "publisher" or "tag"."""
        n = schema.named
        with self.reading() as connection:
            query = sa.select(n.c.event_id, n.c.name).where(n.c.role == role)
            return [(row.event_id, row.name) for row in connection.execute(query)]

    def publication_days(self) -> tuple[str, str] | None:
        """The days on which the first and the last article was published; None where there is none."""
        day = schema.articles.c.published
        with self.reading() as connection:
            query = sa.select(sa.func.min(day), sa.func.max(day)).where(day != "")
            first, last = connection.execute(query).one()
            return (first[:10], last[:10]) if first else None

    def facets(self, filter: Filter | None = None, **changes: Any) -> dict[str, dict[str, int]]:  # noqa: A002
        """How many events of a filter each kind, status, precision, review, place, actor … or tag has.

        Among the reviews are those that are rejected, which only a filter that asks for them has.
        """
        asked = filter_of(filter, changes)
        with self.asking(asked) as told, self.asking(replace(asked, include_hidden=True)) as every:
            found = [
                counted(connection, where, reviewed)
                for (connection, where), (_, reviewed) in zip(told, every, strict=True)
            ]
        return {name: ranked(counts[name] for counts in found) for name in found[0]}

    def articles(self) -> "pd.DataFrame":
        """Every article, newest first: index `id`; published, publisher … its `reader`, when `added`."""
        import pandas as pd

        a, m = schema.articles, schema.mentions
        told = (
            sa.select(m.c.article_id, sa.func.count(sa.distinct(m.c.event_id)).label("events"))
            .group_by(m.c.article_id)
            .subquery()
        )
        columns = [
            a.c.id,
            a.c.published,
            a.c.publisher,
            a.c.title,
            a.c.url,
            a.c.language,
            sa.func.coalesce(told.c.events, 0),
            a.c.reader,
            a.c.added,
        ]
        query = (
            sa.select(*columns)
            .outerjoin(told, told.c.article_id == a.c.id)
            .order_by(a.c.published.desc(), a.c.id)
        )
        names = ["id", "published", "publisher", "title", "url", "language", "events", "reader", "added"]
        with self.reading() as connection:
            return pd.DataFrame.from_records(connection.execute(query).fetchall(), columns=names).set_index(
                "id"
            )

    def article(self, article_id: str) -> Article:
        """One article; StoreError where there is none of that id."""
        with self.reading() as connection:
            found = self._articles(connection, {article_id})
        if article_id not in found:
            raise StoreError(
                f"there is no article {article_id!r} in the store; `timeline articles` lists them"
            )
        return found[article_id]

    def dateless(self) -> list[Article]:
        """The articles of unknown date, by id."""
        a = schema.articles
        with self.reading() as connection:
            ids = connection.scalars(sa.select(a.c.id).where(a.c.published == "").order_by(a.c.id)).all()
            found = self._articles(connection, set(ids))
        return [found[key] for key in ids]

    def reader(self, article_id: str) -> str:
        """The rules that read an article, as `timeline.reader` names them; "" where that is not known."""
        a = schema.articles
        with self.reading() as connection:
            return connection.scalar(sa.select(a.c.reader).where(a.c.id == article_id)) or ""

    def added(self, article_id: str) -> str:
        """The ISO time (UTC) at which an article was added; "" where that is not known."""
        a = schema.articles
        with self.reading() as connection:
            return connection.scalar(sa.select(a.c.added).where(a.c.id == article_id)) or ""

    def mentions(self, article_id: str) -> list[Mention]:
        """The mentions of one article, in the order of its text."""
        m = schema.mentions
        with self.reading() as connection:
            rows = connection.execute(sa.select(m.c.record).where(m.c.article_id == article_id))
            return sorted((mention_of(row.record) for row in rows), key=lambda mention: mention.trigger_start)

    def data_version(self) -> int:
        """A number that grows with every change of the store."""
        with self.reading() as connection:
            return connection.scalar(sa.select(schema.meta.c.value).where(schema.meta.c.key == "data")) or 0

    def history(self, event_id: str | None = None) -> list[Edit]:
        """The edits, newest first: all, or those that concern one event, from before it was merged too."""
        table = schema.edits
        query = sa.select(table).order_by(table.c.id.desc())
        with self.reading() as connection:
            if event_id is None:
                return [edit_of(row) for row in connection.execute(query)]
            now = self._now(connection, event_id)
            m = schema.mentions
            told = set(connection.scalars(sa.select(m.c.id).where(m.c.event_id == now))) if now else set()
            ids = {event_id, now}
            query = query.where(_concerning(event_id, *([now] if now else [])))
            edits = [edit_of(row) for row in connection.execute(query)]
        return [
            edit
            for edit in edits
            if edit.event_id in ids or ids & set(edit.change.get("events", ())) or told & set(edit.mentions)
        ]

    def related(self, event_id: str) -> list[Event]:
        """The events that a reader linked with this one."""
        m = schema.mentions
        with self.reading() as connection:
            own = set(connection.scalars(sa.select(m.c.id).where(m.c.event_id == event_id)))
            linked = [parted(edit) for edit in self._edits(connection, schema.edits.c.action == "link")]
            others = {key for one, other in linked if own & one for key in other}
            others |= {key for one, other in linked if own & other for key in one}
            if not others:
                return []
            ids = sa.select(m.c.event_id).where(m.c.id.in_(others))
            where = [schema.events.c.id.in_(ids), schema.events.c.hidden.is_(False)]
            return [event for event, _ in self._load(connection, where) if event.id != event_id]

    def _articles(self, connection: sa.Connection, ids: Iterable[str]) -> dict[str, Article]:
        a = schema.articles
        out: dict[str, Article] = {}
        for part in parts(sorted(ids)):
            out |= {
                row.id: article_of(row) for row in connection.execute(sa.select(a).where(a.c.id.in_(part)))
            }
        return out

    def _load(
        self, connection: sa.Connection, where: Sequence[sa.ColumnElement[bool]]
    ) -> list[tuple[Event, bool]]:
        """Events built from their mentions and edits, in order."""
        e, m = schema.events, schema.mentions
        ordered = [
            row.id
            for row in connection.execute(
                sa.select(e.c.id).where(*where).order_by(e.c.first_day, e.c.last_day, e.c.id)
            )
        ]
        mentions: list[Mention] = []
        known: dict[str, str] = {}
        for part in parts(ordered):
            for row in connection.execute(
                sa.select(m.c.id, m.c.event_id, m.c.record).where(m.c.event_id.in_(part))
            ):
                mentions.append(mention_of(row.record))
                known[row.id] = row.event_id
        articles = self._articles(connection, {mention.article_id for mention in mentions})
        grouped: dict[str, list[Mention]] = {}
        for mention in mentions:
            grouped.setdefault(known[mention.id], []).append(mention)
        edits = self._edits(connection, *([_concerning(*ordered)] if len(ordered) <= PART else []))
        concerning: dict[str, list[Edit]] = {}
        for edit in edits:
            for key in {edit.event_id, *edit.mentions}:
                concerning.setdefault(key, []).append(edit)
        built: dict[str, tuple[Event, bool]] = {}
        for event_id, members in grouped.items():
            event = replace(event_of(members, articles, {}, set()), id=event_id)
            near = {x.id: x for key in (event_id, *(m.id for m in members)) for x in concerning.get(key, ())}
            own = [x for _, x in sorted(near.items()) if x.event_id == event_id or mainly(x, event)]
            built[event_id] = applied(event, own)
        for edit in edits:
            if edit.action == "add" and edit.event_id not in grouped:
                own = [x for x in concerning[edit.event_id] if x.action != "add"]
                built[edit.event_id] = applied(added_event(edit), own)
        return [built[event_id] for event_id in ordered if event_id in built]

    def _event(self, connection: sa.Connection, event_id: str) -> Event:
        found = self._load(connection, [schema.events.c.id == (self._now(connection, event_id) or event_id)])
        if not found:
            raise StoreError(f"there is no event {event_id!r} in the store; `timeline events` lists them")
        return found[0][0]

    def _now(self, connection: sa.Connection, event_id: str) -> str | None:
        e, m = schema.events, schema.mentions
        if connection.scalar(sa.select(e.c.id).where(e.c.id == event_id)):
            return event_id
        told = ["m" + event_id[1:]]  # an event's id is made from a mention's
        for edit in reversed(self._edits(connection, schema.edits.c.action == "merge")):
            told += edit.change.get("members", {}).get(event_id, ())
        rows = connection.execute(sa.select(m.c.id, m.c.event_id).where(m.c.id.in_(told)))
        found = {row.id: str(row.event_id) for row in rows}
        return next((found[key] for key in told if key in found), None)

    def _ids(self, told: Iterable[Asked]) -> list[str]:
        e, (one, *others) = schema.events, list(told)
        if not others:
            connection, where = one
            return list(connection.scalars(sa.select(e.c.id).where(*where)))
        days = sa.select(e.c.first_day, e.c.last_day, e.c.id)
        found = [connection.execute(days.where(*where)).all() for connection, where in (one, *others)]
        return [key for _, _, key in sorted(map(tuple, chain.from_iterable(found)))]

    @contextmanager
    def asking(self, asked: Filter) -> Iterator[list[Asked]]:
        """Connections that see one state of the store, each with the conditions on its events of a filter.

        One; or, of what was known on a day, a second one to the rows of what was told again since.
        """
        with self.reading() as connection:
            own = (connection, conditions(asked, connection.dialect.name))
            if not asked.known_by:
                yield [own]
                return
            then = self._then(connection, asked)  # held, since its rows are gone with it
            with then.engine.connect() as beside:
                retold = (beside, conditions(replace(asked, known_by=None), "sqlite"))
                yield [retold] if asked.retold else [own, retold]

    def _then(self, connection: sa.Connection, asked: Filter) -> Then:
        """How events that were told again since were told on the day of a filter."""
        assert asked.known_by is not None
        day = day_text(asked.known_by, last=True)
        version = connection.scalar(sa.select(schema.meta.c.value).where(schema.meta.c.key == "data")) or 0
        with self._finding:  # one thread makes the rows, the others wait for them
            found = self._thens.get((version, day)) or self._made(connection, day)
            if getattr(self._writer, "connection", None) is None:  # else it may come to nothing
                self._thens.pop((version, day), None)
                self._thens = dict([*self._thens.items(), ((version, day), found)][-_DAYS:])
        return found

    def _made(self, connection: sa.Connection, day: str) -> Then:
        loaded = self._load(connection, [partly(day)])
        ids = {mention.article_id for event, _ in loaded for mention in event.mentions}
        articles = self._articles(connection, ids)
        return rows_of([(as_told(event, articles, day), hidden) for event, hidden in loaded], articles)

    def _edits(self, connection: sa.Connection, *wanted: sa.ColumnElement[bool]) -> list[Edit]:
        """The edits that hold, in order; where conditions are given, only those that meet them."""
        table = schema.edits
        query = sa.select(table).where(table.c.undone.is_(False), *wanted).order_by(table.c.id)
        return [edit_of(row) for row in connection.execute(query)]


def _concerning(*ids: str) -> sa.ColumnElement[bool]:
    """Edits that may concern these events: all corrections, and what added one of them."""
    return sa.or_(schema.edits.c.action.in_(CORRECTING), schema.edits.c.event_id.in_(ids))


def mainly(edit: Edit, event: Event) -> bool:
    """Whether an edit is of this event: at least half of the mentions that it knew are here."""
    here = sum(mention.id in edit.mentions for mention in event.mentions)
    return here > 0 and (here * 2 >= len(edit.mentions) or event.id == edit.event_id)


def day_of(article: Article) -> str:
    return article.published.isoformat() if article.published else ""


def parts(ids: Sequence[_Id], size: int = PART) -> Iterator[Sequence[_Id]]:
    """The ids in portions of which a database takes each in one question."""
    for at in range(0, len(ids), size):
        yield ids[at : at + size]


def edit_of(row: Any) -> Edit:
    return Edit(
        row.id, row.at, row.action, row.event_id, tuple(row.mentions), row.change, row.note, row.undone
    )


def _plainly(why: sa.exc.DBAPIError, engine: sa.Engine) -> TimelineError:
    """A database's complaint in one sentence."""
    told = str(why.orig).strip().splitlines()[0] if why.orig else str(why)
    if "not a database" in told:
        return TimelineError("the store is not a SQLite database; give another file with --store")
    if "unable to open" in told:
        return TimelineError("the store's file cannot be opened; check the path and its permissions")
    if "locked" in told:
        return TimelineError("another program is writing to the store and does not finish; try again")
    if "readonly" in told or "read-only" in told:
        return TimelineError("the store can only be read; check the permissions of its file and folder")
    if engine.dialect.name == "postgresql" and why.connection_invalidated is False and "connection" in told:
        return TimelineError(f"the PostgreSQL server does not answer ({told})")
    return TimelineError(f"the store failed: {told}")
