"""A sentence → its words and signs, with their places in the text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from operator import attrgetter

_TOKEN = re.compile(
    r"(?=[A-Z])(?:(?:[A-Z]\.){2,}|(?<=[a-z] )[A-Z]\.(?= [A-Z])"  # "U.S.", "Vladimir V. Putin"
    r"|\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Prof|Adm|St)\.(?= [A-Z]))"
    r"|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d[\d,.]*\d|\d|--+|\S"
)
_CONTRACTED = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d))$", re.IGNORECASE)


@dataclass(slots=True)  # never changed; read a hundred times each, and a slot is read thrice as fast
class Word:
    """A word of the sentence; offsets are characters of the text, `low` is in lower case."""

    text: str
    start: int
    end: int
    low: str


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words and signs of a sentence, contractions and possessives split off."""
    out = []
    for found in _TOKEN.finditer(text, start, end):
        token, (begin, stop) = found[0], found.span()
        if token.isalpha() and token.isascii():
            out.append(Word(token, begin, stop, token.lower()))
            continue
        tail = _CONTRACTED.search(token) if ("'" in token or "’" in token) else None
        if tail and tail.start():
            cut = tail.start()
            out.append(Word(token[:cut], begin, begin + cut, token[:cut].lower()))
            token, begin = token[cut:], begin + cut
        token = token.rstrip(".") if len(token) > 1 and token[:-1].isalpha() else token  # "Mr."
        dash = text[begin - 1 : begin + 2] == " - " or token.startswith("--")
        low = "–" if dash else token.lower().replace("’", "'")
        out.append(Word(token, begin, stop, low))
    return out


def low_at(words: Sequence[Word], at: int) -> str:
    """A word in lower case; "" past the last one, where a sentence may end without a stop."""
    return words[at].low if at < len(words) else ""


def words_within(words: Sequence[Word], spans: Collection[tuple[int, int]]) -> frozenset[int]:
    """The places of the words that begin within stretches of the text."""
    return frozenset(
        at
        for low, high in spans
        for at in range(bisect_left(words, low, key=_start), bisect_left(words, high, key=_start))
    )


def words_over(words: Sequence[Word], begin: int, end: int) -> tuple[int, int]:
    """The first of the words that a stretch of the text touches, and the one after the last."""
    first = bisect_right(words, begin, key=_end)
    return first, bisect_left(words, end, first, key=_start)


_start, _end = attrgetter("start"), attrgetter("end")
