"""The days that an expression means beside the verb that it dates: tense, deadlines and plans decide."""

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline.calendar import add_months, granule
from timeline.events.parts import Sentence
from timeline.events.predicate import Predicate
from timeline.events.words import PLANNING
from timeline.model import Timex, When
from timeline.temporal.languages.en.words import WEEKDAYS
from timeline.temporal.values import day_of

_WEEKDAYS = frozenset(map(str.capitalize, WEEKDAYS))


def before_now(when: When, timex: Timex, published: date | None) -> When:
    """A weekday that something came after is over: "will go to Geneva, following his meeting on Friday"."""
    if published is None or not when.begin or not when.end or when.begin <= published:
        return when
    if timex.text.title() not in _WEEKDAYS:
        return when
    return _weeks_on(when, -1)


def goes_on_from(timex: Timex, heading: When | None) -> When | None:
    """The days that a text goes on from: in a chronicle, of a whole night only the entry's day."""
    when = timex.when
    if (
        heading is None
        or when is None
        or timex.type != "TIME"
        or when.shape != "within"
        or when.begin == when.end
    ):
        return when
    day = day_of(timex.value) if timex.value.endswith("TNI") else None
    return replace(when, begin=day, end=day) if day is not None else when


def still_ahead(when: When, timex: Timex, published: date | None) -> When:
    """A weekday, or a day without a year, that something was called for lies ahead."""
    if published and when.begin and when.end and when.end <= published and timex.text.title() in _WEEKDAYS:
        return _weeks_on(when, 1)
    if (
        published is None
        or not when.begin
        or not when.end
        or when.end >= published
        or (published - when.end).days <= _LONG_AGO  # "declared a truce for Easter, which lasted a day"
        or _YEAR.search(timex.text)
    ):
        return when
    try:
        begin, end = when.begin.replace(year=when.begin.year + 1), when.end.replace(year=when.end.year + 1)
    except ValueError:  # 29 February
        return when
    return replace(when, begin=begin, end=end) if begin >= published else when


def set_ahead(when: When, timex: Timex, published: date | None) -> When:
    """A day or month without a year that something was set for lies ahead: "chose him, to begin in May"."""
    return _a_year_later(when) if _is_old(timex, when, published, 0) else when


def set_back(when: When, timex: Timex, published: date | None) -> When:
    """A month that something was planned for which was dropped is the nearest one."""
    if published is None or when.begin is None or when.end is None or when.precision != "month":
        return when
    if _YEAR.search(timex.text) or (when.begin - published).days <= _HALF_A_YEAR:
        return when
    begin, end = granule("month", add_months(when.begin, -12))
    return replace(when, begin=begin, end=end)


_HALF_A_YEAR = 183


def a_year_later(when: When, published: date | None) -> When:
    """A season or month of what is planned lies ahead, whatever the verb before it."""
    if published is None or when.begin is None or when.end is None or when.end >= published:
        return when
    later = _a_year_later(when)
    return later if later.begin and later.begin >= published else when


def a_week_ago(timex: Timex, when: When, published: date | None) -> When:
    """In news "a week ago" is about that day, where its value as a timex is the whole week."""
    if published is None or when.precision != "week" or _A_WEEK_AGO.fullmatch(timex.text) is None:
        return when
    day = published - timedelta(days=7)
    return replace(when, begin=day, end=day, precision="day", approximate=True)


_A_WEEK_AGO = re.compile(r"(?:exactly |just |only )?(?:a|one) week ago", re.IGNORECASE)


def already(predicate: Predicate, timex: Timex, when: When, published: date | None) -> When:
    """A day or month without a year of what has happened is the latest one."""
    told = predicate.tense == "past" and not predicate.modal and not predicate.passive
    if (
        not told
        or predicate.lemma in PLANNING
        or when.precision not in ("day", "month")
        or _YEAR.search(timex.text)
    ):
        return when
    if published and when.end and when.begin is None and when.end > published:
        return _weeks_on(when, -1) if timex.text.title() in _WEEKDAYS else when  # "was open until Thursday"
    if not published or not when.begin or not when.end or when.begin <= published:
        return when
    if when.precision == "day" and _MONTH.search(timex.text) and when.end - published <= _SOON:
        return when  # "they approached the 31 March deadline"
    if timex.text.title() in _WEEKDAYS:
        return _weeks_on(when, -1)
    if not _MONTH.search(timex.text):
        return when
    try:
        return replace(
            when,
            begin=when.begin.replace(year=when.begin.year - 1),
            end=when.end.replace(year=when.end.year - 1),
        )
    except ValueError:  # 29 February
        return when


_SOON = timedelta(days=30)
_LONG_AGO = 150
"""Days after which a month without its year has been taken for one long past."""
_YEAR = re.compile(r"\d{4}")


_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


def not_yet(
    predicate: Predicate,
    governor: Predicate | None,
    timex: Timex,
    when: When,
    published: date | None,
    before: str = "",
) -> When:
    """A bare weekday of what may, will or is to happen is the next one."""
    if predicate.opener == "if":
        return _next_week(timex, when, published)
    if predicate.lemma in ("prepare", "plan", "intend") and _is_old(timex, when, published):
        return _a_year_later(when)  # "was preparing an attack by the end of January"
    if predicate.tense == "infinitive" and _is_old(
        timex, when, published, 0 if when.shape == "until" else _LONG_AGO
    ):
        now = governor is not None and not governor.perfect
        now = now and governor is not None and (governor.tense == "present" or governor.progressive)
        if (
            now or when.shape == "until"
        ):  # "are negotiating to avert cuts in January", "fund it through October"
            return _a_year_later(when)
    failed = predicate.modal == "could" and predicate.negated  # "could not be reached on Friday"
    is_ahead = predicate.modal in ("may", "might", "could", "will") and not predicate.perfect and not failed
    if predicate.tense == "infinitive" and governor is not None and governor.tense == "present":
        is_ahead = not governor.perfect and only_plans(governor)
    scheduled = predicate.tense == "present" and not predicate.perfect and not predicate.modal
    if _is_timetabled(predicate):
        is_ahead = True  # "the deal expires on Saturday"
        if when.precision == "month" and _is_old(timex, when, published):
            return _a_year_later(when)  # "the alliance celebrates its birthday in April"
        if (
            when.precision == "day"
            and _MONTH.search(timex.text)
            and _is_old(timex, when, published, _LONG_AGO)
        ):
            return _a_year_later(when)  # "the sanctions expire on 31 January"
    if scheduled and predicate.lemma == "be" and before == "on" and _is_old(timex, when, published, 0):
        return _a_year_later(when)  # "the election is on March 31"
    if predicate.passive and predicate.lemma in PLANNING and before == "for":
        is_ahead = True  # "a meeting that had been planned for Thursday"
    if is_ahead and _EDGE_OF_YEAR.search(timex.text) and published and when.end and when.end < published:
        return _in_year(when, published.year)  # "a ruling could come before the end of the year"
    named = when.precision == "day" and timex.text.title() in _WEEKDAYS
    named = named or (when.precision == "time" and _BARE_WEEKDAY.search(timex.text) is not None)
    if not is_ahead or not named or _is_told_within(timex, published):
        return when
    if published and when.begin and when.end and when.end < published:
        return _weeks_on(when, 1)
    return when


def _is_timetabled(predicate: Predicate) -> bool:
    """Whether the present tense tells of what is to come: "the deal expires on Saturday"."""
    scheduled = predicate.tense == "present" and not predicate.perfect and not predicate.modal
    return scheduled and (predicate.lemma in _TIMETABLED or predicate.kind not in _TOLD_IN_PRESENT)


_EDGE_OF_YEAR = re.compile(r"\bof the year$")


def _in_year(when: When, year: int) -> When:
    assert when.end is not None
    moved = 12 * (year - when.end.year)
    return replace(when, begin=when.begin and add_months(when.begin, moved), end=add_months(when.end, moved))


_TOLD_IN_PRESENT = frozenset("plainspeech speech statement state attack military".split())
"""What headlines tell in the present: "Russia attacks on Tuesday"."""
_BARE_WEEKDAY = re.compile(r"^(?:(?!last|this|next)[\w:. ]+ )?on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
"""An hour of a weekday: "9am on Wednesday"."""


def ahead(timex: Timex, signal: str, predicate: Predicate | None, published: date | None) -> When | None:
    """The days of "within 48 hours" or "in two weeks" of what is to come, counted from publication.

    "In the coming days", of which no number is told, are about as many as the next larger unit has.
    """
    to_come = predicate is not None and (predicate.modal or predicate.tense in ("future", "infinitive"))
    if (some := _SOME.fullmatch(timex.value)) and published is not None and to_come:
        end = published + timedelta(days=_SOME_DAYS[some[1]])
        return (
            When(published, end, "day", "within", approximate=True) if _TO_COME.search(timex.text) else None
        )
    found = _LENGTH.fullmatch(timex.value)
    if signal == "within" and predicate is not None and _is_timetabled(predicate):
        to_come = True  # "loans fall due within a week"
    if published is None or found is None or not to_come or signal not in ("within", "in"):
        return None
    count, unit = int(found[2]), found[3]
    if signal == "within" and unit in ("D", "W", "H"):
        return within(published, timex)
    if found[1]:
        count, unit = (count + 23) // 24 if unit == "H" else 0, "D"
    when = days_on(published, count, unit)
    if signal == "in" or when is None:
        return when
    return When(published, when.end, when.precision, "within")


def lasted_for(
    timex: Timex, signal: str, predicate: Predicate, published: date | None, *, counted: bool
) -> When | None:
    """Since when has gone on what lasts: "have held the town for two months", counted from publication."""
    found = _LENGTH.fullmatch(timex.value)
    goes_on = predicate.finite and predicate.perfect and predicate.tense == "present"
    if published is None or found is None or found[1] or signal not in ("for", "in"):
        return None
    if signal == "in" and not counted:  # "3 million people have fled in three weeks"
        return None
    if not goes_on or predicate.negated or predicate.modal or predicate.kind in ("plainspeech", "speech"):
        return None
    back = days_on(published, -int(found[2]), found[3])
    return back and When(back.begin, None, back.precision, "since", approximate=True)


_SOME = re.compile(r"PX([DWM])")
_SOME_DAYS = {"D": 7, "W": 31, "M": 183}
_TO_COME = re.compile(r"\b(?:coming|next|to come)\b")


def within(begin: date, timex: Timex) -> When | None:
    """The days from one on in which something is to be done: "one week to answer"."""
    found = _LENGTH.fullmatch(timex.value)
    if found is None or (found[1] and found[3] != "H"):
        return None
    count, unit = int(found[2]), found[3]
    if found[1]:
        return When(begin, begin + timedelta(days=(count + 23) // 24), "day", "within")
    months = {"M": count, "Y": 12 * count}.get(unit)
    end = add_months(begin, months) if months else begin + timedelta(days=count * (7 if unit == "W" else 1))
    return When(begin, end, "day", "within")


_LENGTH = re.compile(r"P(T?)(\d+)([DWMYHS])")


def days_on(day: date, count: int, unit: str) -> When | None:
    """So many units on (or back): the day itself, else the week, month or year; None before year 1.

    >>> days_on(date(2014, 3, 18), -2, "D").edtf
    '2014-03-16'
    """
    try:
        match unit:
            case "D":
                moved = day + timedelta(days=count)
                return When(moved, moved)
            case "W":
                return When(*granule("week", day + timedelta(weeks=count)), "week", "within")
            case "M":
                return When(*granule("month", add_months(day, count)), "month", "within")
            case _:
                return When(*granule("year", add_months(day, 12 * count)), "year", "within")
    except (ValueError, OverflowError):
        return None


def _next_week(timex: Timex, when: When, published: date | None) -> When:
    """The weekday of a condition lies ahead: "if he does not resign by Saturday"."""
    end = when.end
    named = any(day in timex.text for day in _WEEKDAYS)
    if published is None or end is None or end >= published or not named or (published - end).days > _WEEK:
        return when
    return _weeks_on(when, 1)


def _is_old(timex: Timex, when: When, published: date | None, than: int = _LONG_AGO) -> bool:
    """Whether a month or day without its year has been taken for one long past."""
    if published is None or when.end is None or _YEAR.search(timex.text) or not _MONTH.search(timex.text):
        return False
    if _is_told_within(timex, published):
        return False
    return _A_YEAR > (published - when.end).days > than


def _is_told_within(timex: Timex, published: date | None) -> bool:
    """Whether a date is counted within a chronicle or a tale, not from publication."""
    return timex.anchor is not None and published is not None and timex.anchor != published.isoformat()


def _a_year_later(when: When) -> When:
    assert when.end is not None
    return _in_year(when, when.end.year + 1)


def _weeks_on(when: When, count: int) -> When:
    assert when.end is not None
    moved = timedelta(weeks=count)
    return replace(when, begin=when.begin and when.begin + moved, end=when.end + moved)


_WEEK = 7
_A_YEAR = 366


def only_plans(governor: Predicate) -> bool:
    """Whether a verb says no more than that another is planned: "plans to visit", "was to visit"."""
    foreseen = governor.lemma in ("expect", "schedule", "hope") and governor.passive
    planned = governor.lemma in PLANNING and (governor.kind in ("plain", None) or foreseen)
    return governor.kind == "state" or planned


_TIMETABLED = frozenset(
    "expire begin start end open close resume arrive leave depart fly travel come".split()
)


def deadline(
    when: When, sentence: Sentence, predicate: Predicate, first: int, published: date | None
) -> When:
    """A deadline runs from publication to its day."""
    before = sentence.words[first - 1].low if first else ""
    end = when.end
    named = when.shape == "until" or before in ("by", "until", "till")
    named = named or "deadline" in {w.low for w in sentence.words[max(0, first - 2) : first]}
    if before == "before" or (before == "than" and sentence.words[first - 2].low == "later"):
        named = predicate.tense in ("infinitive", "future") or bool(predicate.modal)
    if published is None or end is None or not named:
        return when
    if end > published and predicate.perfect and predicate.tense == "past":
        begin = min(granule(when.precision, end)[0], published)
        return When(begin, published)  # "had reached a million by September"
    if end > published:
        lasts = when.shape == "until" and predicate.perfect  # "has cancelled flights until 11 August"
        return When(published, end, "day", "throughout" if lasts else "within")
    if when.shape == "until" and end == published:
        return When(end, end)
    if when.shape == "until" and before == "by" and when.begin is None:
        begin, end = granule(when.precision, end)  # "by Tuesday six planes had landed": a count of that day
        return When(begin, end, when.precision, "within", when.approximate, when.time)
    return when
