"""Which events are asked for: a Filter in, SQL conditions out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import sqlalchemy as sa

from timeline.errors import UsageError
from timeline.store.known import wholly
from timeline.store.schema import events, mentions, named
from timeline.store.search import Spelling, in_postgres, in_sqlite, read_search


@dataclass(frozen=True, slots=True)
class Filter:
    """Events with a day in `begin` to `end`, what `text` looks for, and one of each list that is given.

    Which days an open stretch has is said in `timeline.calendar` (`days_since`, `days_until`).
    `without_…` leave out events of any of those names. Days are dates or ISO text (a year or month
    stands for its days). `known_by` leaves out what was published later: all that is asked for is asked of
    events as they were told by then, with `retold` only of those that were told otherwise than today.
    `min_publishers` leaves out what fewer independent publishers tell.
    """

    begin: date | str | None = None
    end: date | str | None = None
    text: str = ""
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    without_actors: tuple[str, ...] = ()
    without_places: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    article_id: str | None = None
    ids: tuple[str, ...] = ()
    without_ids: tuple[str, ...] = ()
    known_by: date | str | None = None
    retold: bool = False
    min_publishers: int = 1
    include_hidden: bool = False


def filter_of(given: Filter | None, changes: dict[str, Any]) -> Filter:
    """A filter with some fields changed; UsageError names a field that does not exist."""
    values = {f.name: getattr(given or Filter(), f.name) for f in fields(Filter)}
    for name, value in changes.items():
        if name not in values:
            raise UsageError(f"there is no filter {name!r}; known filters: {', '.join(values)}")
        values[name] = tuple(value) if isinstance(value, list | tuple | set) else value
    return Filter(**values)


def conditions(asked: Filter, dialect: str) -> list[sa.ColumnElement[bool]]:
    """The conditions that select the events of a filter.

    Of what was known on a day, those events whose rows tell it; how the others were told, `known` says.
    """
    out: list[sa.ColumnElement[bool]] = []
    known_by = day_text(asked.known_by, last=True) if asked.known_by else None
    if not asked.include_hidden and "rejected" not in asked.reviews:  # what is rejected is hidden
        out.append(events.c.hidden.is_(False))
    if asked.begin:
        out.append(_since(day_text(asked.begin, last=False), known_by))
    if asked.end:
        out.append(events.c.counts_from <= day_text(asked.end, last=True))
    for column, values in (
        (events.c.kind, asked.kinds), (events.c.status, asked.statuses), (events.c.place, asked.places),
        (events.c.precision, asked.precisions), (events.c.review, asked.reviews), (events.c.id, asked.ids),
    ):  # fmt: skip
        if values:
            out.append(column.in_(values))
    if asked.without_ids:
        out.append(events.c.id.not_in(asked.without_ids))
    out += _of_names(asked)
    if asked.article_id:
        out.append(
            events.c.id.in_(sa.select(mentions.c.event_id).where(mentions.c.article_id == asked.article_id))
        )
    if asked.min_publishers > 1:
        out.append(events.c.sources >= asked.min_publishers)
    if known_by:
        out.append(wholly(known_by))
    if asked.text.strip():
        out += _search(asked.text, dialect)
    return out


def _since(day: str, known_by: str | None) -> sa.ColumnElement[bool]:
    """What has a day from then on; what no dated article tells goes on until the last one of all."""
    last_told = sa.select(sa.func.max(events.c.published)).where(events.c.hidden.is_(False))
    if known_by:
        last_told = last_told.where(events.c.published <= known_by)
    goes_on = sa.and_(
        events.c.shape == "since", events.c.published.is_(None), last_told.scalar_subquery() >= day
    )
    return sa.or_(events.c.counts_to >= day, goes_on)


def _of_names(asked: Filter) -> Iterator[sa.ColumnElement[bool]]:
    """Who, where, tags: events of some names, and none of others."""
    for role, wanted, unwanted in (
        ("actor", asked.actors, asked.without_actors),
        ("publisher", asked.publishers, ()),
        ("tag", asked.tags, ()),
    ):
        names = sa.select(named.c.event_id).where(named.c.role == role)
        if wanted:
            yield events.c.id.in_(names.where(named.c.name.in_(wanted)))
        if unwanted:
            yield events.c.id.not_in(names.where(named.c.name.in_(unwanted)))
    if asked.without_places:
        yield sa.or_(events.c.place.is_(None), events.c.place.not_in(asked.without_places))


def _search(text: str, dialect: str) -> Iterator[sa.ColumnElement[bool]]:
    looked_for = read_search(text)
    if not looked_for.wanted and not looked_for.unwanted:
        yield sa.false()
    matches = _in_sqlite if dialect == "sqlite" else _in_postgres
    for spellings in looked_for.wanted:
        yield matches(spellings)
    if looked_for.unwanted:
        yield sa.not_(matches(looked_for.unwanted))


def _in_sqlite(spellings: Sequence[Spelling]) -> sa.ColumnElement[bool]:
    query = " OR ".join(map(in_sqlite, spellings))
    match = sa.literal_column("events_search").bool_op("MATCH")(query)
    return events.c.id.in_(sa.select(sa.column("id")).select_from(sa.text("events_search")).where(match))


def _in_postgres(spellings: Sequence[Spelling]) -> sa.ColumnElement[bool]:
    query = " | ".join(map(in_postgres, spellings))
    return sa.func.to_tsvector(sa.literal_column("'simple'"), events.c.search).bool_op("@@")(
        sa.func.to_tsquery(sa.literal_column("'simple'"), query)
    )


def day_text(value: date | str, *, last: bool) -> str:
    """A day as ISO text; a year or a month given as text stands for its first or last day."""
    if isinstance(value, date):
        return value.isoformat()
    if re.fullmatch(r"\d{4}", value):
        return value + ("-12-31" if last else "-01-01")
    if re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", value):
        return value + ("-31" if last else "-01")
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise UsageError(
            f"{value!r} is not a day, month or year; write it like 2022-02-12, 2022-02 or 2022"
        ) from None
