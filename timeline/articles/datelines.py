"""A dateline, where and when a wire's report was written: "KYIV, April 11, 2024 (Reuters) – …"."""

import csv
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from timeline.articles.facts import Published
from timeline.articles.published import find_stamp, is_possible, weekday_remark
from timeline.articles.publishers import known_publisher
from timeline.resources import data_folder

_NAME = r"[A-ZÀ-ŽА-ЯІЇЄҐ][\w.’' -]{1,40}"
_DATELINE = re.compile(
    rf"\s*(?P<place>{_NAME}?(?:[,/]\s?{_NAME}?){{0,2}}?)[,.]?\s+"
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?[,.]{0,2}\s+)?"
    r"(?:(?P<date>(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s(?P<year>\d{4}))?),?\s*)?"
    r"(?:[(/](?P<agency>[A-Z][\w .’'-]{1,20})[)/]\s*)?"
    r"(?P<end>--|[-–—]|\.(?=\s))\s*"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline tells, and where the report begins; `sure` where no story of old days opens so."""

    text: str
    end: int
    agency: str
    date: str
    sure: bool


def dateline_of(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph begins with: a place in capitals, or one that we know, and more.

    >>> dateline_of("Kyiv, 11 April 2024. Talks ended.").date
    '11 April 2024'
    >>> dateline_of("NATO, 4 April 1949. Twelve countries signed.")
    """
    found = _DATELINE.match(paragraph)
    if found is None or not (found["agency"] or found["year"]):
        return None
    place, agency = found["place"], found["agency"] or ""
    capitals, dashed = re.split(r"[,/]", place)[0].isupper(), found["end"] != "."
    named = all(word[0].isupper() for word in re.findall(r"\w+", place))
    if not (_is_known(place) or (dashed and (capitals or (agency and named)))):
        return None
    publisher = known_publisher(agency) or (agency if capitals else "")
    text = " ".join(found.group().split())
    return Dateline(text, found.end(), publisher, found["date"] if found["year"] else "", dashed)


def published_of(line: Dateline, report: str) -> Published | None:
    """The publication date that a dateline with a year tells; `report` is what stands below it.

    "Moscow, 19 August 1991. Tanks roll …" may open a story that was told much later.
    """
    stamp = find_stamp(line.date) if line.date else None
    if stamp is None or stamp.day is None:
        return None
    if not is_possible(stamp.day):
        return Published(None, why=f"the dateline “{line.text}” names a day that cannot be")
    this_year = datetime.now(UTC).year
    later = [year for year in _YEAR.findall(report) if stamp.day.year < int(year) <= this_year]
    if later and not line.sure:
        return Published(None, why=f"it begins “{line.text}” but tells of {later[0]}")
    return Published(stamp.day, why=f"the dateline “{line.text}”{weekday_remark(line.text, stamp.day)}")


def _is_known(place: str) -> bool:
    return re.split(r"[,/]", place)[0].casefold() in _places()


@cache
def _places() -> frozenset[str]:
    with (data_folder() / "gazetteers" / "places.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(
            name.strip().casefold()
            for row in csv.DictReader(file)
            for name in (row["name"], *row["other_spellings"].split(";"))
        )
