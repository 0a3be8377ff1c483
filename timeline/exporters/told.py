"""A row in words for readers: its date, its source, its address."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from timeline import wording
from timeline.exporters.frame import when_of


def dated(record: Mapping[str, Any]) -> str:
    """The date of a row.

    >>> dated({"edtf": "2021-12/.."})
    'since Dec 2021'
    """
    return wording.label(when_of(record))


def source(record: Mapping[str, Any], *, title: bool = True) -> str:
    """Who published it, under which title, when; "" for what no article tells.

    >>> source({"publisher": "Reuters", "article_title": "Minsk talks end", "published": "2015-02-12"})
    'Reuters, Minsk talks end, 12 Feb 2015'
    """
    names = ("publisher", "article_title") if title else ("publisher",)
    day = str(record.get("published") or "")[:10]
    published = wording.days(date.fromisoformat(day), date.fromisoformat(day)) if day else ""
    return ", ".join(part for part in (*(str(record.get(name) or "") for name in names), published) if part)


def address(record: Mapping[str, Any]) -> str:
    """The web address; what is none becomes no link."""
    url = "".join(c for c in str(record.get("url") or "") if c not in "<> \n")
    return url if url.startswith(("http://", "https://")) else ""
