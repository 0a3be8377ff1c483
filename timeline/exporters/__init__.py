"""Events out of the program: one function a format, `DataFrame → bytes`, all named in one table.

A new format is a function and a row; the command line and the dashboard's menu follow by themselves.
"""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from timeline.errors import TimelineError, UsageError

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: the suffix it is known by, what a menu calls it, its media type, and its function."""

    suffix: str
    label: str
    media_type: str
    _module: str
    _function: str = "write"
    rows: Literal["events", "mentions"] = "events"
    """What a row of its frame is: an event (`store.events`) or a mention (`store.claims`)."""
    needs: str = ""
    """The column without which the format has no place for a row ("" for none)."""

    def kept(self, frame: "pd.DataFrame") -> "pd.DataFrame":
        """The rows of a frame that the format holds."""
        return frame[frame[self.needs].notna()] if self.needs else frame

    def write(self, frame: "pd.DataFrame") -> bytes:
        """The frame in this format."""
        function: Callable[[pd.DataFrame], bytes] = getattr(
            import_module(f"timeline.exporters.{self._module}"), self._function
        )
        return function(self.kept(frame))


EXPORTERS: dict[str, Exporter] = {
    exporter.suffix: exporter
    for exporter in (
        Exporter("csv", "CSV table", "text/csv", "csv"),
        Exporter("claims.csv", "CSV of who says what", "text/csv", "csv", rows="mentions"),
        Exporter(
            "xlsx",
            "Excel workbook",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
        ),
        Exporter("json", "JSON", "application/json", "json"),
        Exporter("jsonl", "JSON Lines", "application/x-ndjson", "json", "write_lines"),
        Exporter(
            "geojson",
            "GeoJSON (with a place)",
            "application/geo+json",
            "json",
            "geojson",
            needs="latitude",
        ),
        Exporter("ics", "Calendar (iCalendar)", "text/calendar", "text", "icalendar"),
        Exporter("md", "Chronicle (Markdown)", "text/markdown", "text", "markdown"),
        Exporter("html", "Web page that works offline", "text/html", "html"),
        Exporter("timelinejs.json", "TimelineJS", "application/json", "json", "timelinejs"),
    )
}
"""The formats by suffix, the commonest first."""


def export_bytes(frame: "pd.DataFrame", format: str) -> bytes:  # noqa: A002
    """The frame in a format named by its suffix; UsageError lists the known ones."""
    return named(format).write(frame)


def named(format: str) -> Exporter:  # noqa: A002
    """The exporter of that suffix; UsageError lists the known ones."""
    exporter = EXPORTERS.get(format.lower().removeprefix("."))
    if exporter is None:
        raise UsageError(f"cannot export {format!r}; known formats: {', '.join(EXPORTERS)}")
    return exporter


def export(frame: "pd.DataFrame", path: Path, format: str | None = None) -> None:  # noqa: A002
    """Write the frame to a file, wholly or not at all; the suffix picks the format unless it is named."""
    data = export_bytes(frame, format or format_of(path))
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as why:
        raise TimelineError(f"cannot write {str(path)!r} ({why.strerror or why})") from None


def format_of(path: Path) -> str:
    """The format that a file's name asks for, by its longest known suffix."""
    name = path.name.lower()
    known = [suffix for suffix in EXPORTERS if ("." + name).endswith("." + suffix)]
    if not known:
        raise UsageError(f"{path.name!r} names no format; end it in .{', .'.join(EXPORTERS)}")
    return max(known, key=len)
