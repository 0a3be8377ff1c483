"""Work that takes long: how far it is, whether its reader still wants it, and what came of it."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

from timeline.errors import TimelineError

KEPT = 12
"""Results that are kept, of all readers; the oldest goes first."""

Step = TypeVar("Step")
Result = TypeVar("Result")


class Cancelled(TimelineError):
    """The reader wants the work no more."""


@dataclass(slots=True)
class Progress:
    """How many steps are done, of how many."""

    steps: int
    done: int = 0
    cancelled: bool = False


class Work(Generic[Result]):
    """What goes on for readers, each under the key that the browser gave it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._going: dict[str, Progress] = {}
        self._kept: OrderedDict[str, Result] = OrderedDict()

    def steps(self, key: str, steps: Sequence[Step]) -> Iterator[Step]:
        """Pass the steps through, one by one; Cancelled as soon as the reader has cancelled."""
        progress = self._going[key] = Progress(len(steps))
        try:
            for step in steps:
                _go_on(progress)
                yield step
                progress.done += 1
            _go_on(progress)
        finally:
            self._going.pop(key, None)

    def progress(self, key: str) -> Progress | None:
        """How far it is; None for what has not begun or is over."""
        return self._going.get(key)

    def cancel(self, key: str) -> None:
        """Stop it before its next step."""
        if progress := self._going.get(key):
            progress.cancelled = True

    def keep(self, key: str, result: Result) -> None:
        """Keep what came of it for as long as it may be asked for."""
        with self._lock:
            self._kept[key] = result
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)

    def kept(self, key: str) -> Result | None:
        """What came of it; None where that is kept no more."""
        return self._kept.get(key)


def _go_on(progress: Progress) -> None:
    if progress.cancelled:
        raise Cancelled("cancelled: nothing has changed")
