"""Makes of a new store one that an older program wrote: the steps of its schema taken back."""

import sqlalchemy as sa

from timeline.store import schema

TAKEN_BACK = {
    15: ("UPDATE events SET search = ''",),
    14: ("UPDATE events SET search = ''",),
    13: ("ALTER TABLE articles DROP COLUMN added",),
    12: ("DROP TABLE rereadings",),
    11: (
        "ALTER TABLE events RENAME COLUMN first_reported TO first_published",
        "ALTER TABLE events ADD COLUMN last_published TEXT",
        "ALTER TABLE events DROP COLUMN lag",
    ),
    10: (
        "DROP INDEX events_by_days",
        "ALTER TABLE events DROP COLUMN counts_from",
        "ALTER TABLE events DROP COLUMN counts_to",
    ),
    9: ("ALTER TABLE articles DROP COLUMN reader",),
    8: ("ALTER TABLE events DROP COLUMN tags",),
    7: ("ALTER TABLE edits DROP COLUMN turn", "ALTER TABLE edits DROP COLUMN imported"),
    6: ("ALTER TABLE edits DROP COLUMN step",),
    3: ("ALTER TABLE events DROP COLUMN review",),
    1: ("ALTER TABLE events DROP COLUMN conflicting",),
}
"""What leads back to each version from the next one."""


def make_older(store, version):
    """Take the schema of a store back to a version."""
    with store.writing() as connection:
        for step in range(schema.VERSION - 1, version - 1, -1):
            for statement in TAKEN_BACK.get(step, ()):
                connection.exec_driver_sql(statement)
        connection.execute(sa.update(schema.meta).where(schema.meta.c.key == "schema").values(value=version))
