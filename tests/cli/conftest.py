"""What the tests of the command line share: an article, a store for it, and two ways to run a command."""

import io
import subprocess
import sys

import pytest

from timeline.cli import main

REPORT = """\
Talks in Minsk end with a ceasefire deal

Published 12 February 2015

The leaders of Russia, Ukraine, Germany and France agreed on Thursday on a ceasefire in eastern Ukraine.
The guns are to fall silent on Sunday.

Fighting has gone on in the Donbas since April.
"""


@pytest.fixture
def store(tmp_path):
    return str(tmp_path / "timeline.db")


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "minsk.txt"
    path.write_text(REPORT, encoding="utf-8")
    return str(path)


@pytest.fixture
def run(capsys, monkeypatch):
    """Runs a command within this process, which is quick: (status, stdout, stderr)."""

    def run(*words, stdin=""):
        given = stdin if isinstance(stdin, bytes) else stdin.encode()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        capsys.readouterr()
        try:
            status = main(words)
        except SystemExit as left:  # argparse's own way out
            status = left.code
        return status, *capsys.readouterr()

    return run


def in_a_process(*words, stdin=""):
    """The command in a process of its own, with real pipes: (status, stdout, stderr)."""
    done = subprocess.run(
        [sys.executable, "-m", "timeline", *words],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return done.returncode, done.stdout, done.stderr
