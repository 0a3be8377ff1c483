"""A chronicle: dates that head its parts and entries, and where such a part ends."""

from collections.abc import Sequence
from itertools import takewhile

from timeline.temporal.expression import Date, Edge, Expression, Found, Hedged, Within
from timeline.temporal.lexicon import Tokens

NARROWED = (Edge, Hedged)
_DASHES = frozenset("-–—")
_JOINTS = frozenset((*_DASHES, "to", "and", "until"))
_JOINT_TOKENS = 5
"""Tokens of a dash with the spaces about it."""
_BULLETS = frozenset("•●▪■‣⁃·◦*-–—")
_BEFORE_HEADINGS = _BULLETS | {".", ")"}
_ENDS = frozenset(".!?:…\"”’')]")
"""What ends the line above an entry "22 August 2014. …"; a line that is only broken there goes on."""
_ENTRIES = 3
"""Days that head entries in a text that is a chronicle, at the least."""
_TITLE = 6
"""Words of a heading without a date."""
_LINE = 60
"""More tokens than such a heading has."""


def unnarrowed(expression: Expression) -> Expression:
    """The date of which an early, late or hedged one is said."""
    return expression.what if isinstance(expression, NARROWED) else expression


def with_range(tokens: Tokens, last: Found | None, found: Found) -> Found:
    """A day with the one that a dash or "to" joins it to: "March 10-14" is headed by its last day."""
    if last is None or found.first - last.last > _JOINT_TOKENS:
        return found
    between = tokens.slice(last.last, found.first)
    joined = between.strip() in _JOINTS and "\n" not in between
    return found._replace(first=last.first) if joined else found


def is_heading(tokens: Tokens, found: Found) -> bool:
    """Whether a date heads a part of a chronicle: it begins a line, alone or before a colon, dash or stop.

    A bullet may stand before it: "• 24 February: …"; after the stop is a capital: "7 May 2014. The …".
    """
    words, first = tokens.words, found.first
    if first > 1 and words[first - 1] == " " and words[first - 2] not in _BEFORE_HEADINGS:
        return False  # as mostly
    begin = _line_begin(tokens, found)
    if begin is None:
        return False
    what = unnarrowed(found.expression)
    if not isinstance(what, (Date, Within)):
        return False
    after = tokens.words[found.last : found.last + 3]
    if not after or "\n" in after[0] or after[0] == ":":
        return True
    if len(after) > 1 and after[0] == " " and after[1] in _DASHES:
        return True
    stopped = len(after) > _AFTER_STOP and after[0] == "." and after[1] == " "
    return stopped and after[_AFTER_STOP][0].isupper() and _names_month(what) and _is_new(tokens, begin)


def heads_entry(tokens: Tokens, found: Found) -> bool:
    """Whether a time of day heads an entry of a live blog: alone on its line, or with the entry after it."""
    words, first = tokens.words, found.first
    if not first or "\n" not in words[first - 1] or found.last >= len(words):
        return False
    if "\n" in words[found.last]:
        return True
    follows = words[found.last + 1 : found.last + 2] if words[found.last] == " " else []
    return bool(follows) and follows[0][0].isupper() and _is_new(tokens, first)


_AFTER_STOP = 2
_NUMBERED = 2


def _names_month(what: Expression) -> bool:
    return isinstance(what, Within) or (isinstance(what, Date) and what.month is not None)


def _line_begin(tokens: Tokens, found: Found) -> int | None:
    """The token that begins a line with at most a bullet or number before the date; None otherwise."""
    first, words = found.first, tokens.words
    if first > 1 and words[first - 1] == " " and words[first - 2] in _BULLETS:
        first -= 2
    elif (
        first > _NUMBERED
        and words[first - 1] == " "
        and words[first - 2] in (".", ")")
        and words[first - 3].isdigit()
    ):
        first -= 3  # "3. 24 February – …"
    return first if first == 0 or "\n" in words[first - 1] else None


def _is_new(tokens: Tokens, first: int) -> bool:
    """Whether what stands above a line has ended, and is not only broken there."""
    words = tokens.words
    return first < _AFTER_STOP or words[first - 1].count("\n") > 1 or words[first - 2][-1] in _ENDS


def is_chronicle(tokens: Tokens, founds: Sequence[Found]) -> bool:
    """Whether days head the entries of a text, so that what has no year is of the entry's."""
    entries = 0
    last: Found | None = None
    for found in founds:
        what = unnarrowed(found.expression)
        if isinstance(what, Date) and what.day and what.month:
            whole = with_range(tokens, last, found)
            entries += _line_begin(tokens, whole) is not None and is_heading(tokens, whole)
            if entries >= _ENTRIES:
                return True
        last = found
    return False


def ends_part(tokens: Tokens, last: Found, found: Found) -> bool:
    """Whether a heading without a date stands between two dates: a chronicle's last part goes no further."""
    lines = tokens.slice(last.last, found.first).split("\n")
    line = tokens.words[found.first : found.first + _LINE]
    own = lines[-1] + "".join(takewhile(_on_line, line))  # "What today may bring"
    titles = [*lines[1:-1], *([own] if len(lines) > 1 and lines[-1].strip() else [])]
    return any(_is_title(line.strip()) for line in titles)


def _is_title(line: str) -> bool:
    told = line and (line[-1].isalnum() or line[-1] == "?") and line[0].isupper()
    return bool(told) and len(line.split()) <= _TITLE


def _on_line(word: str) -> bool:
    return "\n" not in word
