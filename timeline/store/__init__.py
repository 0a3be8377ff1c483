"""Articles, mentions, events and readers' edits, kept in SQLite or PostgreSQL."""

from timeline.store.edits import Edit
from timeline.store.filters import Filter
from timeline.store.merging import Added
from timeline.store.rereading import Reread, together
from timeline.store.store import Imported, Store, open_store

__all__ = ["Added", "Edit", "Filter", "Imported", "Reread", "Store", "open_store", "together"]
