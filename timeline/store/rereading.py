"""A stored article read again with today's rules: its mentions replaced, the readers' edits laid over."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import sqlalchemy as sa

from timeline import reader as rules
from timeline.errors import StoreError
from timeline.model import Event, Mention
from timeline.store import schema
from timeline.store.codec import mention_of, mention_record
from timeline.store.merging import Merging, touch
from timeline.store.reading import day_of, parts

SHOWN = ("title", "when", "kind", "status", "actors", "place")
"""Fields of an event by which a reader sees that it has changed."""


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading an article again does to the timeline.

    `new` are events that were not there, `joined` some that were and that the article tells now too,
    `changed` those that it told and tells otherwise (before, after), `left` those that only others
    tell now, `gone` those that nobody tells any more. `mentions` are those that were stored before, `ids`
    the event of each and of every other mention that has moved, and `reader` what had read the article:
    by these all of it can be taken back.
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

    def __bool__(self) -> bool:
        """Whether anything that a reader sees is different."""
        return bool(self.new or self.joined or self.changed or self.left or self.gone)


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

    def reread(self, article_id: str, mentions: Sequence[Mention] | None = None) -> Reread:
        """Replace what was found in an article by what is found now, or by `mentions`; edits are kept.

        StoreError where the article is not there.
        """
        with self.writing() as connection:
            return self._reread(connection, article_id, mentions, {}, rules.reader())

    def preview_reread(self, article_id: str) -> Reread:
        """What reading an article again would do, without doing it."""
        return self.reread_several([article_id], trial=True)[0]

    def reread_several(self, article_ids: Iterable[str], *, trial: bool = False) -> list[Reread]:
        """Read several articles again, all or none, each after what those before it have changed.

        With `trial` nothing is kept: it is what would be done. The ids are taken one by one, so that an
        iterator of the caller's own can follow how far it is; what that raises ends all of it.
        """
        with self.writing() as connection, connection.begin_nested() as kept:
            done = [self.reread(article_id) for article_id in article_ids]
            if trial:
                kept.rollback()
        return done

    def take_back_reread(self, done: Iterable[Reread]) -> None:
        """Put back what was found before in articles read again, given the last one first; all or none."""
        with self.writing() as connection:
            for was in done:
                self._reread(connection, was.article_id, was.mentions, was.ids, was.reader)

    def _reread(
        self,
        connection: sa.Connection,
        article_id: str,
        mentions: Sequence[Mention] | None,
        ids: Mapping[str, str],
        reader: str,
    ) -> Reread:
        from timeline.events import find_mentions

        article = self._articles(connection, [article_id]).get(article_id)
        if article is None:
            raise StoreError(
                f"there is no article {article_id!r} in the store; `timeline articles` lists them"
            )
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
        return replace(told, mentions=tuple(had.values()), ids=ids, reader=read_by)

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
