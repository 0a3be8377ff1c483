"""Edits taken back and made again: one that is named, or all that were saved together."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from timeline.errors import StoreError
from timeline.store import schema
from timeline.store.editing import Editing
from timeline.store.edits import Edit, added_event
from timeline.store.merging import forget, touch
from timeline.store.reading import edit_of, parts


class Undoing(Editing):
    """A store whose edits can be taken back."""

    def undo(self, edit_id: int | None = None, *, together: bool = False, imports: bool = True) -> list[Edit]:
        """Take back the last edit with those that were saved together with it, or the one that is named.

        With `together` the one that is named takes those along, too. Without `imports` the last edit that
        no table brought is taken. What was taken back, newest first.
        """
        table = schema.edits
        with self.writing() as connection:
            query = sa.select(table).where(table.c.undone.is_(False)).order_by(table.c.id.desc())
            wanted = table.c.id == edit_id if edit_id else _made_here(imports=imports)
            row = connection.execute(query.where(wanted)).first()
            if row is None:
                raise StoreError(_nothing(connection, edit_id))
            alone = edit_id and not together
            rows = [row] if alone else connection.execute(query.where(_saved_with(row))).fetchall()
            return self._turn_all(connection, [edit_of(each) for each in rows], undone=True)

    def redo(self, edit_id: int | None = None, *, together: bool = False, imports: bool = True) -> list[Edit]:
        """Make again what was taken back last, all of it together, or the edit that is named.

        With `together` the one that is named takes along what was saved together with it. After a new edit,
        those taken back before it come back only by name. Without `imports` nothing that a table brought
        is made again. What was made again, in order.
        """
        table = schema.edits
        with self.writing() as connection:
            query = sa.select(table).where(table.c.undone.is_(True)).order_by(table.c.id)
            turn = sa.select(sa.func.max(table.c.turn)).where(_made_here(imports=imports)).scalar_subquery()
            wanted = table.c.id == edit_id if edit_id else table.c.turn == turn
            rows = connection.execute(query.where(wanted)).fetchall()
            if together and rows:
                rows = connection.execute(query.where(_saved_with(rows[0]))).fetchall()
            edits = [edit_of(row) for row in rows]
            if not edits:
                raise StoreError(
                    f"there is no edit {edit_id} that was taken back"
                    if edit_id
                    else "there is no edit to make again"
                )
            return self._turn_all(connection, edits, undone=False)

    def take_back(self, edit_ids: Sequence[int], *, for_good: bool = False) -> None:
        """Undo several edits, the newest first, all or none; `for_good` only by name to be made again."""
        table = schema.edits
        with self.writing() as connection:
            edits: list[Edit] = []
            for part in parts(edit_ids):
                these = table.c.undone.is_(False), table.c.id.in_(part)
                edits += [edit_of(row) for row in connection.execute(sa.select(table).where(*these))]
            if len(edits) < len(set(edit_ids)):
                raise StoreError("some of these edits were taken back already; see the history of the events")
            edits.sort(key=lambda edit: edit.id, reverse=True)
            self._turn_all(connection, edits, undone=True)
            if for_good:
                self._mark(connection, [edit.id for edit in edits], undone=True, turn=None)

    def _turn_all(self, connection: sa.Connection, edits: list[Edit], *, undone: bool) -> list[Edit]:
        """Turn edits in this order, then at once those that come by the thousand: acceptances, imports."""
        accepting = [edit for edit in edits if edit.action == "accept"]
        leaving = [edit for edit in edits if edit.action == "add" and undone]
        at_once = {edit.id for edit in (*accepting, *leaving)}
        turn = self._next_turn(connection) if undone else None
        for edit in edits:
            if edit.id not in at_once:
                self._turn(connection, edit, undone=undone, turn=turn)
        self._mark(connection, sorted(at_once), undone=undone, turn=turn)
        for part in parts([edit.event_id for edit in leaving]):
            connection.execute(schema.named.delete().where(schema.named.c.event_id.in_(part)))
            connection.execute(schema.events.delete().where(schema.events.c.id.in_(part)))
            forget(connection, part)
        touch(connection)
        touched = {edit.event_id for edit in accepting}
        for part in parts([key for edit in accepting for key in edit.mentions]):
            touched |= set(self._known_of(connection, part).values())
        if touched:
            self._review_again(connection, sorted(touched))
        return edits

    def _turn(self, connection: sa.Connection, edit: Edit, *, undone: bool, turn: int | None) -> None:
        if edit.action == "add":
            self._mark(connection, [edit.id], undone=undone, turn=turn)
            self._rewrite_added(connection, added_event(edit))
            return
        touched = [edit.event_id, *edit.change.get("events", ())]
        known = self._known_of(connection, edit.mentions)
        affected = self._load(connection, [schema.events.c.id.in_({*touched, *known.values()})])
        self._mark(connection, [edit.id], undone=undone, turn=turn)
        events = [event for event, _ in affected]
        told = {mention.id: event.id for event in events for mention in event.mentions}
        self._renew(connection, events, _turned(told, edit, undone=undone))

    def _mark(
        self, connection: sa.Connection, edit_ids: Sequence[int], *, undone: bool, turn: int | None
    ) -> None:
        edits = schema.edits
        for part in parts(edit_ids):
            connection.execute(edits.update().where(edits.c.id.in_(part)).values(undone=undone, turn=turn))

    def _next_turn(self, connection: sa.Connection) -> int:
        """The number of what this transaction takes back."""
        if self._writer.turn is None:
            self._writer.turn = (connection.scalar(sa.select(sa.func.max(schema.edits.c.turn))) or 0) + 1
        return int(self._writer.turn)

    def _known_of(self, connection: sa.Connection, mention_ids: Sequence[str]) -> dict[str, str]:
        m = schema.mentions
        rows = connection.execute(sa.select(m.c.id, m.c.event_id).where(m.c.id.in_(mention_ids)))
        return {row.id: row.event_id for row in rows}


def _nothing(connection: sa.Connection, edit_id: int | None) -> str:
    """Why nothing was taken back."""
    table = schema.edits
    if edit_id:
        return f"there is no edit {edit_id} to undo"
    imported = sa.select(table.c.id).where(table.c.undone.is_(False), table.c.imported).limit(1)
    if connection.scalar(imported):
        return "there is no edit by hand to undo; `timeline undo` takes the last import back"
    return "there is no edit to undo"


def _made_here(*, imports: bool) -> sa.ColumnElement[bool]:
    """The edits that no table brought; with `imports` all."""
    return sa.true() if imports else schema.edits.c.imported.is_(False)


def _saved_with(row: Any) -> sa.ColumnElement[bool]:
    """The edits of one transaction."""
    first, table = row.step or row.id, schema.edits
    return sa.and_(table.c.id >= first, sa.or_(table.c.id == first, table.c.step == first))


def _turned(told: Mapping[str, str], edit: Edit, *, undone: bool) -> dict[str, str]:
    """The event of each mention when an edit is taken back or made again, so that every id comes back."""
    out = dict(told)
    if edit.action == "split" and undone:
        out |= dict.fromkeys(edit.mentions, edit.event_id)
    elif edit.action == "split":
        out = {key: event for key, event in out.items() if key not in edit.change["mentions"]}
    elif edit.action == "merge" and undone:
        out |= {key: event for event, own in edit.change.get("members", {}).items() for key in own}
    elif edit.action == "merge":
        out |= dict.fromkeys(edit.mentions, edit.event_id)
    return out
