"""What only says when: a chronicle's heading, a broadcaster's scene, the day up to which a report goes."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from timeline.events.clauses import predicates
from timeline.events.parts import Sentence
from timeline.events.tokens import Word, words_of
from timeline.model import Article, Timex, When
from timeline.temporal import tag

_RECENT = timedelta(days=7)
"""How long before publication a report's day may lie."""


def heading_of(text: str, start: int, end: int, timexes: Sequence[Timex]) -> When | None:
    """The date that a line is, or begins with before a full stop: a chronicle's heading."""
    if end - start > 60 or not timexes:
        return None
    told = sum(t.end_char - t.start_char for t in timexes)
    line_begins = start == 0 or "\n" in text[max(0, start - 3) : start]
    ends_line = text[end : end + 1] in ("\n", "") or text[end - 1] == ":"
    ends_line |= text[end - 1] == "." and end - start - told <= _BESIDE_DATE  # "7-23 February 2014. The …"
    if told < 0.6 * (end - start) or not line_begins or not ends_line:
        return None
    if timexes[0].text.lower().endswith(("from now", "ago")):  # "Not 10 years from now."
        return None
    if any(p.finite for p in predicates(words_of(text, start, end))):
        return None  # "A truce began at noon on 15 February 2015."
    return next((t.when for t in timexes if t.when), None)


_BESIDE_DATE = 5
"""Characters beside the dates in a heading that is nothing else: a dash and a stop."""


def scene_of(words: Sequence[Word], timexes: Sequence[Timex]) -> When | None:
    """The date of a sentence that only says when and where, as broadcasters do: "Atlanta, July 1996."."""
    when = timexes[0].when if len(timexes) == 1 and timexes[0].type == "DATE" else None
    if when is None or len(words) > _SCENE or predicates(words):
        return None
    dated = sum(timexes[0].start_char <= w.start < timexes[0].end_char for w in words)
    named = all(w.text[0].isupper() or not w.text[0].isalpha() for w in words[: len(words) - dated])
    return when if named else None


_SCENE = 7


def day_reported(article: Article) -> date | None:
    """The day up to which a page's head says that it reports: "information received as of 26 November"."""
    found = _UP_TO.search(article.text, 0, _PAGE_HEAD)
    return _recent_day(tag(found[1], article.published), article.published) if found is not None else None


def _recent_day(timexes: Iterable[Timex], published: date | None) -> date | None:
    """The first day among dates that lies in the week up to publication."""
    for timex in timexes:
        day = timex.when.end if timex.when else None
        if day and published and published - _RECENT <= day <= published:
            return day
    return None


_PAGE_HEAD = 1500
_GOES_TO = r"\binformation\b[^.\n]{0,60}? (?:as of|until|till|up to|by)\b"
_UP_TO = re.compile(_GOES_TO + r"([^\n]{0,40})")


def recap_day(text: str, timexes: Sequence[Timex], published: date | None) -> date | None:
    """The day that an entry of a live blog sums up: "Here is a summary of yesterday's main events:"."""
    if published is None or _RECAP.search(text) is None:
        return None
    return _recent_day((t for t in timexes if t.type == "DATE"), published)


_RECAP = re.compile(
    r"\b(?:summary|recap|round-?up|rundown|overview) of (?:\w+ ){0,3}?\w+day(?:['’]s)?\b"
    r"|\bWhat (?:happened|you missed) (?:on \w+day|yesterday)$"
)


def heads_post(text: str, start: int) -> bool:
    """Whether a line opens with an hour, as the entries of a live blog do: "08:15 Trains are late"."""
    opens = text[start].isdigit() and (not start or text[start - 1] == "\n")
    return opens and _HOUR.match(text, start) is not None


_HOUR = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d\b")


def report_day(sentence: Sentence, published: date | None) -> date | None:
    """The day that a report says at its head to go up to: "based on information until 18:00, 2 December"."""
    if not sentence.lead or not sentence.timexes or published is None:
        return None
    day = _recent_day((t for t in sentence.timexes if t.type in ("DATE", "TIME")), published)
    return day if day is not None and _IS_HEAD.search(sentence.text) is not None else None


_IS_HEAD = re.compile(_GOES_TO + r"|\b(?:report|update)\b[^.]*$")
