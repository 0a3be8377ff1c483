"""The store of articles, mentions, events and edits: SQLite or PostgreSQL behind one class.

Everything that changes it is one transaction: a crash leaves it as it was before or after. Writers
wait for each other. Re-adding an article changes nothing; a changed article at the same address
replaces the old one with its mentions.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from timeline.errors import StoreError, TimelineError
from timeline.events.duplicates import Pair, duplicates
from timeline.exporters import frame as frames
from timeline.model import Event, Mention
from timeline.reader import reader
from timeline.store import schema
from timeline.store.codec import mention_of, mention_record
from timeline.store.editing import chosen, new_id
from timeline.store.edits import FIELDS, PARTING, change_record, parted, place_named
from timeline.store.filters import Filter
from timeline.store.merging import forget, touch
from timeline.store.opening import engine_for
from timeline.store.reading import day_of, parts
from timeline.store.undoing import Undoing

if TYPE_CHECKING:
    import pandas as pd

    from timeline.events.spacy_names import Pipeline


@dataclass(frozen=True, slots=True)
class Imported:
    """How many events an import changed, added and left as they were."""

    changed: int
    added: int
    unchanged: int


def open_store(url: str | None = None, read_only: bool = False, *, create: bool = True) -> "Store":
    """Open a store, creating it where it does not exist unless `create` is False.

    `url` is a file, or `postgresql://user:password@host/database`; by default $TIMELINE_STORE or a
    file in the user's data folder. Raises TimelineError, in one sentence, where it cannot be opened.
    """
    engine = engine_for(url, read_only=read_only, create=create)
    store = Store(engine, read_only=read_only)
    try:
        with store.writing() if not read_only else store.reading() as connection:
            if (read_only or not create) and not sa.inspect(connection).has_table("meta"):
                raise TimelineError(f"{url} holds no timeline; add an article first")
            if read_only:
                schema.require_current(connection)
            else:
                schema.migrate(connection)
    except BaseException:
        store.close()
        raise
    return store


class Store(Undoing):
    """An open store; use it in a `with`, or close it."""

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
            touch(connection)

    def rebuild(self, *, model: "Pipeline | None" = None) -> None:
        """Find everything anew in the stored texts, with the readers' edits kept; all of it or nothing.

        `model` is a spaCy pipeline that adds names that we do not know.
        """
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
            for part in parts(list(ids)):
                for article in self._articles(connection, part).values():
                    found = {mention.id: mention for mention in find_mentions(article, model=model)}
                    mentions |= found
                    day = day_of(article)
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
            connection.execute(schema.articles.update().values(reader=reader()))
            for part in parts(sorted(gone)):
                connection.execute(schema.events.delete().where(schema.events.c.id.in_(part)))
                forget(connection, part)
            self._rewrite(connection, list(mentions.values()), {})
            if kept := {key: event for key, event in known.items() if key in mentions}:
                self._keep_ids(connection, kept)
            touch(connection)

    def _keep_ids(self, connection: sa.Connection, known: Mapping[str, str]) -> None:
        """Give the events of mentions that were there before the ids that they had."""
        m = schema.mentions
        rows = connection.execute(sa.select(m.c.id, m.c.event_id, m.c.record)).fetchall()
        changed = {row.event_id for row in rows if known.get(row.id) not in (None, row.event_id)}
        again = [mention_of(row.record) for row in rows if row.event_id in changed]
        connection.execute(m.update().where(m.c.event_id.in_(changed)).values(event_id=None))
        for part in parts(sorted(changed)):
            connection.execute(schema.named.delete().where(schema.named.c.event_id.in_(part)))
            connection.execute(schema.events.delete().where(schema.events.c.id.in_(part)))
            forget(connection, part)
        self._rewrite(
            connection, again, {mention.id: known[mention.id] for mention in again if mention.id in known}
        )
        ids = {mention.id for mention in again}
        for event_id, members in _grouped({key: value for key, value in known.items() if key in ids}).items():
            connection.execute(
                m.update().where(m.c.id.in_(members), m.c.event_id.is_(None)).values(event_id=event_id)
            )

    def import_events(self, path: Path) -> Imported:
        """Take events from a file that `export` wrote or a person edited: all of it or nothing."""
        rows = [(record, frames.event_of(record, where)) for where, record in frames.read(Path(path))]
        rows = [(record, event if event.id else replace(event, id=new_id(event))) for record, event in rows]
        changed = added = unchanged = 0
        with self.writing() as connection:
            self._writer.imports = True
            stored: dict[str, Event] = {}
            for part in parts([wanted.id for _, wanted in rows]):
                stored |= {e.id: e for e, _ in self._load(connection, [schema.events.c.id.in_(part)])}
            for record, wanted in rows:
                found = stored.get(wanted.id)
                if found is None:
                    stored[wanted.id] = wanted
                    self._add(connection, wanted, frames.evidence_of(record), "")
                    if wanted.review == "rejected":
                        self.hide(wanted.id)
                    added += 1
                elif difference := _difference(found, wanted, record):
                    ids = [m.id for m in found.mentions]
                    self._store_edit(connection, "change", wanted.id, ids, difference, "")
                    stored[wanted.id] = chosen(self._renew(connection, [found]), wanted.id)
                    changed += 1
                elif record.get("review") and self._judged(found, wanted.review):
                    changed += 1
                else:
                    unchanged += 1
            self._writer.imports = False
            if changed or added:
                touch(connection)
        return Imported(changed, added, unchanged)

    def _judged(self, event: Event, review: str) -> bool:
        """Take over what a table says of an event that it does not change; whether there was anything."""
        if review == event.review or review not in ("accepted", "rejected"):
            return False
        if review == "rejected":
            self.hide(event.id)
        else:
            self.accept([event.id])
        return True

    def claims(self, filter: Filter | None = None, **changes: Any) -> "pd.DataFrame":  # noqa: A002
        """Who says what of the events of a filter: one row a mention, index `event`."""
        events = self.event_list(filter, **changes)
        with self.reading() as connection:
            ids = {mention.article_id for event in events for mention in event.mentions}
            return frames.claims(events, self._articles(connection, ids))

    def duplicates(self, filter: Filter | None = None, **changes: Any) -> list[Pair]:  # noqa: A002
        """The pairs of events that may be one and that no reader has decided on, likeliest first."""
        events = self.event_list(filter, **changes)
        owner = {mention.id: event.id for event in events for mention in event.mentions}
        with self.reading() as connection:
            decided = [parted(edit) for edit in self._edits(connection, schema.edits.c.action.in_(PARTING))]
        settled = {
            frozenset((owner[a], owner[b]))
            for one, other in decided
            for a in one
            for b in other
            if a in owner and b in owner
        }
        return duplicates(events, settled)


def _difference(stored: Event, wanted: Event, record: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that an imported row changes; columns that the file does not have change nothing."""
    columns = {name: (name,) for name in FIELDS} | {"when": ("edtf", "begin")}
    out = {}
    for name, needed in columns.items():
        old, new = getattr(stored, name), getattr(wanted, name)
        if name in ("actors", "tags"):
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


def _grouped(known: Mapping[str, str]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for mention, event in known.items():
        out.setdefault(event, []).append(mention)
    return out
