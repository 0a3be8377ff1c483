"""What a query asks for, in words: for the file beside an export and for the head of a printed page."""

from collections.abc import Mapping
from datetime import date

from dashboard import state
from timeline import wording

NAMES = {
    "q": "Search", "kind": "Kind", "status": "Status", "review": "Review", "actor": "Who", "place": "Where",
    "outlet": "Publisher", "tag": "Tags", "cert": "How exactly dated", "min": "Publishers, at least",
    "asof": "As known on", "article": "Article", "ids": "Selected events",
}  # fmt: skip
"""How each key that chooses events is called."""
CERTAINTY = {"exact": "the day is known", "month": "within a month", "wider": "less exactly than a month"}


def described(query: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each filter of a query with its name, the days first; nothing for what makes no sense.

    >>> described({"from": "2014-02-01", "to": "2014-03-01", "actor": "-Joe Biden|NATO"})
    [('Days', '1–28 Feb 2014'), ('Who', 'not Joe Biden; NATO')]
    """
    wanted = state.read(query)
    begin, end = wanted.in_window().begin, wanted.in_window().end
    told = [("Days", wording.days(begin, end))] if isinstance(begin, date) and isinstance(end, date) else []
    for key, name in NAMES.items():
        words = [word.strip() for word in query.get(key, "").split("|") if word.strip()]
        if key == "ids":
            words = [f"{len(words):,}"] if words else []
        told += [(name, "; ".join(_word(key, word) for word in words))] if words else []
    return told


def _word(key: str, word: str) -> str:
    if key == "cert":
        return CERTAINTY.get(word, "any")
    return f"not {word[1:]}" if word.startswith("-") and key in state.LISTS else word
