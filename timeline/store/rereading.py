"""A stored article read again with today's rules: its mentions replaced, the readers' edits laid over.

With another publication date, too: what its words of time mean depends on it.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlalchemy as sa

from timeline import reader as rules
from timeline.errors import StoreError
from timeline.model import Article, Event, Mention
from timeline.store import schema
from timeline.store.codec import article_record, mention_of, mention_record
from timeline.store.merging import Merging, touch
from timeline.store.opening import engine_for
from timeline.store.reading import day_of, parts

KEPT = 12
"""Times that articles were read again that can still be taken back; the oldest is forgotten first."""
TOGETHER = 8
"""Articles that are saved at once; nobody else can write meanwhile."""
SHOWN = ("title", "when", "kind", "status", "actors", "place")
"""Fields of an event by which a reader sees that it has changed."""


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading an article again does to the timeline.

    `new` are events that were not there, `joined` some that were and that the article tells now too,
    `changed` those that it told and tells otherwise (before, after), `left` those that only others
    tell now, `gone` those that nobody tells any more. `mentions` are those that were stored before, `ids`
    the event of each and of every other mention that has moved, `reader` what had read the article, and
    `dated` its publication date where that has changed: by these all of it can be taken back.
    """

    article_id: str
    new: tuple[Event, ...] = ()
    joined: tuple[Event, ...] = ()
    changed: tuple[tuple[Event, Event], ...] = ()
    left: tuple[Event, ...] = ()
    gone: tuple[Event, ...] = ()
    mentions: tuple[Mention, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)
    reader: str = ""
    dated: Mapping[str, Any] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything that a reader sees is different."""
        return bool(self.new or self.joined or self.changed or self.left or self.gone or self.dated)


def together(done: Iterable[Reread]) -> Reread:
    """What articles that were read again one after the other have changed, each event told once."""
    first: dict[str, Event | None] = {}
    last: dict[str, Event | None] = {}
    joined, left = set(), set()
    for each in done:
        for event in each.new:
            first.setdefault(event.id, None)
            last[event.id] = event
        for event in (*each.joined, *each.left):
            first.setdefault(event.id, event)
            last[event.id] = event
        for old, new in each.changed:
            first.setdefault(old.id, old)
            last[new.id] = new
        for event in each.gone:
            first.setdefault(event.id, event)
            last[event.id] = None
        joined |= {event.id for event in each.joined}
        left |= {event.id for event in each.left}
    both = [(was, now) for key in last if (was := first[key]) and (now := last[key])]
    changed = tuple((old, new) for old, new in both if _differs(old, new))
    same = [new for old, new in both if not _differs(old, new)]
    return Reread(
        "",
        new=tuple(event for key, event in last.items() if event and not first[key]),
        joined=tuple(event for event in same if event.id in joined),
        changed=changed,
        left=tuple(event for event in same if event.id in left - joined),
        gone=tuple(event for key, event in first.items() if event and not last[key]),
    )


class Rereading(Merging):
    """A store whose articles can be read again."""

    def reread(
        self, article_id: str, mentions: Sequence[Mention] | None = None, *, published: date | None = None
    ) -> Reread:
        """Replace what was found in an article by what is found now, or by `mentions`; edits are kept.

        `published` is its publication date from now on. StoreError where the article is not there.
        """
        with self.writing() as connection:
            dated = _dating(published) if published else {}
            return self._reread(connection, article_id, mentions, {}, rules.reader(), dated)

    def preview_reread(self, article_id: str) -> Reread:
        """What reading an article again would do, without doing it."""
        return self.reread_several([article_id], trial=True)[0]

    def reread_several(
        self,
        article_ids: Iterable[str],
        *,
        trial: bool = False,
        key: str = "",
        published: date | None = None,
    ) -> list[Reread]:
        """Read several articles again, all or none, each after what those before it have changed.

        `published` is their publication date from now on.

        With `trial` nothing is kept: it is what would be done. Under a `key` the store remembers it, so that
        `kept_reread` gives it to be taken back at any time. The ids are taken one by one, so that an
        iterator of the caller's own can follow how far it is; what that raises ends all of it. A few are
        saved at a time, so that others need not wait for all: where it ends early, these are taken back.
        """
        if trial:
            with self._copied() as copy, copy.writing() as connection, connection.begin_nested() as kept:
                done = [copy.reread(article_id, published=published) for article_id in article_ids]
                kept.rollback()
            return done
        done = []
        ids = iter(article_ids)
        try:
            while few := list(islice(ids, TOGETHER)):
                done += self._reread_few(few, key, len(done), published)
        except BaseException:
            self.take_back_reread(done[::-1], key=key)
            raise
        return done

    def _reread_few(
        self, article_ids: Sequence[str], key: str, number: int, published: date | None
    ) -> list[Reread]:
        from timeline.events import find_mentions

        articles = {article_id: self.article(article_id) for article_id in article_ids}
        if published:
            articles = {key: replace(each, **_DATED, published=published) for key, each in articles.items()}
        found = {article_id: find_mentions(article) for article_id, article in articles.items()}
        with self.writing() as connection:
            done = [self.reread(key, mentions, published=published) for key, mentions in found.items()]
            if key:
                _keep(connection, key, done, number)
        return done

    @contextmanager
    def _copied(self) -> Iterator["Rereading"]:
        """A copy to try things on while others write; the store itself where a try makes nobody wait long."""
        if self._engine.dialect.name != "sqlite" or getattr(self._writer, "connection", None):
            yield self
            return
        with TemporaryDirectory() as folder:
            path = Path(folder) / "copy.db"
            with self.reading() as connection, closing(sqlite3.connect(path)) as target:
                connection.connection.driver_connection.backup(target)  # type: ignore[union-attr]
            with type(self)(engine_for(str(path), read_only=False), read_only=False) as copy:
                yield copy

    def kept_reread(self, key: str) -> list[Reread]:
        """By what articles read again under a key are taken back, in order; none where it is forgotten."""
        table = schema.rereadings
        with self.reading() as connection:
            records = connection.scalars(
                sa.select(table.c.record).where(table.c.key == key).order_by(table.c.number)
            ).all()
        return [_of_record(each) for each in records]

    def take_back_reread(self, done: Iterable[Reread], *, key: str = "") -> None:
        """Put back what was found before in articles read again, given the last one first.

        A few at a time, and what the store remembers of these under `key` is forgotten with them: where it
        ends early, `kept_reread` has the rest.
        """
        table, left = schema.rereadings, iter(done)
        while few := list(islice(left, TOGETHER)):
            with self.writing() as connection:
                for was in few:
                    self._reread(connection, was.article_id, was.mentions, was.ids, was.reader, was.dated)
                mine = table.c.article_id.in_([was.article_id for was in few])
                connection.execute(table.delete().where(table.c.key == key, mine))

    def _reread(
        self,
        connection: sa.Connection,
        article_id: str,
        mentions: Sequence[Mention] | None,
        ids: Mapping[str, str],
        reader: str,
        dated: Mapping[str, Any],
    ) -> Reread:
        from timeline.events import find_mentions

        article = self._articles(connection, [article_id]).get(article_id)
        if article is None:
            raise StoreError(
                f"there is no article {article_id!r} in the store; `timeline articles` lists them"
            )
        was_dated = _dates(article) if dated else {}
        if dated:
            _date(connection, article, dated)
            article = self._articles(connection, [article_id])[article_id]
        a, m = schema.articles, schema.mentions
        own = a.c.id == article_id
        read_by = connection.scalar(sa.select(a.c.reader).where(own)) or ""
        connection.execute(a.update().where(own).values(reader=reader))
        rows = connection.execute(
            sa.select(m.c.id, m.c.event_id, m.c.record).where(m.c.article_id == article_id)
        ).fetchall()
        had = {row.id: mention_of(row.record) for row in rows}
        was_in = {row.id: row.event_id for row in rows if row.event_id}
        found = {
            mention.id: mention for mention in (find_mentions(article) if mentions is None else mentions)
        }
        others = {
            mention.id: mention
            for mention in (
                *self._near(connection, [*had.values(), *found.values()]),
                *self._of_events(connection, was_in.values()),
            )
            if mention.article_id != article_id
        }
        known = self._known(connection, others.values()) | was_in
        before = self._visible(connection, was_in.values())
        connection.execute(m.delete().where(m.c.article_id == article_id))
        if found:
            same = {"article_id": article_id, "published": day_of(article)}
            connection.execute(
                m.insert(),
                [
                    {"id": key, "record": mention_record(each), "event_id": was_in.get(key), **same}
                    for key, each in found.items()
                ],
            )
        self._rewrite(
            connection, [*others.values(), *found.values()], known, {**known, **ids}, fresh=found.keys()
        )
        touch(connection)
        now_in = self._known(connection, [*others.values(), *found.values()])
        after = self._visible(connection, {*was_in.values(), *(now_in[key] for key in found)})
        told = _compared(article_id, before, after, set(known.values()))
        ids = was_in | {key: event for key, event in known.items() if now_in.get(key) != event}
        return replace(told, mentions=tuple(had.values()), ids=ids, reader=read_by, dated=was_dated)

    def _of_events(self, connection: sa.Connection, ids: Iterable[str]) -> list[Mention]:
        m = schema.mentions
        found: list[Mention] = []
        for part in parts(sorted(set(ids))):
            query = sa.select(m.c.record).where(m.c.event_id.in_(part))
            found += [mention_of(row.record) for row in connection.execute(query)]
        return found

    def _visible(self, connection: sa.Connection, ids: Iterable[str]) -> dict[str, Event]:
        loaded: list[tuple[Event, bool]] = []
        for part in parts(sorted(set(ids))):
            loaded += self._load(connection, [schema.events.c.id.in_(part)])
        return {event.id: event for event, hidden in loaded if not hidden}


_DATED: dict[str, Any] = {"published_time": None, "published_why": "as corrected by a reader"}
"""What is known of a publication date that a reader corrects."""


def _dating(published: date) -> dict[str, Any]:
    return {"published": published.isoformat(), **_DATED}


def _dates(article: Article) -> dict[str, Any]:
    """The publication date of an article, and how it is known, as plain values."""
    record = article_record(article)
    return {"published": day_of(article), **{name: record[name] for name in _DATED}}


def _date(connection: sa.Connection, article: Article, dated: Mapping[str, Any]) -> None:
    record = article_record(article) | {name: dated[name] for name in _DATED}
    row = {"published": dated["published"], "record": record}
    connection.execute(schema.articles.update().where(schema.articles.c.id == article.id).values(row))


def _keep(connection: sa.Connection, key: str, done: Sequence[Reread], number: int) -> None:
    table = schema.rereadings
    now = datetime.now(UTC).isoformat()
    rows = [
        {"key": key, "number": number + at, "at": now, "article_id": was.article_id, "record": _record(was)}
        for at, was in enumerate(done)
    ]
    connection.execute(table.insert(), rows)
    last = sa.func.max(table.c.at).desc()
    newest = connection.scalars(sa.select(table.c.key).group_by(table.c.key).order_by(last).limit(KEPT)).all()
    connection.execute(table.delete().where(table.c.key.not_in(newest)))


def _record(was: Reread) -> dict[str, Any]:
    mentions = [mention_record(mention) for mention in was.mentions]
    return {
        "article_id": was.article_id,
        "mentions": mentions,
        "ids": dict(was.ids),
        "reader": was.reader,
        "dated": dict(was.dated),
    }


def _of_record(record: Mapping[str, Any]) -> Reread:
    mentions = tuple(mention_of(each) for each in record["mentions"])
    dated = record.get("dated", {})  # a store of an older version has none
    ids, reader = record["ids"], record["reader"]
    return Reread(record["article_id"], mentions=mentions, ids=ids, reader=reader, dated=dated)


def _compared(
    article_id: str, before: Mapping[str, Event], after: Mapping[str, Event], there: Collection[str]
) -> Reread:
    """What is different of the article's events; `there` are the ids that there were nearby."""
    now = {
        key for key, event in after.items() if any(each.article_id == article_id for each in event.mentions)
    }
    return Reread(
        article_id,
        new=tuple(after[key] for key in after if key in now and key not in there),
        joined=tuple(after[key] for key in after if key in now and key in there and key not in before),
        changed=tuple(
            (before[key], after[key])
            for key in after
            if key in now and key in before and _differs(before[key], after[key])
        ),
        left=tuple(after[key] for key in after if key not in now),
        gone=tuple(before[key] for key in before if key not in after),
    )


def _differs(one: Event, other: Event) -> bool:
    return any(getattr(one, name) != getattr(other, name) for name in SHOWN)
