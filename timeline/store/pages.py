"""Events as rows: those from one place to another in a chosen order, or all of them, a few at a time."""

from collections.abc import Iterator, Sequence
from heapq import merge
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from timeline.errors import UsageError
from timeline.exporters.frame import COLUMNS
from timeline.store.filters import Filter
from timeline.store.reading import Asked, parts
from timeline.store.schema import events
from timeline.store.store import Store

IN_TIME = ("first_day", "last_day")
"""The order of a timeline."""
PART = 1000
"""Rows that are read at once."""
_ALL = [events.c[name] for name in (*IN_TIME, "id", *COLUMNS)]
_TIME = itemgetter(*IN_TIME, "id")


def page(
    store: Store,
    asked: Filter,
    begin: int,
    end: int,
    order: Sequence[str] = IN_TIME,
    *,
    falling: bool = False,
) -> list[dict[str, Any]]:
    """The events of a filter from place `begin` up to `end`, as rows of the documented columns with `id`.

    `order` names columns; where they are equal, the order is that of time.
    """
    unknown = set(order) - {*COLUMNS, *IN_TIME}
    if unknown:
        raise UsageError(f"events have no column {', '.join(sorted(unknown))} to be ordered by")
    with store.asking(asked) as (own, *others):
        beside = [row for other in others for row in _part(other, order, 0, None, falling=falling)]
        skipped = max(begin - len(beside), 0)  # of these all may stand before `begin`
        found = _part(own, order, skipped, end, falling=falling, alike=bool(others))
    if others:
        found = _in_order([*found, *beside], order, falling=falling)
    return [_told(row) for row in found[begin - skipped : end - skipped]]


def _part(
    asked: Asked, order: Sequence[str], begin: int, end: int | None, *, falling: bool, alike: bool = False
) -> list[dict[str, Any]]:
    """The rows from one place to another; `alike` with text in the order of its letters' numbers."""
    connection, where = asked
    by: list[sa.ColumnElement[Any]] = [events.c[name] for name in order]
    if alike and connection.dialect.name == "postgresql":
        by = [sa.collate(column, "C") if isinstance(column.type, sa.Text) else column for column in by]
    turned = [column.desc() if falling else column.asc() for column in by]
    sorted_by = [t if name in IN_TIME else t.nulls_last() for name, t in zip(order, turned, strict=True)]
    ties = [events.c[name] for name in IN_TIME if name not in order]
    # the ids first: an index holds them in the order of time, and what is skipped is not read
    ids = sa.select(events.c.id).where(*where).order_by(*sorted_by, *ties, events.c.id)
    found = connection.scalars(ids.offset(begin).limit(None if end is None else end - begin)).all()
    by_id: dict[str, dict[str, Any]] = {}
    for some in parts(found):
        query = sa.select(*_ALL).where(events.c.id.in_(some))
        by_id |= {row["id"]: dict(row) for row in connection.execute(query).mappings()}
    return [by_id[key] for key in found]


def _in_order(rows: list[dict[str, Any]], order: Sequence[str], *, falling: bool) -> list[dict[str, Any]]:
    """The rows as a database orders them."""
    rows.sort(key=_TIME)
    for name in reversed(order):
        known = [row for row in rows if row[name] is not None]
        known.sort(key=itemgetter(name), reverse=falling)
        rows = known + [row for row in rows if row[name] is None]
    return rows


def _told(row: dict[str, Any]) -> dict[str, Any]:
    """The row without what it was only ordered by."""
    for name in IN_TIME:
        del row[name]
    return row


def following(store: Store, asked: Filter, event_id: str | None) -> dict[str, Any] | None:
    """The first event of a filter after one in the order of time, else the first of all; None for none."""
    keys = [events.c[name] for name in (*IN_TIME, "id")]
    with store.asking(asked) as told:
        places = (c.execute(sa.select(*keys).where(events.c.id == (event_id or ""))) for c, _ in told)
        here = next((place for found in reversed([*places]) if (place := found.one_or_none())), None)
        every = [(c, sa.select(*_ALL).where(*where, events.c.id != (event_id or ""))) for c, where in told]
        for after in ([sa.tuple_(*keys) > sa.tuple_(*here)], []) if here else ([],):
            asking = ((c, query.where(*after).order_by(*keys).limit(1)) for c, query in every)
            found = [row for c, query in asking if (row := c.execute(query).mappings().first())]
            if found:
                return _told(dict(min(found, key=_TIME)))
    return None


def sizes(store: Store, asked: Filter) -> dict[str, int]:
    """How many `events` a filter has, how many `mentions` these have, and how many have a `latitude`."""
    columns = sa.func.count(), sa.func.sum(events.c.mentions), sa.func.count(events.c.latitude)
    query = sa.select(*columns).select_from(events)
    with store.asking(asked) as told:
        numbers = [connection.execute(query.where(*where)).one() for connection, where in told]
    counted = [sum(int(number or 0) for number in column) for column in zip(*numbers, strict=True)]
    return dict(zip(("events", "mentions", "latitude"), counted, strict=True))


def rows(store: Store, asked: Filter) -> Iterator[dict[str, Any]]:
    """Every event of a filter in the order of time, read a part at a time: any number in little memory."""
    with store.asking(asked) as (own, *others):
        beside = [[*_stream(other)] for other in others]
        yield from map(_told, merge(_stream(own), *beside, key=_TIME) if beside else _stream(own))


def _stream(asked: Asked) -> Iterator[dict[str, Any]]:
    connection, where = asked
    query = sa.select(*_ALL).where(*where).order_by(*(events.c[name] for name in (*IN_TIME, "id")))
    for part in connection.execution_options(yield_per=PART).execute(query).mappings().partitions():
        yield from map(dict, part)
