"""Events as the rows of the tables, so that lists, searches and exports need no mention."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from timeline.exporters import frame as frames
from timeline.model import Article, Event, Mention
from timeline.store import schema
from timeline.store.search import text_of


def write(
    connection: sa.Connection,
    events: Sequence[tuple[Event, bool]],
    articles: Mapping[str, Article],
    evidence: Mapping[str, Any] | None = None,
) -> None:
    """Write the rows of events, each with whether it is hidden; `articles` (by id) are those that tell them.

    `evidence` is what an imported one told of its source.
    """
    rows, names, words = [], [], []
    for event, hidden in events:
        row = frames.row(event, articles)
        if evidence and not event.mentions:
            row |= frames.with_evidence(event, evidence)
        row |= {"hidden": hidden} | _bounds(event)
        row |= schema.counted_days(event.when, row["published"])
        row["conflicting"] = frames.joined(when.edtf for when in event.conflicting)
        row["search"] = text_of(row, (mention.sentence for mention in event.mentions))
        rows.append(row)
        words.append({"number": schema.number_of(event.id), "id": event.id, "search": row["search"]})
        names += [
            {"event_id": event.id, "role": "actor", "name": name} for name in dict.fromkeys(event.actors)
        ]
        names += [{"event_id": event.id, "role": "tag", "name": tag} for tag in event.tags]
        publishers = dict.fromkeys(_publisher(articles, mention) for mention in event.mentions)
        publishers |= {row["publisher"]: None}
        names += [{"event_id": event.id, "role": "publisher", "name": name} for name in publishers if name]
    if rows:
        connection.execute(schema.events.insert(), rows)
    if names:
        connection.execute(schema.named.insert(), names)
    if words and connection.dialect.name == "sqlite":
        connection.execute(sa.text(schema.SEARCHABLE), words)


def _bounds(event: Event) -> dict[str, str]:
    first, last = event.when.begin or date.min, event.when.end or date.max
    return {"first_day": first.isoformat(), "last_day": last.isoformat()}


def _publisher(articles: Mapping[str, Article], mention: Mention) -> str:
    return articles[mention.article_id].publisher if mention.article_id in articles else ""
