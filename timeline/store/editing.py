"""Readers' edits into the store: each is written down, laid over its events, and can be taken back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import sqlalchemy as sa

from timeline.errors import UsageError
from timeline.model import Event
from timeline.store import schema
from timeline.store.edits import Action, Bulk, Edit, added_event, applied, change_record, event_record
from timeline.store.merging import forget, touch
from timeline.store.reading import edit_of, parts
from timeline.store.rereading import Rereading
from timeline.store.rows import write


class Editing(Rereading):
    """A store whose events can be corrected."""

    def edit(self, event_id: str, *, note: str = "", **changes: Any) -> Event:
        """Change an event: when (an EDTF text or a When), title, status, kind, actors, place, note, tags."""
        if note and not changes:
            changes = {"note": note}
        return self._record("change", event_id, change_record(changes), note)

    def hide(self, event_id: str, *, note: str = "") -> Event:
        """Take an event off the timeline; its evidence stays."""
        return self._record("hide", event_id, {}, note)

    def show(self, event_id: str, *, note: str = "") -> Event:
        """Put a hidden event back."""
        return self._record("show", event_id, {}, note)

    def accept(self, event_ids: Sequence[str]) -> list[Edit]:
        """Say of events that they are right as they are, and show those that are hidden; the edits made."""
        table = schema.edits
        with self.writing() as connection:
            before = connection.scalar(sa.select(sa.func.max(table.c.id))) or 0
            for part in parts(event_ids):
                for event, hidden in self._load(connection, [schema.events.c.id.in_(part)]):
                    if hidden:
                        self.show(event.id)
                    ids = [mention.id for mention in event.mentions]
                    self._store_edit(connection, "accept", event.id, ids, {}, "")
            query = sa.select(table).where(table.c.id > before).order_by(table.c.id)
            made = [edit_of(row) for row in connection.execute(query)]
            self._review_again(connection, [edit.event_id for edit in made])
            return made

    def _review_again(self, connection: sa.Connection, event_ids: Sequence[str]) -> None:
        """Write down anew what readers said of events of which nothing else has changed."""
        e = schema.events
        for part in parts(event_ids):
            for event, _ in self._load(connection, [e.c.id.in_(part)]):
                connection.execute(e.update().where(e.c.id == event.id).values(review=event.review))
        touch(connection)

    def correct(self, event_ids: Sequence[str], action: Bulk, **changes: Any) -> list[int]:
        """Do one thing with several events, all or none; the edits by which it can be taken back.

        `changes` are those of `edit`, and are given with the action "change"; "tag" adds `tags` to those
        that each event has.
        """
        table = schema.edits
        with self.writing() as connection:
            before = connection.scalar(sa.select(sa.func.max(table.c.id))) or 0
            match action:
                case "accept":
                    self.accept(event_ids)
                case "hide":
                    for event_id in event_ids:
                        self.hide(event_id)
                case "merge":
                    self.merge(event_ids)
                case "change":
                    for event_id in event_ids:
                        self.edit(event_id, **changes)
                case "tag":
                    for event_id in event_ids:
                        self.edit(event_id, tags=(*self._event(connection, event_id).tags, *changes["tags"]))
            return list(connection.scalars(sa.select(table.c.id).where(table.c.id > before)))

    def merge(self, event_ids: Sequence[str], *, note: str = "") -> Event:
        """Make several events one, under the id of the first; the other ids lead to it from now on."""
        with self.writing() as connection:
            members = self._several(connection, event_ids)
            if not all(event.mentions for event in members):
                raise UsageError("an event added by hand has no evidence to merge; hide it instead")
            told = {event.id: [mention.id for mention in event.mentions] for event in members}
            ids = [key for own in told.values() for key in own]
            change: dict[str, Any] = {"events": list(told), "members": told}
            if tags := list(dict.fromkeys(tag for event in members for tag in event.tags)):
                change["tags"] = tags
            self._store_edit(connection, "merge", members[0].id, ids, change, note)
            merged = self._renew(connection, members, dict.fromkeys(ids, members[0].id))
            return chosen(merged, members[0].id)

    def split(self, event_id: str, mention_ids: Sequence[str], *, note: str = "") -> Event:
        """Take some mentions of an event out into an event of their own, which is returned."""
        with self.writing() as connection:
            event = self._event(connection, event_id)
            ids = [mention.id for mention in event.mentions]
            picked = [key for key in mention_ids if key in ids]
            if not picked or len(picked) == len(ids):
                raise UsageError(f"name some, but not all, of the mentions of {event_id}: {', '.join(ids)}")
            self._store_edit(connection, "split", event.id, ids, {"mentions": picked}, note)
            kept = {key: event.id for key in ids if key not in picked}
            apart = self._renew(connection, [event], kept)
            return next(part for part in apart if picked[0] in {mention.id for mention in part.mentions})

    def separate(self, event_id: str, other_id: str, *, note: str = "") -> None:
        """Say of two events that they are different occurrences: they are never merged or proposed again."""
        self._decide("separate", event_id, other_id, note)

    def link(self, event_id: str, other_id: str, *, note: str = "") -> None:
        """Say of two events that they are different occurrences that belong together."""
        self._decide("link", event_id, other_id, note)

    def _decide(self, action: Action, event_id: str, other_id: str, note: str) -> None:
        with self.writing() as connection:
            members = self._several(connection, (event_id, other_id))
            first, ids = members[0], [mention.id for event in members for mention in event.mentions]
            own = [mention.id for mention in first.mentions]
            change = {"events": [event.id for event in members], "mentions": own}
            self._store_edit(connection, action, first.id, ids, change, note)
            self._renew(connection, members)

    def _several(self, connection: sa.Connection, event_ids: Iterable[str]) -> list[Event]:
        found = {event.id: event for event in (self._event(connection, key) for key in event_ids)}
        if len(found) < 2:
            raise UsageError("name at least two events that are not one already")
        return list(found.values())

    def add_event(self, event: Event, *, note: str = "", evidence: Mapping[str, Any] | None = None) -> Event:
        """Add an event by hand; without an id it gets one made from its content.

        `evidence` holds columns of the data dictionary that its own values do not tell (sentence,
        article_id …).
        """
        made = event if event.id else replace(event, id=new_id(event, datetime.now(UTC).isoformat()))
        made = replace(made, edited=("added",), mentions=(), review="accepted")
        with self.writing() as connection:
            self._add(connection, made, evidence or {}, note)
            touch(connection)
        return made

    def _add(self, connection: sa.Connection, event: Event, evidence: Mapping[str, Any], note: str) -> None:
        change = event_record(event) | ({"evidence": dict(evidence)} if evidence else {})
        self._store_edit(connection, "add", event.id, [], change, note)
        write(connection, [(replace(event, edited=("added",)), False)], {}, evidence)

    def _record(self, action: Action, event_id: str, change: dict[str, Any], note: str) -> Event:
        with self.writing() as connection:
            event = self._event(connection, event_id)
            self._store_edit(connection, action, event.id, [m.id for m in event.mentions], change, note)
            return chosen(self._renew(connection, [event]), event.id)

    def _store_edit(
        self,
        connection: sa.Connection,
        action: Action,
        event_id: str,
        mentions: Sequence[str],
        change: dict[str, Any],
        note: str,
    ) -> None:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        edits, step = schema.edits, self._writer.step
        if step is None:  # after something new, nothing that was taken back is made again
            connection.execute(edits.update().where(edits.c.turn.is_not(None)).values(turn=None))
        row = {"at": at, "action": action, "event_id": event_id, "mentions": list(mentions), "change": change,
               "note": note, "undone": False, "step": step, "imported": self._writer.imports}  # fmt: skip
        made = connection.execute(edits.insert().values(row))
        if self._writer.step is None and made.inserted_primary_key:
            self._writer.step = made.inserted_primary_key[0]

    def _renew(
        self, connection: sa.Connection, events: Sequence[Event], ids: Mapping[str, str] | None = None
    ) -> list[Event]:
        """Write some events anew, after an edit; `ids` gives the event that a mention is to have now."""
        mentions = [mention for event in events for mention in event.mentions]
        merged: list[Event] = []
        if mentions:
            merged = self._rewrite(connection, mentions, self._known(connection, mentions), ids)
        for event in events:
            if not event.mentions:
                merged.append(self._rewrite_added(connection, event))
        touch(connection)
        return merged

    def _rewrite_added(self, connection: sa.Connection, event: Event) -> Event:
        edits = self._edits(connection, schema.edits.c.event_id == event.id)
        base = added_event(next(edit for edit in reversed(edits) if edit.action == "add"))
        renewed, hidden = applied(base, [edit for edit in edits if edit.action != "add"])
        connection.execute(schema.named.delete().where(schema.named.c.event_id == event.id))
        connection.execute(schema.events.delete().where(schema.events.c.id == event.id))
        forget(connection, [event.id])
        write(connection, [(renewed, hidden)], {}, _told(edits))
        return renewed


def new_id(event: Event, *more: str) -> str:
    """An id for an event that no mention tells, made from its content."""
    content = {name: value for name, value in event_record(event).items() if name not in ("review", "tags")}
    return "e" + sha256(repr((content, *more)).encode()).hexdigest()[:12]


def chosen(events: Sequence[Event], event_id: str) -> Event:
    """The event of that id, else the first."""
    return next((event for event in events if event.id == event_id), events[0])


def _told(edits: Sequence[Edit]) -> dict[str, Any]:
    """The evidence that came with an imported event."""
    adding = next((edit for edit in reversed(edits) if edit.action == "add"), None)
    return adding.change.get("evidence", {}) if adding else {}
