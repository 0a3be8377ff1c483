"""A word → the form of a verb that it is, with the kind that it and the word after it have."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from timeline.events.lexicon import Form, phrases, verb_forms
from timeline.events.tokens import Word
from timeline.events.words import (
    AUX_BE,
    AUX_DO,
    AUXILIARIES,
    DETERMINERS,
    NOT_SUBJECTS,
    NOT_VERBS,
    OFFICES,
)

_VERBAL = frozenset((*verb_forms(), *AUXILIARIES, *AUX_DO, "what"))
"""Words that a verb group may begin with, and "what", which ends what is looked through for the last."""


@lru_cache(maxsize=8192)
def _may_be_verb(low: str) -> bool:
    return low in _VERBAL or low.endswith("ed") or low.startswith("re-")


def verbal_places(lows: Sequence[str]) -> list[int]:
    """Where a verb group may begin, or "what" stands: not at most words, which need no closer look."""
    return [at for at, low in enumerate(lows) if _may_be_verb(low) or (at and lows[at - 1] == "to")]


def form_of(words: Sequence[Word], at: int) -> Form | None:
    """The form of a verb that a word can be, with the kind of its phrase; None where it can be none."""
    word = words[at]
    low = word.low
    if at and word.text[0].isupper() and words[at - 1].low not in "“\"'‘:.":
        return None
    form = verb_forms().get(low)
    if form is None and low.startswith("re-"):
        form = verb_forms().get(low.removeprefix("re-"))
    if form is None and at and words[at - 1].low == "to":
        form = _after_to(words, at)
    if form is not None:
        if low in NOT_VERBS and not (at and words[at - 1].low in AUX_BE):
            return None
        after = words[at + 1].low if at + 1 < len(words) else ""
        kind = phrases().get((form.lemma, after))
        if form.lemma == "set" and kind and at + 2 < len(words) and words[at + 2].low in _ONWARDS:
            kind = "plain"  # "set out from Vienna" explains nothing
        if form.lemma == "call" and kind is None and not _calls_someone(words, at):
            kind = "plainspeech"
        if form.lemma in _ANSWERING and _by_deeds(words, at):
            kind = "plain"
        if takes_lives(words, at):
            return Form("take", form.forms, "plain")  # "has claimed more than 9,000 lives"
        return Form(form.lemma, form.forms, kind) if kind else form
    if (
        low.endswith("ed")
        and len(low) > 4
        and word.text[0].islower()
        and "-" not in low
        and low not in NOT_VERBS
    ):
        return Form(low[:-2], frozenset({"past", "participle"}), None)
    return None


def is_past_form(low: str) -> bool:
    """Whether a word can be the past form of a verb."""
    form = verb_forms().get(low)
    return form is not None and "past" in form.forms and low not in NOT_VERBS


def takes_lives(words: Sequence[Word], at: int) -> bool:
    """Whether "claim" is no word of saying: "has claimed more than 9,000 lives"."""
    return words[at].low.startswith("claim") and any(
        w.low in _LIVES for w in words[at + 1 : at + _NEAR_LIVES]
    )


_ONWARDS = frozenset(("from", "for", "on", "towards", "across", "."))
_LIVES = frozenset("life lives victims".split())
_NEAR_LIVES = 7
_ANSWERING = frozenset("answer respond reply retaliate react".split())
_NEAR_WITH = 5


def _by_deeds(words: Sequence[Word], at: int) -> bool:
    """Whether an answer is no words: "answered on Monday with travel bans", "responded by closing …"."""
    near = words[at + 1 : at + _NEAR_WITH]
    by_doing = any(
        a.low == "by" and b.low.endswith("ing") for a, b in pairwise(words[at + 1 : at + _NEAR_WITH])
    )
    return by_doing or any(w.low == "with" for w in near)


_OBJECTS = DETERMINERS | {"him", "them", "it", "us", "me"}


def _after_to(words: Sequence[Word], at: int) -> Form | None:
    """A verb that no list has, known by where it stands: "to refurbish the dam"."""
    low = words[at].low
    bare = at + 1 < len(words) and words[at + 1].low in _OBJECTS
    if not bare or not low.isalpha() or low.endswith("s") or low in NOT_SUBJECTS:
        return None
    return Form(low, frozenset({"base"}), None)


def _calls_someone(words: Sequence[Word], at: int) -> bool:
    """Whether "called" is by telephone, as in "called Mr Putin", rather than "called the decision void"."""
    after = words[at + 1] if at + 1 < len(words) else None
    owner = next((k for k in range(at + 2, min(at + 4, len(words))) if words[k].low in ("'s", "'")), 0)
    officer = any(w.low in OFFICES for w in words[owner + 1 : owner + 4])  # "called Mali's prime minister"
    owned = owner > 0 and not officer
    naming = owned or any(w.low in ("a", "an", "the") for w in words[at + 2 : at + 5])
    return after is not None and after.text[0].isupper() and after.low not in DETERMINERS and not naming
