"""The undated tray: what articles of unknown date tell, listed by article; a reader can date each."""

from functools import lru_cache
from typing import Any

from dash import html

from timeline.events.undated import Undated, find_undated
from timeline.model import Article
from timeline.store import Store

_found = lru_cache(maxsize=256)(find_undated)


def button() -> Any:
    """The button at the left end of the axis; `assets/tray.js` counts and lists."""
    return html.Button("0 undated", id="undated-tray", className="tray", **{"data-do": "undated"})


def listed(store: Store) -> list[list[Any]]:
    """Title and publisher of each article that has some, with id, title and words of time of each."""
    out: list[list[Any]] = []
    for article, left in _waiting(store):
        told = [[one.id, one.title, one.timex.text if one.timex else ""] for one in left]
        out.append([article.title or "Untitled article", article.publisher, told])
    return out


def undated(store: Store, event_id: str) -> tuple[Undated, Article] | None:
    """What has that id and no date from its article, whether or not a reader has dated it."""
    for article in _dateless(store):
        for one in _found(article):
            if one.id == event_id:
                return one, article
    return None


def _waiting(store: Store) -> list[tuple[Article, list[Undated]]]:
    """The articles of unknown date with what no reader has dated yet."""
    told = [(article, _found(article)) for article in _dateless(store)]
    ids = tuple(one.id for _, found in told for one in found)
    known = set(store.events(ids=ids, include_hidden=True).index) if ids else set()
    left = [(article, [one for one in found if one.id not in known]) for article, found in told]
    return [(article, found) for article, found in left if found]


def _dateless(store: Store) -> list[Article]:
    frame = store.articles()
    return [store.article(str(key)) for key in frame.index[frame["published"] == ""]]
