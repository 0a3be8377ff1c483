"""What the page shows ⇄ the address bar: the query's keys and values in, a filter and a view out.

The browser keeps the state as the query's own texts (`from=2014-02&kind=talks,visit&sel=e1f0…`), so
that a link is the state. Unknown keys are ignored; a value that makes no sense counts as not given.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any, get_args
from zoneinfo import ZoneInfo

from timeline.events.kinds import KINDS
from timeline.marks import By
from timeline.model import PRECISIONS, REVIEWS, Status
from timeline.store import Filter
from timeline.zones import HOME, zone_of

LISTS = {
    "kind": "kinds", "status": "statuses", "review": "reviews", "actor": "actors", "place": "places",
    "outlet": "publishers", "tag": "tags",
}  # fmt: skip
"""Keys whose value is a list (separated by "|"), each with the filter's field; "-name" leaves a name out."""
_WITHIN_A_MONTH = ("time", "day", "week", "month")
CERTAINTY = {
    "exact": ("time", "day"),
    "month": _WITHIN_A_MONTH,
    "wider": tuple(unit for unit in PRECISIONS if unit not in _WITHIN_A_MONTH),
}
VOCABULARY: dict[str, tuple[str, ...]] = {
    "kind": tuple(KINDS), "status": tuple(map(str, Status)), "review": REVIEWS, "cert": tuple(CERTAINTY),
    "lanes": get_args(By), "landmarks": ("off",), "density": ("off",), "form": ("grid", "chronicle"),
}  # fmt: skip
"""All words that a key can have, where these are no names; the browser leaves out what else a link says."""
FILTERS = ("q", *LISTS, "cert", "min", "asof", "article", "ids")
"""Keys that choose events, besides the window."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader asks to see: the events that pass `filter`, from `begin` to `end` (milliseconds)."""

    filter: Filter = field(default_factory=Filter)
    begin: float | None = None
    end: float | None = None
    lanes: By = "kind"
    selected: str | None = None
    landmarks: bool = True
    density: bool = True
    zone: ZoneInfo = field(default_factory=lambda: zone_of(HOME))
    sort: str = ""
    """The list's column, with "-" before it where it falls; "" for the order of time."""

    def in_window(self) -> Filter:
        """The filter with the window's days, for lists and exports."""
        return replace(self.filter, begin=_day(self.begin), end=_day(self.end, last=True))


def read(data: Mapping[str, Any] | None) -> Wanted:
    """The state that the browser sends, or the query of a link, as what is wanted.

    >>> read({"from": "2014-02-01", "to": "2014-03-01", "kind": "talks"}).filter.kinds
    ('talks',)
    """
    given = {key: value.strip() for key, value in (data or {}).items() if isinstance(value, str)}
    lists: dict[str, Any] = {name: _words(given.get(key, "")) for key, name in LISTS.items()}
    lists["statuses"] = tuple(word for word in lists["statuses"] if word in set(Status))
    lists["reviews"] = tuple(word for word in lists["reviews"] if word in REVIEWS)
    for name in ("actors", "places"):
        lists[f"without_{name}"] = tuple(word[1:] for word in lists[name] if word.startswith("-"))
        lists[name] = tuple(word for word in lists[name] if not word.startswith("-"))
    precisions = tuple(unit for unit in PRECISIONS if unit in CERTAINTY.get(given.get("cert", ""), ()))
    chosen = Filter(
        text=given.get("q", ""),
        known_by=iso_day(given.get("asof", "")),
        min_publishers=count(given.get("min", "")),
        precisions=precisions,
        article_id=given.get("article") or None,
        ids=_words(given.get("ids", "")),
        **lists,
    )
    begin, end = _instant(given.get("from", "")), _instant(given.get("to", ""))
    if begin is None or end is None or begin >= end:
        begin = end = None
    lanes: By = given["lanes"] if given.get("lanes") in get_args(By) else "kind"  # type: ignore[assignment]
    zone = zone_of(given.get("tz", HOME))
    landmarks, density = (given.get(key) != "off" for key in ("landmarks", "density"))
    selected, sort = given.get("sel") or None, given.get("sort", "")
    return Wanted(chosen, begin, end, lanes, selected, landmarks, density, zone, sort)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for part in text.split("|") if (word := part.strip()))


def count(text: str, digits: int = 5) -> int:
    """A number of at most so many digits; 0 where the text is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= digits else 0


def _instant(text: str) -> float | None:
    """Milliseconds of "2014-02-01" or "2014-02-01T06:30"."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000
    except ValueError:
        return None


def iso_day(text: str) -> date | None:
    """The day of "2014-02-01"; None where the text is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _day(instant: float | None, *, last: bool = False) -> date | None:
    if instant is None:
        return None
    return datetime.fromtimestamp((instant - last) / 1000, UTC).date()
