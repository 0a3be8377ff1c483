"""Events → pairs that may be one occurrence: alike, but not so much that merging joined them by itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.events.alike import Features, likeness
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

    Two events are as alike as the most alike of their mentions. Pairs of ids in `settled` are those
    that a reader has decided on; they are left out.
    """
    owner = {mention.id: place for place, event in enumerate(events) for mention in event.mentions}
    mentions = sorted((m for event in events for m in event.mentions), key=lambda m: m.id)
    features = [Features(mention) for mention in mentions]
    known = set(settled)
    found: dict[tuple[int, int], float] = {}
    for a, b in candidates(mentions, features):
        first, second = sorted((owner[mentions[a].id], owner[mentions[b].id]))
        if first != second:
            alike = likeness(mentions[a], mentions[b], features[a], features[b])
            if alike >= LIKELY and alike > found.get((first, second), 0.0):
                found[first, second] = alike
    pairs = [
        Pair(events[first], events[second], alike)
        for (first, second), alike in found.items()
        if frozenset((events[first].id, events[second].id)) not in known
    ]
    return sorted(pairs, key=lambda pair: (-round(pair.likeness, 6), pair.first.id, pair.second.id))
