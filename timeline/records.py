"""Timexes, mentions and events as plain JSON objects, the form that programs exchange.

The keys are documented in docs/data-dictionary.md.
"""

from typing import Any

from timeline.model import Event, Place, Timex, When

Record = dict[str, Any]


def timex_record(timex: Timex) -> Record:
    """One temporal expression; `begin`, `end` are ISO days or None."""
    return {
        "start_char": timex.start_char,
        "end_char": timex.end_char,
        "text": timex.text,
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        **when_record(timex.when),
        "why": timex.why,
        "confidence": round(timex.confidence, 3),
    }


def when_record(when: When | None) -> Record:
    """The days that are meant, all None where no days are."""
    if when is None:
        return dict.fromkeys(("begin", "end", "precision", "shape", "edtf"))
    return {
        "begin": when.begin and when.begin.isoformat(),
        "end": when.end and when.end.isoformat(),
        "precision": when.precision,
        "shape": when.shape,
        "edtf": when.edtf,
    }


def place_record(place: Place | None) -> Record:
    """Name and coordinates (degrees), all None where no place is told."""
    return {
        "place": place and place.name,
        "latitude": place and place.latitude,
        "longitude": place and place.longitude,
    }


def event_record(event: Event) -> Record:
    """One event with the evidence that gives it its date; offsets are characters of its article's text."""
    best = event.best
    return {
        "id": event.id,
        "title": event.title,
        **when_record(event.when),
        "status": str(event.status),
        "kind": event.kind,
        "actors": list(event.actors),
        **place_record(event.place),
        "sentence": best and best.sentence,
        "start_char": best and best.start_char,
        "end_char": best and best.end_char,
        "trigger": best and best.trigger,
        "timex": timex_record(best.timex) if best and best.timex else None,
        "why": best.why if best else "",
        "confidence": round(event.confidence, 3),
    }
