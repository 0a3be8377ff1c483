"""An article → its dated events: mentions found, and those of the same occurrence merged.

The public names are loaded on first use, so that the kinds alone cost nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.events.mentions import extract, find_mentions

_HOMES = {"extract": "mentions", "find_mentions": "mentions"}
__all__ = ["extract", "find_mentions"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'timeline.events' has no attribute {name!r}")
    return getattr(import_module(f"timeline.events.{_HOMES[name]}"), name)
