"""What readers changed, laid over what was extracted.

An edit names the mentions that its event had, so that it finds the event again when the rules have
improved and the text has been read anew; only where none of them is left does the event's id count.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from timeline.errors import UsageError
from timeline.events.kinds import KINDS
from timeline.events.merge import disagreeing
from timeline.model import Event, Place, Status, When
from timeline.store.codec import place_of, place_record, when_of, when_record

Action = Literal["change", "hide", "show", "merge", "split", "separate", "link", "accept", "add"]
Bulk = Literal["accept", "hide", "merge", "change", "tag"]
"""What can be done to several events at once."""
CORRECTING = tuple(action for action in get_args(Action) if action != "add")
"""Actions on events that are there; a table brings those that add one by the thousand."""
PARTING = ("split", "separate", "link")
"""Actions that say of two groups of mentions that they do not tell the same occurrence."""
FIELDS = ("when", "title", "status", "kind", "actors", "place", "note", "tags")
OWN = ("note", "tags")
"""Fields that are the reader's own: they correct nothing of what was found."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: what, of which event (and its mentions), when (ISO time), and the reader's note."""

    id: int
    at: str
    action: Action
    event_id: str
    mentions: tuple[str, ...]
    change: dict[str, Any]
    note: str = ""
    undone: bool = False


def change_record(changes: dict[str, Any]) -> dict[str, Any]:
    """The changes of an event as plain values; UsageError names a field or value that cannot be."""
    out: dict[str, Any] = {}
    for name, value in changes.items():
        if name not in FIELDS:
            raise UsageError(f"an event has no field {name!r} to change; fields: {', '.join(FIELDS)}")
        out[name] = _plain(name, value)
    if not out:
        raise UsageError(f"nothing to change; name one of {', '.join(FIELDS)}")
    return out


def _plain(name: str, value: Any) -> Any:
    match name:
        case "when":
            if isinstance(value, str):
                try:
                    value = When.from_edtf(value)
                except ValueError as why:
                    raise UsageError(f"{value!r} is no date: {why}") from None
            return when_record(value)
        case "status":
            if value not in set(Status):
                raise UsageError(f"{value!r} is no status; use one of {', '.join(Status)}")
            return str(value)
        case "kind":
            if value not in KINDS:
                raise UsageError(f"{value!r} is no kind; use one of {', '.join(KINDS)}")
            return value
        case "actors":
            return [value] if isinstance(value, str) else list(value)
        case "tags":
            return tags_of([value] if isinstance(value, str) else value)
        case "place":
            return place_record(place_named(value) if isinstance(value, str) else value)
        case _:
            text = str(value).strip()
            if name == "title" and not text:
                raise UsageError("a title cannot be empty")
            return text


def tags_of(given: Iterable[str]) -> list[str]:
    """Tags as they are kept: each once, without what separates them in tables and addresses.

    >>> tags_of(["to  check", "north|south", "to check", " "])
    ['to check', 'north south']
    """
    plain = (" ".join(re.sub("[;,|]", " ", tag).split()) for tag in given)
    return list(dict.fromkeys(tag for tag in plain if tag))


def place_named(name: str) -> Place | None:
    """The gazetteer's place of that name, else one without coordinates; None for no name.

    >>> place_named("Kiev").name
    'Kyiv'
    """
    from timeline.events.gazetteer import place_names

    name = name.strip()
    known = (place for start, end, place in place_names().find(name) if end - start == len(name))
    return next(known, Place(name)) if name else None


def applied(event: Event, edits: Iterable[Edit]) -> tuple[Event, bool]:
    """The event with its readers' changes, and whether it is hidden."""
    edits = list(edits)
    hidden, review = False, event.review
    event = replace(event, tags=_tags(event, edits))
    for edit in edits:
        if edit.action in ("hide", "show"):
            hidden = edit.action == "hide"
        elif edit.action == "change":
            event = _changed(event, edit.change)
            review = "edited" if set(edit.change).difference(OWN) else review
        elif edit.action == "accept":
            review = "accepted"
        if edit.note and edit.action not in ("add", "separate", "link"):  # these concern two events
            event = replace(event, note=edit.note)
    return replace(event, review="rejected" if hidden else review), hidden


def _tags(event: Event, edits: Sequence[Edit]) -> tuple[str, ...]:
    """The tags of all that an event was made of.

    A change of tags holds for the mentions that its event had, until a later one that names them too: what
    was tagged apart and tells one occurrence now has the tags of both.
    """
    tagging = [edit for edit in edits if edit.action in ("change", "merge") and "tags" in edit.change]
    last = {key: edit for edit in tagging for key in edit.mentions or (edit.event_id,)}
    own = [mention.id for mention in event.mentions] or [event.id]
    holding = {last[key].id for key in own if key in last}
    if not holding:
        return event.tags
    return tuple(dict.fromkeys(tag for edit in tagging if edit.id in holding for tag in edit.change["tags"]))


def _changed(event: Event, change: dict[str, Any]) -> Event:
    values: dict[str, Any] = {name: value for name, value in change.items() if name != "tags"}
    if "when" in values:
        values["when"] = when_of(values["when"])
        values["conflicting"] = disagreeing(values["when"], event.mentions)
    if "status" in values:
        values["status"] = Status(values["status"])
    if "actors" in values:
        values["actors"] = tuple(values["actors"])
    if "place" in values:
        values["place"] = place_of(values["place"])
    edited = dict.fromkeys([*event.edited, *(name for name in change if name not in OWN)])
    return replace(event, **values, edited=tuple(edited))


def event_by_hand(
    when: When,
    title: str,
    status: str,
    kind: str,
    actors: Sequence[str],
    place: str,
    note: str = "",
    tags: Sequence[str] = (),
) -> Event:
    """An event that no article tells, still without an id; UsageError for a value that cannot be."""
    told = change_record({"title": title, "status": status, "kind": kind, "tags": tags})
    return Event(
        "", told["title"], when, Status(told["status"]), told["kind"], tuple(actors), place_named(place),
        note=note.strip(), tags=tuple(told["tags"]),
    )  # fmt: skip


def added_event(edit: Edit) -> Event:
    """The event that a reader added by hand."""
    change = edit.change
    return Event(
        edit.event_id, change["title"], when_of(change["when"]), Status(change["status"]), change["kind"],
        tuple(change["actors"]), place_of(change["place"]), edited=("added",), note=change.get("note", ""),
        tags=tuple(change.get("tags", ())), review=change.get("review", "accepted"),
    )  # fmt: skip


def event_record(event: Event) -> dict[str, Any]:
    """An event added by hand as plain values."""
    return {
        "title": event.title, "when": when_record(event.when), "status": str(event.status),
        "kind": event.kind, "actors": list(event.actors), "place": place_record(event.place),
        "note": event.note, "tags": list(event.tags), "review": event.review,
    }  # fmt: skip


def bonds(edits: Sequence[Edit]) -> tuple[list[frozenset[str]], list[tuple[frozenset[str], frozenset[str]]]]:
    """Mentions that readers joined, and pairs of groups that they keep apart."""
    together = [frozenset(edit.mentions) for edit in edits if edit.action == "merge"]
    return together, [parted(edit) for edit in edits if edit.action in PARTING]


def parted(edit: Edit) -> tuple[frozenset[str], frozenset[str]]:
    """The two groups of mentions that an edit keeps apart."""
    one = frozenset(edit.change["mentions"])
    return one, frozenset(edit.mentions) - one
