"""Articles and mentions ⇄ the plain JSON that the tables keep."""

from datetime import date, time
from typing import Any

from timeline.model import Article, ClockTime, Mention, Place, Status, Timex, When

Record = dict[str, Any]


def article_record(article: Article) -> Record:
    """Everything of an article but its text."""
    return {
        "published_time": _clock_record(article.published_time), "authors": list(article.authors),
        "body": [list(span) for span in article.body], "sources": list(article.sources),
        "published_why": article.published_why,
    }  # fmt: skip


def article_of(row: Any) -> Article:
    """The article of a row of `articles`."""
    record = row.record
    day = date.fromisoformat(row.published) if row.published else None
    return Article(
        row.text, day, _clock_of(record["published_time"]), row.title, row.publisher,
        tuple(record["authors"]), row.url, row.language, tuple((a, b) for a, b in record["body"]),
        tuple(record["sources"]), record["published_why"],
    )  # fmt: skip


def mention_record(mention: Mention) -> Record:
    """A mention as plain values."""
    return {
        "article_id": mention.article_id, "sentence": mention.sentence, "start": mention.start_char,
        "end": mention.end_char, "trigger": mention.trigger, "trigger_start": mention.trigger_start,
        "trigger_end": mention.trigger_end, "title": mention.title, "when": when_record(mention.when),
        "status": str(mention.status), "kind": mention.kind, "actors": list(mention.actors),
        "place": place_record(mention.place), "timex": _timex_record(mention.timex), "why": mention.why,
        "confidence": mention.confidence,
    }  # fmt: skip


def mention_of(record: Record) -> Mention:
    """The mention of such a record."""
    return Mention(
        record["article_id"], record["sentence"], record["start"], record["end"], record["trigger"],
        record["trigger_start"], record["trigger_end"], record["title"], when_of(record["when"]),
        Status(record["status"]), record["kind"], tuple(record["actors"]), place_of(record["place"]),
        _timex_of(record["timex"]), record["why"], record["confidence"],
    )  # fmt: skip


def when_record(when: When) -> Record:
    """A When by its fields."""
    return {
        "begin": when.begin and when.begin.isoformat(), "end": when.end and when.end.isoformat(),
        "precision": when.precision, "shape": when.shape, "approximate": when.approximate,
        "time": _clock_record(when.time),
    }  # fmt: skip


def when_of(record: Record) -> When:
    """The When of such a record."""
    return When(
        _day(record["begin"]), _day(record["end"]), record["precision"], record["shape"],
        record["approximate"], _clock_of(record["time"]),
    )  # fmt: skip


def place_record(place: Place | None) -> list[Any] | None:
    """Name, latitude, longitude."""
    return [place.name, place.latitude, place.longitude] if place else None


def place_of(record: list[Any] | None) -> Place | None:
    """The place of such a record."""
    return Place(*record) if record else None


def _timex_record(timex: Timex | None) -> Record | None:
    if timex is None:
        return None
    fields = ("start_char", "end_char", "text", "type", "value", "mod", "why", "confidence", "signal",
              "anchor", "quant", "freq", "begin_point", "end_point")  # fmt: skip
    return {name: getattr(timex, name) for name in fields} | {
        "when": when_record(timex.when) if timex.when else None
    }


def _timex_of(record: Record | None) -> Timex | None:
    return (
        Timex(**(record | {"when": when_of(record["when"]) if record["when"] else None})) if record else None
    )


def _clock_record(clock: ClockTime | None) -> list[str | None] | None:
    return [clock.at.isoformat(), clock.zone] if clock else None


def _clock_of(record: list[Any] | None) -> ClockTime | None:
    return ClockTime(time.fromisoformat(record[0]), record[1]) if record else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
