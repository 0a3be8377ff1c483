"""Events ⇄ a frame with the documented columns (docs/data-dictionary.md), where exports start."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.errors import ImportRowError, TimelineError, UsageError
from timeline.events.kinds import PLOVER
from timeline.lag import first_reported, lag
from timeline.model import PRECISIONS, REVIEWS, Article, ClockTime, Event, Mention, Place, Status, When

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "begin", "end", "precision", "shape", "edtf", "approximate", "time", "title", "status", "kind", "plover",
    "actors", "place", "latitude", "longitude", "sentence", "expression", "why", "confidence", "mentions",
    "sources", "article_id", "article_title", "publisher", "published", "url", "first_reported",
    "lag", "edited", "note", "review", "tags",
)  # fmt: skip
"""The columns after `id`, which is the index."""

SEPARATOR = "; "
"""Between the values of a cell that holds several; a semicolon inside a value is written as a comma."""

_NUMBERS = ("latitude", "longitude", "confidence")
_COUNTS = ("mentions", "sources", "lag")
_EVIDENCE = (
    "sentence", "expression", "why", "confidence", "mentions", "sources", "article_id", "article_title",
    "publisher", "published", "url", "first_reported", "edited",
)  # fmt: skip
"""What is known of an event from its articles; an import keeps it as the file tells it."""


def to_frame(events: Iterable[Event], articles: Mapping[str, Article] | None = None) -> "pd.DataFrame":
    """One row an event, ordered by its first day; index `id`, columns `COLUMNS`.

    `articles` (by id) give title, publisher, date and address of the article that dates the event.
    """
    return frame_of(row(event, articles or {}) for event in events)


def frame_of(rows: Iterable[dict[str, Any]]) -> "pd.DataFrame":
    """The frame of rows as `row` makes them."""
    import pandas as pd

    frame = typed(pd.DataFrame(list(rows), columns=["id", *COLUMNS]))
    order = frame["begin"].fillna(frame["end"])
    return frame.assign(_order=order).sort_values(["_order", "end"], kind="stable").drop(columns="_order")


def typed(frame: "pd.DataFrame") -> "pd.DataFrame":
    """A frame with a column `id` and the documented ones, its index set and its types made right."""
    frame = frame.set_index("id")
    for column in _NUMBERS:
        frame[column] = frame[column].astype("Float64")
    for column in _COUNTS:
        frame[column] = frame[column].astype("Int64")
    frame["approximate"] = frame["approximate"].astype(bool)
    return frame


def row(event: Event, articles: Mapping[str, Article]) -> dict[str, Any]:
    """One event as a row; unknown values are None."""
    when, best = event.when, event.best
    article = articles.get(best.article_id) if best else None
    reported = first_reported(event, articles)
    return {
        "id": event.id,
        "begin": when.begin and when.begin.isoformat(),
        "end": when.end and when.end.isoformat(),
        "precision": when.precision,
        "shape": when.shape,
        "edtf": when.edtf,
        "approximate": when.approximate,
        "time": when.time and _clock_text(when.time),
        "title": event.title,
        "status": str(event.status),
        "kind": event.kind,
        "plover": PLOVER.get(event.kind, "OTHER"),
        "actors": joined(event.actors),
        "place": event.place and event.place.name,
        "latitude": event.place and event.place.latitude,
        "longitude": event.place and event.place.longitude,
        "sentence": best and " ".join(best.sentence.split()),
        "expression": best.timex.text if best and best.timex else None,
        "why": best and best.why,
        "confidence": round(event.confidence, 3),
        "mentions": len(event.mentions),
        "sources": event.publishers,
        "article_id": best and best.article_id,
        "article_title": (article and article.title) or None,
        "publisher": (article and article.publisher) or None,
        "published": article and article.published and article.published.isoformat(),
        "url": (article and article.url) or None,
        "first_reported": reported and reported.isoformat(),
        "lag": lag(when, reported) if reported else None,
        "edited": joined(event.edited),
        "note": event.note or None,
        "review": event.review,
        "tags": joined(event.tags),
    }


def joined(values: Iterable[str]) -> str | None:
    """Several values as one cell; None where there are none."""
    return SEPARATOR.join(value.replace(";", ",") for value in values) or None


def split(cell: Any) -> tuple[str, ...]:
    """The values of a cell, or of a list in JSON.

    >>> split("Joe Biden; Vladimir Putin")
    ('Joe Biden', 'Vladimir Putin')
    """
    values = cell if isinstance(cell, list | tuple) else str(cell or "").split(";")
    return tuple(text for value in values if (text := str(value).strip()))


def _clock_text(clock: ClockTime) -> str:
    return f"{clock.iso} {clock.zone}" if clock.zone else clock.iso


def event_of(record: Mapping[str, Any], where: str) -> Event:
    """The event that a row stands for, without its mentions; ImportRowError tells what is wrong."""
    from timeline.events.kinds import KINDS

    def bad(column: str, wants: str) -> ImportRowError:
        return _bad(record, where, column, wants)

    title = str(record.get("title") or "").strip()
    if not title:
        raise bad("title", "every event needs one")
    when = _when_of(record, where)
    try:
        status = Status(record.get("status") or "happened")
    except ValueError:
        raise bad("status", f"use one of {', '.join(Status)}") from None
    kind = str(record.get("kind") or "other")
    if kind not in KINDS:
        raise bad("kind", f"use one of {', '.join(KINDS)}")
    review = str(record.get("review") or "new")
    if review not in REVIEWS:
        raise bad("review", f"use one of {', '.join(REVIEWS)}")
    try:
        place = _place_of(record)
    except (ValueError, TypeError):
        raise bad("latitude", "latitude and longitude are numbers of degrees") from None
    try:
        evidence_of(record)
    except (ValueError, TypeError):
        raise bad("confidence", "confidence, mentions and sources are numbers") from None
    return Event(
        str(record.get("id") or ""), title, when, status, kind, split(record.get("actors")), place,
        edited=split(record.get("edited")), note=str(record.get("note") or ""), review=review,
        tags=split(record.get("tags")),
    )  # fmt: skip


def when_of(record: Mapping[str, Any]) -> When:
    """The days of a row; ImportRowError where it tells none."""
    return _when_of(record, "the row")


def _bad(record: Mapping[str, Any], where: str, column: str, wants: str) -> ImportRowError:
    return ImportRowError(f"{where}: {column} is {record.get(column)!r}; {wants}")


def _when_of(record: Mapping[str, Any], where: str) -> When:
    """The days of a row: those of its EDTF, else from its begin to its end."""
    column = next((name for name in ("edtf", "begin") if record.get(name)), None)
    if column is None:
        raise ImportRowError(f"{where}: the event has no date; write it under edtf, like {_LIKE}")
    when = _meant(record, where, column)
    if column == "begin" and record.get("end"):
        last = _meant(record, where, "end")
        unit = when.precision if when.precision == last.precision != "time" else "day"
        begin, end = when.begin or when.end, last.end or last.begin
        if when != last:
            try:
                when = When(begin, end, unit, "throughout")
            except ValueError:
                raise _bad(record, where, "end", f"no event ends before it begins ({begin})") from None
    return _with_unit(_with_zone(when, str(record.get("time") or "")), record)


_LIKE = "2022-02-24, 2022-02, 2021-12/.. or '12 Feb 2022'"


def _meant(record: Mapping[str, Any], where: str, column: str) -> When:
    """The days of one cell, EDTF or words; what could be read two ways is not guessed."""
    text = str(record[column]).strip()
    try:
        return When.from_edtf(text)
    except ValueError:
        pass
    from timeline.articles.published import find_stamp  # only for what a person wrote
    from timeline.temporal.typed import when_of as typed

    stamp = find_stamp(text) if _NUMERIC.fullmatch(text) else None
    if stamp and stamp.doubt:
        raise ImportRowError(f"{where}: {column} {stamp.doubt}; write it like 2022-02-24")
    try:
        return typed(text, datetime.now(UTC).date())
    except UsageError:
        raise _bad(record, where, column, f"write it like {_LIKE}") from None


_NUMERIC = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{4}")


def _place_of(record: Mapping[str, Any]) -> Place | None:
    name = str(record.get("place") or "").strip()
    if not name:
        return None
    numbers = [
        float(record[c]) if record.get(c) not in (None, "") else None for c in ("latitude", "longitude")
    ]
    for number, limit in zip(numbers, (90, 180), strict=True):
        if number is not None and not -limit <= number <= limit:
            raise ValueError(number)
    return Place(name, *numbers)


def _with_zone(when: When, written: str) -> When:
    """The days with the zone's name that the column `time` has and EDTF has not."""
    zone = written.partition(" ")[2]
    return replace(when, time=replace(when.time, zone=zone)) if when.time and zone else when


def _with_unit(when: When, record: Mapping[str, Any]) -> When:
    """The days with the coarser precision that a row has and EDTF cannot tell: "since late March".

    Only where the row's days are those of its EDTF: of a changed one the old precision means nothing.
    """
    unit = record.get("precision")
    days = (when.begin and when.begin.isoformat(), when.end and when.end.isoformat())
    if when.precision != "day" or unit not in PRECISIONS or PRECISIONS.index(unit) < PRECISIONS.index("day"):
        return when
    if days != (record.get("begin") or None, record.get("end") or None):
        return when
    coarser = replace(when, precision=unit)
    return coarser if coarser.edtf == when.edtf else when


def evidence_of(record: Mapping[str, Any]) -> dict[str, Any]:
    """What a row tells of its event's source, kept for an event whose article is not in the store."""
    told = {name: record[name] for name in _EVIDENCE if record.get(name) is not None}
    for name, number in (("confidence", float), ("mentions", int), ("sources", int)):
        if name in told:
            told[name] = number(told[name])
    for name in ("published", "first_reported"):
        if told.get(name):
            date.fromisoformat(str(told[name])[:10])
    if "edited" in told:
        told["edited"] = joined(split(told["edited"]))
    return told


def with_evidence(event: Event, evidence: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of an imported event that its own values do not tell; later edits join the earlier."""
    later = [name for name in event.edited if name != "added"]
    edited = joined(dict.fromkeys([*split(evidence.get("edited")), *later]))
    told = dict.fromkeys(_EVIDENCE) | {"confidence": event.confidence} | dict(evidence) | {"edited": edited}
    told["first_reported"] = reported = told["first_reported"] or (told["published"] or "")[:10] or None
    return told | {"lag": lag(event.when, date.fromisoformat(reported)) if reported else None}


def claims(events: Iterable[Event], articles: Mapping[str, Article]) -> "pd.DataFrame":
    """One row a mention: who says what of which event, where and when it was published; index `event`."""
    import pandas as pd

    records = [
        _claim(event, mention, articles.get(mention.article_id))
        for event in events
        for mention in event.mentions
    ]
    columns = [
        "event", "title", "begin", "end", "edtf", "status", "kind", "sentence", "start_char", "end_char",
        "expression", "expression_start", "expression_end", "why", "confidence", "article_id",
        "article_title", "publisher", "published", "url",
    ]  # fmt: skip
    frame = pd.DataFrame(records, columns=columns).set_index("event")
    offsets = ["expression_start", "expression_end"]  # whole numbers, though some are missing
    return frame.astype(dict.fromkeys(offsets, "Int64"))


def _claim(event: Event, mention: Mention, article: Article | None) -> dict[str, Any]:
    return {
        "event": event.id,
        "title": mention.title,
        "begin": mention.when.begin and mention.when.begin.isoformat(),
        "end": mention.when.end and mention.when.end.isoformat(),
        "edtf": mention.when.edtf,
        "status": str(mention.status),
        "kind": mention.kind,
        "sentence": " ".join(mention.sentence.split()),
        "start_char": mention.start_char,
        "end_char": mention.end_char,
        "expression": mention.timex and mention.timex.text,
        "expression_start": mention.timex and mention.timex.start_char,
        "expression_end": mention.timex and mention.timex.end_char,
        "why": mention.why,
        "confidence": round(mention.confidence, 3),
        "article_id": mention.article_id,
        "article_title": article and article.title,
        "publisher": article and article.publisher,
        "published": article and article.published and article.published.isoformat(),
        "url": article and article.url,
    }


def records(frame: "pd.DataFrame") -> list[dict[str, Any]]:
    """The rows of a frame as plain values, None for what is unknown."""
    out = []
    for record in frame.reset_index().to_dict("records"):
        out.append(
            {
                str(key): None if value is None or value != value else _plain(value)
                for key, value in record.items()
            }
        )
    return out


def _plain(value: Any) -> Any:
    import pandas as pd

    if value is pd.NA:
        return None
    return (
        value.item()
        if hasattr(value, "item")
        else value.isoformat()
        if isinstance(value, date | time)
        else value
    )


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"{str(value)[:40]!r} is no object")
    return value


def read(path: Path) -> list[tuple[str, dict[str, Any]]]:
    """The rows of an exported or edited CSV, JSON or JSON Lines file, each with where it stands.

    Raises TimelineError, in one sentence, for a file that cannot be read as events.
    """
    suffix = path.suffix.lower()
    if suffix in (".xlsx", ".xls", ".ods"):
        raise UsageError(f"{path} is a spreadsheet; save it as CSV (UTF-8) and import that")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise TimelineError(f"there is no file {str(path)!r}") from None
    except IsADirectoryError:
        raise TimelineError(f"{str(path)!r} is a folder; import one file of it") from None
    except UnicodeDecodeError:
        raise TimelineError(f"{path} is not UTF-8 text; save it as CSV in UTF-8 and import that") from None
    except OSError as why:
        raise TimelineError(f"{path} cannot be read ({why.strerror or why})") from None
    try:
        if suffix == ".json":
            listed = json.loads(text)
            if not isinstance(listed, list):
                raise TimelineError(f"{path} is no list of events; import what `timeline export` wrote")
            return [(f"{path.name}, event {n}", _object(item)) for n, item in enumerate(listed, 1)]
        if suffix in (".jsonl", ".ndjson"):
            lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
            return [(f"{path.name}, line {n}", _object(json.loads(line))) for n, line in lines]
    except (ValueError, TypeError) as why:
        raise TimelineError(f"{path} is not the JSON that `timeline export` writes ({why})") from None
    if suffix != ".csv":
        raise UsageError(
            f"events are imported from .csv, .json or .jsonl, not {path.suffix or 'a file without suffix'!r}"
        )
    from timeline.exporters.csv import read_csv

    return [(f"{path.name}, line {n}", record) for n, record in read_csv(text, path.name)]
