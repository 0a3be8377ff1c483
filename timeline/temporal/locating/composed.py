"""What holds other expressions, or has no days: edges, spans, times of day, lengths, repeated times."""

from dataclasses import replace
from datetime import date, time, timedelta
from functools import lru_cache

from timeline.calendar import Days, add_months, granule
from timeline.edtf import thirds
from timeline.model import ClockTime
from timeline.temporal.expression import (
    Around,
    Clock,
    DayPart,
    Duration,
    Edge,
    Hedged,
    Nth,
    Repeat,
    Shift,
    UnitOf,
    Vague,
    Within,
)  # fmt: skip
from timeline.temporal.locating.setting import (
    KEPT,
    Located,
    Setting,
    and_verb,
    dated_on,
    in_words,
    located,
    locates,
    said,
    unit_at,
    unit_of,
    unknown,
)
from timeline.temporal.values import duration_value


@locates(Within)
def _within(e: Within, s: Setting) -> Located | None:
    what, frame = e.what, e.frame
    outer = located(frame, s)
    if outer is None or outer.begin is None or outer.end is None:
        return located(what, s) if outer is None else Located(outer.value, because=outer.because)
    if isinstance(what, Clock | DayPart | Duration):
        return None
    if isinstance(what, Around) and what.unit in _IN_YEARS and outer.precision == "year":
        return _same_in_year(located(what, s), outer)
    inner = located(what, replace(s, frame=(outer.begin, outer.end), told=None, narrative=False))
    if inner is None:
        return None
    return inner._replace(
        because=f"that of {in_words(outer)}: {outer.because}",
        anchor=outer.anchor or outer.value,
        explicit=outer.explicit,
    )


def _same_in_year(here: Located | None, outer: Located) -> Located | None:
    """The same day, week or month of another year: "on this day in 2014"."""
    if here is None or here.begin is None or outer.begin is None:
        return None
    day = add_months(here.begin, 12 * (outer.begin.year - here.begin.year))
    because = f"{here.because}; the same in {in_words(outer)}"
    return unit_of(here.precision, day, because)._replace(anchor=here.anchor, explicit=True)


_IN_YEARS = frozenset(("day", "week", "month"))


@locates(Nth)
def _nth(e: Nth, s: Setting) -> Located | None:
    outer = located(e.frame, s)
    if outer is None or outer.begin is None or outer.end is None:
        return Located("XXXX", because="what it is a part of has no date", sure=0.3)
    begin, end, n = outer.begin, outer.end, e.number
    because = f"counted in {in_words(outer)}: {outer.because}"
    match e.unit:
        case "day" if e.weekday is not None:
            if n > 0:
                day = begin + timedelta(days=(e.weekday - begin.isoweekday()) % 7 + 7 * (n - 1))
            else:
                day = end - timedelta(days=(end.isoweekday() - e.weekday) % 7 + 7 * (-n - 1))
            found = unit_of("day", day, because)
        case "day":
            day = begin + timedelta(days=n - 1) if n > 0 else end + timedelta(days=n + 1)
            found = unit_of("day", day, because)
        case "week" | "weekend":
            first = begin + timedelta(days=7 * (n - 1)) if n > 0 else end - timedelta(days=6)
            if e.unit == "weekend":
                saturday = first + timedelta(days=(6 - first.isoweekday()) % 7)
                found = unit_at("weekend", saturday, 0, because)
            else:
                found = unit_of("week", first + timedelta(days=3), because)._replace(
                    begin=first,
                    end=min(first + timedelta(days=6), end),
                    precision="day",
                )
        case "month" | "quarter" | "half" | "year":
            size = {"month": 1, "quarter": 3, "half": 6, "year": 12}[e.unit]
            if e.unit == "half":
                total = max(2, round((end - begin).days / 30.4))
                size = total // 2
                if outer.precision not in ("year", "month", "quarter", "decade", "century"):
                    return outer._replace(mod="START" if n == 1 else "END", because=because)
                if outer.precision != "year":
                    return _half_of(outer, n, because)
            first = add_months(begin, size * (n - 1)) if n > 0 else add_months(begin.replace(day=1), 0)
            if n < 0:
                first = add_months(end.replace(day=1), -(size - 1))
            found = unit_of(e.unit, first, because)
        case _:
            return None
    if found.begin is None or found.begin > end or found.begin < begin - timedelta(days=7):
        return None
    return found._replace(anchor=outer.value, explicit=outer.explicit)


def _half_of(outer: Located, n: int, because: str) -> Located:
    assert outer.begin is not None
    assert outer.end is not None
    middle = outer.begin + (outer.end - outer.begin) // 2
    if outer.precision in ("decade", "century"):
        middle = date(middle.year, 12, 31) if middle.month > 6 else date(middle.year - 1, 12, 31)
    days = (outer.begin, middle) if n == 1 else (middle + timedelta(days=1), outer.end)
    return outer._replace(
        begin=days[0], end=days[1], mod="START" if n == 1 else "END", precision="day", because=because
    )


@locates(Clock, DayPart)
def _time_of_day(e: Clock | DayPart, s: Setting) -> Located | None:
    planned_on = _planned_morning(e, s)
    if planned_on is not None:
        return planned_on
    if e.day is not None:
        day = located(e.day, s)
    elif (
        s.told is not None
        and s.told.precision in ("day", "time")
        and s.told.begin is not None
        and (s.told.begin == s.told.end or s.narrates)
        and not (s.side < 0 and s.published is not None and s.told.begin > s.published)
    ):
        begin = s.told.begin
        day = s.told._replace(
            because=f"the day told just before is {in_words(s.told._replace(begin=begin))}",
            value=begin.isoformat(),
            begin=begin,
            end=begin if s.told.begin == s.told.end else s.told.end,
            mod=None,
            approximate=False,
        )
    elif s.day is not None and not s.narrates:
        because = dated_on(s.day, s.heading is not None)
        day = Located(s.day.isoformat(), s.day, s.day, because=because, anchor=s.day.isoformat(), sure=0.8)
    else:
        day = None
    if day is None:
        day = Located("XXXX-XX-XX", because="no day is told", sure=0.3)
    value = day.value.split("T")[0]
    if isinstance(e, DayPart):
        nights = _over_night(day, e, s) if e.over else (day.begin, day.end)
        return day._replace(
            begin=nights[0],
            end=nights[1],
            value=f"{value}T{e.part}",
            type="TIME",
            precision="day" if day.precision == "time" else day.precision,
            clock=None,
        )
    if e.hour == _MIDNIGHT and _opens_day(e, s, day):
        e, day = replace(e, hour=0), _after_evening(e, s, day)
        value = day.value.split("T")[0]
    stamp = (
        f"{e.hour:02}"
        + (f":{e.minute:02}" if e.minute is not None else ":00")
        + (f":{e.second:02}" if e.second else "")
    )
    value = f"{value}T{stamp}"
    if day.precision not in ("day", "time") or day.begin is None or day.begin != day.end:
        return day._replace(value=value, type="TIME", clock=None)
    if e.hour == _MIDNIGHT:
        because = f"{day.because}; midnight may open or close that day"
        return day._replace(value=value, type="TIME", precision="day", clock=None, because=because)
    clock = ClockTime(time(e.hour, e.minute or 0, e.second or 0), e.zone)
    zone = f"; the clock is {e.zone}" if e.zone else ""
    return day._replace(
        value=value,
        type="TIME",
        precision="time",
        clock=clock,
        because=day.because + zone,
    )


def _planned_morning(e: Clock | DayPart, s: Setting) -> Located | None:
    """The morning of a plan is that after the day of the news, or the day on which it was told of."""
    told, now = s.told, s.published
    if not isinstance(e, DayPart) or e.part != "MO" or e.day is not None or s.side <= 0 or s.narrative:
        return None
    if (
        now is None
        or s.heading is not None
        or (
            told is not None and told.begin is not None and told.begin >= now and (told.begin > now or s.near)
        )
    ):
        return None
    of_then = s.cue.lower() == "would" and told is not None and told.precision in ("day", "time")
    day = told.begin if of_then and told is not None and told.begin is not None else now
    on = day + timedelta(days=1)
    because = f"{dated_on(now)}" if day == now else f"the day told just before is {said(day)}"
    because += f"{and_verb(s.side, s.cue)}, so the next morning"
    return Located(
        f"{on.isoformat()}TMO", on, on, type="TIME", because=because, anchor=day.isoformat(), sure=0.7
    )


_MIDNIGHT = 24


def _opens_day(e: Clock, s: Setting, day: Located) -> bool:
    """Whether midnight is the one that a day begins with: "shortly after midnight", "it fell at midnight"."""
    if s.signal in ("after", "since"):
        return True
    if e.day is not None:
        return s.signal == "from"
    return not s.signal and s.side < 0 and day.begin is not None and day.begin == s.day


def _after_evening(e: Clock, s: Setting, day: Located) -> Located:
    """The day that a midnight opens after an evening just told: "9 p.m. … Shortly after midnight"."""
    told = s.told
    evening = told is not None and told.clock is not None and told.clock.at.hour >= _EVENING
    if e.day is not None or not evening or day.begin is None or told is None or told.begin != day.begin:
        return day
    on = day.begin + timedelta(days=1)
    because = f"{day.because}, and this midnight follows its evening"
    return day._replace(value=on.isoformat(), begin=on, end=on, because=because)


_EVENING = 18


def _over_night(day: Located, e: Clock | DayPart, s: Setting) -> Days | tuple[None, None]:
    """The two days of a night: one that ends on the day of the news, or begins on a day told."""
    if day.begin is None or day.end is None:
        return None, None
    step = timedelta(days=1)
    if day.begin == day.end == s.day and s.side <= 0 and not isinstance(e.day, Shift):
        return day.begin - step, day.end
    return day.begin, day.end + step


@locates(Edge)
def _edge(e: Edge, s: Setting) -> Located | None:
    if not e.narrows and isinstance(e.what, Around) and e.what.base == "published":
        s = replace(s, narrative=False)  # "later this year" is said of the day of writing in a history too
    inner = located(_THIS_DAY if e.what == _TOLD_DAY and not _day_told(s) else e.what, s)
    if inner is None or inner.begin is None or inner.end is None:
        return inner and inner._replace(mod=e.mod)
    if not e.narrows:
        return _up_to_now(e, inner, s)
    if inner.precision not in _IN_THIRDS:
        return inner._replace(mod=e.mod, approximate=inner.precision not in ("day", "time"))
    return _third(inner, e.mod)


_IN_THIRDS = frozenset({"week", "month", "year", "decade"})


@lru_cache(maxsize=KEPT)
def _third(inner: Located, mod: str) -> Located:
    """The third of a week, month, year or decade that a mod narrows it to."""
    assert inner.begin is not None
    cuts = thirds(inner.precision, inner.begin)
    if not cuts or (inner.begin, inner.end) != granule(inner.precision, inner.begin):
        return inner._replace(mod=mod, approximate=True)
    begin, end = cuts[{"START": 0, "MID": 1, "END": 2}[mod]]
    third = {"START": "first", "MID": "middle", "END": "last"}[mod]
    because = f"{inner.because}; its {third} third"
    return inner._replace(begin=begin, end=end, mod=mod, approximate=True, because=because)


_TOLD_DAY, _THIS_DAY = Around("day", 0, "told"), Around("day", 0)


def _day_told(s: Setting) -> bool:
    """Whether "later in the day" can mean a day that the text told, and not the day of the news."""
    return s.narrates or s.day is None or (s.told is not None and s.told.precision in ("day", "time"))


def _up_to_now(e: Edge, inner: Located, s: Setting) -> Located:
    """Earlier this year: from its beginning up to publication; later this year: from then on."""
    assert inner.begin is not None
    assert inner.end is not None
    now = s.day
    if now is None or not inner.begin < now < inner.end or s.narrates:
        return inner._replace(mod=e.mod)
    days = (inner.begin, now) if e.mod == "START" else (now, inner.end)
    which = "up to" if e.mod == "START" else "from"
    return inner._replace(
        begin=days[0],
        end=days[1],
        mod=e.mod,
        precision="day",
        because=f"{inner.because}; the part of it {which} {said(now)}",
    )


@locates(Duration)
def _duration(e: Duration, _: Setting) -> Located:
    return _length(e)


@lru_cache(maxsize=KEPT)
def _length(e: Duration) -> Located:
    because = "a length of time, on no day in particular"
    return Located(duration_value(e.amounts), type="DURATION", mod=e.mod, because=because)


@locates(Repeat)
def _repeat(e: Repeat, _: Setting) -> Located:
    because = "something repeated, on no day in particular"
    return Located(e.value, type="SET", quant=e.quant, freq=e.freq, because=because)


@locates(Hedged)
def _hedged(e: Hedged, s: Setting) -> Located | None:
    inner = located(e.what, s)
    if inner is None:
        return None
    because = inner.because + "; only about then"
    return inner._replace(mod=e.mod, approximate=inner.clock is None, because=because)


@locates(UnitOf)
def _unit_of_day(e: UnitOf, s: Setting) -> Located | None:
    inner = located(e.what, s)
    if inner is None:
        return None
    return unit_at(e.unit, inner.begin, 0, inner.because) if inner.begin else unknown(e.unit, inner.because)


@locates(Vague)
def _vague(e: Vague, _: Setting) -> Located:
    return Located(e.reference, because="it names no day")
