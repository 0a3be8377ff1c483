"""Names that a reader's own spaCy pipeline finds in a text and no gazetteer or rule of ours knows.

spaCy and its models are optional. What our own rules find stays as it is; a pipeline only adds people,
organisations and places between it.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Protocol

from timeline.errors import UsageError
from timeline.events.gazetteer import rows, spellings
from timeline.events.named import ActorKind, NamedActor
from timeline.events.places import NamedPlace, is_where
from timeline.events.unlisted import TITLES
from timeline.model import Place

_ACTORS: dict[str, ActorKind] = {"PERSON": "person", "PER": "person", "ORG": "organisation"}
_PLACES = frozenset({"GPE", "LOC", "FAC"})
"""The labels of OntoNotes and of WikiNER that are of use here."""
_FINDERS = frozenset({"ner", "entity_ruler", "span_ruler"})


class Pipeline(Protocol):
    """What `spacy.load` returns: a text in, a document with `ents` out."""

    def __call__(self, text: str, /) -> Any: ...


@cache
def load(name: str) -> Pipeline:
    """The spaCy pipeline of an installed package or a folder; UsageError where there is none."""
    try:
        import spacy
    except ImportError:
        raise UsageError("--spacy needs spaCy: pip install 'crisis-timeline[spacy]'") from None
    try:
        pipeline = spacy.load(name)
    except (OSError, ValueError) as why:
        raise UsageError(
            f"there is no spaCy model {name!r} ({str(why).splitlines()[0][:120]}); "
            f"install one, for instance with: python -m spacy download en_core_web_sm"
        ) from None
    if _FINDERS.isdisjoint(pipeline.pipe_names):
        raise UsageError(f"the spaCy model {name!r} finds no names; use one that has a part 'ner'")
    found: Pipeline = pipeline
    return found


def with_names(
    text: str, pipeline: Pipeline, actors: Sequence[NamedActor], places: Sequence[NamedPlace]
) -> tuple[list[NamedActor], list[NamedPlace]]:
    """The actors and places that are known, with those that the pipeline finds beside them, in order."""
    spans = [(actor.start_char, actor.end_char) for actor in actors]
    spans += [(place.start_char, place.end_char) for place in places]
    people = {actor.name.split()[-1]: actor.name for actor in actors if actor.kind == "person"}
    more, where = list(actors), list(places)
    for start, label, name in _entities(text, pipeline):
        end = start + len(name)
        if any(low < end and start < high for low, high in spans):
            continue
        if label in _PLACES:
            locative = is_where(text, start, end)
            where.append(NamedPlace(start, end, name, Place(name), locative))
            continue
        kind, meant = _ACTORS[label], name
        if kind == "person":
            if " " in name:
                people[name.split()[-1]] = name
            elif (full := people.get(name)) is not None:
                meant = full
            else:
                continue  # a lone word is as often a thing
        more.append(NamedActor(start, end, name, meant, kind))
    more.sort(key=lambda actor: actor.start_char)
    where.sort(key=lambda place: place.start_char)
    return more, where


def _entities(text: str, pipeline: Pipeline) -> Iterator[tuple[int, str, str]]:
    """Where each name begins, its label, and the name without article, title and possessive."""
    for entity in pipeline(text).ents:
        if entity.label_ not in _ACTORS and entity.label_ not in _PLACES:
            continue
        start, words = entity.start_char, entity.text.removesuffix("'s").removesuffix("’s").rstrip("'’ ")
        while (first := words.partition(" ")[0]).lower() == "the" or first.rstrip(".") in TITLES:
            rest = words[len(first) :].lstrip()
            start, words = start + len(words) - len(rest), rest
        credit = text[max(0, start - 1) : start] == "(" and text[start + len(words) :][:1] == ")"  # "(AP)"
        if not words[:1].isupper() or "\n" in words or credit:
            continue
        if text[:start].endswith("ecretary of "):
            continue  # "State", "Defense"
        if any(word in _national() for word in words.split()):
            continue  # a nation's name that our rules passed over says whose it is, not who acts
        yield start, entity.label_, words


@cache
def _national() -> frozenset[str]:
    return frozenset(value for row in rows("countries") for value in spellings(row, "name", "demonyms"))
