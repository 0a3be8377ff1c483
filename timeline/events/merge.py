"""Mentions → events: the same occurrence, told in several places, becomes one event.

Two mentions tell the same occurrence when their days are compatible and what happened is alike: the
same kind, the same main actors or place, the same words. Days that disagree are joined last, and only
on strong evidence. Pairs are looked for only among mentions that share a day (or a month, for vague
ones) and a kind family or a deed, so the work stays near linear; the result does not depend on the
order of the mentions.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from timeline.events.alike import ALIKE, Features, compatible, likeness
from timeline.events.disputed import disputed, near_days, one_occurrence
from timeline.events.kinds import FAMILIES, SAME_WORDS
from timeline.model import PRECISIONS, Article, Event, Mention, When, event_id

_WIDE_DAYS = 62
"""A stretch longer than this is matched by its first month only."""


def merge(
    mentions: Sequence[Mention],
    articles: Mapping[str, Article] | None = None,
    known: Mapping[str, str] | None = None,
    *,
    together: Sequence[frozenset[str]] = (),
    apart: Sequence[tuple[frozenset[str], frozenset[str]]] = (),
) -> list[Event]:
    """The events that the mentions tell, ordered by their first day.

    `articles` (by id) give the publishers, of which independent ones are counted; `known` gives the
    event that a mention belonged to before, so that an event keeps its id. Mentions (by id) that a
    reader put `together` are joined whatever they say, those kept `apart` never.
    """
    ordered = sorted(mentions, key=lambda m: m.id)
    groups = _Groups(len(ordered))
    features = [Features(m) for m in ordered]
    index = {m.id: i for i, m in enumerate(ordered)}
    for ids in together:
        members = [index[i] for i in ids if i in index]
        for other in members[1:]:
            groups.join(members[0], other)
    parted = _parted(apart, index)
    copies = _copies(
        ordered, {key for ids in (*together, *(ids for pair in apart for ids in pair)) for key in ids}
    )
    for first, *others in copies.values():
        if (
            others
            and likeness(ordered[first], ordered[others[0]], features[first], features[others[0]]) >= ALIKE
        ):
            for other in others:
                groups.join(first, other)
    firsts = list(copies)
    for x, y in candidates([ordered[i] for i in firsts], [features[i] for i in firsts]):
        a, b = firsts[x], firsts[y]
        if len({groups.root(i) for i in (*copies[a], *copies[b])}) == 1:
            continue
        if likeness(ordered[a], ordered[b], features[a], features[b]) < ALIKE:
            continue
        for i, j in (*((i, b) for i in copies[a]), *((a, j) for j in copies[b])):
            if groups.root(i) == groups.root(j) or (parted and _keeps_apart(groups, parted, i, j)):
                continue
            if _days_agree(groups, ordered, i, j):
                groups.join(i, j)
    _join_disputed(groups, ordered, features, articles or {}, parted, firsts)
    taken: set[str] = set()
    events = []
    for members in groups.members():
        events.append(event_of([ordered[i] for i in members], articles or {}, known or {}, taken))
    return sorted(events, key=lambda e: (e.when.begin or date.min, e.when.end or date.max, e.id))


def _copies(mentions: Sequence[Mention], decided: Collection[str]) -> dict[int, list[int]]:
    """The first of each that an article repeats word for word, with all of them; a reader's each alone.

    A text that was pasted several times is compared with itself but once.
    """
    first: dict[tuple[object, ...], int] = {}
    copies: dict[int, list[int]] = {}
    for i, m in enumerate(mentions):
        said = (m.article_id, m.sentence, m.trigger, m.title, m.when, m.status, m.kind, m.actors, m.place)
        at = i if m.id in decided else first.setdefault(said, i)
        copies.setdefault(at, []).append(i)
    return copies


def _parted(
    apart: Sequence[tuple[frozenset[str], frozenset[str]]], index: Mapping[str, int]
) -> list[tuple[int, int]]:
    return [
        (index[x], index[y]) for some, rest in apart for x in some for y in rest if x in index and y in index
    ]


def _keeps_apart(groups: "_Groups", parted: Sequence[tuple[int, int]], a: int, b: int) -> bool:
    """Whether joining these two groups would join what a reader split."""
    roots = {groups.root(a), groups.root(b)}
    return any({groups.root(x), groups.root(y)} == roots for x, y in parted)


def _days_agree(groups: "_Groups", mentions: Sequence[Mention], a: int, b: int) -> bool:
    """Whether two groups can be of one day, by the sharpest dates of both.

    "In February" is in accord with the 10th and with the 24th; that makes them no one occurrence.
    """
    first, second = (mentions[groups.sharpest(i, mentions)] for i in (a, b))
    return compatible(first.when, second.when)


def _join_disputed(
    groups: "_Groups",
    mentions: Sequence[Mention],
    features: Sequence[Features],
    articles: Mapping[str, Article],
    parted: Sequence[tuple[int, int]],
    firsts: Sequence[int],
) -> None:
    """Join the groups that plainly tell one occurrence and disagree about its day."""
    of_article: dict[str, list[int]] = defaultdict(list)
    for i in firsts:
        of_article[mentions[i].article_id].append(i)
    for x, y in near_days([mentions[i] for i in firsts], [features[i] for i in firsts]):
        a, b = firsts[x], firsts[y]
        if groups.root(a) == groups.root(b):
            continue
        if not disputed(mentions[a], mentions[b], features[a], features[b], articles):
            continue
        if parted and _keeps_apart(groups, parted, a, b):
            continue
        if one_occurrence([*groups.of(a), *groups.of(b)], mentions, features, of_article):
            groups.join(a, b)


class _Groups:
    """Union of indices; the smallest index is the root."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))
        self._members = [[i] for i in range(count)]

    def root(self, i: int) -> int:
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join(self, a: int, b: int) -> None:
        a, b = sorted((self.root(a), self.root(b)))
        if a != b:
            self._parent[b] = a
            self._members[a] += self._members[b]
            self._members[b] = []

    def of(self, i: int) -> list[int]:
        """The members of a group."""
        return self._members[self.root(i)]

    def sharpest(self, i: int, mentions: Sequence[Mention]) -> int:
        """The member of a group that is dated most precisely, the first of equals."""
        return min(self.of(i), key=lambda j: (PRECISIONS.index(mentions[j].when.precision), j))

    def members(self) -> list[list[int]]:
        return [sorted(members) for members in self._members if members]


_NAMED = 2
"""A title that names so many actors says enough of who: "Invasion began" gives way to "Russia invaded"."""


def candidates(mentions: Sequence[Mention], features: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing, by their places: of a kind family or a deed, with a month in common."""
    buckets: dict[tuple[str, date], list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        for key in _keys(mention, features[i]):
            buckets[key].append(i)
    seen: set[tuple[int, int]] = set()
    for members in buckets.values():
        for x, a in enumerate(members):
            for b in members[x + 1 :]:
                if (a, b) not in seen:
                    seen.add((a, b))
                    yield a, b


def _keys(mention: Mention, features: Features) -> Iterator[tuple[str, date]]:
    begin, end = mention.when.begin or mention.when.end, mention.when.end or mention.when.begin
    assert begin is not None
    assert end is not None
    deeds = [FAMILIES.get(mention.kind, mention.kind), *(features.trigger & _DEEDS)]
    month = begin.replace(day=1)
    last = min(end, begin + timedelta(days=_WIDE_DAYS))
    while month <= last:
        for deed in deeds:
            yield deed, month
        month = (month + timedelta(days=32)).replace(day=1)


_DEEDS = frozenset(word for group in SAME_WORDS.values() for word in group)
"""Deeds told in various words, and so under various kinds: "left" and "departed"."""


def event_of(
    mentions: Sequence[Mention], articles: Mapping[str, Article], known: Mapping[str, str], taken: set[str]
) -> Event:
    """One event of mentions of the same occurrence; the best evidence gives it its date and its words.

    The most precise date counts; of several days the one that most publishers give.
    """
    told_by = {m.id: _publisher(m, articles) for m in mentions}
    backing = {
        when: len({told_by[m.id] for m in mentions if m.when.overlaps(when)})
        for when in {m.when for m in mentions}
    }

    def rank(m: Mention) -> tuple[int, int, int, float, str]:
        fine = PRECISIONS.index(m.when.precision)
        return max(fine, _DAY), -backing[m.when], fine, -m.confidence, m.id

    ranked = sorted(mentions, key=rank)
    best = ranked[0]
    identity = next(
        (i for i in sorted({known[m.id] for m in mentions if m.id in known}) if i not in taken), None
    )
    identity = identity or event_id(mentions)
    taken.add(identity)
    publishers = {told_by[m.id] for m in mentions if m.article_id in articles}
    agreeing = [m for m in ranked if m.when.overlaps(best.when)]
    doubt = 1.0
    for other in {m.article_id: m for m in agreeing}.values():
        doubt *= 1 - min(other.confidence, 0.98)
    sure = max(best.confidence, 1 - doubt) if len({told_by[m.id] for m in agreeing}) > 1 else best.confidence
    return Event(
        identity,
        max(ranked, key=_says_enough).title,
        best.when,
        best.status,
        best.kind,
        tuple(dict.fromkeys(name for m in ranked for name in m.actors))[:8],
        next((m.place for m in ranked if m.place), None),
        tuple(ranked),
        round(sure, 3),
        max(1, len(publishers)),
        disagreeing(best.when, ranked),
    )


_DAY = PRECISIONS.index("day")


def _says_enough(mention: Mention) -> tuple[bool, int, float, str]:
    """How well a mention's title stands alone, for the best of several: what, who, how surely."""
    whole = _POINTS_BACK.search(mention.title) is None  # "ratified it" gives way to "ratified the agreement"
    return whole, min(len(mention.actors), _NAMED), mention.confidence, mention.id


_POINTS_BACK = re.compile(
    r"^(?:It|He|She|They)\b| (?:it|them|him)(?=$| (?:as|by|in|on|at|to|from|for|with|after|before|again)\b)"
)


def _publisher(mention: Mention, articles: Mapping[str, Article]) -> str:
    article = articles.get(mention.article_id)
    return article.publisher if article and article.publisher else mention.article_id


def disagreeing(when: When, mentions: Iterable[Mention]) -> tuple[When, ...]:
    """The dates that mentions give and that have no day in common with `when`."""
    return tuple(dict.fromkeys(m.when for m in mentions if not m.when.overlaps(when)))
