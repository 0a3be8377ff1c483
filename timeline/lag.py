"""When an event was first reported, and how long after it happened."""

from collections.abc import Mapping
from datetime import date

from timeline.calendar import granule
from timeline.model import Article, Event, When


def first_reported(event: Event, articles: Mapping[str, Article]) -> date | None:
    """The day on which the first article that tells an event was published; None where that is not known."""
    told = (articles[mention.article_id] for mention in event.mentions if mention.article_id in articles)
    return min((article.published for article in told if article.published), default=None)


def lag(when: When, reported: date) -> int:
    """Days from an event to its first report: less than none where it was told before it came.

    While it may still have been that day there is none: of a month, only the days after it count. Of what
    lasted the beginning counts.

    >>> lag(When.from_edtf("2014-02-27"), date(2014, 3, 2))
    3
    >>> lag(When.from_edtf("2014-02"), date(2014, 2, 20))
    0
    >>> lag(When.from_edtf("2014-02/.."), date(2014, 3, 2))
    2
    >>> lag(When.from_edtf("2015-02-12"), date(2015, 2, 8))
    -4
    """
    earliest, latest = _beginning(when)
    if reported > latest:
        return (reported - latest).days
    return min((reported - earliest).days, 0)


def _beginning(when: When) -> tuple[date, date]:
    """The first and the last day on which it can have begun; of "until", on which it can have ended."""
    if when.begin is None:
        assert when.end is not None
        return granule(when.precision, when.end)
    if when.shape == "within" and when.end:
        return when.begin, when.end
    return when.begin, granule(when.precision, when.begin)[1]
