"""Facets: conditions on events in, how many of them have each kind, status, actor … out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

import sqlalchemy as sa

from timeline.store import schema

Conditions = Sequence[sa.ColumnElement[bool]]


def counted(
    connection: sa.Connection, where: Conditions, reviewed: Conditions
) -> dict[str, list[tuple[str, int]]]:
    """How many events each name of each facet has; reviews are counted of hidden ones too."""
    e, n = schema.events, schema.named
    out: dict[str, list[tuple[str, int]]] = {}
    for name, column in (
        ("kinds", e.c.kind),
        ("statuses", e.c.status),
        ("precisions", e.c.precision),
        ("places", e.c.place),
        ("reviews", e.c.review),
    ):
        passing = reviewed if name == "reviews" else where
        query = sa.select(column, sa.func.count()).where(*passing, column.is_not(None)).group_by(column)
        out[name] = [(row[0], row[1]) for row in connection.execute(query)]
    inside = sa.select(e.c.id).where(*where)
    for name, role in (("actors", "actor"), ("publishers", "publisher"), ("tags", "tag")):
        query = sa.select(n.c.name, sa.func.count()).where(n.c.role == role, n.c.event_id.in_(inside))
        out[name] = [(row[0], row[1]) for row in connection.execute(query.group_by(n.c.name))]
    return out


def ranked(counts: Iterable[Iterable[tuple[str, int]]]) -> dict[str, int]:
    """Names with their counts together, the most frequent first."""
    out: Counter[str] = Counter()
    for name, count in chain.from_iterable(counts):
        out[name] += count
    return dict(sorted(out.items(), key=lambda pair: (-pair[1], pair[0])))
