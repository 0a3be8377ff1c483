"""Tables, notes and progress for people at a terminal; tab-separated lines for programs."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

T = TypeVar("T")

_notes = Console(stderr=True, highlight=False)


def say(sentence: str) -> None:
    """A note for the person at the terminal, on stderr."""
    _notes.print(sentence, markup=False, soft_wrap=True)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, wide: Sequence[str] = ()) -> None:
    """Rows on stdout: a table on a terminal (`wide` columns wrap), else tab-separated lines."""
    if not sys.stdout.isatty():
        print("\t".join(columns))
        for row in rows:
            print("\t".join(" ".join(cell.split()) for cell in row))
        return
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        drawn.add_column(column, no_wrap=column not in wide, overflow="fold")
    for row in rows:
        drawn.add_row(*(cell.replace("[", "\\[") for cell in row))
    Console(highlight=False).print(drawn)


def progress(steps: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """Pass `steps` through, with a bar on stderr when that is a terminal."""
    if not sys.stderr.isatty():
        yield from steps
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=_notes, transient=True) as bar:
        task = bar.add_task(what, total=total)
        for step in steps:
            yield step
            bar.advance(task)
