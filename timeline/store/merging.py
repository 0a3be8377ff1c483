"""Articles into the store: their mentions merged with those that are near in time, events written anew."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

import sqlalchemy as sa

from timeline.events.merge import merge
from timeline.model import Article, Event, Mention
from timeline.reader import reader
from timeline.store import schema
from timeline.store.codec import article_record, mention_of, mention_record
from timeline.store.edits import CORRECTING, Edit, applied, bonds
from timeline.store.reading import Reading, day_of, mainly, parts
from timeline.store.rows import write

if TYPE_CHECKING:
    from timeline.events.spacy_names import Pipeline

_OF_MENTIONS = schema.edits.c.action.in_(CORRECTING)
"""Edits that events which articles tell can have."""
_NEAR = timedelta(days=70)
"""How far from a new mention an event's days can be for the two to be the same occurrence."""


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


class Merging(Reading):
    """A store that articles can be added to."""

    def add(self, article: Article, *, model: "Pipeline | None" = None) -> Added:
        """Find the article's events, with a spaCy pipeline's names where one is given, and save both."""
        from timeline.articles import require_published
        from timeline.events import find_mentions

        article = require_published(article)
        return self.save(article, find_mentions(article, model=model))

    def save(
        self,
        article: Article,
        mentions: Sequence[Mention],
        *,
        read_by: str | None = None,
        added: str | None = None,
    ) -> Added:
        """Save an article with its mentions, and merge them into the timeline.

        An article without a publication date is kept as one whose date is unknown. `read_by` are the
        rules that found the mentions where they are not today's, `added` the time where that is not now.
        """
        with self.writing() as connection:
            by = reader() if read_by is None else read_by
            at = datetime.now(UTC).isoformat(timespec="seconds") if added is None else added
            return self._save(connection, article, mentions, by, at)

    def preview(self, article: Article, mentions: Sequence[Mention]) -> Added:
        """What saving would do, without doing it."""
        with self.reading() as connection:
            if connection.scalar(sa.select(schema.articles.c.id).where(schema.articles.c.id == article.id)):
                return Added(article.id, new=False)
            near = self._near(connection, mentions)
            known = self._known(connection, near)
            edits = self._edits(connection, _OF_MENTIONS)
            articles = self._articles(connection, {m.article_id for m in near}) | {article.id: article}
            merged = self._merged([*near, *mentions], articles, known, edits)
            return _sorted_out(article.id, mentions, known, [event for event, _ in merged], None)

    def _save(
        self,
        connection: sa.Connection,
        article: Article,
        mentions: Sequence[Mention],
        read_by: str,
        added: str,
    ) -> Added:
        if connection.scalar(sa.select(schema.articles.c.id).where(schema.articles.c.id == article.id)):
            return Added(article.id, new=False)
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
                published=day_of(article),
                language=article.language,
                text=article.text,
                record=article_record(article),
                reader=read_by,
                added=added,
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
                        "published": day_of(article),
                        "record": mention_record(m),
                    }
                    for key, m in rows.items()
                ],
            )
        merged = self._rewrite(connection, [*near, *rows.values()], known, fresh=rows.keys())
        touch(connection)
        return _sorted_out(article.id, mentions, known, merged, replaced)

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

    def _near(self, connection: sa.Connection, mentions: Sequence[Mention]) -> list[Mention]:
        """The stored mentions of every event that a new mention could belong to."""
        if not mentions:
            return []
        e, m = schema.events, schema.mentions
        never, always = date.min.isoformat(), date.max.isoformat()
        overlaps = sa.or_(
            *(
                sa.and_(
                    e.c.last_day >= a,
                    e.c.first_day <= b,
                    # open stretches are alike only where their known ends are
                    sa.or_(e.c.last_day != always, e.c.first_day >= a),
                    sa.or_(e.c.first_day != never, e.c.last_day <= b),
                )
                for a, b in ((a.isoformat(), b.isoformat()) for a, b in _stretches(mentions))
            )
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
        for part in parts(ids):
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
        bare = {edit.event_id for edit in edits if not edit.mentions}
        by_event: dict[str, list[Edit]] = {}
        for edit in edits:
            if edit.event_id in bare:
                by_event.setdefault(edit.event_id, []).append(edit)
        out = []
        for event in merged:
            found = {e.id: e for m in event.mentions for e in by_mention.get(m.id, ()) if mainly(e, event)}
            found |= {e.id: e for e in by_event.get(event.id, ())}
            out.append(applied(event, [found[key] for key in sorted(found)]))
        return out

    def _rewrite(
        self,
        connection: sa.Connection,
        mentions: Sequence[Mention],
        known: Mapping[str, str],
        ids: Mapping[str, str] | None = None,
        *,
        fresh: Collection[str] | None = None,
    ) -> list[Event]:
        """Merge these mentions anew and write their events in place of those that they had.

        `known` is the event that each mention has in the store, `ids` the one whose id it is to keep;
        where `fresh` names the mentions that are new, events that have the mentions that they had, and
        none of those, are left alone.
        """
        e, m = schema.events, schema.mentions
        articles = self._articles(connection, {mention.article_id for mention in mentions})
        edits = self._edits(connection, _OF_MENTIONS)
        merged = self._merged(mentions, articles, known if ids is None else ids, edits)
        before = set(known.values())
        merged = self._apart_from_others(connection, merged, before)
        every = merged
        if fresh is not None:
            same = _unchanged(merged, known, fresh)
            merged = [(event, hidden) for event, hidden in merged if event.id not in same]
            before -= same
        for part in parts(sorted(before | {event.id for event, _ in merged})):
            connection.execute(schema.named.delete().where(schema.named.c.event_id.in_(part)))
            connection.execute(e.delete().where(e.c.id.in_(part)))
            forget(connection, part)
        write(connection, merged, articles)
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
        return [event for event, _ in every]

    def _apart_from_others(
        self, connection: sa.Connection, merged: Sequence[tuple[Event, bool]], own: set[str]
    ) -> list[tuple[Event, bool]]:
        """The events with a new id where an event of other mentions has theirs."""
        m = schema.mentions
        taken: set[str] = set()
        for part in parts(sorted({event.id for event, _ in merged} - own)):
            taken |= set(connection.scalars(sa.select(m.c.event_id).where(m.c.event_id.in_(part))))
        return [(_renamed(event) if event.id in taken else event, hidden) for event, hidden in merged]


def _unchanged(
    merged: Sequence[tuple[Event, bool]], known: Mapping[str, str], fresh: Collection[str]
) -> set[str]:
    """The ids of the events that have just the mentions that they had, as they were."""
    had: dict[str, set[str]] = {}
    for mention, event_id in known.items():
        had.setdefault(event_id, set()).add(mention)
    own = {event.id: {mention.id for mention in event.mentions} for event, _ in merged}
    return {key for key, ids in own.items() if had.get(key) == ids and ids.isdisjoint(fresh)}


def _distinct(events: Sequence[Event], known: Mapping[str, str]) -> list[Event]:
    """The events, each with an id of its own; one that had its id before keeps it."""
    keepers = {e.id: e for e in reversed(events)}
    keepers |= {e.id: e for e in events if e.id in {known.get(mention.id) for mention in e.mentions}}
    return [event if keepers[event.id] is event else _renamed(event) for event in events]


def _renamed(event: Event) -> Event:
    """The event under an id made from all its mentions."""
    told = " ".join(sorted(mention.id for mention in event.mentions))
    return replace(event, id="e" + sha256(told.encode()).hexdigest()[:12])


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


def forget(connection: sa.Connection, ids: Sequence[str]) -> None:
    if connection.dialect.name == "sqlite":
        numbers = [{"number": schema.number_of(key)} for key in ids]
        connection.execute(sa.text("DELETE FROM events_search WHERE rowid = :number"), numbers)


def touch(connection: sa.Connection) -> None:
    meta = schema.meta
    connection.execute(meta.update().where(meta.c.key == "data").values(value=meta.c.value + 1))
