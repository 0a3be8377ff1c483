"""An article → its mentions: what it says happened, is going on, is planned or warned of, and when."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date, timedelta
from typing import Protocol, TypeVar

from timeline.events.about import about_whom, goes_on_about_someone, main_of, takes_up, tells_past
from timeline.events.actors import find_actors
from timeline.events.attach import dated, joined
from timeline.events.clauses import predicates
from timeline.events.context import Context, is_long_gone, news_day, today, within_it
from timeline.events.days import goes_on_from, within
from timeline.events.ellipsis import Second, unfolded
from timeline.events.headings import (
    day_reported,
    heading_of,
    heads_post,
    recap_day,
    report_day,
    scene_of,
)
from timeline.events.issuers import headed_by, issuer_of, speaking
from timeline.events.meant import pair_of, paper_of
from timeline.events.merge import merge
from timeline.events.named import NamedActor
from timeline.events.news import is_claim, news_of
from timeline.events.parts import Sentence, Trigger
from timeline.events.places import NamedPlace, find_places
from timeline.events.predicate import Predicate
from timeline.events.sentences import Span, quotations, sentences
from timeline.events.spacy_names import Pipeline, with_names
from timeline.events.spread import causes_told, spread
from timeline.events.status import told_status
from timeline.events.titles import title_of
from timeline.events.tokens import Word, words_of, words_within
from timeline.events.told import REAL, Told, is_day
from timeline.events.tolls import of_attack, tells_of_known, tells_toll
from timeline.events.who import actors_of, place_of
from timeline.events.words import RELATIVES
from timeline.model import Article, Event, Mention, Status, Timex, When
from timeline.temporal import tag

_FEWEST_WORDS = 4
_LEADS = 2
_EARLY = 10
"""Sentences of an article whose occurrences are news whoever they are of."""
_AT_ITS_HEAD = 16
"""A date among so many first characters is the time of all that the sentence tells."""
_BESIDE = 0.8
"""How much surer a date is that stands in the clause itself."""
_A_DAY = timedelta(days=1)
_A_WEEK = timedelta(days=7)


class _Spanned(Protocol):
    @property
    def start_char(self) -> int: ...


Found = TypeVar("Found", bound=_Spanned)


def find_mentions(
    article: Article, timexes: Sequence[Timex] | None = None, *, model: Pipeline | None = None
) -> list[Mention]:
    """The dated statements of an article, in the order of the text.

    `model` is a spaCy pipeline of the reader's own, which adds names that we do not know.
    """
    text = article.reading_text
    if timexes is None:
        timexes = tag(text, article.published, article.language, article.published_time)
    timexes = joined(timexes, text)
    issued = speaking(text, issuer_of(article))
    actors: Sequence[NamedActor] = find_actors(text, article.published, headed_by(article))
    actors = sorted([*actors, *issued], key=lambda actor: actor.start_char) if issued else actors
    places: Sequence[NamedPlace] = find_places(text)
    if model is not None:
        actors, places = with_names(text, model, actors, places)
    quotes = quotations(text)
    starts = [[x.start_char for x in found] for found in (timexes, actors, places)]
    today = day_reported(article) or article.published
    context = Context(today=today, reported=today)
    out: list[Mention] = []
    for start, end in sentences(text):
        if text.find("\n", context.paragraph, start) >= 0:
            goes_on = context.told is None and context.looked_back and context.in_past
            gone = is_long_gone(context.told, article.published)
            context.looked_back = goes_on or gone
            context.past = context.told if gone else context.past
            context.in_past = True
            told = context.told if _GOING_ON.match(text, start) else None
            context.told, context.beside, context.entry = told, None, False
        context.paragraph = start
        held = _within(timexes, starts[0], start, end)
        context.today = context.reported if heads_post(text, start) else context.today
        if heading := heading_of(text, start, end, held):
            if heading.precision == "time":  # a live blog's next entry
                context.leads, context.blog, context.looked_back = 0, True, False
            elif context.heading or heading.end != article.published:  # not when it was published
                context.heading = heading
            continue
        if held and (recap := recap_day(text[start:end], held, article.published)) is not None:
            context.today = recap
            continue
        words = words_of(text, start, end)
        if (scene := scene_of(words, held)) is not None:
            context.told, context.entry = scene, True
            continue
        if len(words) < _FEWEST_WORDS - bool(context.heading or context.entry):  # "Iraq invades Kuwait"
            continue
        heads = bool(context.heading) or context.entry
        timed = words_within(words, [(t.start_char, t.end_char) for t in held])
        sentence = Sentence(
            text[start:end], start, end, words, predicates(words, timed), held,
            _within(actors, starts[1], start, end), _within(places, starts[2], start, end),
            _quoted(words, quotes), timed, context.leads < _LEADS or heads,
            context.leads < _EARLY or heads or _narrates(context), context.subject, context.person,
            context.alone, context.pair, context.paper,
        )  # fmt: skip
        context.leads += 1
        if day := report_day(sentence, article.published):
            context.today = context.reported = day
            continue
        seconds: Sequence[Second] = ()
        if len(held) > 1:
            sentence, seconds = unfolded(sentence, article.published)
        out += _mentions_of(sentence, article, context)
        out += (mention for second in seconds for mention in _of_second(second, text, article, context))
        context.in_past = context.in_past and tells_past(sentence)
        about, context.pair, context.paper = about_whom(sentence), pair_of(sentence), paper_of(sentence)
        others = {a.name for a in sentence.actors if a.kind == "person" and not a.coreferent}
        known = {*(context.subject.names if context.subject else ())}
        context.subject = about or (context.subject if others <= known else None)
        same = (about is not None and about.person) or goes_on_about_someone(sentence)
        context.about(context.subject, () if same else others)
        named = {actor.name for actor in sentence.actors if actor.kind == "person"}
        context.alone = named <= {*(context.person.names if context.person else ())}
    return _distinct(of_attack(out, context.tolls, context.known, article.published))


def extract(article: Article, *, model: Pipeline | None = None) -> list[Event]:
    """The dated events of one article, its repeated mentions of the same occurrence joined.

    `model`: a spaCy pipeline (`spacy.load(…)`) that adds people, organisations and places.
    """
    return merge(find_mentions(article, model=model), {article.id: article})


def _within(found: Sequence[Found], starts: list[int], start: int, end: int) -> Sequence[Found]:
    return found[bisect_left(starts, start) : bisect_left(starts, end)]


def _quoted(words: Sequence[Word], quotes: Sequence[Span]) -> frozenset[int]:
    low = bisect_left(quotes, (words[0].start, 0))
    near = quotes[max(0, low - 1) : bisect_left(quotes, (words[-1].end, 0))]
    return words_within(words, near)


def _mentions_of(sentence: Sentence, article: Article, context: Context) -> Iterator[Mention]:
    """The mentions of one sentence: what its timexes date, then what it reports as the news of the day."""
    last = context.told
    context.told, context.beside = context.beside or context.told, None
    if _BACK_TO_NOW.match(sentence.text):
        context.told = None
    told = _dated(sentence, article.published, context)
    dated = dict(told)
    chronicle = context.heading is not None or context.entry
    back = context.looked_back and not chronicle and takes_up(sentence)
    then = context.ever if is_long_gone(context.ever, article.published) else context.past
    news = (within_it(then) if then else None) if back else news_day(context)
    told |= {t.trigger.index: t for t in spread(sentence, told, news, last or context.ever)}
    context.ever = _last_day(told) or context.ever
    if news is not None and (context.told is None or sentence.predicates or chronicle):
        for trigger in news_of(sentence, frozenset(told), chronicle=chronicle):
            if tells_toll(sentence, trigger):
                context.tolls.add(trigger.word.start)
            elif tells_of_known(sentence, trigger):
                context.known.add(trigger.word.start)
            status = _status_of_news(sentence, trigger.predicate)
            own = _own_date(sentence, trigger, article.published)
            if own is not None and any(_is_dated_by(t, own) for t in dated.values()):
                own = None  # "Three were tried for the 2 May bombing"
            then = news if chronicle or not _is_of_now(trigger) else today(context)
            if then is news and is_claim(sentence, trigger.predicate) and not _is_of_days(news):
                continue
            when = own.when if own is not None and own.when is not None else then or news
            soon = _soon_after(sentence, trigger, when, article.published) if when is news else None
            told[trigger.index] = soon or Told(trigger, when, status, own)
        if told != dated:  # otherwise nothing takes a date now that took none before
            told |= {t.trigger.index: t for t in spread(sentence, told, news, last)}
    for cause in causes_told(sentence, told):
        del told[cause]
    told = {at: _within_that(sentence, t, article.published) for at, t in told.items()}
    return (_mention(sentence, article, told[at]) for at in sorted(told))


_GOING_ON = re.compile(r"In (?:return|response|turn|exchange|retaliation|reply)\b|As a result\b")
"""What leads on from what was told in the paragraph before."""
_BACK_TO_NOW = re.compile(r"(?:This time|Now|These days|Nowadays)\b")
"""What leads back from what was to the day of the news."""


def _narrates(context: Context) -> bool:
    """Whether a sentence goes on with what happened on a day that the one before told."""
    return context.told is not None and is_day(context.told)


def _last_day(told: Mapping[int, Told]) -> When | None:
    """The last day that a sentence tells something real of."""
    days = [t.when for t in told.values() if t.status in REAL and is_day(t.when)]
    return days[-1] if days else None


def _of_second(second: Second, text: str, article: Article, context: Context) -> Iterator[Mention]:
    """What a second date of a clause tells: "met Putin on Monday and Xi on Thursday"."""
    sentence, timex, (low, high) = second
    for told in _dated(sentence, article.published, copy(context)).values():
        if told.timex is timex:
            yield replace(
                _mention(sentence, article, told),
                sentence=text[sentence.start : sentence.end],
                trigger=text[low:high],
                trigger_start=low,
                trigger_end=high,
            )


def _is_of_days(news: When) -> bool:
    """Whether the day of the news is known; what someone claimed in a story of years may be of today."""
    return news.begin is not None and news.end is not None and news.end - news.begin < _A_WEEK


def _is_of_now(trigger: Trigger) -> bool:
    """Whether a verb is of the day of publication, whatever was told before: "We demand", "has warned"."""
    predicate = trigger.predicate
    return predicate is not None and predicate.tense == "present"


def _is_dated_by(told: Told, timex: Timex) -> bool:
    """Whether a date stands before the noun that it dates: "the 2 May bombing"."""
    trigger = told.trigger
    return told.timex is timex and trigger.predicate is None and trigger.word.start > timex.start_char


def _own_date(sentence: Sentence, trigger: Trigger, published: date | None) -> Timex | None:
    """The only day that stands in a clause of the news after all: "They yesterday claimed victory".

    What is done by now is done on no day to come: "a rally planned for Saturday was cancelled".
    """
    if trigger.predicate is None:
        return None
    low = sentence.words[trigger.predicate.begin].start
    high = sentence.words[trigger.predicate.end - 1].end
    dates = [t for t in sentence.timexes if t.when is not None and low <= t.start_char < high]
    one = dates[0] if len(dates) == 1 and dates[0].type in ("DATE", "TIME") else None
    day = one.when.begin if one is not None and one.when is not None else None
    if one is None or one.when is None or day is None or day != one.when.end:
        return None
    return None if published and day > published and not trigger.predicate.progressive else one


def _soon_after(sentence: Sentence, trigger: Trigger, told: When, published: date | None) -> Told | None:
    """What followed within some time of the day told before: "Within a week, rebels stormed the town"."""
    predicate = trigger.predicate
    if predicate is None or told.begin is None or told.begin != told.end or told.begin == published:
        return None
    words = sentence.words
    own = range(words[predicate.begin].start, words[predicate.end - 1].end)
    for timex in sentence.timexes:
        heads = timex.start_char - sentence.start < _AT_ITS_HEAD and predicate.opener == ""
        if timex.type != "DURATION" or sentence.word_before(timex) not in ("within", "Within"):
            continue
        when = within(told.begin, timex) if heads or timex.start_char in own else None
        if when is not None and when.end is not None and (published is None or when.end <= published):
            why = f"“within {timex.text}”, counted on from {told.begin}, told just before"
            return Told(trigger, when, Status.HAPPENED, None, why)
    return None


def _within_that(sentence: Sentence, told: Told, published: date | None) -> Told:
    """What came within some time of a day told beside it: "The truce of 29 April broke within a week"."""
    predicate, begin = told.trigger.predicate, told.when.begin
    if predicate is None or begin is None or begin != told.when.end or told.status != Status.HAPPENED:
        return told
    first, end = sentence.words[predicate.begin].start, sentence.words[predicate.end - 1].end
    if told.timex is None or told.timex.start_char >= sentence.words[predicate.at].start:
        return told
    for timex in sentence.timexes:
        here = timex.type == "DURATION" and first <= timex.start_char < end
        if here and sentence.word_before(timex) == "within":
            when = within(begin, timex)
            if when is not None and when.end is not None and (published is None or when.end <= published):
                why = f"“within {timex.text}”, counted on from {begin}, told just before"
                return replace(told, when=when, beside=why)
    return told


def _status_of_news(sentence: Sentence, predicate: Predicate | None) -> Status:
    """How real the news of the day is: "is planning to fire a missile" is a plan."""
    if predicate is None:
        return Status.HAPPENED
    if not predicate.progressive:
        return told_status(sentence.words, predicate)
    return Status.PLANNED if predicate.lemma in _MEANT else Status.ONGOING


_MEANT = frozenset("plan intend prepare aim hope".split())


def _dated(sentence: Sentence, published: date | None, context: Context) -> dict[int, Told]:
    """What the expressions of a sentence date, by the place of its word; the context keeps the last date."""
    told: dict[int, Told] = {}
    for timex in sentence.timexes:
        for trigger, told_when, status in dated(sentence, timex, published):
            when = _in_morning_paper(timex, told_when, status, published, context.today)
            other = told.get(trigger.index)
            nearer = other is not None and _stands_nearer(sentence, trigger, timex, other)
            if other is not None and not nearer and not _narrows(timex, when, other.when):
                continue
            told[trigger.index] = Told(trigger, when, status, timex, _counted(timex, when, published))
            verb = trigger.predicate
            main = verb is not None and not verb.opener and not sentence.says_which(verb)
            if main and published and context.opened is None:
                context.opened = when.begin
                heads = context.heading is not None or context.blog
                if sentence.lead and not heads and when.begin == when.end == published - _A_DAY:
                    context.today = when.begin  # an article that opens with the day before goes on with it
            over = published is not None and when.end is not None and when.end < published
            dropped = status is Status.PLANNED and over
            told_then = status in (Status.HAPPENED, Status.ONGOING) or dropped
            if main and timex.type in ("DATE", "TIME") and told_then:
                if trigger.predicate is not None and trigger.predicate.finite:
                    context.told, context.beside = goes_on_from(timex, context.heading), None
                elif not _is_coarser(when, context.told):
                    context.beside = goes_on_from(timex, context.heading)
    for timex in sentence.timexes:
        if timex.when is not None and timex.type in ("DATE", "TIME"):
            head = timex.start_char - sentence.start
            begins = head < _AT_ITS_HEAD and RELATIVES.isdisjoint(sentence.text[:head].split())
            whole = timex.when.begin is not None and timex.when.end is not None
            context.told = goes_on_from(timex, context.heading) if begins and whole else context.told
            context.entry = context.entry or _is_entry(sentence, timex)
    if not told and (set_on := _sets_scene(sentence)) is not None:
        context.told = goes_on_from(set_on, context.heading)
    return told


def _is_coarser(when: When, told: When | None) -> bool:
    """Whether a date says less than the day told before: no story goes on from "the elections of 2020"."""
    return told is not None and is_day(told) and when.precision not in ("day", "time")


def _sets_scene(sentence: Sentence) -> Timex | None:
    """The day of what a sentence says was there: "There was a moment on Wednesday when peace seemed near"."""
    main = main_of(sentence)
    if main is None or main.lemma != "be" or main.tense != "past" or main.perfect or main.negated:
        return None
    if [w.low for w in sentence.words[main.subject[0] : main.subject[1]]] != ["there"]:
        return None
    low, high = sentence.words[main.at].end, sentence.words[main.end - 1].end
    days = (t for t in sentence.timexes if t.type == "DATE" and low <= t.start_char < high)
    return next((t for t in days if t.when is not None and is_day(t.when)), None)


def _counted(timex: Timex, when: When, published: date | None) -> str:
    """How a length came to a date: "for two months" goes back from publication, "within two days" on."""
    if timex.when is not None or published is None:
        return ""
    back = when.begin is not None and when.begin < published
    return f"“{timex.text}”, counted {'back' if back else 'on'} from the article of {published}"


def _in_morning_paper(
    timex: Timex, when: When, status: Status, published: date | None, today: date | None
) -> When:
    """An hour of the day whose news a morning paper brings: "Police came at 4:30am"."""
    of_today = published is not None and when.begin == published == when.end and timex.type == "TIME"
    if not of_today or today is None or status != Status.HAPPENED or _OF_A_DAY.search(timex.text):
        return when
    return replace(when, begin=today, end=today)


_OF_A_DAY = re.compile(r"(?i)\b(?:today|tonight|this|last|yesterday|overnight|\w+day)\b")


def _stands_nearer(sentence: Sentence, trigger: Trigger, timex: Timex, other: Told) -> bool:
    """Whether a date stands in the relative clause of a verb and the other one before it."""
    predicate = trigger.predicate
    if other.timex is not None and _is_apposed(sentence, other.timex, timex):
        return True  # "just before Christmas, on the 22nd"
    if predicate is None or other.timex is None or predicate.opener not in RELATIVES:
        return False
    begin, end = sentence.words[predicate.begin].start, sentence.words[predicate.end - 1].end
    return other.timex.end_char <= begin <= timex.start_char < end


def _is_apposed(sentence: Sentence, first: Timex, second: Timex) -> bool:
    """Whether a day says more exactly which one is meant before or after the day beside it."""
    between = sentence.text[first.end_char - sentence.start : max(0, second.start_char - sentence.start)]
    about = sentence.word_before(first) in ("before", "after")
    return about and between.strip() in (", on", ", on the")


def _narrows(timex: Timex, when: When, told: When) -> bool:
    """Whether a second date says more exactly when: "three years ago, on 24 February 2022"."""
    hours = timex.type == "TIME" and _OF_A_DAY.search(timex.text) is None
    if hours and told.begin != told.end and told.precision == "day":
        return False  # "from 27 to 30 November, between 09:00 and 15:00"
    if when.begin is None or when.end is None or told.begin is None or told.end is None:
        return False
    return told.begin <= when.begin and when.end <= told.end and when != told


def _is_entry(sentence: Sentence, timex: Timex) -> bool:
    """Whether a sentence is a chronicle's entry: "24 February 2022: Russia invades"."""
    after = sentence.text[timex.end_char - sentence.start :].lstrip()
    return timex.start_char - sentence.start < 4 and after[:1] in (":", "–", "—", "-")


def _mention(sentence: Sentence, article: Article, told: Told) -> Mention:
    timex, trigger = told.timex, told.trigger
    when = _so_far(told.when, told.status, article.published)
    told = replace(told, when=when) if when is not told.when else told
    if _is_at_once(sentence, told):
        told = replace(told, when=replace(told.when, shape="within"))
    why = timex.why if timex and not told.beside else told.beside or _why(article, told.when)
    if timex and timex.when and told.beside:
        why = f"{told.beside}: {timex.why}"
    confidence = (timex.confidence * (0.95 if trigger.predicate else 0.9)) if timex else 0.6
    return Mention(
        article.id, sentence.text, sentence.start, sentence.end,
        trigger.word.text, trigger.word.start, trigger.word.end,
        title_of(sentence, trigger), told.when, told.status, trigger.kind,
        actors_of(sentence, trigger), place_of(sentence, trigger), timex, why,
        round(confidence * (_BESIDE if told.beside else 1), 3),
    )  # fmt: skip


def _is_at_once(sentence: Sentence, told: Told) -> bool:
    """Whether an act fell some time in a stretch, not all through it: "was signed between 1 and 10 July"."""
    if told.when.shape != "throughout" or told.timex is None:
        return False
    before = sentence.text[: told.timex.start_char - sentence.start].lower().split()[-3:]
    some_time = before[-2:-1] in (["sometime"], ["time"])
    return before[-1:] == ["between"] and (told.trigger.kind in _AT_ONCE or some_time)


_AT_ONCE = frozenset(("agreement", "statement", "vote", "legal", "annexation"))
"""Kinds of what takes no longer than a day."""


def _so_far(when: When, status: Status, published: date | None) -> When:
    """What has happened "this week" was over when it was told."""
    if status != Status.HAPPENED or published is None or when.begin is None or when.end is None:
        return when
    running = when.begin <= published < when.end and when.shape == "within" and when.precision != "time"
    return replace(when, end=published) if running and when.begin < published else when


def _why(article: Article, when: When) -> str:
    if when.begin == article.published == when.end:
        return f"no date is told; the article of {article.published} reports it as the news of the day"
    return f"no date is told in the sentence; the text before it tells of {when.edtf}"


def _distinct(mentions: list[Mention]) -> list[Mention]:
    """Each word once, and of two in a sentence that say the same the surer one, unless each has its date."""
    kept: dict[tuple[int, int], Mention] = {}
    said: dict[tuple[int, str, Status], Mention] = {}
    for mention in mentions:
        key = (mention.trigger_start, mention.trigger_end)
        if key in kept:
            continue
        told = (mention.start_char, mention.title, mention.status)
        like = said.get(told)
        dated = like is not None and like.timex is not None and mention.timex is not None
        if like is not None and (not dated or like.when.overlaps(mention.when)):
            if like.confidence >= mention.confidence:
                continue
            del kept[like.trigger_start, like.trigger_end]
        kept[key] = said[told] = mention
    return list(kept.values())
