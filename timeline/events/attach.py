"""A sentence and its temporal expressions → what each of them dates: a verb or a noun, when, and how real."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from timeline.calendar import granule
from timeline.events.anniversaries import commemorated
from timeline.events.dated_clause import predicate_of
from timeline.events.dated_nouns import (
    TO_COME,
    is_called,
    is_supposed,
    names_a_thing,
    noun_aside,
    noun_is_meant,
    noun_of,
    noun_status,
)
from timeline.events.dated_verbs import told_by
from timeline.events.days import (
    a_week_ago,
    ahead,
    already,
    before_now,
    deadline,
    lasted_for,
    not_yet,
    set_ahead,
    set_back,
    still_ahead,
    within,
)
from timeline.events.firsts import SUPERLATIVE
from timeline.events.lexicon import name_words
from timeline.events.papers import is_in_paper
from timeline.events.parts import (
    Sentence,
    Trigger,
    noun_after,
    noun_before,
    noun_in,
    trigger_of,
)
from timeline.events.predicate import Predicate
from timeline.events.scenes import (
    done_at,
    done_by_gathered,
    done_by_paper,
    done_then,
    fared_at,
    has_its_own,
    is_as_of,
    is_beside,
    is_since_before,
    scene_before,
)
from timeline.events.since import gone_on_since, noun_since, since, starting
from timeline.events.tokens import Word, words_over
from timeline.events.told import Dated
from timeline.events.words import NUMBERS, OFFICES, PLANNING, SAYING
from timeline.model import Status, Timex, When

_FIRST_IN = re.compile(rf"\b{SUPERLATIVE}\b[^.;]{{0,80}}\bin\b")
"""What is the first in two decades is not two decades ahead."""
_JOINING = frozenset("for in on of at from during since after before following between by late early".split())


_FRONT = 6
"""A noun among so many first words only sets the scene: "At a summit in Brussels on Thursday, leaders …"."""


def joined(timexes: Sequence[Timex], text: str) -> list[Timex]:
    """Temporal expressions, neighbouring days that "and" joins made one: "on Tuesday and Wednesday"."""
    out: list[Timex] = []
    for timex in timexes:
        last = out[-1] if out else None
        if last and last.when and timex.when and text[last.end_char : timex.start_char].strip() == "and":
            a, b = last.when, timex.when
            if (
                a.shape == b.shape == "within"
                and a.precision == b.precision in ("day", "month", "year")
                and a.end
                and b.begin
                and b.end
            ) and 0 < (b.begin - a.end).days <= 1:
                both = text[last.start_char : timex.end_char]
                when = When(a.begin, b.end, a.precision)
                why = f"{last.why}; and the {a.precision} after"
                out[-1] = last._replace(end_char=timex.end_char, text=both, when=when, why=why)
                continue
        out.append(timex)
    return out


def dated(sentence: Sentence, timex: Timex, published: date | None) -> Iterator[Dated]:
    """What a temporal expression dates, at most two occurrences."""
    first, last = words_over(sentence.words, timex.start_char, timex.end_char)
    if timex.when is None or timex.type == "SET":
        yield from _to_come(sentence, timex, first, published)
        return
    when = a_week_ago(timex, timex.when, published)
    timex = timex._replace(when=_all_through(when, sentence.words, first))
    assert timex.when is not None
    if (old := commemorated(sentence, timex, last)) is not None:
        yield *old, Status.HAPPENED
    when = _gone_on_for(sentence, timex.when, first, last, published)
    if is_as_of(sentence, first):
        return
    if when.shape == "since":
        yield from noun_since(sentence, when, first, last, published)
        yield from starting(sentence, timex, first, published) or since(sentence, when, first, published)
        return
    if (by_it := done_by_paper(sentence, first, last)) is not None:
        yield trigger_of(sentence, by_it), when, Status.HAPPENED
        return
    if _says_who_someone_was(sentence, first, last):
        return
    if names_a_thing(sentence, when, first, last) or _goes_on_into(sentence, when, first):
        return
    if _is_compared_with(sentence.words, first):
        return
    possessed = noun_of(sentence, first, last)
    aside = noun_aside(sentence, first) if possessed is None else None
    if aside is not None and not is_since_before(sentence.words, aside.index):
        possessed, when = aside, before_now(when, timex, published)
    if possessed is not None:
        yield from _of_owner(sentence, possessed, timex, when, (first, last), published)
    else:
        yield from _of_clause(sentence, timex, when, (first, last), published)


def _of_owner(
    sentence: Sentence,
    possessed: Trigger,
    timex: Timex,
    when: When,
    span: tuple[int, int],
    published: date | None,
) -> Iterator[Dated]:
    """What a date that belongs to a noun dates: "Saturday's call"; what was done where it only says when."""
    first, last = span
    when = _up_to(possessed, when, published)
    if (
        possessed.kind in ("election", "vote")
        and (fared := fared_at(sentence, possessed, first, last)) is not None
    ):
        yield replace(trigger_of(sentence, fared), kind=possessed.kind), when, Status.HAPPENED
        return
    if possessed.word.low:
        yield possessed, when, noun_status(sentence, possessed, when, published)
        yield from gone_on_since(sentence, possessed, predicate_of(sentence, first, last), when)
    only_when = not possessed.word.low or is_beside(sentence.words, first)
    if only_when and (done := done_at(sentence, first, last)) is not None:
        yield from _of_verb(sentence, done, timex, first, last, published)


def _of_clause(
    sentence: Sentence, timex: Timex, when: When, span: tuple[int, int], published: date | None
) -> Iterator[Dated]:
    """What a date dates that belongs to no noun: a noun before it, a scene, or the verb of its clause."""
    first, last = span
    predicate = predicate_of(sentence, first, last)
    joins = first > 0 and sentence.words[first - 1].low in _JOINING
    summons = predicate is not None and predicate.lemma == "call" and predicate.perfect
    free = predicate is not None and (predicate.modal == "would" or summons) and not joins
    noun = noun_before(sentence, first - joins) if joins or free else _adjacent(sentence, first, predicate)
    done = done_then(sentence, predicate, first - joins)
    done = done or (scene_before(sentence, predicate, first, last) if noun is None else None)
    if done is not None:
        yield done, when, Status.HAPPENED
        return
    if noun is not None and is_since_before(sentence.words, noun.index):
        noun = None  # "their first talks since before the invasion on Friday"
    if noun is not None and is_called(sentence, noun, predicate, first):
        when = still_ahead(when, timex, published)
        over = published is not None and when.end is not None and when.end < published
        yield noun, when, Status.HAPPENED if over else Status.PLANNED
        return
    if noun is not None and predicate is not None and predicate.at > last:
        told = _in_front(sentence, noun, predicate, when, published)
        if told:
            yield from told
            return
    if noun is not None and (main := done_by_gathered(sentence, noun, last)) is not None:
        yield from _of_verb(sentence, main, timex, first, last, published)
        return
    past = bool(published and when.end and when.end < published)
    if predicate is not None and _is_of_now(predicate, when, published):
        noun = noun_before(sentence, first - joins) or noun
    own = has_its_own(sentence, predicate, first, when)
    beside = own or (past and not joins and not free) or _is_of_noun(sentence.words, noun, first)
    if noun is not None and (beside or noun_is_meant(sentence, noun, predicate, past=past)):
        to_come = any(w.low in TO_COME for w in sentence.words[max(0, noun.index - 4) : noun.index])
        if to_come or is_supposed(sentence, noun):
            when = still_ahead(when, timex, published)
        yield noun, when, noun_status(sentence, noun, when, published)
        yield from gone_on_since(sentence, noun, predicate, when)
        return
    if predicate is None:
        yield from _of_nearest_noun(sentence, when, first, published)
        return
    yield from _of_verb(sentence, predicate, timex, first, last, published)
    early = _in_its_first_days(sentence, predicate) if predicate.lemma in ("begin", "start") else None
    if early is not None:
        yield trigger_of(sentence, early), replace(when, shape="within"), Status.HAPPENED


def _in_its_first_days(sentence: Sentence, begun: Predicate) -> Predicate | None:
    """What was done in the first days of what then began: "overran it in the first days of the invasion"."""
    words, at = sentence.words, begun.begin
    if begun.opener not in ("that", "which") or begun.tense not in ("past", "participle"):
        return None
    of = next((k for k in range(at - 1, max(0, at - _PHASE), -1) if words[k].low == "of"), 0)
    phase = [w.low for w in words[max(0, of - 4) : of]]
    if phase[-3:-1] not in (["the", word] for word in _EARLY) or phase[0] not in ("in", "during", "from"):
        return None
    done = (p for p in reversed(sentence.predicates) if p.at < of - 3 and p.begin <= of < p.end)
    main = next(done, None)
    return main if main is not None and main.finite and not main.negated and main.kind != "state" else None


_PHASE = 5
"""Words of an occurrence between "of" and what says when it began."""
_EARLY = ("first", "early", "opening", "initial")


def _says_who_someone_was(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a year stands between commas in what someone was: "Jan Duda, a minister until 2013, fled"."""
    words = sentence.words
    before = words[first - 1].low if first else ""
    if before not in _WAS_UNTIL or last >= len(words) or words[last].low != ",":
        return False
    comma = next((k for k in range(first - 2, max(0, first - _WHO), -1) if words[k].low == ","), 0)
    if not comma or not words[comma - 1].text[0].isupper() or comma - 1 in sentence.timed:
        return False
    if any(comma < p.at < last for p in sentence.predicates):
        return False
    called = {w.low for w in words[comma + 1 : first]}
    return not called.isdisjoint(_CALLED) or not called.isdisjoint(OFFICES)


_WAS_UNTIL = frozenset("until till from between".split())
_WHO = 14
"""Words of what someone was."""
_CALLED = name_words("person noun")


def _is_of_noun(words: Sequence[Word], noun: Trigger | None, first: int) -> bool:
    """Whether "of" gives a noun its date: "a reply to meddling in the elections of 2020"."""
    return noun is not None and noun.index == first - 2 and words[first - 1].low == "of"


def _is_of_now(predicate: Predicate, when: When, published: date | None) -> bool:
    """Whether a verb cannot be of so old a date: "has been arrested over the bombings last year"."""
    perfect = predicate.perfect and predicate.tense == "present" and not predicate.modal
    return perfect and published is not None and when.end is not None and (published - when.end).days > _OLD


_OLD = 7
"""Days ago that "has been" does not reach without "since"."""


def _of_verb(
    sentence: Sentence, predicate: Predicate, timex: Timex, first: int, last: int, published: date | None
) -> Iterator[Dated]:
    """What a date beside a verb dates."""
    when = timex.when
    assert when is not None
    if (due := _has_until(sentence, predicate, when, last, published)) is not None:
        yield due
        return
    if (after := _followed_by(sentence, predicate, first)) is not None:
        yield after, when, noun_status(sentence, after, when, published)
        return
    when = _by_verb(sentence, predicate, timex, first, published)
    waits = predicate.lemma == "wait" and when.precision not in ("day", "time")
    late = predicate.negated or waits  # "did not return until May", "will have to wait until 2024"
    if late and when.shape == "until" and _is_until(sentence, first) and when.end is not None:
        when = When(*granule(when.precision, when.end), when.precision, time=when.time)
        predicate = predicate._replace(negated=False)  # "did not return until May"
    else:
        when = deadline(when, sentence, predicate, first, published)
    when = _to_its_end(sentence, predicate, when)
    yield from told_by(sentence, predicate, when, published)
    yield from _held_beside(sentence, last, when, published)


def _to_its_end(sentence: Sentence, predicate: Predicate, when: When) -> When:
    """All the days of what begins on one: "arrives on Monday for a three-day visit"."""
    words = sentence.words
    begins = when.begin is not None and when.begin == when.end
    if begins and (runs := _runs_for(sentence, predicate, when)) is not None:
        return runs
    begins = begins and predicate.lemma in _ARRIVING
    low, high = words[predicate.at].end, words[predicate.end - 1].end
    for timex in sentence.timexes if begins else ():
        days = _SOME_DAYS.fullmatch(timex.value) if timex.type == "DURATION" else None
        after = next((w.low for w in words if w.start > timex.end_char), "")
        if days and low <= timex.start_char < high and "-" in timex.text and after in _STAYS and when.begin:
            return replace(
                when,
                end=when.begin + timedelta(days=int(days[1]) - 1),
                precision="day",
                shape="throughout",
                time=None,
            )
    return when


def _runs_for(sentence: Sentence, begin: Predicate, when: When) -> When | None:
    """All the days of what is said to run on: "takes effect on Wednesday and will run for 30 days"."""
    runs = next((p for p in sentence.predicates if p.at > begin.at and p.finite), None)
    if runs is None or runs.lemma not in _RUNNING or runs.subject != begin.subject or when.begin is None:
        return None
    if not runs.modal or runs.negated:
        return None
    low, high = sentence.words[runs.at].end, sentence.words[runs.end - 1].end
    for timex in sentence.timexes:
        if timex.type != "DURATION" or not low <= timex.start_char < high:
            continue
        lasting = within(when.begin, timex) if sentence.word_before(timex) == "for" else None
        if lasting is not None and lasting.end is not None:
            return replace(when, end=lasting.end - timedelta(days=1), shape="throughout", time=None)
    return None


_RUNNING = frozenset("run last remain stay apply continue hold".split())
_SOME_DAYS = re.compile(r"P(\d)D")
_ARRIVING = frozenset("arrive fly travel go come embark".split())
_STAYS = frozenset(
    """
    visit trip tour summit session conference meeting congress strike truce ceasefire exercise exercises drill
    drills festival stay official state working
    """.split()
)
"""What goes on for the days that are told of it, or a word before it: "a three-day state visit"."""


def _all_through(when: When, words: Sequence[Word], first: int) -> When:
    """A night or a day that something went on through is no end of it: "sat through the night of 3 March"."""
    through = [w.low for w in words[max(0, first - 1) : first + 2]] in (
        ["through", "the", "night"],
        ["through", "the", "day"],
    )
    if not through or when.begin is not None or when.end is None:
        return when
    return replace(when, begin=when.end, shape="within")


def _goes_on_into(sentence: Sentence, when: When, first: int) -> bool:
    """Whether a date only says how long something goes on: "agreed to prolong into next year an accord"."""
    if when.begin == when.end or not first or sentence.words[first - 1].low != "into":
        return False
    return any(p.lemma in _LASTING and first - _NEAR_INTO <= p.at < first for p in sentence.predicates)


_LASTING = frozenset("prolong extend continue drag go last push run stretch carry persist stay".split())
_NEAR_INTO = 5


def _is_compared_with(words: Sequence[Word], first: int) -> bool:
    """Whether a date only says with what something is compared: "fell by a quarter against last week"."""
    before = [w.low for w in words[max(0, first - 2) : first]]
    return before[-1:] in (["against"], ["versus"]) or before in (["compared", "with"], ["compared", "to"])


def _followed_by(sentence: Sentence, predicate: Predicate, first: int) -> Trigger | None:
    """What came so much later: "The vote was followed two days later by the annexation of Crimea"."""
    if predicate.lemma != "follow" or not predicate.passive or first < predicate.at:
        return None
    words = sentence.words
    by = next((k for k in range(predicate.at + 1, len(words) - 1) if words[k].low == "by"), None)
    return noun_after(sentence, by + 1) if by is not None else None


def _has_until(
    sentence: Sentence, having: Predicate, when: When, last: int, published: date | None
) -> Dated | None:
    """What is to be done by a day: "The parishes have until June 2025 to sever their ties".

    So is what someone gives another time for: "gave Kyiv until Monday to pay".
    """
    gives = having.lemma in _GIVING
    if not (gives or _has_now(having)):
        return None
    if when.shape != "until" or having.negated:
        return None
    to_do = next((p for p in sentence.predicates if p.first == last + 1 and p.tense == "infinitive"), None)
    if to_do is None or published is None or when.end is None:
        return None
    if when.end < published:  # "were given until 18 April to say so"
        day = When(*granule(when.precision, when.end), when.precision)
        return (trigger_of(sentence, having), day, Status.HAPPENED) if gives else None
    if gives:
        until = next(k for k in range(last, having.at, -1) if k not in sentence.timed or k == having.at + 1)
        to_do = to_do._replace(subject=(having.at + 1, until))
    return trigger_of(sentence, to_do), When(published, when.end, "day", "within"), Status.PLANNED


_GIVING = frozenset("give grant allow".split())
"""What is done with the time that someone is to have."""


def _has_now(predicate: Predicate) -> bool:
    """Whether someone has something still: time to do a thing in is counted from publication then."""
    return predicate.lemma == "have" and predicate.tense == "present"


def _is_until(sentence: Sentence, first: int) -> bool:
    return any(w.low in ("until", "till") for w in sentence.words[max(0, first - 2) : first])


def _gone_on_for(sentence: Sentence, when: When, first: int, last: int, published: date | None) -> When:
    """A stretch up to now of what still goes on: "have been at war for the past two months"."""
    if first and sentence.words[first - 1].low == "from" and when.begin is not None:
        from_then = predicate_of(sentence, first, last)
        now = from_then is not None and from_then.perfect and from_then.tense == "present"
        past = published is not None and when.begin < published  # "From 1 May they have been taught here"
        return replace(when, end=None, shape="since") if now and past else when
    if not first or sentence.words[first - 1].low != "for" or when.begin is None or when.end != published:
        return when
    lasting = predicate_of(sentence, first, last)
    perfect = lasting is not None and lasting.perfect and lasting.tense == "present"
    return replace(when, end=None, shape="since") if perfect and when.begin != when.end else when


def _in_front(
    sentence: Sentence, noun: Trigger, predicate: Predicate, when: When, published: date | None
) -> list[Dated]:
    """What is told of a scene that opens a sentence, and the scene, where no more is done there than said."""
    if is_in_paper(sentence.words, noun.index) and predicate.kind in SAYING and predicate.finite:
        return list(told_by(sentence, predicate, when, published)) or [
            (replace(trigger_of(sentence, predicate), kind="statement", whole=True), when, Status.HAPPENED)
        ]
    if sentence.words[0].low == "speaking":  # "Speaking at a meeting in Kyiv on Friday, he said …"
        return list(told_by(sentence, predicate, when, published))
    if noun.index > _FRONT or sentence.words[0].low not in ("at", "in", "during"):
        return []
    told = list(told_by(sentence, predicate, when, published))
    if told and predicate.kind == "plainspeech":  # "At a meeting in Paris on Tuesday, Russia said …"
        told.append((noun, when, noun_status(sentence, noun, when, published)))
    return told


def _up_to(noun: Trigger, when: When, published: date | None) -> When:
    """The days up to a deadline that is ahead: "the 31 March deadline"."""
    runs = noun.word.low == "deadline" and published and when.end and when.end > published
    return When(published, when.end) if runs else when


def _adjacent(sentence: Sentence, first: int, predicate: Predicate | None) -> Trigger | None:
    """What a date stands right beside, where the verb is of now or dated: "flew on Monday to talks today"."""
    kind = sentence.noun_kind(first - 1) if first else None
    if not kind or predicate is None or predicate.at > first:
        return None
    now = predicate.tense == "present"
    meant = now or has_its_own(sentence, predicate, first)
    return Trigger(sentence.words[first - 1], first - 1, kind, None) if meant else None


def _of_nearest_noun(sentence: Sentence, when: When, first: int, published: date | None) -> Iterator[Dated]:
    if noun := noun_in(sentence, first):
        yield noun, when, noun_status(sentence, noun, when, published)


def _by_verb(
    sentence: Sentence, predicate: Predicate, timex: Timex, first: int, published: date | None
) -> When:
    """The days of a date beside its verb: what has happened is past, what is planned ahead."""
    assert timex.when is not None
    signal = sentence.words[first - 1].low if first else ""
    governor = sentence.predicate_at(predicate.governor)
    when = timex.when
    if predicate.opener in ("when", "once") and predicate.tense == "past":
        told = next((p for p in sentence.predicates if p.end == predicate.begin), None)
        if told is not None and told.modal == "would":  # "would be lent when the markets opened on Friday"
            predicate = predicate._replace(tense="present")
    to_come = published is not None and when.begin == published != when.end
    if predicate.perfect and predicate.tense == "present" and to_come:
        when = When(published, published)  # "have sold out for the next three days"
    if predicate.tense == "infinitive" and sentence.words[max(0, predicate.first - 2)].low == ",":
        when = set_ahead(when, timex, published)
    if predicate.tense == "participle" and predicate.lemma in PLANNING and signal == "for":
        dropped = any(p.at > first and p.finite and p.tense == "past" for p in sentence.predicates)
        when = set_back(when, timex, published) if dropped else when
    when = not_yet(predicate, governor, timex, when, published, signal)
    if predicate.lemma in ("face", "await") and predicate.tense in ("present", "participle"):
        when = set_ahead(when, timex, published)  # "Mr Duda, facing an election in June, is popular"
    return already(predicate, timex, when, published)


def _to_come(sentence: Sentence, timex: Timex, first: int, published: date | None) -> Iterator[Dated]:
    """What a length dates that counts from publication: "could invade within 48 hours"."""
    inside = [p for p in sentence.predicates if p.begin <= first < p.end and p.at < first]
    if timex.type != "DURATION" or not first or not inside or _FIRST_IN.search(sentence.text):
        return
    if (ultimatum := _ultimatum(sentence, timex, inside[-1], published)) is not None:
        yield ultimatum
        return
    subject = sentence.words[slice(*inside[-1].subject)]
    counted = any(w.low[0].isdigit() or w.low in NUMBERS for w in subject)
    lasted = lasted_for(timex, sentence.words[first - 1].low, inside[-1], published, counted=counted)
    if lasted is not None:
        yield trigger_of(sentence, inside[-1]), lasted, Status.ONGOING
        return
    comes, after = inside[-1], sentence.words[min(inside[-1].at + 1, len(sentence.words) - 1)].low
    comes = comes._replace(tense="future") if comes.lemma == "be" and after == "due" else comes
    when = ahead(timex, sentence.words[first - 1].low, comes, published)
    if when is not None:
        yield from told_by(sentence, inside[-1], when, published)


def _ultimatum(sentence: Sentence, timex: Timex, giving: Predicate, published: date | None) -> Dated | None:
    """A length that someone has or is given to do something in: "gave the company 90 days to change it"."""
    last = words_over(sentence.words, timex.start_char, timex.end_char)[1]
    to_do = any(p.governor == giving.at and p.first == last + 1 for p in sentence.predicates)
    begins = next(
        (t.when for t in sentence.timexes if t.when is not None and t.when.precision == "day"), None
    )
    then = giving.perfect and giving.tense == "past"  # "had given": some day before
    begin = begins.begin if begins is not None else None if then else published
    begin = published if _has_now(giving) else begin
    if not (_has_now(giving) or giving.lemma in _GIVING) or not to_do or begin is None:
        return None
    when = within(begin, timex)
    if when is None or when.end is None or published is None:
        return None
    status = Status.PLANNED if when.end > published else Status.HAPPENED
    return replace(trigger_of(sentence, giving), kind="statement"), when, status


def _held_beside(sentence: Sentence, last: int, when: When, published: date | None) -> Iterator[Dated]:
    """What else the same date dates: "visited Moscow last week, as well as talks taking place in Berlin"."""
    if any(t.start_char > sentence.words[last - 1].start and t.when for t in sentence.timexes):
        return
    for predicate in sentence.predicates:
        if predicate.tense != "participle" or predicate.at < last or predicate.lemma not in ("take", "hold"):
            continue
        if noun := noun_before(sentence, predicate.at):
            yield noun, when, noun_status(sentence, noun, when, published)
