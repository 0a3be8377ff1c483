"""Events as a spreadsheet, every text kept as text."""

import io
from datetime import datetime
from typing import TYPE_CHECKING

from timeline.exporters.frame import records

if TYPE_CHECKING:
    import pandas as pd

_MADE = datetime(1980, 1, 1)
"""When every file says it was made, as its zip members do: the same events give the same bytes."""
_WIDE = {"title": 50, "sentence": 70, "why": 50, "actors": 30, "url": 30}


def write(frame: "pd.DataFrame") -> bytes:
    """One sheet, a row an event, the header frozen and filterable."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(out, options) as book:
        book.set_properties({"created": _MADE})
        sheet, bold = book.add_worksheet("Events"), book.add_format({"bold": True})
        columns = [str(frame.index.name), *map(str, frame.columns)]
        sheet.write_row(0, 0, columns, bold)
        for at, record in enumerate(records(frame), 1):
            for column, name in enumerate(columns):
                value = record[name]
                if isinstance(value, bool):
                    sheet.write_boolean(at, column, value)
                elif isinstance(value, int | float):
                    sheet.write_number(at, column, value)
                elif value is not None:
                    sheet.write_string(at, column, str(value)[:32_000])
        for column, name in enumerate(columns):
            sheet.set_column(column, column, _WIDE.get(name, 14))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, len(frame)), len(columns) - 1)
    return out.getvalue()
