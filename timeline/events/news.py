"""An undated sentence → what it reports as the news of the day, if anything."""

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline.events.counted import is_counted
from timeline.events.meant import is_known, is_pronoun
from timeline.events.parts import (
    KIND_OF_CLASS,
    Sentence,
    Trigger,
    carried_noun,
    is_body,
    own_kind,
    perceives,
    said_before,
    someone,
    trigger_of,
)
from timeline.events.predicate import Predicate
from timeline.events.status import told_status
from timeline.events.words import COUNTED, NUMBERS
from timeline.model import Status

_BACKGROUND = re.compile(
    r"\b(?:repeatedly|consistently|staunchly|previously|formerly"
    r"|(?<!^)(?<!had )(?<!^hours )earlier|in recent|in the past|recently"
    r"|(?:ha[sd]|have|is|are|was|were) long|long-running|traditionally|historically"
    r"|often|always|usually|normally|generally|typically"
    r"|for (?:many |several |most of |more than )?(?:the |a )?(?:\w+ )?"
    r"(?:years|decades|centuries|generations)"
    r"|years ago|^for (?:some |many |several )?(?:weeks|months) |at the time"
    r"|(?<!\bat )once(?! more| again)|ever since|regularly"
    r"|routinely|used to|during (?:his|her|their|its) (?:time|term|tenure|years|reign|career|presidency|rule"
    r"|life|stint|campaign)"
    r"|(?:under|as part of) (?:the|that|this|its) (?:\w+ )?(?:deal|agreement|accord|terms|treaty|pact))\b"
    r"|^then\b"
)
"""Words, in lower case, of what has been so for long or was before: no news."""
_LEAVING = frozenset("leave evacuate depart flee".split())
_TOLD_TO_LEAVE = frozenset("urge tell advise order ask warn call".split())
_DEEDS = frozenset(
    "announce declare proclaim recall summon invite apologise apologize unveil propose".split()
)
"""What is said that does something by being said."""
_INTENDING = frozenset("plan intend prepare aim hope want expect".split())
_BESIDE = frozenset("as while".split())
_ACTS = frozenset(
    "agreement sanctions vote military mobilisation attack annexation protest humanitarian legal aid".split()
)


def news_of(sentence: Sentence, used: frozenset[int], *, chronicle: bool = False) -> Iterator[Trigger]:
    """The triggers of what a sentence reports as having just happened: one, and one beside it ("as …").

    `used` are the words that dated occurrences already stand on; in a chronicle the present tense tells too.
    """
    if sentence.text.rstrip("”\"'’ ").endswith("?"):
        return
    found = list(_told_as_news(sentence, used, chronicle))
    if found and (chronicle or _BACKGROUND.search(_undated(sentence)) is None):
        yield from found


def _undated(sentence: Sentence) -> str:
    """The text in lower case without its dates: "a day earlier" tells no background."""
    text = sentence.text.lower()
    for timex in sentence.timexes:
        if timex.when is not None and timex.when.precision in ("day", "time"):
            low, high = timex.start_char - sentence.start, timex.end_char - sentence.start
            text = text[:low] + " " * (high - low) + text[high:]
    return text


def _told_as_news(sentence: Sentence, used: frozenset[int], chronicle: bool) -> Iterator[Trigger]:
    """What a sentence reports, unless it only tells of what has long been so."""
    main = beside = False
    on_date = [p for p in sentence.predicates if p.at in used]
    clauses = {p.begin for p in on_date if p.tense != "infinitive"}
    dated = {p.governor for p in on_date if not _says_of_what(p)}
    told = [p for p in on_date if not p.opener and p.finite]
    for predicate in sentence.predicates:
        if told and not _stands_before(predicate, told[0]):
            continue
        if predicate.at in dated and predicate.kind in (
            "speech",
            "statement",
        ):  # what is warned of or denied has its date
            continue
        if predicate.at in dated and predicate.lemma in _INTENDING:  # so has what is planned
            continue
        before = said_before(sentence, predicate) if predicate.kind in ("speech", "statement") else None
        if before is not None and not used.isdisjoint(range(*before)):  # "will wait until 2024, he conceded"
            continue
        if (
            predicate.begin in clauses
            or predicate.at in used
            or predicate.at in sentence.quoted
            or _is_of_told(predicate, used)
            or is_counted(sentence, predicate)
            or not _is_told(sentence, predicate, chronicle)
        ):
            continue
        if predicate.opener in _BESIDE:
            if not beside:
                beside = True
                yield _news(sentence, predicate)
        elif not main or _goes_on(sentence, predicate, chronicle=chronicle):
            main = True
            yield _news(sentence, predicate)
    if not main and sentence.early and (announced := _announcement(sentence, used)):
        yield announced
    elif not main and chronicle and not used and (noun := _entry_noun(sentence)):
        yield noun


def _is_of_told(predicate: Predicate, used: frozenset[int]) -> bool:
    """Whether a verb only says that a dated noun was so: "Monday's blasts were heard"."""
    dropped = predicate.lemma in ("cancel", "postpone", "ban", "suspend", "abandon")
    return predicate.passive and not dropped and not used.isdisjoint(range(*predicate.subject))


def _says_of_what(predicate: Predicate) -> bool:
    """Whether a clause is about a noun before it: "the importer that has been losing money"."""
    return predicate.opener == "that" and predicate.subject[0] < predicate.begin


def _stands_before(predicate: Predicate, dated: Predicate) -> bool:
    """Whether a clause tells what is done by now before one that has its date.

    "The court has rejected his appeal and he will stay in custody until 30 January."
    """
    return predicate.end <= dated.begin and not predicate.opener and predicate.perfect and predicate.finite


def _news(sentence: Sentence, predicate: Predicate) -> Trigger:
    """A verb with what is said by it: "assured him that Ukraine would not join"."""
    trigger = trigger_of(sentence, predicate)
    said = any(p.governor == predicate.at and p.finite for p in sentence.predicates)
    return replace(trigger, whole=True) if said and trigger.kind == "statement" else trigger


def _entry_noun(sentence: Sentence) -> Trigger | None:
    """What a chronicle's entry names without a verb: "Second round of voting – he stays on the ballot"."""
    stop = next((p.first for p in sentence.predicates if p.finite), len(sentence.words))
    for at in range(stop):
        if kind := sentence.noun_kind(at):
            return Trigger(sentence.words[at], at, kind, None)
    return None


def _goes_on(sentence: Sentence, predicate: Predicate, *, chronicle: bool) -> bool:
    """Whether a clause tells of another's deed: "The court ruled …, but the lower court imposed it"."""
    words = sentence.words
    linked = {words[predicate.begin].low, words[max(0, predicate.begin - 1)].low} & {"and", "but", ";"}
    if not linked or predicate.opener:
        return False
    acts = chronicle or trigger_of(sentence, predicate).kind in _ACTS
    stands = _is_stand(sentence, predicate) or is_claim(sentence, predicate)
    return stands or acts


def _announcement(sentence: Sentence, used: frozenset[int]) -> Trigger | None:
    """The intention that an article begins with: "Germany said that it would send helmets"."""
    for content in sentence.predicates:
        speech = sentence.predicate_at(content.governor)
        if speech is None or speech.kind != "plainspeech" or not someone(sentence, speech):
            continue
        trigger = trigger_of(sentence, content)
        own = content.modal in ("might", "may", "could") and _is_own(sentence, content)
        acts = (content.modal in ("will", "would") and trigger.kind in _ACTS) or own
        if acts and content.at not in used:
            return Trigger(sentence.words[speech.at], speech.at, trigger.kind, speech, whole=True)
    return None


def _is_own(sentence: Sentence, content: Predicate) -> bool:
    """Whether someone says what he may do himself: "told a newspaper that he might call off the visit"."""
    begin, end = content.subject
    one = end - begin == 1 and sentence.words[begin].low in ("he", "she")
    return one and not content.negated and not content.passive and content.kind not in KIND_OF_CLASS


def _is_told(sentence: Sentence, predicate: Predicate, chronicle: bool) -> bool:
    if predicate.lemma in ("come", "follow") and carried_noun(sentence, predicate) is not None:
        return False  # "the vote came two weeks after …"
    if predicate.perfect and sentence.words[predicate.subject[0]].low == "no":
        return False  # "no date has been set"
    if predicate.negated or predicate.modal or predicate.subject[0] == predicate.subject[1]:
        return False
    told_by = sentence.predicate_at(predicate.governor)
    if told_by is not None and told_by.opener in COUNTED:  # "a day after he said that he had sent one"
        return False
    if sentence.words[predicate.subject[0]].low in ("not", "nobody", "none", "neither", "what"):
        return False
    if not _tense_tells(sentence, predicate, chronicle) or not _clause_tells(sentence, predicate):
        return False
    if _vaguely_dated(sentence, predicate) or _is_of_it(sentence, predicate):
        return False
    if not predicate.opener and _opens_with_length(sentence):
        return False
    plain = predicate.kind in ("plain", None) or _finds(sentence, predicate)
    return _is_occurrence(sentence, predicate) or (chronicle and not predicate.opener and plain)


def _opens_with_length(sentence: Sentence) -> bool:
    """Whether a sentence tells how long before or after something it is: "A day before the vote, …"."""
    first = sentence.timexes[0] if sentence.timexes else None
    if first is None or first.type != "DURATION" or first.start_char - sentence.start > _AT_HEAD:
        return False
    return next((w.low in COUNTED for w in sentence.words if w.start >= first.end_char), False)


_AT_HEAD = 12
"""Characters before a length that a sentence opens with: "Some two days after …"."""


def _finds(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a chronicle tells what was found: "The team reports that the launcher was brought in"."""
    content = [p for p in sentence.predicates if p.governor == predicate.at and p.finite]
    claims = predicate.lemma == "say" and any(p.tense == "past" and not p.perfect for p in content)
    return claims or (bool(content) and predicate.lemma in ("report", "find", "conclude", "reveal"))


def _tense_tells(sentence: Sentence, predicate: Predicate, chronicle: bool) -> bool:
    if predicate.progressive:
        if predicate.tense != "present" or predicate.opener or predicate.perfect:
            return False
        return sentence.lead or (sentence.early and trigger_of(sentence, predicate).kind in _ACTS)
    if predicate.perfect:
        now = predicate.governor is not None or (
            predicate.tense == "present"
            and (
                sentence.lead
                or any(_tells(sentence, p, predicate) for p in sentence.predicates)
                or _is_deed(sentence, predicate)
                or _has_done(sentence, predicate)
                or is_claim(sentence, predicate)
            )
        )
        return now or (sentence.early and _just_before(sentence, predicate))
    if predicate.tense != "present":
        return predicate.tense == "past"
    speaks = predicate.kind in ("speech", "statement")
    return chronicle or (speaks and (_is_stand(sentence, predicate) or is_claim(sentence, predicate)))


def _just_before(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a deed came right before what the text tells: "had earlier received", "had just agreed"."""
    group = sentence.words[predicate.first : predicate.at]
    hours = tuple(w.low for w in sentence.words[:2]) in _HOURS
    after = sentence.words[predicate.at + 1 : predicate.at + _SOON]
    earlier = ["a", "little", "earlier"] in [[w.low for w in after[k : k + 3]] for k in range(len(after))]
    told = earlier or any(w.low in ("earlier", "just") for w in group)
    return predicate.tense == "past" and (hours or told)


_SOON = 6
_HOURS = (("hours", "before"), ("hours", "earlier"), ("within", "hours"), ("within", "minutes"))


def _tells(sentence: Sentence, speech: Predicate, told: Predicate) -> bool:
    """Whether a verb of saying reports another: "said that …", "…, officials said"."""
    if speech.kind != "plainspeech" or speech.opener:
        return False
    after = speech.begin > told.at and sentence.words[speech.begin - 1].low in (",", "”", '"')
    return after or speech.at == told.governor


def _has_done(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a body has done something by now: "Police have blocked the roads"; no count of it so far."""
    first = sentence.words[predicate.subject[0]].low
    done = predicate.perfect and predicate.tense == "present" and not predicate.passive
    return done and not (first[0].isdigit() or first in NUMBERS) and is_body(sentence, predicate)


def _is_reported(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether somebody is named after it who says what has been done: "A ship has left port, he says"."""
    done = predicate.perfect and predicate.tense == "present"
    return done and any(_tells(sentence, p, predicate) and p.at > predicate.at for p in sentence.predicates)


def is_claim(sentence: Sentence, predicate: Predicate | None) -> bool:
    """Whether someone has taken a stand by now: "Washington has accused Moscow", "Kyiv denied the raid"."""
    if predicate is None or predicate.passive or predicate.opener:
        return False
    if predicate.perfect:
        claims = predicate.tense == "present" and predicate.kind in ("speech", "statement")
        claims = claims or (predicate.tense == "present" and _tells_someone(sentence, predicate))
    else:
        says = _calls_something(sentence, predicate) or _tells_to(sentence, predicate)
        claims = predicate.tense == "past" and (says or predicate.lemma in _CLAIMS)
        claims = claims or (predicate.tense == "present" and predicate.lemma == "deny")
    denied = predicate.tense in ("past", "present") and predicate.subject != (0, 0)
    if denied and told_status(sentence.words, predicate) is Status.DENIED:
        return True
    return claims and _is_someone(sentence, predicate)


def _tells_someone(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether someone named is told: "has told Mr Biden that …", not "has told reporters"."""
    after = sentence.words[predicate.at + 1].start if predicate.at + 1 < len(sentence.words) else 0
    return predicate.lemma == "tell" and any(a.start_char == after for a in sentence.actors)


def _is_someone(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether the subject can be named, or is a pronoun for someone who can."""
    if is_pronoun(sentence, predicate):
        return is_known(sentence, predicate)
    return someone(sentence, predicate)


_CLAIMS = frozenset("accuse blame deny condemn denounce admit thank praise hail".split())


def _calls_something(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether someone says what something is: "called the vote a farce", not "called for a vote"."""
    after = [w.low for w in sentence.words[predicate.at + 1 : min(predicate.end, predicate.at + _CALLED)]]
    if predicate.lemma != "call" or after[:1] in ([], ["for"], ["on"], ["in"], ["off"], ["a"], ["an"]):
        return False
    return not _SAYS_WHAT.isdisjoint(after[1:])


_CALLED = 9
_SAYS_WHAT = frozenset(("a", "an", '"', "“", "‘"))


def _tells_to(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether someone named is told to do something: "told Moscow to take the lorries home"."""
    asked = any(p.governor == predicate.at and p.tense == "infinitive" for p in sentence.predicates)
    return asked and _tells_someone(sentence, predicate)


def _is_deed(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether someone has done something that is news wherever it stands: "The EU has banned …"."""
    by_someone = someone(sentence, predicate) or predicate.passive
    return trigger_of(sentence, predicate).kind in _ACTS and by_someone


def _clause_tells(sentence: Sentence, predicate: Predicate) -> bool:
    if predicate.opener == "":
        return sentence.words[predicate.begin].low not in ("including", "such", "with", "among", "despite")
    if predicate.opener == "that":
        governor = sentence.predicate_at(predicate.governor)
        return (
            governor is not None
            and not governor.negated
            and governor.lemma not in ("deny", "fear", "hope", "believe")
        )
    said = any(p.opener == "that" and p.end == predicate.begin for p in sentence.predicates)
    return predicate.opener in _BESIDE or (
        sentence.lead and predicate.opener in ("after", "when") and not said
    )


def _vaguely_dated(sentence: Sentence, predicate: Predicate) -> bool:
    low, high = sentence.words[predicate.begin].start, sentence.words[predicate.end - 1].end
    return any(
        low <= t.start_char < high
        and t.type != "DURATION"
        and t.when is None
        and t.value != "PRESENT_REF"
        and "hour" not in t.text.lower()  # "a few hours later" is of the same day
        for t in sentence.timexes
    )


def _is_of_it(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether no more than a pronoun says what was done: "Mr Duda led it.", "Moscow denied it."""
    after = [w.low for w in sentence.words[predicate.at + 1 : predicate.at + 3]]
    bare = after[:1] in (["it"], ["them"], ["this"], ["that"]) and after[1:] in ([], ["."], [","])
    return bare and (predicate.kind == "plain" or predicate.lemma in _CLAIMS)


def _is_occurrence(sentence: Sentence, predicate: Predicate) -> bool:
    kind = predicate.kind
    if predicate.lemma == "fail" and _fails_in(sentence, predicate):
        return True
    if predicate.perfect and predicate.lemma in ("die", "kill") and not sentence.lead:
        return False  # the toll so far is no occurrence
    if predicate.lemma in _TOLD_TO_LEAVE and _to_leave(sentence, predicate):
        return True
    claims = _tells_someone(sentence, predicate) or is_claim(sentence, predicate)
    if kind in ("speech", "statement") or claims:
        deed = predicate.lemma in _DEEDS and someone(sentence, predicate)
        stands = _is_stand(sentence, predicate) or is_claim(sentence, predicate)
        return not predicate.opener and (sentence.lead or deed or stands)
    if kind in KIND_OF_CLASS:
        if kind in ("plainspeech", "plain") and perceives(sentence, predicate):
            return someone(sentence, predicate)
        if kind in ("state", "plainspeech"):
            noun = carried_noun(sentence, predicate) if predicate.passive else None
            return noun is not None and noun.index < predicate.at and predicate.lemma in ("hear", "report")
        if own_kind(sentence, predicate) and carried_noun(sentence, predicate) is None:
            return True
        if kind == "plain" and trigger_of(sentence, predicate).kind in _ACTS:
            return True
        if not predicate.opener and sentence.early and someone(sentence, predicate):
            return True
        if not predicate.opener and kind == "plain" and _has_done(sentence, predicate):
            return True
        if kind == "plain" and not predicate.opener and _is_reported(sentence, predicate):
            return True
        noun = carried_noun(sentence, predicate)
        if noun is None or noun.index < predicate.at:
            return False
        held = predicate.passive and predicate.lemma in ("hold", "stage")  # "the ceremony was held"
        return noun.kind in _ACTS or held or someone(sentence, predicate)
    return kind in _ACTS or someone(sentence, predicate) or sentence.early


def _fails_in(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a failure is news: "envoys failed to agree on a text"."""
    tried = next((p for p in sentence.predicates if p.governor == predicate.at), None)
    return tried is not None and trigger_of(sentence, tried).kind in _ACTS and not predicate.opener


def _is_stand(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether someone named binds himself or refuses: "Kuchma assured Yeltsin that it would not join"."""
    low, high = (sentence.words[k].start for k in predicate.subject)
    named = [a for a in sentence.actors if low <= a.start_char < high]
    if predicate.passive:
        return False
    if any(a.text == "We" for a in named):  # a statement's own: "We call on Russia to withdraw"
        return predicate.tense == "present" and predicate.lemma in _STANDS | _CALLS
    if predicate.perfect:
        return False
    if predicate.tense == "present":  # "Canada condemns these attacks", "It calls on Russia to withdraw"
        calls = predicate.lemma in _CALLS and not predicate.progressive
        return calls and _is_someone(sentence, predicate)
    return (
        (bool(named) or is_known(sentence, predicate))
        and predicate.tense == "past"
        and predicate.lemma in _STANDS
    )


_CALLS = frozenset("call urge condemn demand".split())


_STANDS = frozenset(
    "demand pledge promise vow assure reject refuse threaten summon order offer rule insist press".split()
)


def _to_leave(sentence: Sentence, predicate: Predicate) -> bool:
    return any(p.governor == predicate.at and p.lemma in _LEAVING for p in sentence.predicates)
