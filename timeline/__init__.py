"""Crisis Timeline: news articles in, dated events with their evidence out.

The public names below are loaded on first use, so that reading dates alone
(`timeline.temporal`) does not pay for pandas or plotly.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.articles import read, read_many
    from timeline.errors import TimelineError
    from timeline.events import extract
    from timeline.exporters.frame import to_frame
    from timeline.figure import figure
    from timeline.model import Article, Event, Mention, Timex, When
    from timeline.store import open_store
    from timeline.temporal import explain, tag

__version__ = "0.1.0"

_HOMES = {
    "Article": "timeline.model",
    "Event": "timeline.model",
    "Mention": "timeline.model",
    "Timex": "timeline.model",
    "When": "timeline.model",
    "TimelineError": "timeline.errors",
    "read": "timeline.articles",
    "read_many": "timeline.articles",
    "tag": "timeline.temporal",
    "explain": "timeline.temporal",
    "extract": "timeline.events",
    "to_frame": "timeline.exporters.frame",
    "open_store": "timeline.store",
    "figure": "timeline.figure",
}
__all__ = [
    "Article",
    "Event",
    "Mention",
    "TimelineError",
    "Timex",
    "When",
    "explain",
    "extract",
    "figure",
    "open_store",
    "read",
    "read_many",
    "tag",
    "to_frame",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        value = getattr(import_module(_HOMES[name]), name)
        globals()[name] = value  # the next look-up does not come here
        return value
    raise AttributeError(f"module 'timeline' has no attribute {name!r}")
