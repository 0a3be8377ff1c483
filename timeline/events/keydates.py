"""How much an event matters: what decides which marks and labels are drawn first."""

from collections.abc import Iterable
from math import log1p

from timeline.model import PRECISIONS, Event, Status

_WEIGHT = {
    "annexation": 1.0, "military": 0.8, "attack": 0.8, "agreement": 0.8, "election": 0.75, "vote": 0.65,
    "sanctions": 0.6, "mobilisation": 0.6, "protest": 0.55, "talks": 0.5, "call": 0.5, "humanitarian": 0.5,
    "legal": 0.45, "visit": 0.4, "aid": 0.4, "statement": 0.25, "other": 0.2,
}  # fmt: skip
_MOST = log1p(10)


def importance(events: Iterable[Event]) -> dict[str, float]:
    """0 to 1 for each event, by id: told by many, of a weighty kind, surely dated, having happened."""
    return {event.id: _importance(event) for event in events}


def _importance(event: Event) -> float:
    told = min(1.0, log1p(len(event.mentions) + event.publishers - 2) / _MOST)
    kind = _WEIGHT.get(event.kind, 0.2)
    sharp = 1 - PRECISIONS.index(event.when.precision) / len(PRECISIONS)
    happened = 1.0 if event.status is Status.HAPPENED else 0.6
    return round(0.35 * told + 0.35 * kind + 0.1 * sharp + 0.1 * event.confidence + 0.1 * happened, 4)
