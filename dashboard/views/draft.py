"""A draft: the events found in an article, as plain values that the browser keeps until a reader has
decided on each; then the same values back, into the store.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from dashboard.views.card import sureness
from dashboard.views.reading import Stretch, body, lane, stretches
from dashboard.views.sources import Found
from timeline import temporal, wording
from timeline.articles.copies import SAME, shared
from timeline.errors import MissingPublicationDate, TimelineError
from timeline.events import find_mentions
from timeline.events.sentences import sentences
from timeline.model import Article, Event, Mention, When
from timeline.store import Store
from timeline.store.codec import article_of, article_record, mention_of, mention_record
from timeline.temporal.typed import when_of

Entry = dict[str, Any]
VAGUE = 12
"""Sentences shown, at most, whose words of time could not be resolved."""
COMPARED = 5
"""Stored articles, at most, that a new one is compared with: those that tell most of the same events."""
UNKNOWN = "unknown; relative dates stay unresolved"


def entries(store: Store, found: Sequence[Found], *, dateless: bool = False) -> Iterator[Entry]:
    """First how many articles there are, then each with its events or the sentence why it gives none.

    With `dateless`, an article without a publication date is read all the same: only what the text
    dates by itself is found.
    """
    yield {"count": len(found)}
    for name, article in found:
        try:
            if isinstance(article, TimelineError):
                raise article
            if article.published is None and not dateless:
                raise MissingPublicationDate(undated(article))
            yield entry(store, name, article)
        except TimelineError as why:
            lacking = isinstance(why, MissingPublicationDate)
            yield {"problem": _problem(name, _sentence(str(why), name), undated=lacking)}


def entry(store: Store, name: str, article: Article) -> Entry:
    """An article and a card for each of its events, numbered from 0 in the order of the text."""
    mentions = find_mentions(article)
    preview = store.preview(article, mentions)
    if not preview.new:
        published = store.article(article.id).published
        day = f"published {wording.days(published, published)}" if published else "of an unknown day"
        known = {"article": article.id, "title": article.title or name}
        return {"problem": _problem(name, f"Already on the timeline, {day}.") | known}
    told = [(_own(event, article), event) for event in (*preview.events, *preview.joined)]
    told.sort(key=lambda pair: pair[0][0].trigger_start)
    joined = {event.id for event in preview.joined}
    cards, marked = [], []
    for number, (own, event) in enumerate(told):
        marked += [stretch for mention in own for stretch in stretches(mention, number)]
        known_as = store.event(event.id) if event.id in joined else None
        cards.append(_card(number, own, event, known_as))
    shown_as = _shown(name, article, marked, [] if cards else _vague(article))
    return {"article": shown_as | {"copy": _copied(store, article, preview.joined)}, "cards": cards}


def undated(article: Article) -> str:
    """Why a date is asked for."""
    doubt = f" ({article.published_why})" if article.published_why else ""
    return f"The text does not tell when it was published{doubt}; give the date."


def _shown(name: str, article: Article, marked: Sequence[Stretch], vague: Sequence[str]) -> Entry:
    day = wording.days(article.published, article.published) if article.published else "undated"
    return {
        "record": record_of(article),
        "title": article.title or name,
        "facts": " · ".join(part for part in (article.publisher, day) if part),
        "day": day if article.published else "",
        "why": article.published_why if article.published else UNKNOWN,
        "doubtful": ", though " in article.published_why,
        "language": article.language,
        "pieces": body(article, marked),
        "vague": list(vague),
    }


def _copied(store: Store, article: Article, joined: Sequence[Event]) -> Entry | None:
    """The stored article that this one nearly repeats, with how much of it in percent."""
    others = Counter(mention.article_id for event in joined for mention in event.mentions)
    others.pop(article.id, None)
    for article_id, _ in others.most_common(COMPARED):
        other = store.article(article_id)
        share = shared(article.reading_text, other.reading_text)
        if share >= SAME:
            title = other.title or other.publisher or "another article"
            return {"article": other.id, "title": title, "percent": int(share * 100)}
    return None


def _vague(article: Article) -> list[str]:
    """The sentences with words of time that name no days."""
    text = article.reading_text
    found = temporal.tag(text, article.published, article.language, article.published_time)
    starts = [timex.start_char for timex in found if timex.when is None and timex.type in ("DATE", "TIME")]
    told = [
        " ".join(text[start:end].split())
        for start, end in sentences(text)
        if any(start <= at < end for at in starts)
    ]
    return list(dict.fromkeys(told))[:VAGUE]


def _own(event: Event, article: Article) -> list[Mention]:
    own = [mention for mention in event.mentions if mention.article_id == article.id]
    return sorted(own, key=lambda mention: mention.trigger_start)


def _card(number: int, own: list[Mention], event: Event, known_as: Event | None) -> Entry:
    best = next(mention for mention in event.mentions if mention in own)
    when = best.when
    return {
        "number": number,
        "mentions": [mention.id for mention in own],
        "why": best.why[:1].upper() + best.why[1:],
        "sentence": best.sentence,
        "sure": sureness(best.confidence),
        "undated": best.timex is None,
        "days": [str(when.begin or when.end), str(when.end or when.begin)],
        "alike": _known(known_as) if known_as else None,
        **shown(best.title if known_as else event.title, when, best.kind, str(best.status)),
    }


def _known(event: Event) -> Entry:
    told = len({mention.article_id for mention in event.mentions})
    return {
        "id": event.id,
        "title": event.title,
        "said": wording.label(event.when),
        "articles": told,
    }


def shown(title: str, when: When, kind: str, status: str) -> Entry:
    """The fields of a card that a reader can edit, as they are shown."""
    said = wording.spoken(when, status)
    return {
        "title": title, "edtf": when.edtf, "said": wording.capitalised(said), "kind": kind, "status": status,
        "lane": lane(kind),
    }  # fmt: skip


def record_of(article: Article) -> Entry:
    """An article as plain values."""
    return {
        "text": article.text, "title": article.title, "publisher": article.publisher, "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language, "record": article_record(article),
    }  # fmt: skip


def kept(store: Store, article_id: str) -> Entry:
    """A stored article with its mentions, as plain values from which it can be put back."""
    mentions = [mention_record(mention) for mention in store.mentions(article_id)]
    article = record_of(store.article(article_id))
    known = {"reader": store.reader(article_id), "added": store.added(article_id)}
    return {"article": article, "mentions": mentions, **known}


def put_back(store: Store, taken: Mapping[str, Any]) -> None:
    """Store again what was taken out, as it was."""
    mentions = [mention_of(record) for record in taken["mentions"]]
    store.save(article_from(taken["article"]), mentions, read_by=taken["reader"], added=taken["added"])


def article_from(record: Mapping[str, Any]) -> Article:
    """The article of such a record."""
    return article_of(SimpleNamespace(**record))


def _problem(name: str, why: str, *, undated: bool = False) -> Entry:
    return {"name": name, "why": why, "undated": undated}


def _sentence(words: str, name: str) -> str:
    """A sentence to stand after the source's name, which it does not say again."""
    words = words.removeprefix(f"{name} ") if words.startswith(f"{name} ") else wording.capitalised(words)
    return words + ("" if words.endswith((".", "!", "?")) else ".")


def day_of(text: str | None) -> date | None:
    """The publication date of the record of a draft's article."""
    return date.fromisoformat(text) if text else None


def typed(text: str, published: date | None) -> When:
    """The days that a reader means who types a date beside an article of that day."""
    return when_of(text, published or datetime.now(UTC).date())


def read_edit(title: str, text: str, kind: str, status: str, published: date | None) -> Entry:
    """What a reader typed into the form, as a card shows it; TimelineError where the date cannot be read."""
    return shown(title.strip(), typed(text, published), kind, status)
