"""Sources → articles: text, files, folders, addresses and dumps in; Article out, or a sentence why not.

A new format is one function `Raw → Article` and one row of `FORMATS`.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from glob import glob, has_magic
from importlib import import_module
from pathlib import Path
from typing import Any

from timeline.articles import fetch
from timeline.articles.facts import Facts, Published, Raw
from timeline.articles.published import given_published, parse_published
from timeline.articles.publishers import proper_publisher, publisher_of_url
from timeline.errors import ArticleError, MissingPublicationDate, TimelineError, UsageError
from timeline.model import Article

__all__ = ["parse_published", "read", "read_many", "read_text", "require_published"]

FORMATS: dict[str, tuple[str, str]] = {
    ".txt": ("plain", "read_plain"), ".text": ("plain", "read_plain"), ".md": ("plain", "read_plain"),
    ".html": ("html", "read_html"), ".htm": ("html", "read_html"), ".xhtml": ("html", "read_html"),
    ".pdf": ("documents", "read_pdf"), ".docx": ("documents", "read_docx"), ".eml": ("mail", "read_mail"),
}  # fmt: skip
"""Suffix → module and function that read one article."""

DUMPS: dict[str, tuple[str, str]] = {
    ".jsonl": ("dumps", "read_jsonl"), ".ndjson": ("dumps", "read_jsonl"), ".csv": ("dumps", "read_csv"),
    ".rss": ("dumps", "read_feed"), ".atom": ("dumps", "read_feed"), ".xml": ("dumps", "read_feed"),
}  # fmt: skip
"""Suffix → module and function that read many."""

_ADDRESS = ("http://", "https://")
_SCHEME = re.compile(r"[A-Za-z][\w+.-]+://")
_LONGEST_NAME = 500
_LARGEST_MB = fetch.LARGEST // 1_000_000


def read(
    source: str | Path | bytes,
    *,
    published: Any = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
    name: str | None = None,
) -> Article:
    """One article: a path, an address, the bytes of a file (`name` tells the format), or the text itself.

    What is given is surer than what the source tells. A publication date is never made up: where
    none is found, `published` is None. Raises ArticleError, in one sentence, for what is no article.
    """
    raw = _raw(source, name)
    known = _known(published=published, title=title, publisher=publisher, url=url, language=language)
    suffix = _suffix(raw)
    if suffix in DUMPS:
        entries = list(_dump(raw, suffix))
        if len(entries) != 1:
            raise ArticleError(
                f"{raw.name} holds {len(entries)} articles; read it with read_many or `timeline add`"
            )
        found = entries[0][1]
        if isinstance(found, TimelineError):
            raise found
        return _with(found, known)
    article = _function(FORMATS[suffix])(raw)
    if isinstance(source, str) and _is_address(source) and not article.url:
        source = source.strip()
        article = replace(article, url=source, publisher=article.publisher or publisher_of_url(source))
    if not article.reading_text.strip():
        raise ArticleError(f"{raw.name} holds no text")
    return _with(article, known)


def read_text(text: str, name: str = "the text", **known: Any) -> Article:
    """The article of a text, never a path or an address; offsets are those of `text`."""
    from timeline.articles.plain import article_of_text, even

    article = article_of_text(even(text), name)
    if not article.reading_text.strip():
        raise ArticleError(f"{name} is empty")
    return _with(article, _known(**known))


def read_many(sources: Iterable[str | Path], **known: Any) -> Iterator[tuple[str, Article | TimelineError]]:
    """Every article of files, folders, globs, addresses, dumps and "-" (standard input), with its source.

    A source that cannot be read gives its error in place of an article, and the others are still read.
    """
    facts = _known(**known)
    for source in sources:
        try:
            yield from _each(source, facts)
        except TimelineError as why:
            yield str(source), why
        except OSError as why:
            yield str(source), ArticleError(f"{source} cannot be read ({why.strerror or why})")


def require_published(article: Article) -> Article:
    """The article, if its publication date is known; relative dates in it would otherwise be made up."""
    if article.published is None:
        doubt = f": {article.published_why}" if article.published_why else ""
        raise MissingPublicationDate(
            f"no publication date was found{doubt}; give one with --published 2022-02-12"
        )
    return article


def _each(source: str | Path, facts: Facts) -> Iterator[tuple[str, Article | TimelineError]]:
    text = str(source)
    if _is_address(text):
        yield text, _with(read(text), facts)
    elif text == "-":
        yield (
            "standard input",
            _with(read(sys.stdin.buffer.read(fetch.LARGEST + 1), name="standard input"), facts),
        )
    elif has_magic(text) and not Path(text).exists():
        paths = sorted(glob(text, recursive=True))  # noqa: PTH207
        if not paths:
            raise ArticleError(f"no file matches {text!r}")
        for path in paths:
            yield from _file(Path(path), facts)
    elif Path(text).is_dir():
        paths = sorted(
            str(path) for path in Path(text).rglob("*") if path.suffix.lower() in {*FORMATS, *DUMPS}
        )
        if not paths:
            raise ArticleError(f"the folder {text!r} holds no file that can be read")
        for path in paths:
            yield from _file(Path(path), facts)
    else:
        yield from _file(Path(text), facts)


def _file(path: Path, facts: Facts) -> Iterator[tuple[str, Article | TimelineError]]:
    try:
        raw = _raw(path, None)
        suffix = _suffix(raw)
        if suffix in DUMPS:
            for name, found in _dump(raw, suffix):
                yield name, found if isinstance(found, TimelineError) else _with(found, facts)
        else:
            yield str(path), _with(read(path), facts)
    except TimelineError as why:
        yield str(path), why


def _dump(raw: Raw, suffix: str) -> Iterator[tuple[str, Article | TimelineError]]:
    yield from _function(DUMPS[suffix])(raw)


def _function(place: tuple[str, str]) -> Callable[[Raw], Any]:
    module, function = place
    found: Callable[[Raw], Any] = getattr(import_module(f"timeline.articles.{module}"), function)
    return found


def _raw(source: str | Path | bytes, name: str | None) -> Raw:
    """The bytes of a source, with its name."""
    if isinstance(source, bytes):
        raw = Raw(source, name or "the text")
    elif isinstance(source, str) and _is_address(source):
        raw = fetch.fetch(source.strip())
    elif isinstance(source, Path) or _is_path(source):
        raw = _of_file(Path(source), name)
    else:
        raw = Raw(source.encode(), name or "the text")
    if not raw.data.strip():
        raise ArticleError(f"{raw.name} is empty")
    if len(raw.data) > fetch.LARGEST and Path(raw.name).suffix.lower() not in DUMPS:
        raise ArticleError(f"{raw.name} is larger than {_LARGEST_MB} MB; an article is far smaller")
    return raw


def _is_address(source: str) -> bool:
    if len(source.split()) != 1 or not _SCHEME.match(source.strip()):
        return False
    if not source.strip().startswith(_ADDRESS):
        raise ArticleError(f"{source!r} cannot be read; give an address that begins with http:// or https://")
    return True


def _is_path(source: str) -> bool:
    if "\n" in source or len(source) > _LONGEST_NAME:
        return False
    if Path(source).suffix.lower() in {*FORMATS, *DUMPS} and " " not in source.strip():
        return True
    try:
        return Path(source).is_file()
    except (OSError, ValueError):
        return False


def _of_file(path: Path, name: str | None) -> Raw:
    try:
        size = path.stat().st_size
        if size > fetch.LARGEST and path.suffix.lower() not in DUMPS:
            raise ArticleError(f"{path} is larger than {_LARGEST_MB} MB; an article is far smaller")
        return Raw(path.read_bytes(), name or str(path))
    except FileNotFoundError:
        raise ArticleError(f"there is no file {str(path)!r}") from None
    except IsADirectoryError:
        raise ArticleError(f"{str(path)!r} is a folder; add it with `timeline add`") from None
    except OSError as why:
        raise ArticleError(f"{path} cannot be read ({why.strerror or why})") from None


def _suffix(raw: Raw) -> str:
    """The format of a source: by its first bytes, else by its name, else plain text."""
    head = raw.data[:1024].lstrip()
    if head.startswith(b"%PDF"):
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        return ".docx"
    if head[:64].lower().startswith((b"<!doctype html", b"<html")):
        return ".html"
    if head.startswith(b"<") and any(mark in head for mark in (b"<rss", b"<feed", b"<rdf:RDF")):
        return ".rss"
    named = Path(raw.name.partition("?")[0]).suffix.lower() if not raw.name.startswith(_ADDRESS) else ""
    if named in (".pdf", ".docx"):
        raise ArticleError(
            f"{raw.name} is a broken {named[1:].upper()} file; save it again or paste its text"
        )
    if named == ".json":
        raise ArticleError(
            f'{raw.name} is JSON; articles are read from .jsonl, one {{"text": "…", "published": "…"}} a line'
        )
    if named in FORMATS or named in DUMPS:
        return named
    if b"<body" in raw.data[:200_000].lower() and b"</" in raw.data[:200_000]:
        return ".html"
    return ".txt"


def _known(**given: Any) -> Facts:
    """What the caller knows of the article."""
    unknown = set(given) - {"published", "title", "publisher", "url", "language"}
    if unknown:
        raise UsageError(f"an article has no {', '.join(sorted(unknown))}")
    published = given.get("published")
    return Facts(
        title=given.get("title") or "",
        publisher=proper_publisher(given.get("publisher") or ""),
        published=given_published(published) if published else None,
        url=given.get("url") or "",
        language=given.get("language") or "",
    )


def _with(article: Article, known: Facts) -> Article:
    """The article with what the caller knows laid over it."""
    own = Facts(
        article.title, article.publisher, article.authors,
        Published(article.published, article.published_time, article.published_why),
        article.url, article.language, article.sources,
    )  # fmt: skip
    merged = known.or_else(own)
    published = merged.published or Published(None)
    same_day = published.day == article.published
    why = published.why
    if known.published and article.published and not same_day:
        why += f", though the text says {article.published.day} {article.published:%B %Y}"
    return replace(
        article, title=merged.title, publisher=merged.publisher, url=merged.url, language=merged.language,
        published=published.day, published_why=why,
        published_time=published.clock or (article.published_time if same_day else None),
    )  # fmt: skip
