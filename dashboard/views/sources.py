"""What a reader hands over to be read: pasted text, a file's bytes, an address in; articles out.

Each source gives its articles with their names, an error in place of one that could not be read.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from timeline import articles
from timeline.errors import ArticleError, MissingPublicationDate, TimelineError, UsageError
from timeline.model import Article

LARGEST = 10_000_000
"""Bytes of the largest file that is taken."""
_TABLE, _OBJECT = re.compile(rb"[^\n]*\bedtf\b"), re.compile(rb'\W*\{[^{}]*"edtf"\s*:')
"""How a table, and a list of objects, begins that holds events."""
Found = tuple[str, Article | TimelineError]


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read: `kind` is text, file or address; `data` the text, the bytes or the address.

    `published`, `publisher` and `title` are what the reader knows: of a pasted text they hold, of a
    file or an address they are used where it does not tell them itself.
    """

    kind: str
    name: str
    data: bytes
    published: str = ""
    publisher: str = ""
    title: str = ""


def read(source: Source) -> Iterator[Found]:
    """The articles of a source."""
    try:
        if source.published:
            _require_date(source.published)
        yield from _READERS.get(source.kind, _file)(source)
    except TimelineError as why:
        yield source.name, why


def _require_date(text: str) -> None:
    try:
        articles.parse_published(text)
    except UsageError as why:  # it is asked for again
        raise MissingPublicationDate(str(why)) from None


def _text(source: Source) -> Iterator[Found]:
    text = source.data.decode("utf-8", "replace")
    if not text.strip():
        raise ArticleError("paste the text of an article first")
    known = {"published": source.published or None, "publisher": source.publisher, "title": source.title}
    article = articles.read_text(text, "the pasted text", **known)
    yield article.title or source.name, article


def _address(source: Source) -> Iterator[Found]:
    address = source.data.decode("utf-8", "replace").strip()
    if not address.startswith(("http://", "https://")):
        raise ArticleError("this is no web address; it begins with http:// or https://")
    yield address, _completed(articles.read(address), source)


def _file(source: Source) -> Iterator[Found]:
    name, data = Path(source.name).name or "file", source.data
    if len(data) > LARGEST:
        raise ArticleError(f"the file is larger than {LARGEST // 1_000_000} MB; split it, or paste its text")
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        _refuse_events(path, data)
        if path.suffix.lower() == ".json":
            path = path.with_suffix(".jsonl")
            data = _lines(data, name)
        path.write_bytes(data)
        for told, found in articles.read_many([path]):
            short = told.replace(f"{folder}/", "").replace(path.name, name)
            if isinstance(found, TimelineError):
                words = str(found).replace(f"{folder}/", "").replace(path.name, name)
                yield short, type(found)(words)
            else:
                yield short, _completed(found, source)


def _refuse_events(path: Path, data: bytes) -> None:
    """An export of events is no article, nor are its rows."""
    if (_TABLE if path.suffix.lower() == ".csv" else _OBJECT).match(data):
        raise ArticleError(
            f"{path.name} holds events, not articles; bring them in with `timeline import {path.name}`"
        )


_READERS = {"text": _text, "address": _address, "file": _file}


def _lines(data: bytes, name: str) -> bytes:
    """A JSON file of one article or a list of them, an object a line."""
    try:
        value = json.loads(data)
    except ValueError:
        raise ArticleError(f"{name} is not JSON; save it again or paste its text") from None
    rows: Any = value
    if isinstance(value, dict):
        rows = value.get("articles", [value])
    if not isinstance(rows, list) or not rows:
        raise ArticleError(f'{name} holds no article such as {{"text": "…", "published": "2022-02-12"}}')
    return "\n".join(json.dumps(row) for row in rows).encode()


def _completed(article: Article, source: Source) -> Article:
    """The article with what the reader knows where it does not tell itself."""
    known: Mapping[str, Any] = {}
    if source.published and not article.published:
        day, clock = articles.parse_published(source.published)
        known = {"published": day, "published_time": clock, "published_why": "as given"}
    if source.publisher and not article.publisher:
        known = {**known, "publisher": source.publisher}
    return replace(article, **known)
