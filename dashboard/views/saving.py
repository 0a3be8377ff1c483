"""What a reader decided about a draft, into the store; and all of it back out again."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.views.draft import article_from, kept, put_back
from dashboard.views.reading import lane
from timeline import wording
from timeline.errors import StoreError
from timeline.model import Article, Event, Mention, When
from timeline.store import Store

Done = dict[str, Any]
GROUPS = ("new", "waiting", "confirmed", "narrowed", "conflicts")


def save(store: Store, made: Mapping[str, Any], decisions: Mapping[str, Mapping[str, Any]]) -> Done:
    """Store the articles of which not all is rejected, then what the reader decided; what was done, out.

    `made` has the articles' records and, for each card, its number, article and mentions. `decisions`
    gives, for a card's number, "choice" (accept or reject; without one the event waits in Review), "apart"
    where the event is not the stored one that it looks like, and the fields that were edited.
    """
    from timeline.events import find_mentions

    found = [(article, find_mentions(article)) for article in map(article_from, made["articles"])]
    with store.writing():  # all of it or nothing
        return _save(store, made, decisions, found)


def _save(
    store: Store,
    made: Mapping[str, Any],
    decisions: Mapping[str, Mapping[str, Any]],
    found: Sequence[tuple[Article, Sequence[Mention]]],
) -> Done:
    done: Done = {"articles": [], "edits": [], "splits": [], "replaced": []}
    done |= {group: {} for group in GROUPS}
    for at, (article, mentions) in enumerate(found):
        own = [
            (card, decisions.get(str(card["number"]), {})) for card in made["cards"] if card["article"] == at
        ]
        if any(decision.get("choice") != "reject" for _, decision in own):
            _save_one(store, article, mentions, own, done)
    for group in GROUPS:
        done[group] = [[event_id, *words] for event_id, words in done[group].items()]
    return done


def undo(store: Store, done: Mapping[str, Any]) -> None:
    """Take back what `save` did: its edits, its articles; what they replaced comes again."""
    with store.writing():  # all of it or nothing
        store.take_back([*done["edits"], *done["splits"]], for_good=True)  # what they are about goes, too
        for article_id in done["articles"]:
            store.remove(article_id)
        for record in done["replaced"]:
            put_back(store, record)


def _save_one(
    store: Store,
    article: Article,
    mentions: Sequence[Mention],
    own: list[tuple[dict[str, Any], Mapping[str, Any]]],
    done: Done,
) -> None:
    replaced = _at_address(store, article.url)
    before = {card["alike"]: _stored(store, card["alike"]) for card, _ in own if card.get("alike")}
    added = store.save(article, mentions)
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
        if decision.get("choice") == "reject":
            _hide(store, _apart(store, event, card["mentions"], done), done)
            continue
        if decision.get("apart"):
            event = _apart(store, event, card["mentions"], done)
        joined = event.id not in fresh and not decision.get("apart")
        if "choice" in decision:
            event = _edited(store, event, decision, done)
        group = "confirmed" if joined else "new" if "choice" in decision else "waiting"
        done[group][event.id] = _words(event)
        earlier = before.get(event.id)
        if joined and earlier:
            _compare(earlier, event, done)


def _edited(store: Store, event: Event, decision: Mapping[str, Any], done: Done) -> Event:
    changes = {name: decision[name] for name in ("title", "kind", "status") if name in decision}
    if "edtf" in decision:
        changes["when"] = decision["edtf"]
    if not changes:
        done["edits"] += [edit.id for edit in store.accept([event.id])]
        return event
    event = store.edit(event.id, **changes)
    done["edits"].append(store.history(event.id)[0].id)
    return event


def _apart(store: Store, event: Event, mention_ids: list[str], done: Done) -> Event:
    """What this article tells, as an event of its own; one that others tell too stays as it was."""
    own = [mention.id for mention in event.mentions if mention.id in mention_ids]
    if len(own) == len(event.mentions):
        return event
    apart = store.split(event.id, own)
    done["splits"].append(store.history(event.id)[0].id)
    return apart


def _hide(store: Store, event: Event, done: Done) -> None:
    store.hide(event.id)
    done["edits"].append(store.history(event.id)[0].id)


def _compare(earlier: Event, now: Event, done: Done) -> None:
    """Whether another source made the date of an event closer, or gives another one."""
    if _length(now.when) < _length(earlier.when):
        done["narrowed"][now.id] = _words(now)
    if len(now.conflicting) > len(earlier.conflicting):
        done["conflicts"][now.id] = _words(now)


def _length(when: When) -> float:
    return (when.end - when.begin).days if when.begin and when.end else float("inf")


def _words(event: Event) -> list[Any]:
    return [event.title, wording.label(event.when), lane(event.kind)]


def _stored(store: Store, event_id: str) -> Event | None:
    try:
        return store.event(event_id)
    except StoreError:
        return None


def _at_address(store: Store, url: str) -> dict[str, Any] | None:
    if not url:
        return None
    frame = store.articles()
    same = frame.index[frame["url"] == url]
    return kept(store, str(same[0])) if len(same) else None
