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


_CAPITAL = re.compile(r"[^\W_a-z](?<![^\W_].)(?<![^\W_][.’'].)[^\W_]*(?:[.’'-][^\W_]+)*")
"""A word from its first part on that begins with no small letter: "Kyiv", "Russian" in "pro-Russian"."""


@dataclass(slots=True)
class Names(Generic[Entry]):
    """Spellings of entries, by their words; the longest spelling at a place wins."""

    _trie: dict[str, dict[str, object]] = field(default_factory=dict)
    _hyphened: set[str] = field(default_factory=set)
    """Words of the spellings that a hyphen does not part: "Co-operation"."""
    _small: set[str] = field(default_factory=set)
    """Words with a small letter that a spelling begins with: "rebel leaders"."""

    def add(self, spelling: str, entry: Entry) -> None:
        """Know one more spelling; the first entry of a spelling keeps it."""
        words = [_bare(found.group()) for found in TOKEN.finditer(spelling)]  # as `_tokens` has them
        if not words:
            return
        node: dict[str, object] = self._trie  # type: ignore[assignment]
        for word in words:
            node = node.setdefault(word, {})  # type: ignore[assignment]
        node.setdefault("", entry)
        self._hyphened.update(word for word in words if "-" in word)
        if "a" <= words[0][0] <= "z":
            self._small.add(words[0])

    def find(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """Every spelling in a text, from left to right without overlap."""
        end = 0
        for start in self._heads(text):
            if start >= end and (found := self._longest(text, start)) is not None:
                end, entry = found
                yield start, end, entry

    def _heads(self, text: str) -> list[int]:
        """Where a spelling may begin: only there is it worth looking what words follow."""
        heads = []
        for found in _CAPITAL.finditer(text):
            start, word = found.start(), _bare(found.group())
            if word in self._trie:
                heads.append(start)
            if "-" in word:
                for part in word.split("-"):
                    if part in self._trie:
                        heads.append(start)
                    start += len(part) + 1
        if self._small:
            heads += (at for word in self._small for at in _places(text, word))
            heads.sort()
        return heads

    def _longest(self, text: str, start: int) -> tuple[int, Entry] | None:
        """Where the longest spelling ends that begins at a place, and whose it is."""
        node: dict[str, object] = self._trie  # type: ignore[assignment]
        longest, before = None, start
        for begin, end, word in self._tokens(text, start):
            following = node.get(word)
            if following is None or not (begin == start or _adjacent(text, before, begin)):
                break
            node, before = following, end  # type: ignore[assignment]
            if (entry := node.get("")) is not None:
                longest = begin + len(word), entry
        return longest  # type: ignore[return-value]

    def _tokens(self, text: str, start: int) -> Iterator[tuple[int, int, str]]:
        """Words from one on with their spans, possessives off; "Biden-Putin" is two, "Saint-Malo" one."""
        parted = False
        if text[start - 1 : start] == "-":
            whole = _PARTED.search(text, max(0, start - _LONG), start)
            parted = whole is not None
            token = TOKEN.match(text, whole.start()) if whole is not None else None
            if token is not None and _bare(token.group()) in self._hyphened:
                return  # "Malo" begins nothing
        for token in TOKEN.finditer(text, start):
            begin, end = token.span()
            word = _bare(token.group())
            if "-" in word and ((parted and begin == start) or word not in self._hyphened):
                for part in word.split("-"):
                    yield begin, begin + len(part), part
                    begin += len(part) + 1
            else:
                yield begin, end, word


_PARTED = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*-\Z")
"""The parts of a word before one that follows a hyphen."""
_LONG = 60
"""Characters of such parts."""


def _bare(word: str) -> str:
    """A word without a full stop or a possessive after it."""
    return word if word.isalnum() else word.removesuffix(".").removesuffix("’s").removesuffix("'s")


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word begins in a text, and no other that holds it."""
    at = text.find(word)
    while at >= 0:
        before = text[max(0, at - 2) : at]
        if not before[-1:].isalnum() and not (before[-1:] in (".", "’", "'") and before[:1].isalnum()):
            yield at
        at = text.find(word, at + 1)


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
