"""The undated tray: what articles of unknown date tell, listed by article; a reader can date each."""

import re
from functools import lru_cache
from typing import Any
from unicodedata import combining, normalize

from dash import html

from timeline.events.undated import Undated, find_undated
from timeline.model import Article
from timeline.store import Filter, Store

Waiting = list[tuple[Article, list[Undated]]]
_found = lru_cache(maxsize=256)(find_undated)


def button() -> Any:
    """The button at the left end of the axis; `assets/tray.js` counts and lists."""
    return html.Button("0 undated", id="undated-tray", className="tray", **{"data-do": "undated"})


def listed(waiting: Waiting, asked: Filter) -> list[list[Any]]:
    """Title and publisher of each article of which some pass, with id, title and words of time of each."""
    out: list[list[Any]] = []
    for article, left in waiting:
        told = [
            [one.id, one.title, one.timex.text if one.timex else ""]
            for one in left
            if _passes(one, article, asked)
        ]
        if told:
            out.append([article.title or "Untitled article", article.publisher, told])
    return out


def _passes(one: Undated, article: Article, asked: Filter) -> bool:
    """Whether a filter lets it pass; it has no date, actors or tags, and no day on which it was known."""
    chosen = (
        (asked.kinds, one.kind), (asked.statuses, str(one.status)), (asked.publishers, article.publisher),
        (asked.ids, one.id), (asked.reviews, "new"),
    )  # fmt: skip
    unmet = (
        asked.precisions,
        asked.known_by,
        asked.actors,
        asked.places,
        asked.tags,
        asked.min_publishers > 1,
    )
    return (
        not any(unmet)
        and all(value in wanted for wanted, value in chosen if wanted)
        and asked.article_id in (None, article.id)
        and _has_words(
            asked.text, " ".join((one.title, one.sentence, one.kind, article.title, article.publisher))
        )
    )


def _has_words(asked: str, text: str) -> bool:
    """Whether each word begins one of the text's, accents aside, as in the search for events."""
    there, begun = _words(text), _words(asked)
    found = all(any(word.startswith(one) for word in there) for one in begun)
    return found and bool(begun or not asked.strip())


def _words(text: str) -> list[str]:
    plain = (c for c in normalize("NFD", text.casefold()) if not combining(c))
    return re.findall(r"\w+", "".join(plain))


def undated(store: Store, event_id: str) -> tuple[Undated, Article] | None:
    """What has that id and no date from its article, whether or not a reader has dated it."""
    for article in store.dateless():
        for one in _found(article):
            if one.id == event_id:
                return one, article
    return None


def waiting(store: Store) -> Waiting:
    """The articles of unknown date with what no reader has dated yet."""
    told = [(article, _found(article)) for article in store.dateless()]
    ids = tuple(one.id for _, found in told for one in found)
    known = set(store.events(ids=ids, include_hidden=True).index) if ids else set()
    left = [(article, [one for one in found if one.id not in known]) for article, found in told]
    return [(article, found) for article, found in left if found]
