"""The same tests on both stores: a SQLite file, and a database of a PostgreSQL server of our own."""

import getpass
import os
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path

import pytest

from timeline.store import open_store

_numbers = count(1)
EACH = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
HASTY = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")
"""What a server does for the sake of data that are to last, or of many."""


@pytest.fixture(scope="session")
def postgres():
    """A PostgreSQL server that listens on a socket in a temporary folder: the folder, and its user."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if not found:
        pytest.skip("no PostgreSQL is installed; on Debian or Ubuntu: apt install postgresql")
    programs, as_user, user = found[-1], [], getpass.getuser()
    home = Path(tempfile.mkdtemp(prefix="timeline-pg-"))
    if os.geteuid() == 0:  # the server refuses to run as root
        user = "postgres"
        as_user = [shutil.which("runuser") or "runuser", "-u", user, "--"]
        shutil.chown(home, user)
    data = home / "data"

    def run(*words):
        done = subprocess.run(
            [*as_user, *map(str, words)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            cwd=home,
        )
        assert done.returncode == 0, done.stderr

    run(programs / "initdb", "-D", data, "-U", user, "-A", "trust", "-E", "UTF8", "--no-sync")
    hasty = " ".join(f"-c {name}=off" for name in HASTY)
    options = f"-c listen_addresses='' -c unix_socket_directories={home} {hasty}"
    run(programs / "pg_ctl", "-D", data, "-o", options, "-l", home / "log", "-w", "start")
    yield home, user
    run(programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    shutil.rmtree(home)


@pytest.fixture(params=EACH)
def url(request, tmp_path):
    """The address of a store that does not exist yet."""
    return address(request, tmp_path)


def address(request, folder):
    """The address of a new store, of the kind that is asked for: a file in the folder, or a database."""
    if request.param == "sqlite":
        return str(folder / "timeline.db")
    import psycopg

    folder, user = request.getfixturevalue("postgres")
    name = f"timeline_{next(_numbers)}"
    with psycopg.connect(host=str(folder), user=user, dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql://{user}@/{name}?host={folder}"


@pytest.fixture
def store(url):
    with open_store(url) as opened:
        yield opened
