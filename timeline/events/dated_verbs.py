"""A verb and its date → what happened then, and how real it is: plans, speech and what was said."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from timeline.events.dated_speech import by_saying, goes_on_to
from timeline.events.days import a_year_later, only_plans
from timeline.events.firsts import is_first_since
from timeline.events.meant import is_known, speaker_of
from timeline.events.parts import (
    Sentence,
    Trigger,
    carried_noun,
    is_body,
    noun_before,
    perceives,
    said_before,
    someone,
    trigger_of,
)
from timeline.events.predicate import Predicate
from timeline.events.states import is_due, state_told
from timeline.events.status import is_arranged, status_of, told_status
from timeline.events.tokens import low_at
from timeline.events.told import Dated
from timeline.events.words import DETERMINERS, PLANNING, RELATIVES
from timeline.model import Status, When


def told_by(sentence: Sentence, predicate: Predicate, when: When, published: date | None) -> Iterator[Dated]:
    """What a verb tells of its date, at most two occurrences; nothing where it only says or is something."""
    governor = sentence.predicate_at(predicate.governor)
    foreseen = governor is not None and governor.lemma == "expect" and governor.tense == "present"
    future = bool(published and when.end and (when.end > published or (foreseen and when.end == published)))
    if (deed := _planned_deed(sentence, predicate)) is not None and future:
        predicate, governor = deed, predicate  # "This week he is expected to meet her"
    if predicate.tense == "infinitive" and governor is not None and not future and not only_plans(governor):
        predicate, governor = governor, sentence.predicate_at(governor.governor)
    planned = predicate.lemma in PLANNING and (
        (predicate.tense == "participle" and not predicate.progressive)
        or (predicate.kind == "plainspeech" and predicate.passive)
    )
    if _is_of_nothing(sentence, predicate):
        return
    if planned and (noun := noun_before(sentence, predicate.first)):
        over = predicate.lemma == "agree" and not future  # "the truce agreed in May"
        yield noun, when, Status.HAPPENED if over else Status.PLANNED
        return
    if _is_expected(sentence, predicate):
        yield replace(trigger_of(sentence, predicate), kind="visit"), when, Status.PLANNED
        return
    today = published is not None and when.end == published and predicate.tense == "present"
    if (future or today) and is_due(sentence, predicate):
        yield trigger_of(sentence, predicate), when, Status.PLANNED
        return
    if (named := _heard(sentence, predicate) or _awaited(sentence, predicate, future=future)) is not None:
        yield named, when, Status.PLANNED if future or predicate.tense == "future" else Status.HAPPENED
        return
    made = predicate.lemma == "add" and predicate.passive  # "The spire was added in 1859"
    made = made or (predicate.lemma == "hear" and trigger_of(sentence, predicate).kind == "legal")
    if predicate.kind == "plainspeech" and not perceives(sentence, predicate) and not made:
        yield from by_saying(sentence, predicate, when, published, future=future)
        return
    if (other := _of_another(sentence, predicate, when, published)) is not None:
        yield from other
        return
    trigger = trigger_of(sentence, predicate)
    if predicate.kind == "state":
        then = (
            goes_on_to(sentence, predicate)
            or _joined_on(sentence, predicate)
            or _appears_to(sentence, predicate)
        )
        carried = carried_noun(sentence, predicate)
        if carried is None and then is not None:  # "stood up and presented a map"
            yield trigger_of(sentence, then), when, Status.HAPPENED
        state = _of_state(sentence, predicate, trigger, carried) or _instead_of_state(sentence, predicate)
        if state is None:
            return
        trigger = state
    said = predicate.kind == "speech" and trigger.kind == "statement"
    known = not said or _is_heard(sentence, predicate, when, published)
    if not known and told_status(sentence.words, predicate) is not Status.DENIED:
        return
    status = status_of(sentence.words, predicate, governor, when, trigger.kind, published)
    yield replace(trigger, whole=trigger.kind == "statement"), when, status
    yield from _since_it(sentence, predicate, when)


def _awaited(sentence: Sentence, expecting: Predicate, *, future: bool) -> Trigger | None:
    """What someone waits for: "expects a ruling next month", "awaits the verdict on Friday"."""
    waits = expecting.lemma in ("expect", "await") and not expecting.passive and expecting.tense == "present"
    if not (future and waits):
        return None
    noun = carried_noun(sentence, expecting)
    to_do = any(p.governor == expecting.at for p in sentence.predicates)
    return noun if noun is not None and noun.index > expecting.at and not to_do else None


def _instead_of_state(sentence: Sentence, state: Predicate) -> Trigger | None:
    """What is told beside a state that only says when it was."""
    main = _told_when(sentence, state) or _past_colon(sentence, state)
    return trigger_of(sentence, main) if main is not None else None


def _told_when(sentence: Sentence, state: Predicate) -> Predicate | None:
    """What was done when something was: "When Mr Duda was last in Rome, on 3 May, he was shown the door"."""
    if state.opener not in ("when", "while") or state.lemma != "be" or state.tense != "past" or state.begin:
        return None
    main = next((p for p in sentence.predicates if p.finite and not p.opener and p.at > state.at), None)
    told = main is not None and main.tense == "past" and main.kind != "state"
    told = told and main is not None and (main.passive or main.kind != "plainspeech")
    return main if told and main is not None and not main.negated and not sentence.is_dated(main) else None


def _past_colon(sentence: Sentence, state: Predicate) -> Predicate | None:
    """What a time that is said to be something is told by: "June was the worst month: 232 were killed"."""
    words, (begin, end) = sentence.words, state.subject
    whole = begin < end and all(k in sentence.timed for k in range(begin, end))
    if not whole or state.lemma != "be" or state.opener or words[state.end - 1].low != ":":
        return None
    told = next((p for p in sentence.predicates if p.begin == state.end and p.finite), None)
    return told if told is not None and told.tense == "past" and not sentence.is_dated(told) else None


def _of_state(
    sentence: Sentence, predicate: Predicate, trigger: Trigger, carried: Trigger | None
) -> Trigger | None:
    """What a verb of being tells: a listed state, what lasted, or the noun it carries."""
    if predicate.negated and predicate.lemma == "be":
        return None  # "A deal is not on the cards today"
    it = _is_it(sentence, predicate)
    told = state_told(sentence, predicate) if not it else None
    if told is not None:  # "the exercises will be over by May" are what is told
        return replace(told, kind=carried.kind) if carried is not None else told
    if not _lasts(sentence, predicate) and (carried is None or it):
        return None
    if carried is not None and carried.index > predicate.at and predicate.lemma == "be":
        return carried  # "the sale is the result of a deal last year"
    return trigger


def _planned_deed(sentence: Sentence, plan: Predicate) -> Predicate | None:
    """What a verb says is expected or planned to be done."""
    plans = plan.kind in ("plain", "plainspeech", None) or plan.lemma == "mean"
    if plan.lemma not in PLANNING or not plan.finite or not plans:
        return None
    next_to_it = (p for p in sentence.predicates if p.governor == plan.at and p.first == plan.at + 2)
    return next((p for p in next_to_it if p.tense == "infinitive"), None)


def _lasts(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether what only went on has a date of its own: "remained deadlocked on Wednesday"."""
    if not predicate.finite:
        return False
    if predicate.lemma in _POSTURES and predicate.tense == "past" and not predicate.negated:
        where = predicate.at + 1
        return where + 1 not in sentence.timed and sentence.words[where].low in _POSTURES[predicate.lemma]
    if predicate.lemma not in ("remain", "stay", "keep"):
        return False
    after = sentence.words[predicate.at + 1].low if predicate.at + 1 < len(sentence.words) else ""
    return after not in DETERMINERS | {"that"} and not _is_it(sentence, predicate)


_POSTURES = {
    "sit": frozenset("with in on down through beside outside".split()),
    "sleep": frozenset("in on under outside rough through".split()),
    "stand": frozenset("in on idle empty still outside along guard".split()),
}
"""Where someone sat, slept or stood that matters for its day: not "stood at 4 million", "stood by it"."""


def _heard(sentence: Sentence, predicate: Predicate) -> Trigger | None:
    """What was heard, seen or judged, named as the subject: "blasts were heard on Sunday"."""
    if not predicate.passive or predicate.lemma not in _OF_SUBJECT:
        return None
    noun = carried_noun(sentence, predicate)
    return noun if noun is not None and noun.index < predicate.at else None


_OF_SUBJECT = frozenset("hear see report record observe describe hail denounce condemn criticise".split())


def _since_it(sentence: Sentence, predicate: Predicate, when: When) -> Iterator[Dated]:
    """What has gone on since: "20,000 have fled since the invasion began in February".

    So has what is said to have: "said that five had been killed since the truce began on Sunday".
    """
    if predicate.opener != "since" or when.begin is None or is_first_since(sentence, predicate.begin):
        return
    near = next((p for p in sentence.predicates if p.end == predicate.begin and p.perfect), None)
    inner = near is not None and near.tense == "present" and near.opener in ("that", "which", "who")
    lasting = (p for p in sentence.predicates if _lasts_since(sentence, p, predicate))
    main = near if inner else next(lasting, None)  # "a firm that has been losing money since …"
    main = main or next((p for p in sentence.predicates if _lasts_there(p, predicate)), None)
    if main is not None:
        precision = "day" if when.precision == "time" else when.precision
        open_ended = When(when.begin, None, precision, "since", when.approximate)
        yield trigger_of(sentence, main), open_ended, Status.ONGOING


def _lasts_there(place: Predicate, since: Predicate) -> bool:
    """Whether a clause about a place has gone on since: "where ships have been held since it began"."""
    lasting = place.perfect and place.tense == "present" and place.kind not in ("state", "plainspeech")
    return lasting and place.opener == "where" and place.end == since.begin


def _lasts_since(sentence: Sentence, main: Predicate, since: Predicate) -> bool:
    if not main.perfect or main.kind == "plainspeech" or not main.finite or main.at > since.at:
        return main.perfect and main.tense == "present" and not main.opener
    told = sentence.predicate_at(main.governor)
    apart = any(p.finite and main.at < p.at < since.begin for p in sentence.predicates)
    said = told is not None and told.kind == "plainspeech" and not apart
    now = main.tense == "present" or [w.low for w in sentence.words[:2]] == ["as", "of"]
    return said if main.opener else now


def _is_expected(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether someone is expected somewhere: "is expected in Moscow on Sunday"."""
    if predicate.lemma != "expect" or not predicate.passive or not someone(sentence, predicate):
        return False
    after = sentence.words[predicate.at + 1].low if predicate.at + 1 < len(sentence.words) else ""
    return after in ("in", "at")


def _joined_on(sentence: Sentence, state: Predicate) -> Predicate | None:
    """What happened beside a state: "in June they had a falling out, and Pol Pot was arrested"."""
    words = sentence.words
    for other in sentence.predicates:
        joined = words[other.begin].low == "and" or (other.begin and words[other.begin - 1].low == "and")
        told = other.finite and not other.opener and other.kind not in ("plainspeech", "state", "plain")
        if other.at > state.at and joined and told and other.tense == state.tense:
            return None if sentence.is_dated(other) or other.negated or other.modal else other
    return None


def _appears_to(sentence: Sentence, state: Predicate) -> Predicate | None:
    """What someone comes before others to do: "appeared on television on Monday to promise reforms"."""
    if state.lemma not in ("appear", "come") or state.tense != "past":
        return None
    deed = next((p for p in sentence.predicates if p.governor == state.at and p.tense == "infinitive"), None)
    apart = deed is not None and deed.first > state.at + _SEEMS and deed.begin == state.begin
    return deed if apart and deed is not None and deed.kind not in ("state", "plain", None) else None


_SEEMS = 2
"""Words to the infinitive of "appeared to promise", which tells no appearance."""


def _is_heard(sentence: Sentence, speech: Predicate, when: When, published: date | None) -> bool:
    """Whether a demand or denial is someone's of note, and its date is not that of what it warns of."""
    known = someone(sentence, speech) or is_body(sentence, speech) or is_known(sentence, speech)
    of_warning = bool(published and when.begin and when.begin > published)
    return known and not (of_warning and speech.lemma in ("warn", "fear"))


def _arranged(sentence: Sentence, be: Predicate) -> Predicate | None:
    """What is to be done: "is to vote", "is due to meet"."""
    if be.kind != "state":
        return None
    later = next((p for p in sentence.predicates if p.governor == be.at and p.tense == "infinitive"), None)
    return later if later is not None and is_arranged(sentence.words, be, later) else None


def _of_another(
    sentence: Sentence, predicate: Predicate, when: When, published: date | None
) -> list[Dated] | None:
    """What is dated instead of a verb that only plans, announces or arranges it."""
    if _is_of_plan(sentence, predicate):  # "an invitation to visit Japan in spring"
        return [(trigger_of(sentence, predicate), a_year_later(when, published), Status.PLANNED)]
    if (content := _announced(sentence, predicate)) is not None:
        return [(trigger_of(sentence, content), when, Status.HAPPENED)]
    if (arranged := _arranged(sentence, predicate)) is not None:
        return list(told_by(sentence, arranged, when, published))
    return None


def _is_of_plan(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether an infinitive says what an invitation, plan or promise is for."""
    at = predicate.first - 2
    if predicate.tense != "infinitive" or at < 0 or sentence.predicate_at(at) is not None:
        return False
    return sentence.words[at].low in _PLANS


_PLANS = frozenset("invitation plan plans offer proposal promise pledge decision permission order".split())


def _announced(sentence: Sentence, speech: Predicate) -> Predicate | None:
    """What is announced to have happened: "announced on Saturday that the region had been liberated".

    It may stand before: "The mayor has been freed, officials announced on Saturday".
    """
    if speech.lemma not in ("announce", "confirm", "declare") or speech.kind != "statement" or speech.negated:
        return None
    before = said_before(sentence, speech) is not None
    for content in sentence.predicates:
        told = content.finite and content.perfect and not content.negated and not content.modal
        told = told and (content.governor == speech.at or (before and not content.opener))
        if told and content.at != speech.at and content.kind not in ("state", "plainspeech"):
            return None if sentence.is_dated(content) else content
    return None


def _is_of_nothing(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether no more is told than that something is: "what has happened", "it is the second to hit …"."""
    governor = sentence.predicate_at(predicate.governor)
    if governor is not None and governor.kind == "state" and _is_it(sentence, governor):
        return not is_arranged(sentence.words, governor, predicate)
    if predicate.tense == "participle" and predicate.passive and predicate.subject == (0, 0):
        return predicate.lemma in ("postpone", "delay", "move")  # "in a speech, postponed from Tuesday, he …"
    if predicate.opener in RELATIVES and {predicate.begin - 1, predicate.begin - 2} & sentence.timed:
        return predicate.lemma in ("end", "begin", "start")  # "the last quarter, which ended in May"
    if _is_demanded(sentence, predicate, governor):
        return True
    light = governor if predicate.tense == "infinitive" else predicate
    if light is not None and light.lemma == "use" and low_at(sentence.words, light.at + 1) == "to":
        return True  # "used to say"
    bare = predicate.finite and predicate.passive and predicate.subject == (0, 0)
    if bare and predicate.first - 1 in sentence.timed:
        return True  # "Sunday was chosen for it"
    if predicate.lemma == "become" and not predicate.opener and _is_it(sentence, predicate):
        return True  # "That became harder"
    if (predicate.opener == "as" and predicate.lemma in ("happen", "occur")) or _is_wish(sentence, predicate):
        return True
    begin, end = predicate.subject
    if predicate.lemma in ("break", "fall") and sentence.words[begin].low in ("dawn", "night", "darkness"):
        return True
    subject = [w.low for w in sentence.words[begin : min(begin + 2, end)]]
    if subject[:1] in (["nothing"], ["nobody"]) or subject == ["no", "one"]:
        return True
    if subject[:1] == ["i"] and begin in sentence.quoted:
        speaker = speaker_of(sentence, predicate)
        return speaker is None or not speaker.names  # "I was hired in May," said an analyst
    if predicate.lemma in ("cover", "issue", "publish") and sentence.words[max(0, end - 1)].low == "report":
        return True  # "This report covers the period from 9 to 15 November", "the next report"
    what = begin > 0 and sentence.words[begin - 1].low == "what"
    if what and (predicate.perfect or predicate.kind in ("plain", "state", None)):
        return True  # "what we have identified today is …"
    return predicate.lemma in ("happen", "occur") and any(
        w.low in ("what", "here", "it", "this") for w in sentence.words[begin:end]
    )


def _is_wish(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether someone says in quotation marks what is not so: "so we don't miss the chance today"."""
    now = predicate.tense == "present" and not predicate.perfect
    return predicate.negated and now and predicate.at in sentence.quoted


def _is_demanded(sentence: Sentence, predicate: Predicate, governor: Predicate | None) -> bool:
    """Whether no more is told than what someone wants done: "demands that they lay down their arms"."""
    wanted = governor is not None and governor.lemma in _WANTING and predicate.opener == "that"
    bare = predicate.finite and not predicate.modal and not predicate.perfect
    if governor is not None and governor.lemma == "demand":
        return wanted and bare
    return wanted and bare and sentence.words[predicate.first].low == predicate.lemma


_WANTING = frozenset("demand insist urge ask request propose recommend require order".split())


def _is_it(sentence: Sentence, predicate: Predicate) -> bool:
    begin, end = predicate.subject
    return end - begin == 1 and sentence.words[begin].low in ("it", "this", "that", "there")
