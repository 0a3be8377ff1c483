"""A title → the words beside its mark: without offices before names, and no longer than there is room."""

import re

from timeline.packing import text_width

LETTERS, MOST = 34, 64
"""Letters that a label is packed with, and that it may grow to where its row has room."""
_STEP = 3
_NARROWEST = 5.0
"""Pixels that a letter takes at least, on average."""
_OFFICE = re.compile(
    r"\b(?:(?:[A-Z][a-z]+|US|UK|EU|UN|NATO)(?:['’]s)? )?(?:[Vv]ice |[Dd]eputy )?"
    r"(?:(?:Prime|Foreign|Defence|Defense|Interior|Finance) Minister|President|Chancellor"
    r"|(?:Foreign|Defence|Defense) Secretary|Secretary of State|Secretary[ -]General|Premier) "
    r"(?=[A-ZÀ-Ž][\w’'-]+ [A-ZÀ-Ž])"
)


def brief(title: str) -> str:
    """Without the office before a full name: who it is says enough beside a mark.

    >>> brief("Russian President Vladimir Putin met Prime Minister Boris Johnson in Moscow")
    'Vladimir Putin met Boris Johnson in Moscow'
    >>> brief("President Biden met the Prime Minister")
    'President Biden met the Prime Minister'
    """
    return _OFFICE.sub("", title)


def shorten(title: str, letters: int = LETTERS) -> str:
    """The title in at most so many characters, cut between words where it can be.

    >>> shorten("Ministers meet in Geneva to talk about security")
    'Ministers meet in Geneva to talk…'
    """
    if len(title) <= letters:
        return title
    cut = title[: letters - 1]
    space = len(cut) if title[len(cut)] == " " else cut.rfind(" ")
    return (cut[:space] if space > letters * 0.6 else cut).rstrip(" ,;:") + "…"


def fitted(title: str, room: float) -> str:
    """As much of a title as so many pixels hold; "" where that is no more than it is packed with."""
    letters = min(MOST, len(title), int(room / _NARROWEST))
    while letters > LETTERS:
        text = shorten(title, letters)
        if text_width(text) <= room:
            return text
        letters -= _STEP
    return ""
