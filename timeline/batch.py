"""JSON Lines in, JSON Lines out, for programs that tag or extract from many texts.

A line is {"id", "text", "published", "language"?, "title"?}; the answer has the same id, in the
same order, or {"id", "error"} for a line that could not be read, and the run goes on.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from timeline import articles, events, temporal
from timeline.errors import TimelineError
from timeline.events.spacy_names import Pipeline
from timeline.records import Record, event_record, timex_record

Answer = Callable[[Record], Record]


def run(lines: Iterable[str | bytes], answer: Answer) -> Iterator[str]:
    """One line of JSON for each line that is not blank."""
    for line in lines:
        if line.strip():
            yield json.dumps(_answer(line, answer), ensure_ascii=False)


def _answer(line: str | bytes, answer: Answer) -> Record:
    identity: Any = None
    try:
        asked = json.loads(line.decode() if isinstance(line, bytes) else line)
        if not isinstance(asked, dict):
            raise TimelineError(
                f'a line must be a JSON object such as {{"id": 1, "text": "…"}}, not {line[:60]!r}'
            )
        identity = asked.get("id")
        if not isinstance(asked.get("text"), str):
            raise TimelineError('the line has no "text"; give the text to read as a string')
        asked["text"].encode()  # half of a surrogate pair is no text
        return {"id": identity, **answer(asked)}
    except json.JSONDecodeError as why:
        return {"id": identity, "error": f"this line is not JSON ({why.msg} at column {why.colno})"}
    except UnicodeError:
        return {"id": identity, "error": "this line is not UTF-8 text"}
    except TimelineError as why:
        return {"id": identity, "error": str(why)}


def tag(asked: Record) -> Record:
    """The temporal expressions of one text, read as it stands."""
    published, clock = _published(asked)
    found = temporal.tag(asked["text"], published, asked.get("language") or "en", clock)
    return {"timexes": [timex_record(timex) for timex in found]}


def extract(asked: Record, model: Pipeline | None = None) -> Record:
    """The events of one text, read as an article: furniture is passed over."""
    known: Record = {name: asked.get(name) for name in ("published", "language", "title", "publisher", "url")}
    article = articles.read_text(asked["text"], **known)
    articles.require_published(article)
    return {"events": [event_record(event) for event in events.extract(article, model=model)]}


def _published(asked: Record) -> tuple[Any, Any]:
    told = asked.get("published")
    return articles.parse_published(str(told)) if told else (None, None)
