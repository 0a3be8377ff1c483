"""Events as CSV: UTF-8, RFC 4180, no cell that a spreadsheet would run as a formula."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from timeline.errors import ImportRowError
from timeline.exporters.frame import COLUMNS, records

if TYPE_CHECKING:
    import pandas as pd

PIECE = 100_000
"""Characters that are handed on at once."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
_NUMERIC = frozenset({"latitude", "longitude", "confidence", "mentions", "sources"})


def write(frame: "pd.DataFrame") -> bytes:
    """The frame as CSV, one event a row."""
    return b"".join(parts(records(frame), [str(frame.index.name), *map(str, frame.columns)]))


def parts(rows: Iterable[dict[str, Any]], columns: Sequence[str] = ("id", *COLUMNS)) -> Iterator[bytes]:
    """The same of rows, a piece at a time."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(column, row[column]) for column in columns])
        if out.tell() > PIECE:
            yield out.getvalue().encode()
            out.seek(0)
            out.truncate()
    yield out.getvalue().encode()


def _cell(column: str, value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if column not in _NUMERIC and isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value


def read_csv(text: str, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of such a CSV with their line; the apostrophe before a would-be formula is taken off."""
    reader = csv.DictReader(io.StringIO(text, newline=""))
    header = reader.fieldnames or []
    if "event" in header and "id" not in header:  # what `claims` gives
        raise ImportRowError(f"{name} is the table of mentions; import the table of events (events.csv)")
    if "title" not in header or not {"edtf", "begin"} & set(header):
        raise ImportRowError(f"{name} has no columns 'title' and 'edtf'; import what `timeline export` wrote")
    for record in reader:
        if None in record:
            raise ImportRowError(
                f"{name}, line {reader.line_num}: more cells than columns; quote cells with commas"
            )
        yield reader.line_num, {key: _value(value) for key, value in record.items() if key}


def _value(cell: str | None) -> str | None:
    if not cell:
        return None
    return cell[1:] if cell[0] == "'" and cell[1:2] in _FORMULA else cell
