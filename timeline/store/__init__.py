"""Articles, mentions, events and readers' edits, kept in SQLite or PostgreSQL."""

from timeline.store.edits import Edit
from timeline.store.filters import Filter
from timeline.store.store import Added, Imported, Store, open_store

__all__ = ["Added", "Edit", "Filter", "Imported", "Store", "open_store"]
