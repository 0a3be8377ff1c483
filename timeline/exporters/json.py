"""Events as JSON and JSON Lines: one object an event, the CSV's keys, lists for actors, edits and tags."""

import json
from typing import TYPE_CHECKING, Any

from timeline.exporters.frame import records, split
from timeline.exporters.told import address, dated, source

if TYPE_CHECKING:
    import pandas as pd


def write(frame: "pd.DataFrame") -> bytes:
    """A list of objects."""
    return (json.dumps(_listed(frame), ensure_ascii=False, indent=1) + "\n").encode()


def write_lines(frame: "pd.DataFrame") -> bytes:
    """An object a line."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in _listed(frame)).encode()


def _listed(frame: "pd.DataFrame") -> list[dict[str, Any]]:
    """The rows with lists where a cell holds several values."""
    return [
        record | {name: list(split(record[name])) for name in ("actors", "edited", "tags") if name in record}
        for record in records(frame)
    ]


def geojson(frame: "pd.DataFrame") -> bytes:
    """A FeatureCollection (RFC 7946) of events whose place has coordinates."""
    features = [_feature(record) for record in records(frame)]
    return (
        json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1) + "\n"
    ).encode()


def _feature(record: dict[str, Any]) -> dict[str, Any]:
    properties = {key: value for key, value in record.items() if key not in ("latitude", "longitude", "id")}
    point = {"type": "Point", "coordinates": [record["longitude"], record["latitude"]]}
    return {"type": "Feature", "id": record["id"], "geometry": point, "properties": properties}


def timelinejs(frame: "pd.DataFrame") -> bytes:
    """The JSON of Knight Lab's TimelineJS; what an event opens or leaves open gets a one-sided date."""
    events = [_slide(record) for record in records(frame)]
    title = {
        "text": {"headline": "Crisis Timeline", "text": "Exported events, each with its sentence and source."}
    }
    return (json.dumps({"title": title, "events": events}, ensure_ascii=False, indent=1) + "\n").encode()


def _slide(record: dict[str, Any]) -> dict[str, Any]:
    begin, end = record["begin"] or record["end"], record["end"]
    coarse = {"year": 1, "decade": 1, "century": 1, "month": 2}.get(record["precision"], 3)
    told = (_escaped(record["sentence"] or ""), _source(record))
    slide: dict[str, Any] = {
        "start_date": _date(begin, coarse),
        "display_date": dated(record),
        "group": record["kind"],
        "unique_id": record["id"],
        "text": {
            "headline": _escaped(record["title"]),
            "text": "".join(f"<p>{part}</p>" for part in told if part),
        },
    }
    if end and end != begin:
        slide["end_date"] = _date(end, coarse)
    return slide


def _source(record: dict[str, Any]) -> str:
    told, url = _escaped(source(record)), _escaped(address(record))
    return f'<a href="{url}" rel="noopener noreferrer">{told or url}</a>' if url else told


def _date(day: str, parts: int) -> dict[str, str]:
    return dict(
        zip(("year", "month", "day"), (str(int(part)) for part in day.split("-")[:parts]), strict=False)
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
