"""Events → pairs that may be one occurrence: alike, but not so much that merging joined them by itself."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.events.alike import Features, compatible, likeness, others
from timeline.events.merge import candidates
from timeline.model import Event

LIKELY = 0.4
"""The likeness from which a pair is worth a reader's look; merging joins from 0.62 on."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two events, the earlier one first, and how surely they tell the same occurrence, 0 to 1."""

    first: Event
    second: Event
    likeness: float


def duplicates(events: Sequence[Event], settled: Iterable[frozenset[str]] = ()) -> list[Pair]:
    """The pairs of events that may be one, likeliest first.

    Two events are as alike as their mentions are on the whole, each compared with the one of the other
    event that is most like it: one mention in ten that happens to be alike makes no pair. Events whose
    days exclude one another are none either. Pairs of ids in `settled` are those that a reader has
    decided on; they are left out.
    """
    owner = {mention.id: place for place, event in enumerate(events) for mention in event.mentions}
    mentions = sorted((m for event in events for m in event.mentions), key=lambda m: m.id)
    features = [Features(mention) for mention in mentions]
    known = set(settled)
    told: dict[int, list[int]] = defaultdict(list)
    for at, mention in enumerate(mentions):
        told[owner[mention.id]].append(at)

    def one(a: int, b: int) -> float:
        return likeness(mentions[a], mentions[b], features[a], features[b])

    def whole(first: int, second: int) -> float:
        grid = [[one(a, b) for b in told[second]] for a in told[first]]
        best = [max(row) for row in grid] + [max(column) for column in zip(*grid, strict=True)]
        return sum(best) / len(best)

    seen: set[tuple[int, int]] = set()
    pairs = []
    for a, b in candidates(mentions, features):
        first, second = sorted((owner[mentions[a].id], owner[mentions[b].id]))
        if first == second or (first, second) in seen or others(features[a], features[b]):
            continue
        if one(a, b) < LIKELY:
            continue
        seen.add((first, second))
        x, y = events[first], events[second]
        if frozenset((x.id, y.id)) in known or not compatible(x.when, y.when):
            continue
        if (alike := whole(first, second)) >= LIKELY:
            pairs.append(Pair(x, y, alike))
    return sorted(pairs, key=lambda pair: (-round(pair.likeness, 6), pair.first.id, pair.second.id))
