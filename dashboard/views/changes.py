"""What reading articles again changes, in words and as lists: one article in full, of many each in a line."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dash import html

from dashboard.views.reading import lane
from timeline import wording
from timeline.model import Event
from timeline.store import Reread, together

LISTED = 300
"""Articles, at most, of which each has its line; those with most changes."""
_NAMES = {"when": "date", "actors": "who", "place": "where"}
_FIELDS = ("when", "title", "kind", "status", "actors", "place")
_KEPT = "What readers corrected stays as they corrected it."


def listed(found: Sequence[Reread], titles: Sequence[str], published: date | None = None) -> list[Any]:
    """What changes: of one article in full; of several the sum, and each article with how much.

    `published` is the publication date that the article is to have.
    """
    if len(found) == 1:
        dated = [html.P(_dated(found[0], published))] if published else []
        kept = html.P(f"Today’s rules find this. {_KEPT}", className="muted")
        same = html.P("Today’s rules find the same events in it. Nothing would change.")
        if dated and not any(_groups(found[0])):
            kept = html.P("Its events stay as they are.", className="muted")
        return [html.P(html.Strong(titles[0])), *dated, *([kept, *told(found[0])] if found[0] else [same])]
    head = html.P(html.Strong(f"{len(found):,} articles"))
    if not any(found):
        return [head, html.P("Today’s rules find the same events in them. Nothing would change.")]
    every = together(found)
    lost = sum(_judged(event) for event in every.gone)
    changing = sorted(
        (at for at, one in enumerate(found) if one), key=lambda at: -sum(map(len, _groups(found[at])))
    )
    parts = [
        head,
        html.P(
            ["On the timeline: ", html.Strong(counted(every) or "nothing new in the end"), "."],
            id="reread-sum",
        ),
        html.P(f"{lost:,} of what is gone a reader has accepted or edited.", className="warning")
        if lost
        else None,
        html.P(_KEPT, className="muted"),
        html.Div([_line(at, found[at], titles[at]) for at in changing[:LISTED]], className="reread-each"),
        html.P(f"{len(changing) - LISTED:,} more articles change less.") if len(changing) > LISTED else None,
        html.P(_unchanged(len(found) - len(changing)), className="muted")
        if len(found) > len(changing)
        else None,
    ]
    return [part for part in parts if part is not None]


def _dated(found: Reread, published: date) -> list[Any]:
    before = str(found.dated["published"])[:10]
    was = wording.days(day, day) if (day := date.fromisoformat(before) if before else None) else "not known"
    return ["Published: ", html.Del(was), " → ", html.Ins(wording.days(published, published))]


def _line(at: int, found: Reread, title: str) -> Any:
    """An article and how much changes in it; what that is comes when it is opened."""
    words = [html.Span(title), html.Span(counted(found), className="muted")]
    return html.Details(
        [
            html.Summary(words, id={"type": "reread-one", "at": at}),
            html.Div(id={"type": "reread-told", "at": at}),
        ]
    )


def _unchanged(count: int) -> str:
    return f"In {count:,} article{'s' if count > 1 else ''} nothing would change."


def _groups(found: Reread) -> tuple[Sequence[Any], ...]:
    return found.new, found.joined, found.changed, found.left, found.gone


def counted(found: Reread) -> str:
    """How much changes, in words: "2 new, 1 changed"."""
    names = ("new", "confirmed", "changed", "left to other articles", "gone")
    return ", ".join(
        f"{len(events):,} {name}" for name, events in zip(names, _groups(found), strict=True) if events
    )


def told(found: Reread) -> list[Any]:
    """What reading the article again changes, group by group."""
    pairs = [_entry(new, _changes(old, new)) for old, new in found.changed]
    groups = [
        ("New on the timeline", [_entry(event) for event in found.new]),
        ("There already, and now told by this article, too", [_entry(event) for event in found.joined]),
        ("Told otherwise", pairs),
        ("Found no more; other articles still tell it", [_entry(event) for event in found.left]),
        ("Found no more: leaves the timeline", [_entry(event, _edited(event)) for event in found.gone]),
    ]
    return [
        html.Section([html.H3(name), html.Ul(entries, className="reread")])
        for name, entries in groups
        if entries
    ]


def _entry(event: Event, more: Any = None) -> Any:
    dot = html.Span(className=f"dot lane-{lane(event.kind)}")
    date = html.Span([dot, wording.label(event.when)], className="muted")
    return html.Li([date, html.Span(event.title), *([more] if more else [])])


def _edited(event: Event) -> Any:
    return html.Span(f"A reader has {event.review} it.", className="warning") if _judged(event) else None


def _judged(event: Event) -> bool:
    return event.review in ("edited", "accepted")


def _changes(old: Event, new: Event) -> Any:
    """Each field that is different, as it was and as it is."""
    lines = []
    for name in _FIELDS:
        was, now = _said(old, name), _said(new, name)
        if was != now:
            change = [f"{_NAMES.get(name, name)}: ", html.Del(was or "none"), " → ", html.Ins(now or "none")]
            lines.append(html.Span(change))
    return html.Span(lines, className="reread-changes") if lines else None


def _said(event: Event, name: str) -> str:
    value = getattr(event, name)
    if name == "when":
        return wording.spoken(value)
    if name == "place":
        return value.name if value else ""
    return ", ".join(value) if name == "actors" else str(value)
