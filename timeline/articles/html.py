"""HTML → an Article: the main text by trafilatura, the facts by the page's own metadata."""

import re

from timeline.articles.facts import Facts, Published, Raw
from timeline.articles.furniture import furnish
from timeline.articles.plain import decoded
from timeline.articles.published import find_stamp, is_possible
from timeline.articles.publishers import proper_publisher, publisher_of_url
from timeline.errors import ArticleError
from timeline.model import Article

_META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
_DATES = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "publishdate",
    "parsely-pub-date", "sailthru.date", "og:published_time", "article.published",
    "cxenseparse:recs:publishtime",
)  # fmt: skip


def read_html(raw: Raw) -> Article:
    """The article of a saved or fetched page."""
    import trafilatura

    page = decoded(_with_declared_charset(raw))
    extracted = trafilatura.bare_extraction(
        page, include_comments=False, include_tables=True, favor_precision=True, with_metadata=True
    )
    meta = {} if extracted is None else extracted if isinstance(extracted, dict) else extracted.as_dict()
    text = (meta.get("text") or "").strip()
    if not text:
        raise ArticleError(
            f"{raw.name} is a page without an article that can be found; paste its text instead"
        )
    address = meta.get("url") or ""
    facts = Facts(
        title=meta.get("title") or "",
        publisher=proper_publisher(meta.get("sitename") or "") or publisher_of_url(address),
        authors=tuple(name.strip() for name in (meta.get("author") or "").split(";") if name.strip()),
        published=_published(page),
        url=address if address.startswith(("http://", "https://")) else "",
        language=_language(page),
    )
    head, body = furnish(text)
    return facts.or_else(head).article(text, body)


def _with_declared_charset(raw: Raw) -> Raw:
    found = re.search(rb"charset=[\"']?([\w-]+)", raw.data[:4096], re.IGNORECASE)
    return Raw(raw.data, raw.name, raw.charset or (found[1].decode("ascii") if found else None))


def _published(page: str) -> Published | None:
    """The date that the page declares; text that merely holds a date is not asked."""
    named: dict[str, str] = {}
    for tag in _META.findall(page):
        attributes = {key.lower(): a or b for key, a, b in _ATTRIBUTE.findall(tag)}
        key = (
            attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        ).lower()
        if key and "content" in attributes:
            named.setdefault(key, attributes["content"])
    declared = [(f"the page's {key}", named[key]) for key in _DATES if key in named]
    declared += [("the page's JSON-LD", found) for found in _JSON_DATE.findall(page)[:1]]
    declared += [
        ("the page's time element", found)
        for found in re.findall(r"<time[^>]+datetime=[\"']([^\"']+)", page)[:1]
    ]
    for where, value in declared:
        stamp = find_stamp(value)
        if stamp and stamp.day and is_possible(stamp.day):
            return Published(stamp.day, stamp.clock, f"{where}, {value!r}")
    return None


def _language(page: str) -> str:
    found = re.search(r"<html[^>]+\blang=[\"']?([a-zA-Z]{2})", page[:4000])
    return found[1].lower() if found else ""
