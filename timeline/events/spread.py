"""What a sentence dates → what stands beside it: the same days in a joined clause, days away in a counted.

"met on Monday and agreed", "was killed when gunmen stormed the base", "signed it two days after they voted":
one expression dates both verbs, and only where the second has no date of its own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain, pairwise

from timeline.events.beside import of_timex, same_date, timex_before, told_in_which
from timeline.events.counted import (
    arranged,
    before_told,
    counted,
    counted_from,
    counted_nouns,
    has_date,
    is_counted,
    main_after,
)
from timeline.events.news import is_claim
from timeline.events.parts import Sentence, noun_after, own_kind, perceives, same_harm, trigger_of
from timeline.events.predicate import Predicate
from timeline.events.status import told_status
from timeline.events.tokens import Word
from timeline.events.told import REAL, Told, is_day
from timeline.events.words import CLAIMS, COUNTED, HARMS, RELATIVES
from timeline.model import Status, When

_AT_ONCE = frozenset("when as while".split())
_LINKS = frozenset(("and", "but", ";"))
_SLIGHT = frozenset("fail express shake manage try seem continue put tend bid".split())
"""Verbs that tell little beside another: "met but failed to agree", "spoke and expressed concern"."""
_WEAK = frozenset("plain state plainspeech statement speech".split())


def spread(
    sentence: Sentence, told: Mapping[int, Told], news: When | None, last: When | None
) -> Iterator[Told]:
    """What takes its date from `told`, by the place of its word.

    `news` is the day of what has no date, `last` the last date that the text told before.
    """
    if not told and not sentence.timexes and sentence.lows.isdisjoint(_POINTING):
        return
    known = dict(told)
    for before in before_told(sentence, known, last):
        known[before.trigger.index] = before
        yield before
    undated = [
        (at, p) for at, p in enumerate(sentence.predicates) if p.at not in known and _is_open(sentence, p)
    ]
    for _ in range(2):  # a clause beside a clause beside a date
        for at, predicate in undated:
            if predicate.at in known:
                continue
            found = (
                _since_then(sentence, predicate, known, last)
                or counted_from(sentence, at, known)
                or _beside(sentence, at, known, news)
                or _within_hours(sentence, predicate, known)
                or counted(sentence, at, known, news)
            )
            if found is not None:
                known[predicate.at] = found
                yield found
    beside = (
        arranged(sentence, known, news),
        counted_nouns(sentence, known, news),
        _nouns_after(sentence, known),
    )
    for other in chain(*beside):
        if other.trigger.index not in known:
            known[other.trigger.index] = other
            yield other


_POINTING = frozenset("since day week month year".split())
"""One of these a sentence has that dates something without an expression: "the day before", "since then"."""


def _is_open(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a verb tells an occurrence that has no date of its own yet."""
    if predicate.negated or predicate.modal not in ("", "will") or predicate.at in sentence.quoted:
        return False
    if sentence.words[predicate.subject[0]].low == "no" and predicate.passive:  # "no date was set"
        return False
    if predicate.subject[0] and sentence.words[predicate.subject[0] - 1].low == "what":
        return False  # "unhappy with what they have found"
    listed = predicate.passive and predicate.finite and predicate.first == predicate.at
    if predicate.tense == "infinitive" or listed:  # "were rammed, fired on and boarded" is told once
        return False
    if predicate.kind == "state" and (
        predicate.lemma in ("be", "have") or _ever_since(sentence, predicate) is None
    ):
        return False
    if predicate.kind == "plainspeech" and not (
        perceives(sentence, predicate) or _is_claim_then(sentence, predicate)
    ):
        return False
    if predicate.lemma == "raise" and _raises_hopes(sentence, predicate):
        return False
    if predicate.lemma in _SLIGHT and own_kind(sentence, predicate) is None:
        return False
    counted = predicate.opener in COUNTED and predicate.progressive
    if not (predicate.finite or counted) or (predicate.subject == (0, 0) and not counted):
        return False
    return not sentence.is_dated(predicate)


def _is_claim_then(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a clause says when something was claimed: "called it a weapon when she paid him a visit"."""
    then = any(p.opener in _AT_ONCE and p.begin == predicate.end for p in sentence.predicates)
    return then and is_claim(sentence, predicate)


def _raises_hopes(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether no more is told than what people feel about it: "and raised hopes that talks resume"."""
    after = sentence.words[predicate.at + 1 : predicate.at + 3]
    return any(w.low in _FELT for w in after)


_FELT = frozenset(
    "hope hopes fear fears doubt doubts question questions concern concerns alarm tension tensions".split()
)


def causes_told(sentence: Sentence, told: Mapping[int, Told]) -> list[int]:
    """The words of what a toll is of, where both are told: "298 were killed when the airliner was hit"."""
    return [
        cause.at
        for harm in sentence.predicates
        if harm.lemma in HARMS and harm.at in told
        for cause in sentence.predicates
        if cause.at in told
        and cause.opener == "when"
        and cause.begin == harm.end
        and told[harm.at].when == told[cause.at].when
    ]


def _beside(sentence: Sentence, at: int, known: Mapping[int, Told], news: When | None) -> Told | None:
    predicate, words = sentence.predicates[at], sentence.words
    before = _told_before(sentence, at)
    after = next((p for p in sentence.predicates[at + 1 :] if p.finite), None)
    if before is not None and same_harm(predicate, before):
        return None
    if predicate.opener == "when" and before and before.lemma in HARMS and before.end == predicate.begin:
        return None  # "a soldier died on Monday when a drone dropped a grenade" is one occurrence
    if after is not None and after.opener in _AT_ONCE and after.begin == predicate.end:
        return same_date(sentence, predicate, after, known)  # "was killed when gunmen stormed the base"
    if before is not None and _is_same_talk(sentence, predicate, before):
        return None  # "spoke by telephone and discussed how to go on"
    if (
        _is_linked(sentence, predicate)
        and not predicate.opener
        and (shared := _joined_to(sentence, at, before, known))
    ):
        return same_date(sentence, predicate, shared, known)
    if (met := _met(sentence, at)) is not None:
        return same_date(sentence, predicate, met, known)  # "leaders who met on Thursday agreed"
    if _is_denial_of(sentence, predicate) and before is not None:
        return same_date(sentence, predicate, before, known)
    if (of_which := told_in_which(sentence, predicate, known, news)) is not None:
        return of_which
    stood_by = predicate.opener in _AT_ONCE or predicate.opener == "where"
    if stood_by and (timex := timex_before(sentence, predicate)) is not None:
        return of_timex(sentence, predicate, timex, news)
    if predicate.opener in _AT_ONCE:
        main = before if predicate.begin else main_after(sentence, at)
        return same_date(sentence, predicate, main, known) if main is not None else None
    if predicate.opener == "where" and before is not None and predicate.begin >= before.end:
        return same_date(sentence, predicate, before, known)  # "gathered at the embassy, where a car burned"
    if predicate.opener in ("after", "before"):
        return _around(sentence, predicate, before, known)
    if after is None or after.opener or after.subject != predicate.subject:
        return None
    closely = words[after.begin - 1].low == "and" and words[after.begin - 2].low != ","
    low, high = words[after.begin].start, words[after.first].start
    apart = any(low <= t.start_char < high and t.when and "same" not in t.text for t in sentence.timexes)
    closely = closely and not apart  # "opened a front and on Wednesday captured a town"
    return same_date(sentence, predicate, after, known) if closely else None


def _is_denial_of(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a clause beside a claim tells that it was denied: "accused him of it - a claim he denied"."""
    at = predicate.subject[0] - 1
    claim = at > 1 and sentence.words[at].low in CLAIMS and not predicate.opener
    return claim and told_status(sentence.words, predicate) is Status.DENIED


def _within_hours(sentence: Sentence, predicate: Predicate, known: Mapping[int, Told]) -> Told | None:
    """What followed the same day: "The truce that they renewed on 29 August was broken within hours"."""
    if "within" not in sentence.lows:
        return None
    words = [w.low for w in sentence.words[predicate.at : predicate.end]]
    soon = any(a == "within" and b in ("hours", "minutes", "moments") for a, b in pairwise(words))
    before = [p for p in sentence.predicates if p.at < predicate.at and p.at in known]
    if not soon or not before or before[-1].opener not in ("which", "that", "after"):
        return None
    return same_date(sentence, predicate, before[-1], known)


def _is_same_talk(sentence: Sentence, predicate: Predicate, before: Predicate) -> bool:
    """Whether a verb says what was spoken of in talks told before."""
    if predicate.subject != before.subject or predicate.lemma not in _DISCUSSES:
        return False
    return {trigger_of(sentence, p).kind for p in (predicate, before)} <= {"talks", "call", "visit"}


_DISCUSSES = frozenset("discuss speak talk negotiate confer".split())


def _is_linked(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether "and" or a semicolon opens a clause, an aside in it or not: "and his aide, Jan Duda, had …"."""
    words, begin = sentence.words, predicate.begin
    if {words[begin].low, words[max(0, begin - 1)].low} & _LINKS:
        return True
    if words[begin - 1].low != "," or predicate.first != begin:
        return False
    verbs = {p.at for p in sentence.predicates}
    for at in range(begin - 1, max(0, begin - _ASIDE), -1):
        if at in verbs or _is_dated_at(sentence, at):
            return False
        if words[at].low == ";" or (
            words[at].low in _LINKS and "," in (words[at - 1].low, words[at + 1].low)
        ):
            return True
    return False


def _is_dated_at(sentence: Sentence, at: int) -> bool:
    """Whether a word is of a date, and not of mere "hours later"."""
    start = sentence.words[at].start
    return any(t.when is not None and t.start_char <= start < t.end_char for t in sentence.timexes)


_ASIDE = 12
"""Words between a link and a verb after an aside."""


def _joined_to(
    sentence: Sentence, at: int, before: Predicate | None, known: Mapping[int, Told]
) -> Predicate | None:
    """The verb that "and" goes on from, past what it said: "says there will be a vote and endorses him"."""
    subject, ahead = sentence.predicates[at].subject, sentence.predicates[at].modal == "will"
    told = [
        p
        for p in reversed(sentence.predicates[:at])
        if p.at in known and (p.finite or (ahead and known[p.at].status is Status.PLANNED))
    ]  # "Flags are to fly at half-mast on Saturday, and Mr Duda will visit the town"
    same = next((p for p in told if p.subject == subject or not p.opener), before)
    if before is None or before.at not in known:
        return same
    nearer = same is not None and same.at > before.at and same.subject == subject
    aside = nearer or (before.opener in ("since", "after", "before") and before.subject != subject)
    return same if aside else before  # "lost it, its worst loss since May, and envoys pleaded"


def _met(sentence: Sentence, at: int) -> Predicate | None:
    """The meeting at which something is done, told in a relative clause of who does it."""
    predicate = sentence.predicates[at]
    last = sentence.predicates[at - 1] if at else None
    if last is None or predicate.opener or last.opener not in ("who", "which") or last.kind != "talks":
        return None
    return last if predicate.subject[0] < last.at < predicate.first else None


def _around(
    sentence: Sentence, predicate: Predicate, before: Predicate | None, known: Mapping[int, Told]
) -> Told | None:
    """What came right before or after: "after gunmen stormed the base", "before chairing a meeting"."""
    if before is None or is_counted(sentence, predicate):
        return None
    if predicate.progressive and own_kind(sentence, predicate):
        told = same_date(sentence, predicate._replace(tense=before.tense), before, known)
        return told and replace(told, trigger=trigger_of(sentence, predicate))
    near = known.get(before.at)
    clause = [w.low for w in sentence.words[predicate.begin : predicate.end]]
    apart = "day" in clause or "week" in clause  # "after a tanker moored there the day before"
    simple = predicate.opener == "after" and predicate.tense == "past" and not predicate.perfect and not apart
    if not simple or near is None or not (is_day(near.when) or near.when.precision == "month"):
        return None
    weak = trigger_of(sentence, predicate).kind in _WEAK
    return None if weak else same_date(sentence, predicate, before, known)


def _since_then(
    sentence: Sentence, predicate: Predicate, known: Mapping[int, Told], last: When | None
) -> Told | None:
    """What has gone on since the date that was told before: "1,000 people have died since then"."""
    if not predicate.perfect or predicate.tense != "present":
        return None
    if (pair := _ever_since(sentence, predicate)) is None:
        return None
    before = [t for at, t in known.items() if at < predicate.at and t.status in REAL]
    when = before[-1].when if before else last
    if when is None or when.begin is None:
        return None
    begin = when.end if when.shape == "throughout" and when.end is not None else when.begin
    open_ended = When(begin, None, "day" if when.precision == "time" else when.precision, "since")
    why = f"“{pair[0].text} {pair[1].text}”: since {when.edtf}, told before"
    return Told(trigger_of(sentence, predicate), open_ended, Status.ONGOING, None, why)


def _ever_since(sentence: Sentence, predicate: Predicate) -> tuple[Word, Word] | None:
    """The words that say that something has gone on: "since then"."""
    words = sentence.words[predicate.begin : predicate.end]
    group = sentence.words[predicate.first : predicate.at + 1]
    if any(w.low == "since" for w in group):  # "have since fled"
        return next(w for w in group if w.low == "since"), group[-1]
    return next(((a, b) for a, b in pairwise(words) if (a.low, b.low) in _SINCE_THEN), None)


_SINCE_THEN = {("since", "then"), ("ever", "since")}


def _nouns_after(sentence: Sentence, known: Mapping[int, Told]) -> Iterator[Told]:
    """What has come right before, told for the first time: "was detained today after a raid on his home"."""
    words = sentence.words
    if "after" not in sentence.lows and "following" not in sentence.lows:
        return
    for at in range(1, len(words) - 1):
        if words[at].low not in ("after", "following") or words[at + 1].low not in ("a", "an"):
            continue
        main = next((p for p in reversed(sentence.predicates) if p.at < at and p.finite), None)
        noun, source = noun_after(sentence, at + 1), known.get(main.at) if main is not None else None
        if noun is None or source is None or main is None or source.status not in REAL:
            continue
        if source.when.shape != "within" or noun.kind not in _SUDDEN or has_date(sentence, noun):
            continue
        why = f"told as what “{words[main.at].text}”, which has its date, came right after"
        yield replace(source, trigger=noun, status=Status.HAPPENED, beside=why)


_SUDDEN = frozenset("attack military protest call talks vote".split())


def _told_before(sentence: Sentence, at: int) -> Predicate | None:
    """The verb before that tells something, past "an official said" and relative clauses."""
    for predicate in reversed(sentence.predicates[:at]):
        aside = predicate.kind in ("plainspeech", "state") or predicate.opener in RELATIVES
        if predicate.finite and not aside:
            return predicate
    return None
