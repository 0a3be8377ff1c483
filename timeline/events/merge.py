"""Mentions → events: the same occurrence, told in several places, becomes one event.

Two mentions tell the same occurrence when their days are compatible and what happened is alike: the
same kind, the same main actors or place, the same words. Pairs are looked for only among mentions
that share a day (or a month, for vague ones) and a kind family, so the work stays near linear; the
result does not depend on the order of the mentions.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from timeline.events.kinds import FAMILIES, SAME_WORDS
from timeline.model import PRECISIONS, Article, Event, Mention, Status, When, event_id

_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON = frozenset(
    """
        the and for with from that this said says after before over into has had was were are its his her
        their who which more than about against under amid new also will would could
        """.split()
)
_ALIKE = 0.62
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
    features = [_Features(m) for m in ordered]
    index = {m.id: i for i, m in enumerate(ordered)}
    for ids in together:
        members = [index[i] for i in ids if i in index]
        for other in members[1:]:
            groups.join(members[0], other)
    parted = _parted(apart, index)
    for a, b in candidates(ordered):
        if groups.root(a) == groups.root(b):
            continue
        if likeness(ordered[a], ordered[b], features[a], features[b]) < _ALIKE:
            continue
        if parted and _keeps_apart(groups, parted, a, b):
            continue
        if _days_agree(groups, ordered, features, a, b):
            groups.join(a, b)
    taken: set[str] = set()
    events = []
    for members in groups.members():
        events.append(event_of([ordered[i] for i in members], articles or {}, known or {}, taken))
    return sorted(events, key=lambda e: (e.when.begin or date.min, e.when.end or date.max, e.id))


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


def _days_agree(
    groups: "_Groups", mentions: Sequence[Mention], features: Sequence["_Features"], a: int, b: int
) -> bool:
    """Whether two groups can be of one day; what a vague date would join must be told in like words.

    "In February" is in accord with the 10th and with the 24th; that makes them no one occurrence.
    """
    x, y = (groups.sharpest(i, mentions) for i in (a, b))
    first, second = mentions[x], mentions[y]
    if compatible(first.when, second.when):
        return True
    begins = [m.when.begin for m in (first, second) if m.when.begin]
    near = len(begins) == len((x, y)) and abs((begins[0] - begins[1]).days) <= _FEW_DAYS
    words = _share(features[x].words, features[y].words)
    return near and words >= _MOST_WORDS and not features[x].trigger.isdisjoint(features[y].trigger)


_FEW_DAYS = 3
"""How far apart sources put one occurrence where they disagree."""


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

    def sharpest(self, i: int, mentions: Sequence[Mention]) -> int:
        """The member of a group that is dated most precisely, the first of equals."""
        members = self._members[self.root(i)]
        return min(members, key=lambda j: (PRECISIONS.index(mentions[j].when.precision), j))

    def members(self) -> list[list[int]]:
        return [sorted(members) for members in self._members if members]


class _Features:
    """What a mention is compared by."""

    __slots__ = ("actors", "trigger", "words")

    def __init__(self, mention: Mention) -> None:
        low = mention.trigger.lower()
        self.trigger = SAME_WORDS.get(low) or _carried(low, mention.title)
        named = {_stem(w) for name in mention.actors for w in _WORD.findall(name.lower())}
        words = (_stem(w) for w in _WORD.findall(mention.title.lower()) if w not in _COMMON | _LIGHT)
        self.words = frozenset(word for word in words if word not in named)
        self.actors = frozenset(mention.actors)


def _carried(trigger: str, title: str) -> frozenset[str]:
    """The words of a light verb's noun: "the invasion began" tells of an invasion."""
    if trigger in _LIGHT:
        for word in _WORD.findall(title.lower()):
            if word in SAME_WORDS:
                return SAME_WORDS[word]
    return frozenset((trigger,))


_NAMED = 2
"""A title that names so many actors says enough of who: "Invasion began" gives way to "Russia invaded"."""
_LIGHT = frozenset("began begun begins begin started starts start held hold holds took take takes".split())


def _stem(word: str) -> str:
    return word[:5]


def candidates(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing, by their places: of a kind family, with a day (or a month) in common."""
    buckets: dict[tuple[str, date], list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        for key in _keys(mention):
            buckets[key].append(i)
    seen: set[tuple[int, int]] = set()
    for members in buckets.values():
        for x, a in enumerate(members):
            for b in members[x + 1 :]:
                if (a, b) not in seen:
                    seen.add((a, b))
                    yield a, b


def _keys(mention: Mention) -> Iterator[tuple[str, date]]:
    begin, end = mention.when.begin or mention.when.end, mention.when.end or mention.when.begin
    assert begin is not None
    assert end is not None
    family = FAMILIES.get(mention.kind, mention.kind)
    month = begin.replace(day=1)
    last = min(end, begin + timedelta(days=_WIDE_DAYS))
    while month <= last:
        yield family, month
        month = (month + timedelta(days=32)).replace(day=1)


def likeness(a: Mention, b: Mention, fa: "_Features | None" = None, fb: "_Features | None" = None) -> float:
    """How surely two mentions tell the same occurrence, 0 to 1."""
    fa, fb = fa or _Features(a), fb or _Features(b)
    if not compatible(a.when, b.when) or not _statuses_agree(a.status, b.status):
        return 0.0
    if a.article_id == b.article_id and a.start_char == b.start_char and fa.trigger.isdisjoint(fb.trigger):
        return 0.0
    if a.place and b.place and a.place.name != b.place.name and a.kind in _PLACED:
        return 0.0
    if a.kind in _BETWEEN and b.kind in _BETWEEN and fa.actors - fb.actors and fb.actors - fa.actors:
        return 0.0  # Biden called Putin, Macron called Putin
    words = _share(fa.words, fb.words)
    same = not fa.trigger.isdisjoint(fb.trigger)
    if not same and a.kind in _VAGUE and words < _MOST_WORDS:
        return 0.0
    actors = _share(fa.actors, fb.actors) if fa.actors and fb.actors else 0.4
    trigger = 1.0 if same else 0.6 if a.kind == b.kind else 0.2
    exact = 1.0 if a.when == b.when and a.when.begin == a.when.end else 0.55
    return 0.30 * words + 0.30 * actors + 0.25 * trigger + 0.15 * exact


_PLACED = frozenset({"attack", "military", "protest", "visit", "annexation", "humanitarian"})


_VAGUE = frozenset({"other", "statement"})
"""Kinds that say little: other verbs tell the same only where the rest of the words do."""
_MOST_WORDS = 0.5
_BETWEEN = frozenset({"call", "talks", "visit", "statement", "sanctions", "aid"})
"""Kinds of which the actors are the occurrence: others mean another one."""


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def compatible(a: When, b: When) -> bool:
    """Whether both can be the time of one occurrence: one within the other, and neither says too little."""
    if a.shape != b.shape and "within" not in (a.shape, b.shape):
        return False
    if a.shape != b.shape or a.shape in ("since", "until"):
        return a.shape == b.shape and (a.begin, a.end) == (b.begin, b.end)
    if not a.overlaps(b):
        return False
    coarse = max(PRECISIONS.index(a.precision), PRECISIONS.index(b.precision))
    fine = min(PRECISIONS.index(a.precision), PRECISIONS.index(b.precision))
    if coarse <= PRECISIONS.index("day"):
        return a.begin == b.begin and a.end == b.end
    return coarse <= PRECISIONS.index("month") or coarse == fine or coarse == PRECISIONS.index("year")


def _statuses_agree(a: Status, b: Status) -> bool:
    real = {Status.HAPPENED, Status.ONGOING}
    return a == b or {a, b} <= real


def event_of(
    mentions: Sequence[Mention], articles: Mapping[str, Article], known: Mapping[str, str], taken: set[str]
) -> Event:
    """One event of mentions of the same occurrence; the best evidence gives it its date and its words."""
    ranked = sorted(mentions, key=lambda m: (PRECISIONS.index(m.when.precision), -m.confidence, m.id))
    best = ranked[0]
    identity = next(
        (i for i in sorted({known[m.id] for m in mentions if m.id in known}) if i not in taken), None
    )
    identity = identity or event_id(mentions)
    taken.add(identity)
    publishers = {
        articles[m.article_id].publisher or m.article_id for m in mentions if m.article_id in articles
    }
    doubt = 1.0
    for other in {m.article_id: m for m in ranked}.values():
        doubt *= 1 - min(other.confidence, 0.98)
    return Event(
        identity,
        max(ranked, key=lambda m: (min(len(m.actors), _NAMED), m.confidence, m.id)).title,
        best.when,
        best.status,
        best.kind,
        tuple(dict.fromkeys(name for m in ranked for name in m.actors))[:8],
        next((m.place for m in ranked if m.place), None),
        tuple(ranked),
        round(max(best.confidence, 1 - doubt) if len(publishers) > 1 else best.confidence, 3),
        max(1, len(publishers)),
        disagreeing(best.when, ranked),
    )


def disagreeing(when: When, mentions: Iterable[Mention]) -> tuple[When, ...]:
    """The dates that mentions give and that have no day in common with `when`."""
    return tuple(dict.fromkeys(m.when for m in mentions if not m.when.overlaps(when)))
