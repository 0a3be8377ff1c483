"""The values that everything else passes on: Article, When, Timex, Mention, Event.

Frozen, with slots, no behaviour beyond what follows from their own fields. Terms are
TimeML's (TIMEX3) and ISO 8601-2's (EDTF).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from typing import Literal, NamedTuple

Precision = Literal["time", "day", "week", "month", "season", "quarter", "half", "year", "decade", "century"]
PRECISIONS: tuple[Precision, ...] = (
    "time", "day", "week", "month", "season", "quarter", "half", "year", "decade", "century",
)  # fmt: skip
"""From the finest to the coarsest."""

Shape = Literal["within", "throughout", "since", "until"]
SHAPES: tuple[Shape, ...] = ("within", "throughout", "since", "until")

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class Status(StrEnum):
    """How real the text says an occurrence is."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    WARNED = "warned"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day as the text gives it; `zone` is the name that was written ("EST", "Kyiv")."""

    at: time
    zone: str | None = field(default=None, compare=False)

    @property
    def iso(self) -> str:
        """ISO 8601 text: "18:26", or "18:26-05:00" where the offset is known."""
        return self.at.isoformat(timespec="seconds" if self.at.second else "minutes")


@dataclass(frozen=True, slots=True)
class When:
    """The days that are meant.

    `begin` and `end` are inclusive days; None is open. `shape` says what the stretch means:
    within (at some time in these days), throughout (all through them), since (began in the
    granule of `precision` at `begin`, still going on at publication: `end` None), until (the
    mirror: `begin` None).
    """

    begin: date | None
    end: date | None
    precision: Precision = "day"
    shape: Shape = "within"
    approximate: bool = False
    time: ClockTime | None = None

    def __post_init__(self) -> None:
        if self.begin is None and self.end is None:
            raise ValueError("a When needs a begin or an end")
        if self.begin and self.end and self.begin > self.end:
            raise ValueError(f"a When cannot end ({self.end}) before it begins ({self.begin})")
        if self.shape == "since" and (self.begin is None or self.end is not None):
            raise ValueError("shape 'since' has a begin and no end")
        if self.shape == "until" and (self.end is None or self.begin is not None):
            raise ValueError("shape 'until' has an end and no begin")
        if self.shape in ("within", "throughout") and (self.begin is None or self.end is None):
            raise ValueError(f"shape {self.shape!r} has both a begin and an end")
        if (self.precision == "time") != (self.time is not None):
            raise ValueError("precision 'time' and a clock time go together")

    @property
    def edtf(self) -> str:
        """Extended Date/Time Format text (ISO 8601-2), see `timeline.edtf`."""
        from timeline.edtf import to_edtf  # edtf stands on this module

        return to_edtf(self)

    @classmethod
    def from_edtf(cls, text: str) -> "When":
        """The When that `text` stands for; ValueError where it is no EDTF that we can mean."""
        from timeline.edtf import from_edtf

        return from_edtf(text)

    def overlaps(self, other: "When") -> bool:
        """Whether some day lies in both."""
        return (self.begin or date.min) <= (other.end or date.max) and (other.begin or date.min) <= (
            self.end or date.max
        )


class Timex(NamedTuple):
    """A temporal expression, TIMEX3 style. Offsets are characters, end exclusive.

    A named tuple, since a text has many of them and a frozen dataclass takes ten times as long to make.

    `when` is None for what names no days: bare durations, sets, vague references. Where a word
    before the expression shapes it ("since", "until", "from … to"), `signal` holds that word and
    `when` has that shape, while `value` stays the expression's own, as in TimeML.
    """

    start_char: int
    end_char: int
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    when: When | None = None
    why: str = ""
    confidence: float = 1.0
    signal: str | None = None
    anchor: str | None = None
    """Where a relative expression is counted from: an ISO value, or None for an absolute one."""
    quant: str | None = None
    freq: str | None = None
    begin_point: str | None = None
    end_point: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer place; coordinates in degrees (WGS 84), None where unknown."""

    name: str
    latitude: float | None = None
    longitude: float | None = None


Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Article:
    """A text with what is known of it.

    `text` is kept whole, exactly as it was read, so that every offset leads back to it; `body`
    lists the spans that are the article itself, the rest being furniture (headline, byline,
    sign-up boxes, appeals). `published` is TimeML's document creation time.
    """

    text: str
    published: date | None = None
    published_time: ClockTime | None = None
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    language: str = "en"
    body: tuple[Span, ...] = ()
    sources: tuple[str, ...] = ()
    published_why: str = ""
    """Where the publication date was found, in words."""
    _id: str = field(default="", init=False, repr=False, compare=False)
    """Kept once it was asked for, as every mention of a long text does."""

    @property
    def id(self) -> str:
        """A hash of the normalised text: the same article read twice has the same id."""
        if not self._id:
            words = " ".join(self.reading_text.split())
            object.__setattr__(self, "_id", "a" + sha256(words.encode()).hexdigest()[:12])
        return self._id

    @property
    def reading_text(self) -> str:
        """The text with its furniture blanked out, every offset as in `text`."""
        if not self.body:
            return self.text
        out, at = [], 0
        for start, end in self.body:
            out += [_blank(self.text[at:start]), self.text[start:end]]
            at = end
        return "".join([*out, _blank(self.text[at:])])


def _blank(text: str) -> str:
    return "".join(c if c == "\n" else " " for c in text)


@dataclass(frozen=True, slots=True)
class Mention:
    """One article's statement of one occurrence.

    `start_char`/`end_char` span the sentence in the article's text, `trigger_*` the word that
    names what happened. `timex` is the expression that dates it, None where the publication date
    or the context does (`why` tells).
    """

    article_id: str
    sentence: str
    start_char: int
    end_char: int
    trigger: str
    trigger_start: int
    trigger_end: int
    title: str
    when: When
    status: Status
    kind: str
    actors: tuple[str, ...] = ()
    place: Place | None = None
    timex: Timex | None = None
    why: str = ""
    confidence: float = 1.0

    @property
    def id(self) -> str:
        """Stable while the sentence and its trigger stay the same."""
        return _mention_id(self.article_id, self.trigger_start, self.sentence)


REVIEWS = ("new", "accepted", "edited", "rejected")
"""What a reader can have said of an event: nothing yet, that it is right, what is right, that it is none."""


@dataclass(frozen=True, slots=True)
class Event:
    """What the timeline shows: one or more mentions of the same occurrence.

    `mentions` are ordered best evidence first. `edited` names the fields that a reader changed,
    `note` is the reader's. `publishers` counts independent publishers.
    """

    id: str
    title: str
    when: When
    status: Status
    kind: str
    actors: tuple[str, ...] = ()
    place: Place | None = None
    mentions: tuple[Mention, ...] = ()
    confidence: float = 1.0
    publishers: int = 1
    conflicting: tuple[When, ...] = ()
    """Dates that other mentions give and that do not agree with `when`."""
    edited: tuple[str, ...] = ()
    note: str = ""
    tags: tuple[str, ...] = ()
    """A reader's own words for finding events again."""
    review: str = "new"
    """What a reader has said of it, one of REVIEWS."""

    @property
    def best(self) -> Mention | None:
        """The mention that gives the event its date; None for an event added by hand."""
        return self.mentions[0] if self.mentions else None


def event_id(mentions: Iterable[Mention]) -> str:
    """An id that lasts while the first-told mention (smallest id) stays in the event."""
    return "e" + min(m.id for m in mentions)[1:]


@lru_cache(maxsize=1024)  # merging asks a dozen times for each
def _mention_id(article_id: str, trigger_start: int, sentence: str) -> str:
    return _hash("m", (article_id, str(trigger_start), sentence))


def _hash(prefix: str, parts: Iterable[str]) -> str:
    return prefix + sha256("\x1f".join(parts).encode()).hexdigest()[:12]
