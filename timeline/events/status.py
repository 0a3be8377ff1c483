"""How real the text says an occurrence is: from tense, mood, negation, and who says so and how."""

from collections.abc import Sequence
from datetime import date

from timeline.events.predicate import Predicate
from timeline.events.tokens import Word, low_at
from timeline.events.words import CLAIMS, PLANNING, SAID_THAT
from timeline.model import Status, When

_WARNING = (
    "warn",
    "threat",
    "fear",
    "alarm",
    "imminent",
    "intelligence",
    "risk",
    "concern",
    "danger",
    "plot",
)
HARMFUL = frozenset({"military", "attack", "annexation", "mobilisation"})
"""Kinds of what is feared rather than hoped for."""
_UNSURE = frozenset("could may might".split())
_WILLED = frozenset("will shall 'll wo would should must ca can".split())
_DOUBTED = frozenset("unlikely likely doubtful possible impossible improbable plausible unclear".split())
"""Before "that" they leave open whether it is so: "it is unlikely that it was fired from there"."""
_LONG_AGO = 31
"""Days after which "will" no longer tells a plan but what came of it."""
_ASKING = frozenset("urge order call demand invite ask threaten".split())


def status_of(
    words: Sequence[Word],
    predicate: Predicate | None,
    governor: Predicate | None,
    when: When,
    kind: str,
    published: date | None,
) -> Status:
    """The status of what a predicate (or, without one, a noun) tells.

    `governor` is the verb that reports, plans or orders it.
    """
    future = bool(published and when.begin and (when.begin, when.end or when.begin) > (published, published))
    expected = governor is not None and governor.lemma == "expect" and governor.tense == "present"
    warned = any(word.low.startswith(_WARNING) for word in words)
    if predicate is None:
        return _ahead(warned, kind, governor) if future else Status.HAPPENED
    if governor is not None:
        if governor.lemma == "deny" and not governor.negated and predicate.lemma != "deny":
            return Status.DENIED
        warned = warned or governor.lemma in ("warn", "fear", "threaten")
    doubted = predicate.opener == "that" and words[predicate.begin - 1].low in _DOUBTED
    if doubted or predicate.opener in ("if", "unless", "whether"):
        return Status.HYPOTHETICAL
    if predicate.modal in _UNSURE:
        return _unsure(
            predicate, kind, warned, future or bool(published and when.end and when.end > published)
        )
    if predicate.modal in _WILLED and not (predicate.modal == "would" and predicate.perfect):
        came = _came_of_it(predicate, when, published)
        return Status.HAPPENED if came else _ahead(warned, kind, governor)
    if predicate.tense == "infinitive" and governor is not None and is_arranged(words, governor, predicate):
        return _ahead(False, kind, governor)
    if predicate.modal:
        return Status.HYPOTHETICAL
    if predicate.tense == "infinitive" and governor is not None and governor.lemma in PLANNING:
        over = bool(published is None or when.end is None or when.end <= published)
        done = _done(governor, future) and not expected and over  # "decided to hold it this autumn" is a plan
        return Status.HAPPENED if done else _ahead(warned, kind, governor)
    if future and predicate.perfect and when.shape == "throughout":
        return Status.ONGOING  # "has cancelled flights until 11 August"
    running = bool(published and when.begin and when.begin <= published) and predicate.tense == "past"
    # the present tense is that of programmes: "after the manoeuvres end on 20 February"
    if future and not running:
        return _ahead(warned and predicate.tense != "present", kind, governor)
    if (
        predicate.lemma in PLANNING
        and predicate.passive
        and (
            predicate.lemma in ("schedule", "plan", "expect")
            or (predicate.lemma == "set" and low_at(words, predicate.at + 1) == "for")
        )
    ):
        return Status.PLANNED
    if predicate.tense == "present" and predicate.progressive:
        return Status.ONGOING
    return told_status(words, predicate)


def _came_of_it(predicate: Predicate, when: When, published: date | None) -> bool:
    """Whether "will" tells of a chronicle what came: "The plant will blow up sixteen months later"."""
    over = bool(published and when.end and (published - when.end).days > _LONG_AGO)
    return predicate.modal == "will" and over and not predicate.negated


def told_status(words: Sequence[Word], predicate: Predicate) -> Status:
    """The status of what is told to have been done: a denial stands for what it denies."""
    if predicate.passive or predicate.negated:
        untrue = predicate.passive and not predicate.negated and _is_claim_denied(words, predicate)
        return Status.DENIED if untrue else Status.HAPPENED
    if predicate.lemma != "deny":
        return Status.DENIED if _calls_untrue(words, predicate) else Status.HAPPENED
    refused = any(w.low in _DENIED_TO_SOMEONE for w in words[predicate.at + 1 : predicate.at + 6])
    return Status.HAPPENED if refused else Status.DENIED


def _is_claim_denied(words: Sequence[Word], predicate: Predicate) -> bool:
    """Whether what is rejected is a claim: "Assertions that a raid is planned were rejected by Mr Duda"."""
    rejected = predicate.lemma in _REJECTING or predicate.lemma == "deny"
    return rejected and words[predicate.subject[0]].low in SAID_THAT


def _calls_untrue(words: Sequence[Word], predicate: Predicate) -> bool:
    """Whether a claim is rejected: "dismissed talk of it as absurd", "a charge his ministry rejected"."""
    if predicate.lemma not in _CALLING and predicate.lemma not in _REJECTING:
        return False
    begin, end = predicate.subject
    near = {w.low for w in words[predicate.at + 1 : min(predicate.end, predicate.at + _NEAR)]}
    if predicate.lemma in _CALLING:
        return not _UNTRUE.isdisjoint(near)
    if any(w.low in _JUDGES for w in words[begin:end]):
        return False
    before = {w.low for w in words[max(0, begin - 2) : begin]}
    return not (CLAIMS | _UNTRUE).isdisjoint(near) or not CLAIMS.isdisjoint(before)


_NEAR = 9
_CALLING = frozenset("call brand".split())
_REJECTING = frozenset("reject dismiss refute dispute rebut".split())
_JUDGES = frozenset("court judge judges tribunal".split())
_UNTRUE = frozenset(
    """
    false untrue absurd baseless unfounded groundless fantasy hysteria disinformation propaganda nonsense lie
    lies fake fabrication fabricated ludicrous
    """.split()
)


_DENIED_TO_SOMEONE = frozenset("access passage entry permission bail visa visas asylum".split())


def is_arranged(words: Sequence[Word], governor: Predicate, predicate: Predicate) -> bool:
    """Whether a verb is no more than what was to be: "was to visit", "was due to land"."""
    between = {w.low for w in words[governor.at + 1 : predicate.at]}
    return governor.lemma == "be" and between <= {
        "to",
        "be",
        "have",
        "been",
        "due",
        "set",
        "about",
        "also",
        "then",
        "still",
    }


def _ahead(warned: bool, kind: str, governor: Predicate | None) -> Status:
    threatened = governor is not None and governor.lemma in ("warn", "fear", "threaten")
    return Status.WARNED if threatened or (warned and kind in HARMFUL | {"other"}) else Status.PLANNED


def _unsure(predicate: Predicate, kind: str, warned: bool, future: bool) -> Status:
    """What may come: a plan where it is what people agree on, else what one is warned of."""
    if predicate.modal == "could" and predicate.negated and not predicate.perfect and not future:
        return Status.HAPPENED  # "doctors could not enter the city on 3 March"
    if warned or (future and kind in HARMFUL):
        return Status.WARNED
    if not future or predicate.negated:
        return Status.HYPOTHETICAL
    arranged = predicate.lemma in _ARRANGING
    return Status.PLANNED if kind in _AGREED_ON or arranged else Status.WARNED


_ARRANGING = frozenset("take hold begin start open resume launch release publish deliver join".split())
"""What may be done by arrangement: "the first flight may take place in March"."""
_AGREED_ON = frozenset("talks call visit agreement statement vote election aid sanctions".split())


def _done(governor: Predicate, future: bool) -> bool:
    """Whether what was decided or ordered is past by now: "agreed to send troops in 2014"."""
    return (
        not future
        and governor.tense == "past"
        and governor.lemma in ("decide", "agree", "order", "prepare", "seek")
    )
