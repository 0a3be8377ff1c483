"""Correcting an event from its card: what a reader types in, an edit that the store keeps out.

The form stands once on the page and is filled for the event whose card is open.
"""

from dataclasses import replace
from typing import Any

import dash
import dash_mantine_components as dmc
from dash import ALL, Dash, Input, Output, State, dcc, html

from dashboard.views import clash, date_field, history
from dashboard.views.undated import undated
from timeline import wording
from timeline.errors import StoreError, TimelineError
from timeline.events.kinds import KINDS
from timeline.model import Event, Status, When
from timeline.store import Store
from timeline.store.edits import event_by_hand

FIELDS = ("title", "when", "kind", "status", "actors", "place", "tags", "note")
SEVERAL = ("actors", "tags")
"""Fields that hold several words."""
WHY = "Why, for whoever reads it next"
UNTOLD = "No source gives this date; say in the note why it is right."


def fields(form: str) -> list[Any]:
    """What an event is made of, to be typed: inputs whose ids begin with the form's name."""
    near: dict[str, Any] = {"comboboxProps": {"withinPortal": False}, "allowDeselect": False}
    statuses = [str(status) for status in Status]
    return [
        dmc.Textarea(id=f"{form}-title", label="Title", autosize=True, minRows=1, maxRows=4),
        *date_field.layout(form),
        dmc.Select(id=f"{form}-kind", label="Kind", data=list(KINDS), value="other", **near),
        dmc.Select(id=f"{form}-status", label="Status", data=statuses, value=statuses[0], **near),
        dmc.TagsInput(id=f"{form}-actors", label="Who", data=[], comboboxProps=near["comboboxProps"]),
        dmc.TextInput(id=f"{form}-place", label="Where"),
        dmc.TagsInput(
            id=f"{form}-tags",
            label="Tags",
            description="Your own words for finding it again",
            data=[],
            comboboxProps=near["comboboxProps"],
        ),
        dmc.Textarea(id=f"{form}-note", label="Note", description=WHY, minRows=2),
        html.P(id=f"{form}-problem", className="warning", role="alert"),
    ]


def form() -> Any:
    """The form, away until "Edit" is pressed."""
    return html.Section(
        [
            dcc.Store(id="edit-asked"),
            dcc.Store(id="edit-base"),
            html.H2("Correct this event"),
            *fields("edit"),
            html.Div(id="edit-clash", className="clash", role="alert"),
            html.Div(
                [
                    html.Button("Save", id="edit-save", className="button"),
                    html.Button("Cancel", className="plain", **{"data-do": "edit-cancel"}),
                    html.Button("Hide event", id="edit-hide", className="plain last"),
                ],
                className="row",
            ),
        ],
        id="edit-form",
        className="own-form",
        hidden=True,
        **{"aria-label": "Correct this event"},
    )


def register(app: Dash, store: Store) -> None:
    """Fill and show the form when it is asked for, say how a typed date is read, save, hide."""
    date_field.register(app, "edit", date_field.read_date)

    @app.callback(
        *(Output(f"edit-{name}", "value") for name in FIELDS),
        Output("edit-tags", "data"),
        Output("edit-base", "data"),
        Output("edit-clash", "children"),
        Output("edit-problem", "children"),
        Output("edit-form", "hidden"),
        Input("edit-asked", "data"),
        State("selected", "data"),
        prevent_initial_call=True,
    )
    def fill(_asked: int, event_id: str | None) -> tuple[Any, ...]:
        known, shown = sorted({tag for _, tag in store.named("tag")}), _values(store, event_id)
        return (*(shown.values() if shown else [dash.no_update] * len(FIELDS)), known, shown, None, "", False)

    @app.callback(
        Output("edit-note", "description"),
        Output("edit-note", "required"),
        Input("edit-when", "value"),
        State("selected", "data"),
        prevent_initial_call=True,
    )
    def ask_why(text: str | None, event_id: str | None) -> tuple[str, bool]:
        """Ask for a reason as soon as a date is typed that no source gives."""
        try:
            untold = bool(event_id and _unheard_of(store.event(event_id), date_field.read_date(text or "")))
        except TimelineError:  # what has no date yet, or not one that can be read
            untold = False
        return (UNTOLD, True) if untold else (WHY, False)

    @app.callback(
        Output("version", "data", allow_duplicate=True),
        Output("edit-problem", "children", allow_duplicate=True),
        Output("edit-form", "hidden", allow_duplicate=True),
        Output("edit-base", "data", allow_duplicate=True),
        Output("edit-clash", "children", allow_duplicate=True),
        Input("edit-save", "n_clicks"),
        State("selected", "data"),
        State("edit-base", "data"),
        State({"clash": ALL}, "id"),
        State({"clash": ALL}, "value"),
        *(State(f"edit-{name}", "value") for name in FIELDS),
        prevent_initial_call=True,
    )
    def save(
        _clicks: int, event_id: str, base: dict[str, Any], asked: list[Any], chosen: list[str], *values: Any
    ) -> tuple[Any, ...]:
        typed = {name: _filled(name, value) for name, value in zip(FIELDS, values, strict=True)}
        for each, choice in zip(asked, chosen, strict=True):
            if choice == "theirs":
                typed[each["clash"]] = base[each["clash"]]
        try:
            if found := _save(store, event_id, base, typed):
                seen = base | {each.name: each.theirs for each in found}
                asks = clash.section(found, store.history(event_id))
                return dash.no_update, "", False, seen, asks
        except TimelineError as problem:
            said = wording.sentence(str(problem))
            return dash.no_update, said, False, dash.no_update, dash.no_update
        return store.data_version(), "", True, None, None

    @app.callback(
        Output("version", "data", allow_duplicate=True),
        Output("saved", "data", allow_duplicate=True),
        Output("edit-form", "hidden", allow_duplicate=True),
        Input("edit-hide", "n_clicks"),
        State("selected", "data"),
        prevent_initial_call=True,
    )
    def hide(_clicks: int, event_id: str) -> tuple[Any, ...]:
        edits = store.correct([event_id], "hide")
        return store.data_version(), history.saved("The event is hidden.", edits), True


def _values(store: Store, event_id: str | None) -> dict[str, Any] | None:
    """What the form shows of an event, or of what has no date yet; None where there is nothing of that id."""
    if not event_id:
        return None
    try:
        return _shown(store.event(event_id))
    except StoreError:
        found = undated(store, event_id)
        if not found:
            return None
        told = [found[0].title, "", found[0].kind, str(found[0].status), [], "", [], ""]
        return dict(zip(FIELDS, told, strict=True))


def _filled(name: str, value: Any) -> Any:
    """What is typed, with nothing for an empty field."""
    return value if value is not None else ([] if name in SEVERAL else "")


def _shown(event: Event) -> dict[str, Any]:
    place = event.place.name if event.place else ""
    values = [
        event.title,
        event.when.edtf,
        event.kind,
        str(event.status),
        list(event.actors),
        place,
        list(event.tags),
        event.note,
    ]
    return dict(zip(FIELDS, values, strict=True))


def _save(store: Store, event_id: str, base: dict[str, Any], typed: dict[str, Any]) -> list[clash.Clash]:
    """One edit with all that differs from what the form showed; nothing where another changed the same."""
    with store.writing():
        if (now := _values(store, event_id)) is None:
            raise StoreError("this event is not here any more; it may have been removed or merged")
        changes = {name: value for name, value in typed.items() if value != base[name]}
        if "when" in changes or not now["when"]:
            when = date_field.read_date(typed["when"])
            changes["when"] = when.edtf
        if not (found := clash.clashes(base, now, changes)):
            _keep(store, event_id, now, changes | ({"when": when} if "when" in changes else {}))
        return found


def _keep(store: Store, event_id: str, now: dict[str, Any], changes: dict[str, Any]) -> None:
    note = str(changes.pop("note", ""))
    if (
        now["when"]
        and "when" in changes
        and not note.strip()
        and _unheard_of(store.event(event_id), changes["when"])
    ):
        raise TimelineError(UNTOLD)
    if not now["when"]:
        _date(store, event_id, now | changes, note)
    elif changes or note:
        store.edit(event_id, note=note, **changes)


def _unheard_of(event: Event, when: When) -> bool:
    """Whether the articles that tell an event all give other days."""
    if not event.mentions or when.edtf == event.when.edtf:
        return False
    return not any(mention.when.overlaps(when) for mention in event.mentions)


def _date(store: Store, event_id: str, values: dict[str, Any], note: str) -> None:
    """Put what had no date on the timeline, under the id that it has in the tray."""
    found = undated(store, event_id)
    if found is None:
        raise StoreError("this event is not here any more; its article may have been removed")
    facts = {name: values[name] for name in ("when", "title", "status", "kind", "actors", "place", "tags")}
    event = replace(event_by_hand(**facts, note=note), id=event_id)
    store.add_event(event, evidence=found[0].evidence(found[1]))
