"""A page of events: the rows from one place to another in a chosen order, without reading the others."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from timeline.errors import UsageError
from timeline.exporters.frame import COLUMNS
from timeline.store.filters import Filter, conditions
from timeline.store.schema import events
from timeline.store.store import Store

IN_TIME = ("first_day", "last_day")
"""The order of a timeline."""


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
    if asked.known_by:
        return _as_known(store, asked, begin, end, order, falling=falling)
    unknown = set(order) - {*COLUMNS, *IN_TIME}
    if unknown:
        raise UsageError(f"events have no column {', '.join(sorted(unknown))} to be ordered by")
    chosen = [events.c[name] for name in order]
    sorted_by = [column.desc().nulls_last() if falling else column.asc().nulls_last() for column in chosen]
    ties = [events.c[name] for name in IN_TIME if name not in order]
    query = sa.select(events.c.id, *(events.c[name] for name in COLUMNS))
    with store.reading() as connection:
        query = query.where(*conditions(asked, connection.dialect.name))
        query = query.order_by(*sorted_by, *ties, events.c.id).offset(begin).limit(end - begin)
        return [dict(row) for row in connection.execute(query).mappings()]


def _as_known(
    store: Store, asked: Filter, begin: int, end: int, order: Sequence[str], *, falling: bool
) -> list[dict[str, Any]]:
    """The same of the events as they were known on a day, which are made anew from their mentions."""
    frame = store.events(asked)
    columns = [name for name in order if name in COLUMNS]
    if columns:
        frame = frame.sort_values(columns, ascending=not falling, kind="stable", na_position="last")
    elif falling:
        frame = frame.iloc[::-1]
    part = frame.iloc[begin:end]
    plain = part.astype(object).where(part.notna(), None).reset_index()
    return [{str(name): value for name, value in row.items()} for row in plain.to_dict("records")]
