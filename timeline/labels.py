"""A title → the words beside its mark, no longer than there is room."""

from timeline.packing import text_width

LETTERS, MOST = 34, 64
"""Letters that a label is packed with, and that it may grow to where its row has room."""
_STEP = 3
_NARROWEST = 5.0
"""Pixels that a letter takes at least, on average."""


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
