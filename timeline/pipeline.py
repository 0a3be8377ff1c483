"""The main path: read → extract → save, on one core, on all cores, or on a Dask cluster.

Reading and saving stay in this process (one writer, one transaction an article); finding dates and
events, the costly part, is what the workers do. Memory stays flat however many articles there are.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import islice
from os import cpu_count
from pathlib import Path
from typing import Any

from timeline import articles, events
from timeline.errors import TimelineError, UsageError
from timeline.events.spacy_names import Pipeline, load
from timeline.model import Article, Mention
from timeline.resources import data_folder
from timeline.store import Added, Store

BATCH = 50  # articles a task: large enough to hide the cost of sending, small enough to show progress
AHEAD = 4  # batches in flight for each worker


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one article: what was added, or the sentence that says why not."""

    source: str
    added: Added | None = None
    problem: str = ""


def add(
    store: Store,
    sources: Iterable[str | Path],
    *,
    workers: int = 1,
    dask: str | None = None,
    spacy: str | None = None,
    dateless: bool = False,
    **known: Any,
) -> Iterator[Outcome]:
    """Add every article of `sources` to the store and say what came of each.

    `known` are facts that hold for all of them (published, title, publisher, url, language).
    `workers` is the number of processes, 0 for one a core; `dask` the address of a scheduler; `spacy`
    the name of a spaCy model of the reader's own, which adds names that we do not know.
    With `dateless` an article of unknown date is kept, too, with only the events whose dates it tells.
    A source that cannot be read gives an Outcome with a problem; the others are still added.
    """
    if spacy:
        load(spacy)  # that it is there is known before anything is read
    read = articles.read_many(sources, **known)
    readable = (_checked(source, article, dateless=dateless) for source, article in read)
    with _executor(workers, dask) as executor:
        for source, article, found in _extracted(readable, executor, spacy):
            if isinstance(found, str):
                yield Outcome(source, problem=found)
            else:
                try:
                    yield Outcome(source, store.save(article, found))
                except TimelineError as problem:
                    yield Outcome(source, problem=str(problem))


def fill(store: Store) -> Iterator[Outcome]:
    """Add the bundled articles, oldest first; one of them has lost its date, to show what comes of that."""
    yield from add(store, bundled_articles(), dateless=True)


def bundled_articles() -> list[Path]:
    """The files of the articles that come with the program; their names begin with their date, if any."""
    return sorted((data_folder() / "articles").glob("*.txt"))


Read = tuple[str, Article | str]
"""A source's name with its article, or with the sentence that says why there is none."""

Extracted = tuple[str, Any, list[Mention] | str]


def _checked(source: str, article: Article | TimelineError, *, dateless: bool) -> Read:
    if isinstance(article, TimelineError):
        return source, str(article)
    try:
        return source, article if dateless else articles.require_published(article)
    except TimelineError as problem:
        return source, str(problem)


def _extracted(readable: Iterator[Read], executor: Executor | None, spacy: str | None) -> Iterator[Extracted]:
    batches = iter(lambda: list(islice(readable, BATCH if executor else 1)), [])
    if executor is None:
        for batch in batches:
            yield from extract_batch(batch, spacy)
        return
    ahead = AHEAD * (cpu_count() or 1)
    waiting: deque[Future[list[Extracted]]] = deque()
    for batch in batches:
        waiting.append(executor.submit(extract_batch, batch, spacy))
        if len(waiting) >= ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def extract_batch(batch: list[Read], spacy: str | None = None) -> list[Extracted]:
    """The mentions of each article that could be read, else why not; what a worker runs."""
    model = load(spacy) if spacy else None
    return [_found(source, article, model) for source, article in batch]


def _found(source: str, article: Article | str, model: Pipeline | None) -> Extracted:
    if isinstance(article, str):
        return source, None, article
    try:
        return source, article, events.find_mentions(article, model=model)
    except TimelineError as problem:
        return source, None, str(problem)


def _executor(workers: int, dask: str | None) -> AbstractContextManager[Executor | None]:
    if dask:
        return _dask(dask)
    if workers < 0:
        raise UsageError(f"--workers is a number of processes, 0 for one a core; got {workers}")
    count = workers or cpu_count() or 1
    return ProcessPoolExecutor(count) if count > 1 else nullcontext()


def _dask(address: str) -> AbstractContextManager[Executor]:
    try:
        from distributed import Client
    except ImportError:
        raise UsageError("--dask needs Dask: pip install 'crisis-timeline[cluster]'") from None
    try:
        executor: Executor = Client(address, timeout=10).get_executor()
    except (OSError, ValueError) as why:
        raise TimelineError(
            f"no Dask scheduler answers at {address!r} ({why}); start one or leave out --dask"
        ) from why
    return executor
