"""A text cut into the pieces that a screen shows: sentences told of, phrases, plain text between."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, NamedTuple

from timeline import wording
from timeline.events.kinds import LANES
from timeline.model import Article, Mention
from timeline.palette import LANE_ORDER

RANK = ("said", "trigger", "phrase")
"""What a stretch can be, the last one winning where several cover the same letters."""


class Stretch(NamedTuple):
    """Letters `start` to `end` of a text, what they are, and the number of what they tell of."""

    start: int
    end: int
    what: str
    number: int


def stretches(mention: Mention, number: int) -> list[Stretch]:
    """The sentence, the word that names the occurrence, and the phrase that dates it."""
    found = [
        Stretch(mention.start_char, mention.end_char, "said", number),
        Stretch(mention.trigger_start, mention.trigger_end, "trigger", number),
    ]
    if mention.timex:
        found.append(Stretch(mention.timex.start_char, mention.timex.end_char, "phrase", number))
    return found


def pieces(text: str, marked: Iterable[Stretch]) -> list[list[Any]]:
    """The whole text as `[letters, what, number]`, what being "" for plain text.

    >>> pieces("They met on Friday.", [Stretch(0, 19, "said", 0), Stretch(12, 18, "phrase", 0)])
    [['They met on ', 'said', 0], ['Friday', 'phrase', 0], ['.', 'said', 0]]
    """
    inside = [stretch for stretch in marked if 0 <= stretch.start < stretch.end <= len(text)]
    cuts = sorted({0, len(text), *(s.start for s in inside), *(s.end for s in inside)})
    out: list[list[Any]] = []
    waiting = sorted(inside, reverse=True)
    open_now: list[Stretch] = []
    for begin, end in pairwise(cuts):
        open_now = [stretch for stretch in open_now if stretch.end > begin]
        while waiting and waiting[-1].start <= begin:
            open_now.append(waiting.pop())
        top = max(open_now, key=lambda stretch: (RANK.index(stretch.what), -stretch.number), default=None)
        out.append([text[begin:end], top.what if top else "", top.number if top else -1])
    return out


def sentence(mention: Mention) -> list[list[Any]]:
    """The pieces of the sentence of a mention: its trigger and its phrase marked."""
    first = mention.start_char
    marked = [s._replace(start=s.start - first, end=s.end - first) for s in stretches(mention, 0)]
    return pieces(mention.sentence, [stretch for stretch in marked if stretch.what != "said"])


def source(article: Article) -> list[str]:
    """Id, title, publisher and publication date, language."""
    day = wording.days(article.published, article.published) if article.published else "no date"
    who = " · ".join(part for part in (article.publisher, day) if part)
    return [article.id, article.title or "Untitled article", who, article.language]


def body(article: Article, marked: Iterable[Stretch]) -> list[list[Any]]:
    """The pieces of what is the article itself, without the furniture of its page."""
    text, marked = article.text, sorted(marked)
    out: list[list[Any]] = []
    for begin, end in article.body or ((0, len(text)),):
        here = marked[bisect_left(marked, (begin,)) : bisect_left(marked, (end,))]
        moved = [s._replace(start=s.start - begin, end=s.end - begin) for s in here]
        out += [["\n\n", "", -1]] if out else []
        out += pieces(text[begin:end].rstrip(), moved)
    return out


def lane(kind: str) -> int:
    """The number of the lane that a kind is drawn in."""
    return LANE_ORDER.index(LANES.get(kind, LANE_ORDER[-1]))
