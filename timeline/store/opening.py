"""An address of a store → a database engine with the guarantees that the store needs."""

import os
import sqlite3
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from timeline.errors import TimelineError, UsageError

BUSY_MS = 30_000
"""How long a writer waits for another one."""


def engine_for(url: str | None, *, read_only: bool, create: bool = True) -> sa.Engine:
    """The engine of a store: a path or `sqlite:///…`, or `postgresql://…`; by default the user's own file."""
    url = url or os.environ.get("TIMELINE_STORE") or str(default_path())
    if url.startswith(("postgresql://", "postgres://")):
        return _postgres(url, read_only=read_only)
    if "://" in url and not url.startswith("sqlite://"):
        raise UsageError(f"{url!r} is no store; give a file, or postgresql://user:password@host/database")
    return _sqlite(
        Path(url.removeprefix("sqlite:///").removeprefix("sqlite://")), read_only=read_only, create=create
    )


def default_path() -> Path:
    """The SQLite file in the user's data folder."""
    import platformdirs

    return Path(platformdirs.user_data_dir("crisis-timeline")) / "timeline.db"


def _sqlite(path: Path, *, read_only: bool, create: bool) -> sa.Engine:
    path = path.expanduser()
    if path.is_dir():
        raise UsageError(
            f"{str(path)!r} is a folder; a store is a file, for instance {str(path / 'timeline.db')!r}"
        )
    if (read_only or not create) and not path.is_file():
        raise UsageError(f"there is no store at {str(path)!r}; add an article first")
    if not read_only:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as why:
            raise TimelineError(
                f"cannot make the folder of the store, {str(path.parent)!r} ({why.strerror})"
            ) from None

    def connect() -> sqlite3.Connection:
        mode = "ro" if read_only else "rwc"
        address = f"{path.resolve().as_uri()}?mode={mode}"
        return sqlite3.connect(
            address, uri=True, timeout=BUSY_MS / 1000, check_same_thread=False, isolation_level=None
        )

    engine = sa.create_engine("sqlite://", creator=connect, poolclass=sa.QueuePool, pool_size=8)

    @sa.event.listens_for(engine, "connect")
    def set_up(connection: Any, _: Any) -> None:
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        connection.execute("PRAGMA foreign_keys=ON")
        if not read_only:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        # a writer takes its lock at once, so that two of them wait for each other rather than fail
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgres(url: str, *, read_only: bool) -> sa.Engine:
    try:
        import psycopg  # noqa: F401
    except ImportError:
        raise UsageError(
            "a PostgreSQL store needs psycopg: pip install 'crisis-timeline[postgres]'"
        ) from None
    address = "postgresql+psycopg://" + url.partition("://")[2]
    options = {"connect_timeout": 10}
    if read_only:
        options["options"] = "-c default_transaction_read_only=on"  # type: ignore[assignment]
    return sa.create_engine(address, connect_args=options, pool_pre_ping=True)
