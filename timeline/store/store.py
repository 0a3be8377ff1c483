"""The store of articles, mentions, events and edits: SQLite or PostgreSQL behind one class.

Everything that changes it is one transaction: a crash leaves it as it was before or after. Writers
wait for each other. Re-adding an article changes nothing; a changed article at the same address
replaces the old one with its mentions.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import sqlalchemy as sa

from timeline.errors import StoreError, TimelineError, UsageError
from timeline.events.merge import event_of, merge
from timeline.exporters import frame as frames
from timeline.model import Article, Event, Mention
from timeline.store import schema
from timeline.store.codec import article_of, article_record, mention_of, mention_record
from timeline.store.edits import (
    FIELDS,
    Edit,
    added_event,
    applied,
    bonds,
    change_record,
    event_record,
    place_named,
)
from timeline.store.filters import Filter, conditions, day_text, filter_of
from timeline.store.opening import engine_for

if TYPE_CHECKING:
    import pandas as pd

_NEAR = timedelta(days=70)
"""How far from a new mention an event's days can be for the two to be the same occurrence."""
_LOCK = 7_355_608  # any number: PostgreSQL's writers take turns on it


@dataclass(frozen=True, slots=True)
class Added:
    """What adding an article did: its id, whether it was new or replaced an older version, its events.

    `events` are new on the timeline, `joined` are events that were there and that it confirms.
    """

    article_id: str
    new: bool
    replaced: str | None = None
    events: tuple[Event, ...] = ()
    joined: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """How many events an import changed, added and left as they were."""

    changed: int
    added: int
    unchanged: int


def open_store(url: str | None = None, read_only: bool = False) -> "Store":
    """Open a store, creating it where it does not exist.

    `url` is a file, or `postgresql://user:password@host/database`; by default $TIMELINE_STORE or a
    file in the user's data folder. Raises TimelineError, in one sentence, where it cannot be opened.
    """
    engine = engine_for(url, read_only=read_only)
    store = Store(engine, read_only=read_only)
    try:
        with store.writing() if not read_only else store.reading() as connection:
            if not read_only:
                schema.migrate(connection)
            elif not sa.inspect(connection).has_table("meta"):
                raise TimelineError(f"{url} holds no timeline")
    except BaseException:
        store.close()
        raise
    return store


class Store:
    """An open store; use it in a `with`, or close it."""

    def __init__(self, engine: sa.Engine, *, read_only: bool) -> None:
        self._engine, self.read_only = engine, read_only

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
        try:
            with self._engine.connect() as connection, connection.begin():
                yield connection
        except sa.exc.DBAPIError as why:
            raise _plainly(why, self._engine) from why

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A connection whose changes are kept all together, or not at all."""
        if self.read_only:
            raise UsageError("this store was opened read-only; nothing can be changed in it")
        try:
            with self._engine.connect().execution_options(writes=True) as connection, connection.begin():
                if connection.dialect.name == "postgresql":
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
                yield connection
        except sa.exc.DBAPIError as why:
            raise _plainly(why, self._engine) from why

    # Adding

    def add(self, article: Article) -> Added:
        """Find the article's events and save both."""
        from timeline.articles import require_published
        from timeline.events import find_mentions

        article = require_published(article)
        return self.save(article, find_mentions(article))

    def save(self, article: Article, mentions: Sequence[Mention]) -> Added:
        """Save an article with its mentions, and merge them into the timeline."""
        with self.writing() as connection:
            return self._save(connection, article, mentions)

    def preview(self, article: Article, mentions: Sequence[Mention]) -> Added:
        """What saving would do, without doing it."""
        with self.reading() as connection:
            if connection.scalar(sa.select(schema.articles.c.id).where(schema.articles.c.id == article.id)):
                return Added(article.id, new=False)
            near = self._near(connection, mentions)
            known = self._known(connection, near)
            edits = self._edits(connection)
            merged = self._merged([*near, *mentions], {article.id: article}, known, edits)
            return _sorted_out(article.id, mentions, known, [event for event, _ in merged], None)

    def _save(self, connection: sa.Connection, article: Article, mentions: Sequence[Mention]) -> Added:
        if connection.scalar(sa.select(schema.articles.c.id).where(schema.articles.c.id == article.id)):
            return Added(article.id, new=False)
        if article.published is None:
            raise UsageError("an article is stored with its publication date; give one with --published")
        replaced = None
        if article.url:
            replaced = connection.scalar(
                sa.select(schema.articles.c.id).where(schema.articles.c.url == article.url)
            )
            if replaced:
                self._take_out(connection, replaced)
        connection.execute(
            schema.articles.insert().values(
                id=article.id,
                url=article.url,
                title=article.title,
                publisher=article.publisher,
                published=article.published.isoformat(),
                language=article.language,
                text=article.text,
                record=article_record(article),
            )
        )
        near = self._near(connection, mentions)
        known = self._known(connection, near)
        rows = {m.id: m for m in mentions}
        if rows:
            connection.execute(
                schema.mentions.insert(),
                [
                    {
                        "id": key,
                        "article_id": article.id,
                        "published": article.published.isoformat(),
                        "record": mention_record(m),
                    }
                    for key, m in rows.items()
                ],
            )
        merged = self._rewrite(connection, [*near, *rows.values()], known)
        _touch(connection)
        return _sorted_out(article.id, mentions, known, merged, replaced)

    def _near(self, connection: sa.Connection, mentions: Sequence[Mention]) -> list[Mention]:
        """The stored mentions of every event that a new mention could belong to."""
        if not mentions:
            return []
        e, m = schema.events, schema.mentions
        stretches = _stretches(mentions)
        overlaps = sa.or_(
            *[sa.and_(e.c.last_day >= a.isoformat(), e.c.first_day <= b.isoformat()) for a, b in stretches]
        )
        ids = sa.select(e.c.id).where(overlaps)
        return [
            mention_of(row.record)
            for row in connection.execute(sa.select(m.c.record).where(m.c.event_id.in_(ids)))
        ]

    def _known(self, connection: sa.Connection, mentions: Iterable[Mention]) -> dict[str, str]:
        ids = [mention.id for mention in mentions]
        m = schema.mentions
        out: dict[str, str] = {}
        for part in _parts(ids):
            rows = connection.execute(
                sa.select(m.c.id, m.c.event_id).where(m.c.id.in_(part), m.c.event_id.is_not(None))
            )
            out |= {row.id: row.event_id for row in rows}
        return out

    def _merged(
        self,
        mentions: Sequence[Mention],
        articles: Mapping[str, Article],
        known: Mapping[str, str],
        edits: Sequence[Edit],
    ) -> list[tuple[Event, bool]]:
        """The events of mentions with the readers' edits laid over, and whether each is hidden."""
        together, apart = bonds(edits)
        merged = _distinct(merge(mentions, articles, known, together=together, apart=apart), known)
        by_mention: dict[str, list[Edit]] = {}
        for edit in edits:
            for mention in edit.mentions:
                by_mention.setdefault(mention, []).append(edit)
        by_event = {edit.event_id: edit for edit in edits if not edit.mentions}
        out = []
        for event in merged:
            found = {e.id: e for m in event.mentions for e in by_mention.get(m.id, ()) if _mainly(e, event)}
            found |= {e.id: e for e in edits if e.event_id == event.id and e.event_id in by_event}
            out.append(applied(event, [found[key] for key in sorted(found)]))
        return out

    def _rewrite(
        self, connection: sa.Connection, mentions: Sequence[Mention], known: Mapping[str, str]
    ) -> list[Event]:
        """Merge these mentions anew and write their events in place of those that they had."""
        e, m = schema.events, schema.mentions
        articles = self._articles(connection, {mention.article_id for mention in mentions})
        merged = self._merged(mentions, articles, known, self._edits(connection))
        before = set(known.values())
        merged = self._apart_from_others(connection, merged, before)
        for part in _parts(sorted(before | {event.id for event, _ in merged})):
            connection.execute(schema.named.delete().where(schema.named.c.event_id.in_(part)))
            connection.execute(e.delete().where(e.c.id.in_(part)))
            _forget(connection, part)
        self._write(connection, merged, articles)
        changed = [
            {"mention": mention.id, "event": event.id}
            for event, _ in merged
            for mention in event.mentions
            if known.get(mention.id) != event.id
        ]
        if changed:
            update = (
                m.update().where(m.c.id == sa.bindparam("mention")).values(event_id=sa.bindparam("event"))
            )
            connection.execute(update, changed)
        return [event for event, _ in merged]

    def _apart_from_others(
        self, connection: sa.Connection, merged: Sequence[tuple[Event, bool]], own: set[str]
    ) -> list[tuple[Event, bool]]:
        """The events with a new id where an event of other mentions has theirs."""
        m = schema.mentions
        taken: set[str] = set()
        for part in _parts(sorted({event.id for event, _ in merged} - own)):
            taken |= set(connection.scalars(sa.select(m.c.event_id).where(m.c.event_id.in_(part))))
        return [(_renamed(event) if event.id in taken else event, hidden) for event, hidden in merged]

    def _write(
        self,
        connection: sa.Connection,
        events: Sequence[tuple[Event, bool]],
        articles: Mapping[str, Article],
        evidence: Mapping[str, Any] | None = None,
    ) -> None:
        """Write the rows of events; `evidence` is what an imported one told of its source."""
        rows, names, words = [], [], []
        for event, hidden in events:
            row = frames.row(event, articles)
            if evidence and not event.mentions:
                row |= frames.with_evidence(event, evidence)
            row |= {"hidden": hidden} | _bounds(event, articles)
            row["search"] = _search_text(event, row)
            rows.append(row)
            words.append({"id": event.id, "search": row["search"]})
            names += [
                {"event_id": event.id, "role": "actor", "name": name} for name in dict.fromkeys(event.actors)
            ]
            publishers = dict.fromkeys(_publisher(articles, mention) for mention in event.mentions)
            publishers |= {row["publisher"]: None}
            names += [
                {"event_id": event.id, "role": "publisher", "name": name} for name in publishers if name
            ]
        if rows:
            connection.execute(schema.events.insert(), rows)
        if names:
            connection.execute(schema.named.insert(), names)
        if words and connection.dialect.name == "sqlite":
            connection.execute(sa.text("INSERT INTO events_search (id, search) VALUES (:id, :search)"), words)

    # Reading

    def events(self, filter: Filter | None = None, **changes: Any) -> "pd.DataFrame":  # noqa: A002
        """The events of a filter as a frame: index `id`, the documented columns, ordered by first day.

        Fields of the filter can be given by name: `store.events(begin="2022-02-01", actors=["Joe Biden"])`.
        """
        import pandas as pd

        asked = filter_of(filter, changes)
        e = schema.events
        columns = [e.c.id, *(e.c[name] for name in frames.COLUMNS)]
        with self.reading() as connection:
            query = (
                sa.select(*columns)
                .where(*conditions(asked, connection.dialect.name))
                .order_by(e.c.first_day, e.c.last_day, e.c.id)
            )
            if not asked.known_by:
                result = connection.execute(query)
                frame = pd.DataFrame.from_records(result.fetchall(), columns=["id", *frames.COLUMNS])
                return frames.typed(frame)
            return frames.to_frame(*self._as_known(connection, asked))

    def event_list(self, filter: Filter | None = None, **changes: Any) -> list[Event]:  # noqa: A002
        """The events of a filter with all their mentions."""
        asked = filter_of(filter, changes)
        with self.reading() as connection:
            if asked.known_by:
                return self._as_known(connection, asked)[0]
            return [event for event, _ in self._load(connection, conditions(asked, connection.dialect.name))]

    def event(self, event_id: str) -> Event:
        """One event; StoreError where there is none of that id."""
        with self.reading() as connection:
            return self._event(connection, event_id)

    def count(self, filter: Filter | None = None, **changes: Any) -> int:  # noqa: A002
        """How many events a filter has."""
        asked = filter_of(filter, changes)
        with self.reading() as connection:
            where = conditions(asked, connection.dialect.name)
            return connection.scalar(sa.select(sa.func.count()).select_from(schema.events).where(*where)) or 0

    def facets(self, filter: Filter | None = None, **changes: Any) -> dict[str, dict[str, int]]:  # noqa: A002
        """How many events of a filter each kind, status, precision, place, actor and publisher has."""
        asked = filter_of(filter, changes)
        e, n = schema.events, schema.named
        with self.reading() as connection:
            where = conditions(asked, connection.dialect.name)
            out = {}
            for name, column in (
                ("kinds", e.c.kind),
                ("statuses", e.c.status),
                ("precisions", e.c.precision),
                ("places", e.c.place),
            ):
                query = sa.select(column, sa.func.count()).where(*where, column.is_not(None)).group_by(column)
                out[name] = _ranked(connection.execute(query))
            inside = sa.select(e.c.id).where(*where)
            for name, role in (("actors", "actor"), ("publishers", "publisher")):
                query = (
                    sa.select(n.c.name, sa.func.count())
                    .where(n.c.role == role, n.c.event_id.in_(inside))
                    .group_by(n.c.name)
                )
                out[name] = _ranked(connection.execute(query))
            return out

    def articles(self) -> "pd.DataFrame":
        """Every article, newest first: index `id`; published, publisher, title, url, language, events."""
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
        ]
        query = (
            sa.select(*columns)
            .outerjoin(told, told.c.article_id == a.c.id)
            .order_by(a.c.published.desc(), a.c.id)
        )
        names = ["id", "published", "publisher", "title", "url", "language", "events"]
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

    def _articles(self, connection: sa.Connection, ids: Iterable[str]) -> dict[str, Article]:
        a = schema.articles
        out: dict[str, Article] = {}
        for part in _parts(sorted(ids)):
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
        for part in _parts(ordered):
            for row in connection.execute(
                sa.select(m.c.id, m.c.event_id, m.c.record).where(m.c.event_id.in_(part))
            ):
                mentions.append(mention_of(row.record))
                known[row.id] = row.event_id
        articles = self._articles(connection, {mention.article_id for mention in mentions})
        grouped: dict[str, list[Mention]] = {}
        for mention in mentions:
            grouped.setdefault(known[mention.id], []).append(mention)
        edits = self._edits(connection)
        built: dict[str, tuple[Event, bool]] = {}
        for event_id, members in grouped.items():
            event = replace(event_of(members, articles, {}, set()), id=event_id)
            own = [x for x in edits if x.event_id == event_id or (x.mentions and _mainly(x, event))]
            built[event_id] = applied(event, own)
        for edit in edits:
            if edit.action == "add" and edit.event_id not in grouped:
                own = [x for x in edits if x.event_id == edit.event_id and x.action != "add"]
                built[edit.event_id] = applied(added_event(edit), own)
        return [built[event_id] for event_id in ordered if event_id in built]

    def _event(self, connection: sa.Connection, event_id: str) -> Event:
        found = self._load(connection, [schema.events.c.id == event_id])
        if not found:
            raise StoreError(f"there is no event {event_id!r} in the store; `timeline events` lists them")
        return found[0][0]

    def _as_known(self, connection: sa.Connection, asked: Filter) -> tuple[list[Event], dict[str, Article]]:
        """The events as a reader could have known them on a day: from what was published by then."""
        assert asked.known_by is not None
        day = day_text(asked.known_by, last=True)
        events = [event for event, _ in self._load(connection, conditions(asked, connection.dialect.name))]
        articles = self._articles(connection, {m.article_id for event in events for m in event.mentions})
        out = []
        for event in events:
            told = [
                m for m in event.mentions if (p := articles[m.article_id].published) and p.isoformat() <= day
            ]
            if len(told) == len(event.mentions) or event.edited:
                out.append(event)
            elif told:
                out.append(replace(event_of(told, articles, {}, set()), id=event.id))
        return out, articles

    # Changing

    def remove(self, article_id: str) -> None:
        """Take an article out, with the events that only it told."""
        with self.writing() as connection:
            if not connection.scalar(
                sa.select(schema.articles.c.id).where(schema.articles.c.id == article_id)
            ):
                raise StoreError(
                    f"there is no article {article_id!r} in the store; `timeline articles` lists them"
                )
            self._take_out(connection, article_id)
            _touch(connection)

    def _take_out(self, connection: sa.Connection, article_id: str) -> None:
        m = schema.mentions
        touched = set(connection.scalars(sa.select(m.c.event_id).where(m.c.article_id == article_id)))
        rows = connection.execute(
            sa.select(m.c.id, m.c.event_id, m.c.record, m.c.article_id).where(m.c.event_id.in_(touched))
        ).fetchall()
        known = {row.id: row.event_id for row in rows}
        left = [mention_of(row.record) for row in rows if row.article_id != article_id]
        connection.execute(m.delete().where(m.c.article_id == article_id))
        connection.execute(schema.articles.delete().where(schema.articles.c.id == article_id))
        self._rewrite(connection, left, known)

    def rebuild(self) -> None:
        """Find everything anew in the stored texts, with the readers' edits kept; all of it or nothing."""
        from timeline.events import find_mentions

        m = schema.mentions
        with self.writing() as connection:
            ids = connection.scalars(
                sa.select(schema.articles.c.id).order_by(schema.articles.c.published)
            ).all()
            known = {row.id: row.event_id for row in connection.execute(sa.select(m.c.id, m.c.event_id))}
            gone = set(known.values())
            connection.execute(m.delete())
            mentions: dict[str, Mention] = {}
            for part in _parts(list(ids)):
                for article in self._articles(connection, part).values():
                    found = {mention.id: mention for mention in find_mentions(article)}
                    mentions |= found
                    day = _day(article)
                    if found:
                        connection.execute(
                            m.insert(),
                            [
                                {
                                    "id": key,
                                    "article_id": article.id,
                                    "published": day,
                                    "record": mention_record(each),
                                }
                                for key, each in found.items()
                            ],
                        )
            for part in _parts(sorted(gone)):
                connection.execute(schema.events.delete().where(schema.events.c.id.in_(part)))
                _forget(connection, part)
            self._rewrite(connection, list(mentions.values()), {})
            if kept := {key: event for key, event in known.items() if key in mentions}:
                self._keep_ids(connection, kept)
            _touch(connection)

    def _keep_ids(self, connection: sa.Connection, known: Mapping[str, str]) -> None:
        """Give the events of mentions that were there before the ids that they had."""
        m = schema.mentions
        rows = connection.execute(sa.select(m.c.id, m.c.event_id, m.c.record)).fetchall()
        changed = {row.event_id for row in rows if known.get(row.id) not in (None, row.event_id)}
        again = [mention_of(row.record) for row in rows if row.event_id in changed]
        connection.execute(m.update().where(m.c.event_id.in_(changed)).values(event_id=None))
        for part in _parts(sorted(changed)):
            connection.execute(schema.named.delete().where(schema.named.c.event_id.in_(part)))
            connection.execute(schema.events.delete().where(schema.events.c.id.in_(part)))
            _forget(connection, part)
        self._rewrite(
            connection, again, {mention.id: known[mention.id] for mention in again if mention.id in known}
        )
        ids = {mention.id for mention in again}
        for event_id, members in _grouped({key: value for key, value in known.items() if key in ids}).items():
            connection.execute(
                m.update().where(m.c.id.in_(members), m.c.event_id.is_(None)).values(event_id=event_id)
            )

    def edit(self, event_id: str, *, note: str = "", **changes: Any) -> Event:
        """Change an event: when (an EDTF text or a When), title, status, kind, actors, place, note."""
        if note and not changes:
            changes = {"note": note}
        return self._record("change", event_id, change_record(changes), note)

    def hide(self, event_id: str, *, note: str = "") -> Event:
        """Take an event off the timeline; its evidence stays."""
        return self._record("hide", event_id, {}, note)

    def show(self, event_id: str, *, note: str = "") -> Event:
        """Put a hidden event back."""
        return self._record("show", event_id, {}, note)

    def merge(self, event_ids: Sequence[str], *, note: str = "") -> Event:
        """Make several events one."""
        if len(set(event_ids)) < 2:
            raise UsageError("merging needs the ids of at least two events")
        with self.writing() as connection:
            members = [self._event(connection, event_id) for event_id in event_ids]
            ids = [mention.id for event in members for mention in event.mentions]
            if not all(event.mentions for event in members):
                raise UsageError("an event added by hand has no evidence to merge; hide it instead")
            self._store_edit(connection, "merge", event_ids[0], ids, {"events": list(event_ids)}, note)
            return _chosen(self._renew(connection, members), event_ids[0])

    def split(self, event_id: str, mention_ids: Sequence[str], *, note: str = "") -> Event:
        """Take some mentions of an event out into an event of their own, which is returned."""
        with self.writing() as connection:
            event = self._event(connection, event_id)
            ids = [mention.id for mention in event.mentions]
            chosen = [key for key in mention_ids if key in ids]
            if not chosen or len(chosen) == len(ids):
                raise UsageError(f"name some, but not all, of the mentions of {event_id}: {', '.join(ids)}")
            self._store_edit(connection, "split", event_id, ids, {"mentions": chosen}, note)
            m = schema.mentions
            connection.execute(m.update().where(m.c.id.in_(chosen)).values(event_id=None))
            self._renew(connection, [event])
            found = connection.scalar(
                sa.select(schema.mentions.c.event_id).where(schema.mentions.c.id == chosen[0])
            )
            return self._event(connection, str(found))

    def add_event(self, event: Event, *, note: str = "") -> Event:
        """Add an event by hand; its id is made from its content."""
        change = event_record(event)
        with self.writing() as connection:
            event_id = event.id or _new_id(event, datetime.now(UTC).isoformat())
            self._store_edit(connection, "add", event_id, [], change, note)
            made = replace(event, id=event_id, edited=("added",), mentions=())
            self._write(connection, [(made, False)], {})
            _touch(connection)
            return made

    def undo(self, edit_id: int | None = None) -> Edit:
        """Take back an edit, the last one unless one is named."""
        table = schema.edits
        with self.writing() as connection:
            query = sa.select(table).where(table.c.undone.is_(False)).order_by(table.c.id.desc())
            row = connection.execute(query if edit_id is None else query.where(table.c.id == edit_id)).first()
            if row is None:
                raise StoreError(
                    "there is no edit to undo" if edit_id is None else f"there is no edit {edit_id} to undo"
                )
            edit = _edit_of(row)
            touched = [row.event_id, *edit.change.get("events", ())]
            known = self._known_of(connection, edit.mentions)
            affected = self._load(connection, [schema.events.c.id.in_({*touched, *known.values()})])
            connection.execute(table.update().where(table.c.id == edit.id).values(undone=True))
            if edit.action == "add":
                connection.execute(schema.named.delete().where(schema.named.c.event_id == edit.event_id))
                connection.execute(schema.events.delete().where(schema.events.c.id == edit.event_id))
                _forget(connection, [edit.event_id])
                _touch(connection)
            else:
                self._renew(connection, [event for event, _ in affected])
            return edit

    def history(self, event_id: str | None = None) -> list[Edit]:
        """The edits, newest first: all, or those of one event."""
        table = schema.edits
        query = sa.select(table).order_by(table.c.id.desc())
        with self.reading() as connection:
            rows = connection.execute(
                query if event_id is None else query.where(table.c.event_id == event_id)
            )
            return [_edit_of(row) for row in rows]

    def import_events(self, path: Path) -> Imported:
        """Take events from a file that `export` wrote or a person edited: all of it or nothing."""
        rows = [(record, frames.event_of(record, where)) for where, record in frames.read(Path(path))]
        rows = [(record, event if event.id else replace(event, id=_new_id(event))) for record, event in rows]
        changed = added = unchanged = 0
        with self.writing() as connection:
            for record, wanted in rows:
                found = self._load(connection, [schema.events.c.id == wanted.id])
                if not found:
                    self._import_new(connection, wanted, frames.evidence_of(record))
                    added += 1
                elif difference := _difference(found[0][0], wanted, record):
                    self._store_edit(
                        connection, "change", wanted.id, [m.id for m in found[0][0].mentions], difference, ""
                    )
                    self._renew(connection, [found[0][0]])
                    changed += 1
                else:
                    unchanged += 1
            if changed or added:
                _touch(connection)
        return Imported(changed, added, unchanged)

    def _import_new(self, connection: sa.Connection, wanted: Event, evidence: dict[str, Any]) -> None:
        change = event_record(wanted) | {"evidence": evidence}
        self._store_edit(connection, "add", wanted.id, [], change, "")
        self._write(connection, [(replace(wanted, edited=("added",)), False)], {}, evidence)

    def _record(self, action: str, event_id: str, change: dict[str, Any], note: str) -> Event:
        with self.writing() as connection:
            event = self._event(connection, event_id)
            self._store_edit(connection, action, event_id, [m.id for m in event.mentions], change, note)
            return _chosen(self._renew(connection, [event]), event_id)

    def _store_edit(
        self,
        connection: sa.Connection,
        action: str,
        event_id: str,
        mentions: Sequence[str],
        change: dict[str, Any],
        note: str,
    ) -> None:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        row = {"at": at, "action": action, "event_id": event_id, "mentions": list(mentions), "change": change,
               "note": note, "undone": False}  # fmt: skip
        connection.execute(schema.edits.insert().values(row))

    def _renew(self, connection: sa.Connection, events: Sequence[Event]) -> list[Event]:
        """Write some events anew, after an edit."""
        mentions = [mention for event in events for mention in event.mentions]
        merged: list[Event] = []
        if mentions:
            merged = self._rewrite(connection, mentions, self._known(connection, mentions))
        for event in events:
            if not event.mentions:
                merged.append(self._rewrite_added(connection, event))
        _touch(connection)
        return merged

    def _rewrite_added(self, connection: sa.Connection, event: Event) -> Event:
        edits = [edit for edit in self._edits(connection) if edit.event_id == event.id]
        base = added_event(next(edit for edit in reversed(edits) if edit.action == "add"))
        renewed, hidden = applied(base, [edit for edit in edits if edit.action != "add"])
        connection.execute(schema.named.delete().where(schema.named.c.event_id == event.id))
        connection.execute(schema.events.delete().where(schema.events.c.id == event.id))
        _forget(connection, [event.id])
        self._write(connection, [(renewed, hidden)], {}, _told(edits))
        return renewed

    def _edits(self, connection: sa.Connection) -> list[Edit]:
        table = schema.edits
        return [
            _edit_of(row)
            for row in connection.execute(
                sa.select(table).where(table.c.undone.is_(False)).order_by(table.c.id)
            )
        ]

    def _known_of(self, connection: sa.Connection, mention_ids: Sequence[str]) -> dict[str, str]:
        m = schema.mentions
        rows = connection.execute(sa.select(m.c.id, m.c.event_id).where(m.c.id.in_(mention_ids)))
        return {row.id: row.event_id for row in rows}


def _chosen(events: Sequence[Event], event_id: str) -> Event:
    """The event of that id, else the first."""
    return next((event for event in events if event.id == event_id), events[0])


def _mainly(edit: Edit, event: Event) -> bool:
    """Whether an edit is of this event: at least half of the mentions that it knew are here."""
    here = sum(mention.id in edit.mentions for mention in event.mentions)
    return here > 0 and (here * 2 >= len(edit.mentions) or event.id == edit.event_id)


def _distinct(events: Sequence[Event], known: Mapping[str, str]) -> list[Event]:
    """The events, each with an id of its own; one that had its id before keeps it."""
    keepers = {e.id: e for e in reversed(events)}
    keepers |= {e.id: e for e in events if e.id in {known.get(mention.id) for mention in e.mentions}}
    return [event if keepers[event.id] is event else _renamed(event) for event in events]


def _renamed(event: Event) -> Event:
    """The event under an id made from all its mentions."""
    told = " ".join(sorted(mention.id for mention in event.mentions))
    return replace(event, id="e" + sha256(told.encode()).hexdigest()[:12])


def _new_id(event: Event, *more: str) -> str:
    """An id for an event that no mention tells, made from its content."""
    return "e" + sha256(repr((event_record(event), *more)).encode()).hexdigest()[:12]


def _told(edits: Sequence[Edit]) -> dict[str, Any]:
    """The evidence that came with an imported event."""
    adding = next((edit for edit in reversed(edits) if edit.action == "add"), None)
    return adding.change.get("evidence", {}) if adding else {}


def _sorted_out(
    article_id: str,
    mentions: Sequence[Mention],
    known: Mapping[str, str],
    merged: Sequence[Event],
    replaced: str | None,
) -> Added:
    """Which of the events are new, and which were there and are now told by this article too."""
    own = {mention.id for mention in mentions}
    before = set(known.values())
    told = [event for event in merged if any(mention.id in own for mention in event.mentions)]
    return Added(
        article_id, True, replaced,
        tuple(event for event in told if event.id not in before),
        tuple(event for event in told if event.id in before),
    )  # fmt: skip


def _bounds(event: Event, articles: Mapping[str, Article]) -> dict[str, str | None]:
    days = [articles[m.article_id].published for m in event.mentions if m.article_id in articles]
    published = sorted(day.isoformat() for day in days if day)
    first = event.when.begin or date.min
    last = event.when.end or date.max
    return {
        "first_day": first.isoformat(), "last_day": last.isoformat(),
        "first_published": published[0] if published else None,
        "last_published": published[-1] if published else None,
    }  # fmt: skip


def _search_text(event: Event, row: Mapping[str, Any]) -> str:
    parts = [event.title, *event.actors, event.place.name if event.place else "", event.kind, event.note]
    parts += [mention.sentence for mention in event.mentions]
    parts += [str(row[name]) for name in ("article_title", "publisher") if row.get(name)]
    return " ".join(" ".join(part.split()) for part in parts if part)


def _day(article: Article) -> str:
    return article.published.isoformat() if article.published else ""


def _publisher(articles: Mapping[str, Article], mention: Mention) -> str:
    return articles[mention.article_id].publisher if mention.article_id in articles else ""


def _stretches(mentions: Iterable[Mention]) -> list[tuple[date, date]]:
    """The days around the mentions, overlapping stretches joined."""
    wanted = []
    for mention in mentions:
        begin = mention.when.begin or mention.when.end or date.min
        end = mention.when.end or mention.when.begin or date.max
        low = begin - _NEAR if begin > date.min + _NEAR else date.min
        wanted.append((low, min(end, begin + 2 * _NEAR) + _NEAR if end < date.max - 3 * _NEAR else date.max))
    out: list[tuple[date, date]] = []
    for low, high in sorted(wanted):
        if out and low <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], high))
        else:
            out.append((low, high))
    return out


def _difference(stored: Event, wanted: Event, record: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that an imported row changes; columns that the file does not have change nothing."""
    columns = {name: (name,) for name in FIELDS} | {"when": ("edtf", "begin")}
    out = {}
    for name, needed in columns.items():
        old, new = getattr(stored, name), getattr(wanted, name)
        if name == "actors":
            old = frames.split(frames.joined(old))
        if not any(column in record for column in needed) or old == new:
            continue
        if name == "place":
            if (old and old.name) == (new and new.name):
                continue
            if old and new and (old.latitude, old.longitude) == (new.latitude, new.longitude):
                new = place_named(new.name)  # the coordinates beside the new name are still the old ones
        if name == "when" and old.edtf == new.edtf:
            continue
        out[name] = new
    return change_record(out) if out else {}


def _ranked(rows: Iterable[Any]) -> dict[str, int]:
    return dict(sorted(((name, count) for name, count in rows), key=lambda pair: (-pair[1], pair[0])))


def _grouped(known: Mapping[str, str]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for mention, event in known.items():
        out.setdefault(event, []).append(mention)
    return out


def _parts(ids: Sequence[str], size: int = 500) -> Iterator[Sequence[str]]:
    for at in range(0, len(ids), size):
        yield ids[at : at + size]


def _forget(connection: sa.Connection, ids: Sequence[str]) -> None:
    if connection.dialect.name == "sqlite":
        connection.execute(sa.text("DELETE FROM events_search WHERE id = :id"), [{"id": key} for key in ids])


def _touch(connection: sa.Connection) -> None:
    meta = schema.meta
    connection.execute(meta.update().where(meta.c.key == "data").values(value=meta.c.value + 1))


def _edit_of(row: Any) -> Edit:
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
