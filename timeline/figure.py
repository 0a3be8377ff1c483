"""The picture of a timeline: a frame of events and a view in, a Plotly figure out. A pure function.

Instants are UTC milliseconds and heights are pixels; no date text reaches Plotly, which would turn
"2014" into a day. `drawing` gives the same as a plain dict, with the boxes of all marks in
`layout.meta`, for a page that finds by itself what a pointer is on.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from timeline import levels
from timeline.lanes import Scale, lay_out
from timeline.marks import Marks, marks
from timeline.sheet import Sheet
from timeline.surroundings import layout
from timeline.view import BOTTOM, RIGHT, View, gutter, top

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


def figure(frame: pd.DataFrame, view: View | None = None) -> "Figure":
    """The events of `frame` (as `to_frame` gives them) drawn as `view` asks."""
    from plotly.graph_objects import Figure  # a second to import; the dashboard does without

    view = view or View()
    return Figure(drawing(marks(frame, view.lanes), view))


def drawing(shown: Marks, view: View) -> dict[str, Any]:
    """The figure as a plain dict of Plotly's `data` and `layout`."""
    begin, end = levels.home(shown) if view.begin is None or view.end is None else (view.begin, view.end)
    view = replace(view, begin=begin, end=end)
    keep = shown.position(view.selected)
    chosen = levels.detail(shown, begin, end, keep)
    scale = Scale(begin, end, max(view.width - gutter(view) - RIGHT, 100))
    height = None if view.height is None else view.height - top(view) - BOTTOM
    lanes = lay_out(shown, chosen, scale, height=height, named=gutter(view) == 0)
    sheet = Sheet(shown, view, scale, chosen, lanes)
    data = sheet.data()
    return {"data": data, "layout": layout(sheet)}
