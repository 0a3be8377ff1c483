"""What each command of the command line does: parsed arguments in, exit status out."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from timeline import articles, batch, events, exporters, pipeline, temporal
from timeline.errors import TimelineError, UsageError
from timeline.events.kinds import KINDS
from timeline.events.spacy_names import Pipeline, load
from timeline.model import REVIEWS, Article, Event, Status, Timex, When
from timeline.records import event_record, timex_record
from timeline.store import Filter, Store, open_store
from timeline.store.edits import event_by_hand
from timeline.store.filters import day_text
from timeline.temporal.alternatives import alternatives
from timeline.temporal.timeml import to_timeml
from timeline.temporal.typed import when_of
from timeline.terminal import progress, say, table

KNOWN = ("published", "title", "publisher", "url", "language")


def add_command(asked: Namespace) -> int:
    """Add articles; a source that cannot be read is named, the others are added."""
    if asked.dry_run:
        return _dry_run(asked)
    problems = 0
    with open_store(asked.store) as store:
        outcomes = pipeline.add(
            store, asked.sources, workers=asked.workers, dask=asked.dask, spacy=asked.spacy, **_known(asked)
        )
        for outcome in progress(outcomes, "Adding articles"):
            problems += bool(outcome.problem)
            _tell(outcome, as_json=asked.json)
    return 1 if problems else 0


def _tell(outcome: pipeline.Outcome, *, as_json: bool) -> None:
    added = outcome.added
    if added is None:
        say(_named(outcome.source, outcome.problem))
        if as_json:
            _line({"source": outcome.source, "error": outcome.problem})
    elif as_json:
        new = [event_record(event) for event in added.events]
        joined = [event.id for event in added.joined]
        _line(
            {
                "source": outcome.source,
                "article": added.article_id,
                "new": added.new,
                "events": new,
                "joined": joined,
            }
        )
    elif not added.new:
        say(f"{outcome.source}: already on the timeline as {added.article_id}; nothing changed.")
    else:
        confirmed = f", {len(added.joined)} more confirmed" if added.joined else ""
        say(f"{outcome.source}: article {added.article_id}, {_count(added.events, 'new event')}{confirmed}.")
        _event_table([*added.events, *added.joined])


def _named(source: str, problem: str) -> str:
    """What is wrong with a source, with its name once."""
    return problem if problem.startswith(source) or repr(source) in problem else f"{source}: {problem}"


def _dry_run(asked: Namespace) -> int:
    problems, model = 0, _model(asked)
    for source, found in articles.read_many(asked.sources, **_known(asked)):
        try:
            article = articles.require_published(_article(found))
            extracted = events.extract(article, model=model)
        except TimelineError as problem:
            problems += 1
            say(_named(source, str(problem)))
            continue
        say(f"{source}: {_described(article)}; {_count(extracted, 'event')}; nothing stored.")
        _print_events(extracted, as_json=asked.json)
    return 1 if problems else 0


def events_command(asked: Namespace) -> int:
    """List the stored events that pass the filters."""
    with _reading(asked) as store:
        _print_events(store.event_list(_filter(asked, store)), as_json=asked.json)
    return 0


def duplicates_command(asked: Namespace) -> int:
    """List pairs of events that may be one, likeliest first."""
    with _reading(asked) as store:
        pairs = store.duplicates(_filter(asked, store))
    if asked.json:
        for pair in pairs:
            events = [event_record(pair.first), event_record(pair.second)]
            _line({"likeness": round(pair.likeness, 3), "events": events})
    elif pairs:
        rows = [
            (f"{pair.likeness:.2f}", event.id, event.when.edtf, event.kind, event.title)
            for pair in pairs
            for event in (pair.first, pair.second)
        ]
        table(("alike", "id", "when", "kind", "title"), rows, wide=["title"])
        say("Decide with `timeline edit ID --merge ID`, --separate ID or --link ID.")
    else:
        say("No two events look like one.")
    return 0


def articles_command(asked: Namespace) -> int:
    """List the stored articles."""
    with _reading(asked) as store:
        frame = store.articles()
    if asked.json:
        for record in frame.reset_index().to_dict("records"):
            _line({str(key): None if value != value else value for key, value in record.items()})
    else:
        columns = ["id", "published", "publisher", "title", "events"]
        rows = frame.reset_index()[columns].astype(str).to_numpy().tolist()
        table(columns, rows, wide=["title"])
    return 0


def show_command(asked: Namespace) -> int:
    """Show one event with all its evidence, or one article with its events."""
    with _reading(asked) as store:
        if asked.id.startswith("a"):
            article = store.article(asked.id)
            told = store.event_list(Filter(article_id=asked.id))
            if asked.json:
                _line({"id": article.id, "title": article.title, "text": article.text,
                       "events": [event_record(event) for event in told]})  # fmt: skip
            else:
                print(f"{_described(article)}\n{article.url}\n")
                _event_table(told)
        else:
            event = store.event(asked.id)
            if asked.json:
                _line(event_record(event))
            else:
                _show_event(event, {m.article_id: store.article(m.article_id) for m in event.mentions})
    return 0


def _show_event(event: Event, told_by: dict[str, Article]) -> None:
    print(f"{event.title}\n{event.when.edtf}  {event.status}, {event.kind}  ({event.id})")
    print(f"actors: {', '.join(event.actors) or '–'}   place: {event.place.name if event.place else '–'}")
    for mention in event.mentions:
        print(f"\n“{' '.join(mention.sentence.split())}”")
        print(f"  {mention.why}\n  {_described(told_by[mention.article_id])}  ({mention.id})")
    if event.tags:
        print(f"tags: {', '.join(event.tags)}")
    if event.note:
        print(f"\nnote: {event.note}")


def export_command(asked: Namespace) -> int:
    """Write the filtered events to a file, or to stdout."""
    if asked.path == "-" and not asked.format:
        raise UsageError("writing to stdout needs --format, for instance --format csv")
    name = asked.format or exporters.format_of(Path(asked.path))
    exporter = exporters.named(name)
    with _reading(asked) as store:
        chosen = _filter(asked, store)
        frame = store.claims(chosen) if exporter.rows == "mentions" else store.events(chosen)
    if asked.path == "-":
        sys.stdout.buffer.write(exporters.export_bytes(frame, asked.format))
    else:
        exporters.export(frame, Path(asked.path), asked.format)
        say(f"Wrote {_count(exporter.kept(frame).index, exporter.rows[:-1])} to {asked.path}.")
    return 0


def import_command(asked: Namespace) -> int:
    """Take events from a table; nothing is stored if any row is bad."""
    with open_store(asked.store) as store:
        done = store.import_events(Path(asked.path))
    say(f"{done.added} added, {done.changed} changed, {done.unchanged} unchanged.")
    return 0


def add_event_command(asked: Namespace) -> int:
    """Add an event that no article tells."""
    event = event_by_hand(
        _date(asked.date), asked.title, asked.status, asked.kind, asked.actors, asked.place, asked.note
    )
    with open_store(asked.store) as store:
        _event_table([store.add_event(event)])
    return 0


def _date(words: str) -> When:
    return when_of(words, datetime.now(UTC).date())


def edit_command(asked: Namespace) -> int:
    """Correct an event: change fields, hide, show, merge or split it, say what it is not."""
    changes: dict[str, Any] = {
        name: getattr(asked, name)
        for name in ("title", "kind", "status", "actors", "place", "tags")
        if getattr(asked, name) is not None
    }
    if asked.date is not None:
        changes["when"] = _date(asked.date)
    deeds = (asked.hide, asked.show, asked.accept, asked.merge, asked.split, asked.separate, asked.link)
    if changes and any(deeds):
        raise UsageError("change an event's fields in one edit, and hide, merge or split it in another")
    if not (changes or any(deeds) or asked.note):
        raise UsageError(
            "nothing to change; give --date, --title, --kind, --status, --actor, --tag, --place or --note"
        )
    with _reading(asked) as store:
        event = _edited(store, asked, changes)
    say(f"{event.id}: {event.title} ({event.when.edtf}, {event.status}, {event.kind})")
    return 0


def _edited(store: Store, asked: Namespace, changes: dict[str, Any]) -> Event:
    for other, decide in ((asked.separate, store.separate), (asked.link, store.link)):
        if other:
            decide(asked.id, other, note=asked.note)
            return store.event(asked.id)
    if asked.hide:
        return store.hide(asked.id, note=asked.note)
    if asked.show:
        return store.show(asked.id, note=asked.note)
    if asked.accept:
        store.accept([store.event(asked.id).id])
        return store.event(asked.id)
    if asked.merge:
        return store.merge([asked.id, *asked.merge], note=asked.note)
    if asked.split:
        return store.split(asked.id, asked.split, note=asked.note)
    return store.edit(asked.id, note=asked.note, **changes)


def undo_command(asked: Namespace) -> int:
    """Take back the last edit with those saved together with it, or one that is named."""
    with _reading(asked) as store:
        edits = store.undo(asked.edit)
    last, others = edits[0], len(edits) - 1
    more = f", and {others:,} saved together with it" if others else ""
    say(f"Taken back: edit {last.id} ({last.action} of {last.event_id}){more}.")
    return 0


def remove_command(asked: Namespace) -> int:
    """Take articles out, with the events that only they told."""
    with _reading(asked) as store:
        for article_id in asked.ids:
            store.remove(article_id)
            say(f"Removed article {article_id}.")
    return 0


def rebuild_command(asked: Namespace) -> int:
    """Extract everything anew, with the readers' edits kept."""
    with _reading(asked) as store:
        store.rebuild(model=_model(asked))
        say(f"Rebuilt: {store.count()} events from {len(store.articles())} articles.")
    return 0


def tag_command(asked: Namespace) -> int:
    """Find temporal expressions in one text, or in many with --batch."""
    if asked.batch:
        return _batch(asked, batch.tag)
    article = _given(asked.file, published=asked.published)
    found = temporal.tag(article.text, article.published, asked.language, article.published_time)
    if asked.format == "timeml":
        sys.stdout.write(to_timeml(article.text, found, article.published))
    elif asked.format == "jsonl":
        for timex in found:
            _line(timex_record(timex))
    else:
        _timex_table(found)
    return 0


def extract_command(asked: Namespace) -> int:
    """Find events in one text, or in many with --batch; nothing is stored."""
    model = _model(asked)
    if asked.batch:
        return _batch(asked, partial(batch.extract, model=model))
    article = articles.require_published(_given(asked.file, **_known(asked)))
    say(_described(article))
    _print_events(events.extract(article, model=model), as_json=asked.json)
    return 0


def explain_command(asked: Namespace) -> int:
    """Say what one expression means, and why."""
    published, _ = articles.parse_published(asked.published)
    if not temporal.tag(asked.expression, published, asked.language):
        raise TimelineError(
            f"nothing in {asked.expression!r} names a time; try 'since December' or '24 February 2022'"
        )
    timex = temporal.explain(asked.expression, published, asked.language)
    others = alternatives(timex, published, language=asked.language)
    if asked.json:
        _line(timex_record(timex) | {"alternatives": [{"edtf": o.when.edtf, "why": o.why} for o in others]})
        return 0
    print(f"{timex.type} {timex.value}" + (f" mod={timex.mod}" if timex.mod else ""))
    if timex.when:
        print(f"{timex.when.begin or '…'} to {timex.when.end or '…'}, {timex.when.shape} ({timex.when.edtf})")
    print(timex.why)
    for other in others:
        print(f"or {other.when.edtf}: {other.why}")
    return 0


def _batch(asked: Namespace, answer: batch.Answer) -> int:
    if asked.file == "-":
        _answer_lines(sys.stdin.buffer, answer)
    else:
        with Path(asked.file).open("rb") as file:
            _answer_lines(file, answer)
    return 0


def _answer_lines(lines: Iterable[bytes], answer: batch.Answer) -> None:
    for line in batch.run(lines, answer):
        print(line, flush=True)


def _given(name: str, **known: Any) -> Article:
    """The article of a file, or of standard input."""
    if name == "-":
        return articles.read(sys.stdin.buffer.read(), name="standard input", **known)
    return articles.read(Path(name), **known)


def _model(asked: Namespace) -> Pipeline | None:
    return load(asked.spacy) if asked.spacy else None


def _known(asked: Namespace) -> dict[str, Any]:
    return {name: getattr(asked, name) for name in KNOWN if getattr(asked, name)}


def _reading(asked: Namespace) -> Store:
    """A store that is there already; looking into one makes none."""
    return open_store(asked.store, create=False)


def _filter(asked: Namespace, store: Store) -> Filter:
    """The filter that the options name; UsageError or StoreError where nothing can pass it."""
    if asked.begin and asked.end and day_text(asked.begin, last=False) > day_text(asked.end, last=True):
        raise UsageError(f"--from {asked.begin} is after --to {asked.end}; give the earlier day to --from")
    if asked.article_id:
        store.article(asked.article_id)
    for name, given, known in (
        ("kind", asked.kinds, KINDS),
        ("status", asked.statuses, tuple(Status)),
        ("review", asked.reviews, REVIEWS),
    ):
        for value in given:
            if value not in known:
                raise UsageError(f"{value!r} is no {name}; use one of {', '.join(known)}")
    return Filter(
        begin=asked.begin, end=asked.end, text=asked.text or "", kinds=tuple(asked.kinds),
        statuses=tuple(asked.statuses), actors=tuple(asked.actors), places=tuple(asked.places),
        tags=tuple(asked.tags),
        reviews=tuple(asked.reviews),
        publishers=tuple(asked.publishers), article_id=asked.article_id, known_by=asked.known_by,
    )  # fmt: skip


def _article(found: Article | TimelineError) -> Article:
    if isinstance(found, TimelineError):
        raise found
    return found


def _described(article: Article) -> str:
    facts = [article.publisher, article.published.isoformat() if article.published else "no date"]
    return f"{article.title or 'untitled'} ({', '.join(fact for fact in facts if fact)})"


def _count(things: Any, noun: str) -> str:
    return f"{len(things)} {noun}{'' if len(things) == 1 else 's'}"


def _print_events(found: list[Event], *, as_json: bool) -> None:
    if as_json:
        for event in found:
            _line(event_record(event))
    else:
        _event_table(found)


def _event_table(found: list[Event]) -> None:
    rows = [(e.id, e.when.edtf, str(e.status), e.kind, e.title) for e in found]
    table(("id", "when", "status", "kind", "title"), rows, wide=["title"])


def _timex_table(found: list[Timex]) -> None:
    rows = [(t.text, t.type, t.value, t.mod or "", t.when.edtf if t.when else "", t.why) for t in found]
    table(("text", "type", "value", "mod", "days", "why"), rows, wide=["text", "why"])


def _line(record: dict[str, Any]) -> None:
    print(json.dumps(record, ensure_ascii=False, default=str))
