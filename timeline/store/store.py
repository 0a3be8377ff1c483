"""The store of articles, mentions, events and edits: SQLite or PostgreSQL behind one class.

Everything that changes it is one transaction: a crash leaves it as it was before or after. Writers
wait for each other. Re-adding an article changes nothing; a changed article at the same address
replaces the old one with its mentions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from timeline.errors import StoreError, TimelineError, UsageError
from timeline.exporters import frame as frames
from timeline.model import Event, Mention
from timeline.store import schema
from timeline.store.codec import mention_of, mention_record
from timeline.store.edits import (
    FIELDS,
    Edit,
    added_event,
    applied,
    change_record,
    event_record,
    place_named,
)
from timeline.store.merging import Merging, forget, touch
from timeline.store.opening import engine_for
from timeline.store.reading import day_of, edit_of, parts


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


class Store(Merging):
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
            for part in parts(list(ids)):
                for article in self._articles(connection, part).values():
                    found = {mention.id: mention for mention in find_mentions(article)}
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

    def add_event(self, event: Event, *, note: str = "", evidence: Mapping[str, Any] | None = None) -> Event:
        """Add an event by hand; without an id it gets one made from its content.

        `evidence` holds columns of the data dictionary that its own values do not tell (sentence,
        article_id …).
        """
        made = event if event.id else replace(event, id=_new_id(event, datetime.now(UTC).isoformat()))
        made = replace(made, edited=("added",), mentions=())
        with self.writing() as connection:
            self._add(connection, made, evidence or {}, note)
            touch(connection)
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
            self._turn(connection, edit_of(row), undone=True)
            return edit_of(row)

    def redo(self, edit_id: int | None = None) -> Edit:
        """Make an edit again that was taken back: the one taken back last, unless one is named.

        After a new edit, those taken back before it come back only by name.
        """
        table = schema.edits
        with self.writing() as connection:
            last = sa.select(sa.func.coalesce(sa.func.max(table.c.id), 0)).where(table.c.undone.is_(False))
            wanted = table.c.id == edit_id if edit_id else table.c.id > last.scalar_subquery()
            row = connection.execute(
                sa.select(table).where(table.c.undone.is_(True), wanted).order_by(table.c.id)
            ).first()
            if row is None:
                raise StoreError(
                    f"there is no edit {edit_id} that was taken back"
                    if edit_id
                    else "there is no edit to make again"
                )
            self._turn(connection, edit_of(row), undone=False)
            return edit_of(row)

    def _turn(self, connection: sa.Connection, edit: Edit, *, undone: bool) -> None:
        touched = [edit.event_id, *edit.change.get("events", ())]
        known = self._known_of(connection, edit.mentions)
        affected = self._load(connection, [schema.events.c.id.in_({*touched, *known.values()})])
        edits = schema.edits
        connection.execute(edits.update().where(edits.c.id == edit.id).values(undone=undone))
        if edit.action != "add":
            self._renew(connection, [event for event, _ in affected])
        elif undone:
            connection.execute(schema.named.delete().where(schema.named.c.event_id == edit.event_id))
            connection.execute(schema.events.delete().where(schema.events.c.id == edit.event_id))
            forget(connection, [edit.event_id])
            touch(connection)
        else:
            self._rewrite_added(connection, added_event(edit))
            touch(connection)

    def import_events(self, path: Path) -> Imported:
        """Take events from a file that `export` wrote or a person edited: all of it or nothing."""
        rows = [(record, frames.event_of(record, where)) for where, record in frames.read(Path(path))]
        rows = [(record, event if event.id else replace(event, id=_new_id(event))) for record, event in rows]
        changed = added = unchanged = 0
        with self.writing() as connection:
            stored: dict[str, Event] = {}
            for part in parts([wanted.id for _, wanted in rows]):
                stored |= {e.id: e for e, _ in self._load(connection, [schema.events.c.id.in_(part)])}
            for record, wanted in rows:
                found = stored.get(wanted.id)
                if found is None:
                    stored[wanted.id] = wanted
                    self._add(connection, wanted, frames.evidence_of(record), "")
                    added += 1
                elif difference := _difference(found, wanted, record):
                    ids = [m.id for m in found.mentions]
                    self._store_edit(connection, "change", wanted.id, ids, difference, "")
                    stored[wanted.id] = _chosen(self._renew(connection, [found]), wanted.id)
                    changed += 1
                else:
                    unchanged += 1
            if changed or added:
                touch(connection)
        return Imported(changed, added, unchanged)

    def _add(self, connection: sa.Connection, event: Event, evidence: Mapping[str, Any], note: str) -> None:
        change = event_record(event) | ({"evidence": dict(evidence)} if evidence else {})
        self._store_edit(connection, "add", event.id, [], change, note)
        self._write(connection, [(replace(event, edited=("added",)), False)], {}, evidence)

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
        touch(connection)
        return merged

    def _rewrite_added(self, connection: sa.Connection, event: Event) -> Event:
        edits = [edit for edit in self._edits(connection) if edit.event_id == event.id]
        base = added_event(next(edit for edit in reversed(edits) if edit.action == "add"))
        renewed, hidden = applied(base, [edit for edit in edits if edit.action != "add"])
        connection.execute(schema.named.delete().where(schema.named.c.event_id == event.id))
        connection.execute(schema.events.delete().where(schema.events.c.id == event.id))
        forget(connection, [event.id])
        self._write(connection, [(renewed, hidden)], {}, _told(edits))
        return renewed

    def _known_of(self, connection: sa.Connection, mention_ids: Sequence[str]) -> dict[str, str]:
        m = schema.mentions
        rows = connection.execute(sa.select(m.c.id, m.c.event_id).where(m.c.id.in_(mention_ids)))
        return {row.id: row.event_id for row in rows}


def _chosen(events: Sequence[Event], event_id: str) -> Event:
    """The event of that id, else the first."""
    return next((event for event in events if event.id == event_id), events[0])


def _new_id(event: Event, *more: str) -> str:
    """An id for an event that no mention tells, made from its content."""
    return "e" + sha256(repr((event_record(event), *more)).encode()).hexdigest()[:12]


def _told(edits: Sequence[Edit]) -> dict[str, Any]:
    """The evidence that came with an imported event."""
    adding = next((edit for edit in reversed(edits) if edit.action == "add"), None)
    return adding.change.get("evidence", {}) if adding else {}


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


def _grouped(known: Mapping[str, str]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for mention, event in known.items():
        out.setdefault(event, []).append(mention)
    return out
