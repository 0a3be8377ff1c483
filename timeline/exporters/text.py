"""Events as a chronicle to read: Markdown by year and month, and calendar entries (iCalendar)."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

from timeline.exporters.frame import records
from timeline.exporters.told import address, dated, source
from timeline.wording import MONTHS

if TYPE_CHECKING:
    import pandas as pd


def markdown(frame: "pd.DataFrame") -> bytes:
    """A chronicle by year and month; each date in words and in EDTF."""
    lines = ["# Chronicle", ""]
    for year, of_year in groupby(records(frame), lambda r: first_day(r)[:4]):
        lines += [f"## {year}", ""]
        for month, of_month in groupby(of_year, lambda r: first_day(r)[5:7]):
            lines += [f"### {MONTHS[int(month) - 1]} {year}", ""]
            lines += [_item(record) for record in of_month]
            lines.append("")
    return "\n".join(lines).encode()


def first_day(record: dict[str, Any]) -> str:
    """The day at which an event stands in a chronicle."""
    return str(record["begin"] or record["end"])


def _item(record: dict[str, Any]) -> str:
    status = "" if record["status"] == "happened" else f" *({record['status']})*"
    told, url = _plain(source(record, title=False)), address(record)
    link = f" ([{told or 'source'}](<{url}>))" if url else f" ({told})" if told else ""
    return f"- **{_plain(dated(record))}** `{record['edtf']}` {_plain(record['title'])}{status}{link}"


def _plain(text: str) -> str:
    return "".join("\\" + c if c in "\\`*_[]<>#" else c for c in text)


def icalendar(frame: "pd.DataFrame") -> bytes:
    """All-day entries (RFC 5545); an event whose end is open stands on its first day."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Crisis Timeline//EN")
    calendar.add("version", "2.0")
    for record in records(frame):
        begin = date.fromisoformat(first_day(record))
        end = date.fromisoformat(record["end"]) if record["begin"] and record["end"] else begin
        entry = Event()
        entry.add("uid", f"{record['id']}@crisis-timeline")
        entry.add("dtstamp", datetime.combine(begin, time(), UTC))
        entry.add("dtstart", begin)
        entry.add("dtend", end + timedelta(days=1) if end < date.max else end)
        entry.add("summary", record["title"])
        entry.add(
            "description",
            "\n".join(str(record[c]) for c in ("sentence", "why", "publisher") if record.get(c)),
        )
        if record.get("place"):
            entry.add("location", record["place"])
        if url := address(record):
            entry.add("url", url)
        entry.add("categories", [record["kind"], record["status"]])
        calendar.add_component(entry)
    return bytes(calendar.to_ical())
