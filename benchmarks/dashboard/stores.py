"""Made-up events for the measurements: a table that is imported, and among them what articles tell.

The articles go the way of every article (read, extracted, merged, stored), so that their events have
a sentence, a date phrase and a reason. The same number gives the same store.
"""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from timeline import events
from timeline.events.kinds import KINDS
from timeline.exporters.frame import COLUMNS
from timeline.model import Article
from timeline.store import Store, open_store

FIRST, DAYS = date(2013, 11, 1), 3650
ARTICLES = 60
"""Articles of eight sentences in each store."""
EDTF = ("%Y-%m-%d",) * 8 + ("%Y-%m", "%Y-%m-%d/..")
"""Of ten dates eight are a day, one is a month, one is since a day."""
STATUSES = ("happened",) * 7 + ("planned", "warned", "ongoing")
PUBLISHERS = ("Northern Post", "River Gazette", "The Ledger", "Harbour News", "Morning Wire", "Daily Compass")
COUNTRIES = ("Russia", "Ukraine", "Poland", "Germany", "France", "Turkey", "Hungary", "Romania", "Lithuania")
CITIES = ("Kyiv", "Moscow", "Minsk", "Warsaw", "Berlin", "Paris", "Ankara", "Brussels", "Vienna", "Geneva")
TOLD = (
    "{a} and {b} signed agreement number {n} on gas in {city} on {day}.",
    "The parliament of {a} voted for law number {n} on {day}.",
    "{a} imposed sanctions on {n} companies from {b} on {day}.",
    "Shelling killed {n} people near {city} on {day}.",
    "Protesters from {n} towns rallied in {city} on {day}.",
    "{a} sent convoy number {n} with aid to {city} on {day}.",
    "The presidents of {a} and {b} met in {city} on {day} for round {n} of talks.",
    "{a} held exercise number {n} near {city} in {month}.",
)


@dataclass(frozen=True, slots=True)
class Made:
    """A store that was made, and how many events it has."""

    path: Path
    events: int


def made(folder: Path, wanted: int) -> Made:
    """A store with so many made-up events; one that is in the folder already is taken."""
    path = folder / f"{wanted}.db"
    fresh = not path.exists()
    with open_store(str(path)) as store:
        if fresh:
            for article in made_up(0, ARTICLES):
                store.save(article, events.find_mentions(article))
            store.import_events(_table(path.with_suffix(".csv"), wanted - store.count()))
        return Made(path, store.count())


def _table(path: Path, rows: int) -> Path:
    chance = random.Random(rows)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for _ in range(rows):
            day, shape = _day(chance), chance.choice(TOLD)
            told = _sentence(shape, day, chance)
            row = {"title": told.rpartition(" on ")[0] or told, "edtf": day.strftime(chance.choice(EDTF))}
            row |= {"status": chance.choice(STATUSES), "kind": chance.choice(list(KINDS))}
            row |= {"actors": chance.choice(COUNTRIES), "place": chance.choice(CITIES), "sentence": told}
            writer.writerow(row | {"publisher": chance.choice(PUBLISHERS), "published": day.isoformat()})
    return path


def made_up(first: int, last: int) -> Iterator[Article]:
    """Articles by number, scattered over ten years."""
    for number in range(first, last):
        chance = random.Random(number)
        published = _day(chance)
        told = [_sentence(shape, published, chance) for shape in TOLD]
        chance.shuffle(told)
        yield Article(
            " ".join(told[:4]) + "\n\n" + " ".join(told[4:]),
            published=published,
            title=f"Report {number} of the week",
            publisher=chance.choice(PUBLISHERS),
            url=f"https://news.example/{number}",
        )


def read_back(store: Store) -> tuple[int, int]:
    """How many mentions there are, and in how many the sentence and the date phrase match the text."""
    mentions = right = 0
    for article_id in store.articles().index:
        text = store.article(str(article_id)).text
        for mention in store.mentions(str(article_id)):
            mentions += 1
            end = mention.start_char + len(mention.sentence)
            timex = mention.timex
            phrase = timex is None or text[timex.start_char : timex.end_char] == timex.text
            right += phrase and text[mention.start_char : end] == mention.sentence
    return mentions, right


def _day(chance: random.Random) -> date:
    """A day of ten years, the later the likelier."""
    return FIRST + timedelta(days=int(DAYS * chance.random() ** 0.7))


def _sentence(shape: str, published: date, chance: random.Random) -> str:
    day = published - timedelta(days=chance.randrange(300))
    a, b = chance.sample(COUNTRIES, 2)
    return shape.format(
        a=a, b=b, city=chance.choice(CITIES), n=chance.randrange(20, 999),
        day=f"{day.day} {day:%B %Y}", month=f"{day:%B %Y}",
    )  # fmt: skip
