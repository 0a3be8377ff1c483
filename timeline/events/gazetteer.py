"""Gazetteer rows → a table of names that a text is searched for, token by token."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Generic, TypeVar

from timeline.calendar import granule
from timeline.model import Place
from timeline.resources import data_folder

Entry = TypeVar("Entry")
TOKEN = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*\.?")
"""A word with what is inside it: "U.S.", "Saint-Petersburg", "O'Connell"."""


@dataclass(frozen=True, slots=True)
class Office:
    """A role that someone held from one day to another."""

    person: str
    role: str
    country: str
    begin: date
    end: date


@dataclass(slots=True)
class Names(Generic[Entry]):
    """Spellings of entries, by their words; the longest spelling at a place wins."""

    _trie: dict[str, dict[str, object]] = field(default_factory=dict)
    _hyphened: set[str] = field(default_factory=set)
    """Words of the spellings that a hyphen does not part: "Co-operation"."""

    def add(self, spelling: str, entry: Entry) -> None:
        """Know one more spelling; the first entry of a spelling keeps it."""
        words = [
            found.group().rstrip(".").removesuffix("’s").removesuffix("'s")  # as `_tokens` has them
            for found in TOKEN.finditer(spelling)
        ]
        if not words:
            return
        node: dict[str, object] = self._trie  # type: ignore[assignment]
        for word in words:
            node = node.setdefault(word, {})  # type: ignore[assignment]
        node.setdefault("", entry)
        self._hyphened.update(word for word in words if "-" in word)

    def find(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """Every spelling in a text, from left to right without overlap."""
        tokens = self._tokens(text)
        words = [token[2] for token in tokens]
        end, known = 0, self._trie
        for at in [place for place, word in enumerate(words) if word in known]:
            if at < end:
                continue
            node = known[words[at]]
            last, entry, step = -1, node.get(""), at + 1
            if entry is not None:
                last = at
            while step < len(tokens) and (following := node.get(words[step])) is not None:
                if not _adjacent(text, tokens[step - 1][1], tokens[step][0]):
                    break
                node = following  # type: ignore[assignment]
                if (found := node.get("")) is not None:
                    last, entry = step, found
                step += 1
            if last >= 0:
                yield tokens[at][0], tokens[last][0] + len(words[last]), entry  # type: ignore[misc]
                end = last + 1

    def _tokens(self, text: str) -> list[tuple[int, int, str]]:
        """Words with their spans, possessives off; "Biden-Putin" is two, "Saint-Malo" one."""
        out = []
        for token in TOKEN.finditer(text):
            start, end = token.span()
            word = token.group()
            if not word.isalnum():
                word = word.removesuffix(".").removesuffix("’s").removesuffix("'s")
            if "-" in word and word not in self._hyphened:
                for part in word.split("-"):
                    out.append((start, start + len(part), part))
                    start += len(part) + 1
            else:
                out.append((start, end, word))
        return out


def _adjacent(text: str, end: int, start: int) -> bool:
    return text[end:start].strip() in ("", ".", "-") and "\n\n" not in text[end:start]


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a gazetteer file."""
    with (data_folder() / "gazetteers" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def spellings(row: dict[str, str], *columns: str) -> Iterable[str]:
    """The values of a row's cells, in order."""
    for column in columns:
        yield from (value.strip() for value in row[column].split(";") if value.strip())


def _day(text: str, unknown: date, side: int) -> date:
    """The first (0) or last (1) day of a day, month or year; `unknown` for an empty cell."""
    if not text:
        return unknown
    year, month, day = (int(part) for part in (text + "-0-0").split("-")[:3])
    if day:
        return date(year, month, day)
    return granule("month" if month else "year", date(year, month or 1, 1))[side]


@cache
def offices() -> tuple[Office, ...]:
    """Every office with its years."""
    return tuple(
        Office(
            row["name"],
            row["role"],
            row["country"],
            _day(row["from"], date.min, 0),
            _day(row["to"], date.max, 1),
        )
        for row in rows("people")
        if row["role"]
    )


@cache
def countries_low() -> frozenset[str]:
    """The names and demonyms of countries, in lower case."""
    return frozenset(
        value.lower() for row in rows("countries") for value in spellings(row, "name", "demonyms")
    )


@cache
def place_names() -> Names[Place]:
    """Every spelling of every place; countries have a place too, without coordinates."""
    names: Names[Place] = Names()
    for row in rows("places"):
        place = Place(row["name"], float(row["latitude"]), float(row["longitude"]))
        for spelling in spellings(row, "name", "other_spellings"):
            names.add(spelling, place)
    for row in rows("countries"):
        for spelling in spellings(row, "name", "other_spellings"):
            names.add(spelling, Place(row["name"]))
    return names
