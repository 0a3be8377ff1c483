"""Events as rows: those from one place to another in a chosen order, or all of them, a few at a time."""

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from timeline.errors import UsageError
from timeline.exporters.frame import COLUMNS, records
from timeline.store.filters import Filter, conditions
from timeline.store.schema import events
from timeline.store.store import Store

IN_TIME = ("first_day", "last_day")
"""The order of a timeline."""
PART = 1000
"""Rows that are read at once."""
_ALL = (events.c.id, *(events.c[name] for name in COLUMNS))


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
    turned = [events.c[name].desc() if falling else events.c[name].asc() for name in order]
    sorted_by = [by if by.element.name in IN_TIME else by.nulls_last() for by in turned]
    ties = [events.c[name] for name in IN_TIME if name not in order]
    with store.reading() as connection:
        # the ids first: an index holds them in the order of time, and what is skipped is not read
        ids = sa.select(events.c.id).where(*conditions(asked, connection.dialect.name))
        ids = ids.order_by(*sorted_by, *ties, events.c.id).offset(begin).limit(end - begin)
        found = connection.scalars(ids).all()
        query = sa.select(*_ALL).where(events.c.id.in_(found))
        by_id = {row["id"]: dict(row) for row in connection.execute(query).mappings()}
        return [by_id[key] for key in found]


def following(store: Store, asked: Filter, event_id: str | None) -> dict[str, Any] | None:
    """The first event of a filter after one in the order of time, else the first of all; None for none."""
    keys = (events.c.first_day, events.c.last_day, events.c.id)
    with store.reading() as connection:
        query = sa.select(*_ALL).where(*conditions(asked, connection.dialect.name)).order_by(*keys).limit(1)
        here = connection.execute(sa.select(*keys).where(events.c.id == (event_id or ""))).one_or_none()
        after = query.where(sa.tuple_(*keys) > sa.tuple_(*here)) if here else query
        found = connection.execute(after).mappings().first()
        if found is None and here:
            found = connection.execute(query.where(events.c.id != event_id)).mappings().first()
        return dict(found) if found else None


def sizes(store: Store, asked: Filter) -> dict[str, int]:
    """How many `events` a filter has, how many `mentions` these have, and how many have a `latitude`."""
    if asked.known_by:
        frame = store.events(asked)
        numbers = [len(frame), frame["mentions"].sum(), frame["latitude"].notna().sum()]
    else:
        with store.reading() as connection:
            columns = sa.func.count(), sa.func.sum(events.c.mentions), sa.func.count(events.c.latitude)
            query = sa.select(*columns).select_from(events).where(*conditions(asked, connection.dialect.name))
            numbers = list(connection.execute(query).one())
    return dict(
        zip(("events", "mentions", "latitude"), (int(number or 0) for number in numbers), strict=True)
    )


def rows(store: Store, asked: Filter) -> Iterator[dict[str, Any]]:
    """Every event of a filter in the order of time, read a part at a time: any number in little memory."""
    if asked.known_by:
        yield from records(store.events(asked))
        return
    with store.reading() as connection:
        query = sa.select(*_ALL).where(*conditions(asked, connection.dialect.name))
        query = query.order_by(*(events.c[name] for name in IN_TIME), events.c.id)
        for part in connection.execution_options(yield_per=PART).execute(query).mappings().partitions():
            yield from map(dict, part)


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
