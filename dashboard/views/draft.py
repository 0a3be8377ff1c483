"""A draft: articles that were read and the events found in them, as plain values that the browser keeps
until a reader has decided on each; then the same values back, into the store.
"""

import base64
import binascii
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

from dashboard.views.reading import body, lane, stretches
from timeline import articles, wording
from timeline.errors import ArticleError, MissingPublicationDate, TimelineError
from timeline.events import find_mentions
from timeline.model import Article, Event, Mention, When
from timeline.store import Store
from timeline.store.codec import article_of, article_record, mention_of, mention_record
from timeline.temporal import when_of

Draft = dict[str, Any]
MOST = 50
"""Articles that can be reviewed at once."""

Found = tuple[str, Article | TimelineError]


def draft(store: Store, found: Iterable[Found]) -> Draft:
    """The articles with their events, and a sentence for each source that gives none."""
    out: Draft = {"articles": [], "cards": [], "problems": []}
    for name, article in found:
        if len(out["articles"]) == MOST:
            out["problems"].append(
                _problem(name, f"Only {MOST} articles are reviewed at once; add these first.")
            )
            break
        try:
            if isinstance(article, TimelineError):
                raise article
            if article.published is None:
                raise MissingPublicationDate(undated(article))
            _take(store, out, name, article)
        except TimelineError as why:
            out["problems"].append(
                _problem(name, _sentence(str(why), name), undated=isinstance(why, MissingPublicationDate))
            )
    return out


def undated(article: Article) -> str:
    """Why a date is asked for."""
    doubt = f" ({article.published_why})" if article.published_why else ""
    return f"The text does not tell when it was published{doubt}; give the date."


def files(contents: Iterable[str], names: Iterable[str], **known: Any) -> Iterator[Found]:
    """The articles of uploaded files; `contents` are data addresses, as a browser sends them."""
    for content, name in zip(contents, names, strict=True):
        try:
            data = base64.b64decode(content.partition(",")[2], validate=True)
        except binascii.Error:
            yield name, ArticleError("the file did not arrive whole; choose it again")
            continue
        yield from _file(data, Path(name).name or "file", known)


def addresses(text: str, **known: Any) -> Iterator[Found]:
    """The articles at the addresses of a text, one a line."""
    for line in dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()):
        try:
            if not line.startswith(("http://", "https://")):
                raise ArticleError("this is no web address; it begins with http:// or https://")
            yield line, _completed(articles.read(line), known)
        except TimelineError as why:
            yield line, why


def save(store: Store, made: Draft, decisions: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Store the articles that have an accepted event, then what the reader decided; what was done, out.

    `decisions` gives, for a card's number, "rejected" and the fields that were edited.
    """
    done: dict[str, Any] = {
        "articles": [],
        "edits": [],
        "splits": [],
        "replaced": [],
        "new": {},
        "confirmed": {},
    }
    for at, entry in enumerate(made["articles"]):
        own = [card for card in made["cards"] if card["article"] == at]
        chosen = {card["number"]: decisions.get(str(card["number"]), {}) for card in own}
        if any(not decision.get("rejected") for decision in chosen.values()):
            _save_one(store, entry["record"], [(card, chosen[card["number"]]) for card in own], done)
    for group in ("new", "confirmed"):
        done[group] = [[event_id, *words] for event_id, words in done[group].items()]
    return done


def undo(store: Store, done: Mapping[str, Any]) -> None:
    """Take back what `save` did: its edits, its articles; what they replaced comes again."""
    for edit_id in reversed(done["edits"]):
        store.undo(edit_id)
    for article_id in done["articles"]:
        store.remove(article_id)
    for edit_id in reversed(done["splits"]):  # with the article gone, the event has kept its own id
        store.undo(edit_id)
    for record in done["replaced"]:
        put_back(store, record)


def _take(store: Store, out: Draft, name: str, article: Article) -> None:
    mentions = find_mentions(article)
    preview = store.preview(article, mentions)
    if not preview.new:
        problem = _problem(name, "Already on the timeline.")
        out["problems"].append(problem | {"article": article.id, "title": article.title or name})
        return
    number = len(out["cards"])
    known = {event.id for event in preview.joined}
    told = [(_own(event, article), event) for event in (*preview.events, *preview.joined)]
    told.sort(key=lambda pair: pair[0][0].trigger_start)
    marked = []
    for own, event in told:
        marked += [stretch for mention in own for stretch in stretches(mention, number)]
        stored = store.event(event.id) if event.id in known else None
        out["cards"].append(_card(number, len(out["articles"]), own, event, stored))
        number += 1
    day = wording.days(article.published, article.published) if article.published else ""
    out["articles"].append(
        {
            "record": record_of(article),
            "title": article.title or name,
            "facts": " · ".join(part for part in (article.publisher, day) if part),
            "why": article.published_why,
            "language": article.language,
            "pieces": body(article, marked),
        }
    )


def _own(event: Event, article: Article) -> list[Mention]:
    own = [mention for mention in event.mentions if mention.article_id == article.id]
    return sorted(own, key=lambda mention: mention.trigger_start)


def _card(number: int, at: int, own: list[Mention], event: Event, stored: Event | None) -> dict[str, Any]:
    best = next(mention for mention in event.mentions if mention in own)
    return {
        "number": number,
        "article": at,
        "mentions": [mention.id for mention in own],
        "why": best.why[:1].upper() + best.why[1:],
        "sentence": best.sentence,
        "joins": f"{stored.title} · {wording.label(stored.when)}" if stored else "",
        **shown(best.title if stored else event.title, best.when, best.kind, str(best.status)),
    }


def shown(title: str, when: When, kind: str, status: str) -> dict[str, Any]:
    """The fields of a card that a reader can edit, as they are shown."""
    said = wording.spoken(when, status)
    return {
        "title": title, "edtf": when.edtf, "said": said[0].upper() + said[1:], "kind": kind, "status": status,
        "lane": lane(kind),
    }  # fmt: skip


def _save_one(
    store: Store,
    record: Mapping[str, Any],
    own: list[tuple[dict[str, Any], Mapping[str, Any]]],
    done: dict[str, Any],
) -> None:
    article = article_from(record)
    replaced = _at_address(store, article)
    added = store.add(article)
    if not added.new:
        return
    done["articles"].append(added.article_id)
    if added.replaced and replaced:
        done["replaced"].append(replaced)
    fresh = {event.id for event in added.events}
    events = {mention.id: event for event in (*added.events, *added.joined) for mention in event.mentions}
    for card, decision in own:
        event = next((events[key] for key in card["mentions"] if key in events), None)
        if event is None:
            continue
        if decision.get("rejected"):
            _reject(store, event, card["mentions"], done)
            continue
        changes = {name: decision[name] for name in ("title", "kind", "status") if name in decision}
        if "edtf" in decision:
            changes["when"] = decision["edtf"]
        if changes:
            event = store.edit(event.id, **changes)
            done["edits"].append(store.history(event.id)[0].id)
        group = done["new" if event.id in fresh else "confirmed"]
        group[event.id] = [event.title, wording.label(event.when), lane(event.kind)]


def _reject(store: Store, event: Event, mention_ids: list[str], done: dict[str, Any]) -> None:
    """Hide what this article tells; an event that others tell too stays as it was."""
    own = [mention.id for mention in event.mentions if mention.id in mention_ids]
    if len(own) < len(event.mentions):
        apart = store.split(event.id, own)
        done["splits"].append(store.history(event.id)[0].id)
        event = apart
    store.hide(event.id)
    done["edits"].append(store.history(event.id)[0].id)


def _at_address(store: Store, article: Article) -> dict[str, Any] | None:
    if not article.url:
        return None
    frame = store.articles()
    same = frame.index[frame["url"] == article.url]
    return kept(store, str(same[0])) if len(same) else None


def _file(data: bytes, name: str, known: Mapping[str, Any]) -> Iterator[Found]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        try:
            if path.suffix.lower() == ".json":
                path = path.with_suffix(".jsonl")
                data = _lines(data, name)
            path.write_bytes(data)
            for source, found in articles.read_many([path]):
                short = source.replace(f"{folder}/", "").replace(path.name, name)
                if isinstance(found, TimelineError):
                    words = str(found).replace(f"{folder}/", "").replace(path.name, name)
                    yield short, ArticleError(words)
                else:
                    yield short, _completed(found, known)
        except TimelineError as why:
            yield name, why


def _lines(data: bytes, name: str) -> bytes:
    """A JSON file of one article or a list of them, an object a line."""
    try:
        value = json.loads(data)
    except ValueError:
        raise ArticleError(f"{name} is not JSON; save it again or paste its text") from None
    rows = (
        value
        if isinstance(value, list)
        else value.get("articles", [value])
        if isinstance(value, dict)
        else []
    )
    if not rows:
        raise ArticleError(f'{name} holds no article such as {{"text": "…", "published": "2022-02-12"}}')
    return "\n".join(json.dumps(row) for row in rows).encode()


def _completed(article: Article, known: Mapping[str, Any]) -> Article:
    """The article with what the reader knows where it does not tell itself."""
    missing = {
        "published": None if article.published else known.get("published"),
        "publisher": None if article.publisher else known.get("publisher"),
    }
    if not any(missing.values()):
        return article
    day, clock = articles.parse_published(missing["published"]) if missing["published"] else (None, None)
    values = {name: getattr(article, name) for name in article.__dataclass_fields__}
    if day:
        values |= {"published": day, "published_time": clock, "published_why": "as given"}
    return Article(**values | ({"publisher": missing["publisher"]} if missing["publisher"] else {}))


def record_of(article: Article) -> dict[str, Any]:
    """An article as plain values."""
    return {
        "text": article.text, "title": article.title, "publisher": article.publisher, "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language, "record": article_record(article),
    }  # fmt: skip


def kept(store: Store, article_id: str) -> dict[str, Any]:
    """A stored article with its mentions, as plain values from which it can be put back."""
    mentions = [mention_record(mention) for mention in store.mentions(article_id)]
    return {"article": record_of(store.article(article_id)), "mentions": mentions}


def put_back(store: Store, taken: Mapping[str, Any]) -> None:
    """Store again what was taken out, as it was."""
    store.save(article_from(taken["article"]), [mention_of(record) for record in taken["mentions"]])


def article_from(record: Mapping[str, Any]) -> Article:
    """The article of such a record."""
    return article_of(SimpleNamespace(**record))


def _problem(name: str, why: str, *, undated: bool = False) -> dict[str, Any]:
    return {"name": name, "why": why, "undated": undated}


def _sentence(words: str, name: str) -> str:
    """A sentence to stand after the source's name, which it does not say again."""
    words = words.removeprefix(f"{name} ") if words.startswith(f"{name} ") else words[0].upper() + words[1:]
    return words + ("" if words.endswith((".", "!", "?")) else ".")


def day_of(text: str) -> date:
    """The publication date of the record of a draft's article."""
    return date.fromisoformat(text)


def read_edit(title: str, text: str, kind: str, status: str, published: date) -> dict[str, Any] | None:
    """What a reader typed into the form, as a card shows it; None where the date cannot be read."""
    when = when_of(text, published)
    return shown(title.strip(), when, kind, status) if when and title.strip() else None
