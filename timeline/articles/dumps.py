"""Files of many articles, read one at a time: JSON Lines, CSV, RSS and Atom feeds."""

import csv
import io
import json
from collections.abc import Iterator
from html import escape
from typing import Any
from xml.etree import ElementTree

from timeline.articles.facts import Facts, Published, Raw
from timeline.articles.furniture import furnish
from timeline.articles.html import read_html
from timeline.articles.plain import decoded, even
from timeline.articles.published import find_stamp, is_possible, told_published
from timeline.articles.publishers import proper_publisher, publisher_of_url
from timeline.errors import ArticleError, TimelineError
from timeline.model import Article

Entry = tuple[str, Article | TimelineError]
_TEXT = ("text", "body", "content", "article")
_ATOM = "{http://www.w3.org/2005/Atom}"


def read_jsonl(raw: Raw) -> Iterator[Entry]:
    """An article a line: an object with "text", and "title", "published", "publisher", "url" where known."""
    for number, line in enumerate(io.StringIO(decoded(raw)), 1):
        if line.strip():
            name = f"{raw.name}, line {number}"
            try:
                record = json.loads(line)
                if not isinstance(record, dict):
                    raise ArticleError(
                        f'{name} is no JSON object such as {{"text": "…", "published": "2022-02-12"}}'
                    )
                yield name, _article(record, name)
            except ValueError as why:
                yield name, ArticleError(f"{name} is not JSON ({why})")
            except TimelineError as why:
                yield name, why


def read_csv(raw: Raw) -> Iterator[Entry]:
    """An article a row, with a column "text"."""
    csv.field_size_limit(50_000_000)
    reader = csv.DictReader(io.StringIO(decoded(raw), newline=""))
    if not set(_TEXT) & set(reader.fieldnames or ()):
        raise ArticleError(
            f"{raw.name} has no column 'text'; its columns are {', '.join(reader.fieldnames or ()) or 'none'}"
        )
    try:
        for record in reader:
            name = f"{raw.name}, line {reader.line_num}"
            try:
                yield name, _article(record, name)
            except TimelineError as why:
                yield name, why
    except csv.Error as why:
        raise ArticleError(f"{raw.name}, line {reader.line_num}, is not CSV ({why})") from None


def _article(record: dict[str, Any], name: str) -> Article:
    text = next(
        (record[key] for key in _TEXT if isinstance(record.get(key), str) and record[key].strip()), None
    )
    if text is None:
        raise ArticleError(f"{name} has no text")
    published = record.get("published") or record.get("date")
    facts = Facts(
        title=str(record.get("title") or ""),
        publisher=proper_publisher(str(record.get("publisher") or ""))
        or publisher_of_url(str(record.get("url") or "")),
        authors=tuple(record["authors"]) if isinstance(record.get("authors"), list) else (),
        published=told_published(str(published), name) if published else None,
        url=str(record.get("url") or ""),
        language=str(record.get("language") or ""),
    )
    text = even(text)
    head, body = furnish(text)
    return facts.or_else(head).article(text, body)


def read_feed(raw: Raw) -> Iterator[Entry]:
    """An article an item of an RSS or Atom feed that carries its text."""
    if b"<!ENTITY" in raw.data:
        raise ArticleError(f"{raw.name} is a feed with entity definitions, which are not read")
    try:
        root = ElementTree.fromstring(raw.data)  # noqa: S314 - entities were refused above
    except ElementTree.ParseError as why:
        raise ArticleError(f"{raw.name} is a broken feed ({why})") from None
    site = root.findtext("channel/title") or root.findtext(f"{_ATOM}title") or ""
    items = [*root.iter("item"), *root.iter(f"{_ATOM}entry")]
    if not items:
        raise ArticleError(f"{raw.name} is a feed without entries")
    for number, item in enumerate(items, 1):
        name = f"{raw.name}, entry {number}"
        try:
            yield name, _entry(item, site, name)
        except TimelineError as why:
            yield name, why


def _entry(item: ElementTree.Element, site: str, name: str) -> Article:
    def told(*tags: str) -> str:
        return next((found.strip() for tag in tags if (found := item.findtext(tag))), "")

    content = told(
        "{http://purl.org/rss/1.0/modules/content/}encoded",
        f"{_ATOM}content",
        "description",
        f"{_ATOM}summary",
    )
    link = told("link") or next((e.get("href", "") for e in item.iter(f"{_ATOM}link")), "")
    stamp = told("pubDate", f"{_ATOM}published", f"{_ATOM}updated", "{http://purl.org/dc/elements/1.1/}date")
    found = find_stamp(stamp) if stamp else None
    published = (
        Published(found.day, found.clock, f"the entry's date, {stamp!r}")
        if found and found.day and is_possible(found.day)
        else None
    )
    if not content:
        raise ArticleError(f"{name} carries no text; add its address instead ({link or 'it has none'})")
    title = told("title", f"{_ATOM}title")
    page = (
        f"<html><head><title>{escape(title)}</title></head><body><article>{content}</article></body></html>"
    )
    article = read_html(Raw(page.encode(), name, "utf-8"))
    facts = Facts(
        title=title, publisher=publisher_of_url(link) or proper_publisher(site), published=published, url=link
    )
    return facts.or_else(Facts(authors=article.authors, language=article.language)).article(
        article.text, article.body
    )
