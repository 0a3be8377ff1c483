"""What a text has told so far, and from it when happened what has no date of its own."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta

from timeline.events.parts import Subject
from timeline.model import When

_RECENT = timedelta(days=7)
"""How long "this week" lasts."""
_IN_MIND = 3
"""Sentences for which "he" still means the person whom they were about."""
_LONG_AGO = timedelta(days=30)


@dataclass(slots=True)
class Context:
    """What the text has told so far: a chronicle's heading, the last date of the paragraph."""

    heading: When | None = None
    told: When | None = None
    ever: When | None = None
    """The last day that the article told of, whatever the paragraph."""
    beside: When | None = None
    """What the sentence before dated by a participle: of no account until the sentence ends."""
    paragraph: int = 0
    leads: int = 0
    subject: Subject | None = None
    person: Subject | None = None
    alone: bool = True
    """Whether the sentence before named no person but that one."""
    pair: Subject | None = None
    """The two who met or spoke in the sentence before."""
    paper: Subject | None = None
    """The only deal or law that the sentence before told of."""
    since_person: int = 0
    """How many sentences ago that person was the subject."""
    opened: date | None = None
    """The first day that the article tells of."""
    in_past: bool = True
    """Whether the paragraph has only told what was so far."""
    past: When | None = None
    """What the last paragraph that told a date told of."""
    looked_back: bool = False
    """Whether the paragraph before ended long before the day of the news."""
    blog: bool = False
    """Whether hours head its entries, which are of the day itself."""
    entry: bool = field(default=False)
    tolls: set[int] = field(default_factory=set)
    """Where the triggers stand of tolls that no date is told of."""
    known: set[int] = field(default_factory=set)
    """Where the triggers stand of what an attack did that is told elsewhere."""
    today: date | None = None
    """The day whose news is told: that of the article, or the one that an entry of a live blog sums up."""
    reported: date | None = None
    """The day whose news the article brings: that of publication, or the one that a report's head names."""

    def about(self, subject: Subject | None, named: Collection[str] = ()) -> None:
        """Take note of whom a sentence is about: a person stays in mind for some sentences.

        `named` are those whom a sentence names that is about none of them: the only one comes to mind where
        nobody is in it, and another than before leaves nobody in it.
        """
        self.since_person += 1
        if subject is not None and subject.person and subject.names:
            self.person, self.since_person = subject, 0
        elif self.since_person > _IN_MIND:
            self.person = None
        if named and (self.person is None or set(named).isdisjoint(self.person.names)):
            only = next(iter(named)) if len(named) == 1 and self.person is None else ""
            self.person = Subject(only, (only,), True) if only else None


def is_long_gone(told: When | None, published: date | None) -> bool:
    """Whether what was told ended long before publication."""
    end = told.end if told is not None else None
    return end is not None and published is not None and end < published - _LONG_AGO


def news_day(context: Context) -> When | None:
    """When happened what a sentence tells without a date: on the day of the news, or when was told last."""
    published = context.today
    told = context.told or context.heading
    if told is None or told.begin is None or told.end is None:
        return today(context)
    if context.heading is not None or context.entry:
        return within_it(told)
    if published is None or told.begin > published:
        return today(context)
    if told.end < published:  # the narrative's last date
        return within_it(told)
    if told.begin <= published <= told.end and published - told.begin <= _RECENT:
        return When(told.begin, published)  # "This week he sent more agents. He also ordered …"
    return today(context)


def today(context: Context) -> When | None:
    """The day whose news the article tells."""
    return When(context.today, context.today) if context.today is not None else None


def within_it(told: When) -> When | None:
    """Some time within what was told, at no hour of its own; nothing where that has no beginning."""
    if told.begin is None or told.end is None:
        return None
    precision = "day" if told.precision == "time" else told.precision
    return When(told.begin, told.end, precision, "within", told.approximate)
