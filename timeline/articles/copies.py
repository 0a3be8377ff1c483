"""Two texts → how much of one is in the other, to know a wire copy from a report of its own.

Compared by runs of three words (shingles, Broder 1997), so that order counts and page furniture,
capitals and punctuation do not.
"""

import re

SAME = 0.9
"""From this share on a text is a copy of the other."""
_RUN = 3
_WORD = re.compile(r"\w+")


def shared(text: str, other: str) -> float:
    """The share of the runs of `text` that `other` has too, from 0 to 1.

    >>> shared("They met in Kyiv on Friday.", "KYIV - They met in Kyiv on Friday, officials said.")
    1.0
    """
    own = _runs(text)
    return len(own & _runs(other)) / len(own) if own else 0.0


def _runs(text: str) -> set[tuple[str, ...]]:
    words = [word.group().casefold() for word in _WORD.finditer(text)]
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
