"""What a reader types into the search → what is looked for, the same on both databases.

Every word must be there; `"words in quotes"` stand together, `-word` must not be there. The last word may
go on ("sanct" finds "sanctions") once it has three letters. Names are found in the other spellings that the
gazetteers know, and a hyphen may be there or not. Two to four letters in capitals are initials: "US" finds
"U.S." and not "us".
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, islice, product
from typing import Any

from timeline.events.gazetteer import rows, spellings

Words = tuple[str, ...]

SEARCHED = ("title", "actors", "place", "kind", "note", "tags", "article_title")
_APART = "zqxjz"
"""What stands between two parts of a text that is searched, so that no phrase goes from one into the next;
no word that anyone looks for begins so."""
_INITIAL = "zqxi"
"""What words in capitals have before them where they stand as such, after all words of a text."""
_WORD = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])")  # "U.S.", "U.S"
_POSSESSIVE = re.compile(r"(?<=[^\W_])['’]s(?![^\W_])", re.IGNORECASE)
_CAPITALS = re.compile(r"(?<![^\W_])[^\W\d_][^\W_]+(?![^\W_])")
_HYPHENED = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)+")
_TERM = re.compile(r'(?P<minus>(?<!\S)[-−–])?(?:"(?P<quoted>[^"]*)(?P<closed>"?)|(?P<plain>[^\s"]+))')
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_GOES_ON = 3
"""Letters from which the last word may be the beginning of one."""
_MANY = 24
"""Spellings of a phrase that are looked for at most."""
_TERMS = 64
"""Words of a search that are looked for at most: no database takes a whole pasted text."""
_INITIALS_TO = 4
"""Letters of what is typed in capitals and is initials; what is longer may be any word."""
_LONGEST = 8
"""Words of the longest name that has other spellings."""
_OTHER_MEANING = frozenset(("us", "who", "pace", "kremlin"))
"""Spellings that mean something else, too: they stand for no other one, unless in capitals."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """Words that stand together, or, where not `together`, anywhere; the last may `goes_on`.

    `initials` are those of them that have to be there in capitals.
    """

    words: Words
    together: bool = True
    goes_on: bool = False
    initials: Words = ()


@dataclass(frozen=True, slots=True)
class Search:
    """Of each of `wanted` one spelling has to be there, of `unwanted` none may."""

    wanted: tuple[tuple[Spelling, ...], ...]
    unwanted: tuple[Spelling, ...]


def text_of(row: Mapping[str, Any], sentences: Iterable[str]) -> str:
    """What is searched of an event: of its row the columns SEARCHED, and its mentions' sentences.

    Its publishers are not: there is a filter for them, and one may be called like a place.
    """
    told = [str(row[name]) for name in SEARCHED if row[name]]
    return f" {_APART} ".join(searchable(part) for part in (*told, *sentences))


def searchable(text: str) -> str:
    """A text as it is kept to be searched: its words, hyphened ones as one word, too, what is in capitals.

    >>> searchable("Kyiv's cease-fire, say U.S. officials")
    'kyiv cease fire say us officials ceasefire zqxius'
    """
    joined = [re.sub(r"[-‐‑]", "", found) for found in _HYPHENED.findall(_plain(text))]
    once = dict.fromkeys(one for one in joined if not one.isdigit())
    return " ".join([*_words(text), *once, *(_INITIAL + word for word in dict.fromkeys(_capitals(text)))])


@lru_cache(maxsize=64)
def read_search(text: str) -> Search:
    """What is looked for by who types this.

    >>> [spelling.words for spelling in read_search("Kiev -putin").wanted[0]][:2]
    [('kiev',), ('kyiv',)]
    """
    wanted: list[tuple[Spelling, ...]] = []
    unwanted: list[Spelling] = []
    run: list[str] = []  # words outside quotes, which may make a name together
    initials = _initials(text)
    terms = list(islice(_TERM.finditer(text.translate(_QUOTES).strip()), _TERMS))
    for at, term in enumerate(terms):
        typed = term["plain"] if term["quoted"] is None else term["quoted"]
        if not _words(typed):
            continue
        last = at == len(terms) - 1 and not term["closed"]
        if term["minus"]:
            unwanted += _phrase(typed, initials, goes_on=False)
        elif term["quoted"] is not None:
            wanted.append(tuple(_phrase(typed, initials, goes_on=last)))
        else:
            run.append(typed)
            if not (at + 1 < len(terms) and terms[at + 1]["plain"] and not terms[at + 1]["minus"]):
                wanted += _names(run, initials, goes_on=last)
                run = []
    return Search(tuple(wanted), tuple(unwanted))


def marked(text: str) -> list[str]:
    """What shows that it was found: words that stand together, with "*" where the last may go on.

    What has to be there in capitals is in capitals.

    >>> marked("-putin UN sanct")
    ['UN', 'united nations', 'оон', 'ин', 'ын', 'sanct*']
    """
    found: dict[str, None] = {}
    for spelling in chain(*read_search(text).wanted):
        *first, last = (word.upper() if word in spelling.initials else word for word in spelling.words)
        parts = [" ".join([*first, last])] if spelling.together else [*first, last]
        parts[-1] += "*" if spelling.goes_on else ""
        found |= dict.fromkeys(parts)
    return list(found)


def in_sqlite(spelling: Spelling) -> str:
    """The spelling in the language of FTS5."""
    star = "*" if spelling.goes_on else ""
    words = [" ".join(spelling.words)] if spelling.together else spelling.words
    told = " AND ".join(f'"{word}"' for word in words) + star
    return "(" + " AND ".join([*_in_capitals(spelling, '"', star), told]) + ")"


def in_postgres(spelling: Spelling) -> str:
    """The spelling as a tsquery."""
    star = ":*" if spelling.goes_on else ""
    told = (" <-> " if spelling.together else " & ").join(f"'{word}'" for word in spelling.words) + star
    return "(" + " & ".join([*_in_capitals(spelling, "'", star), f"({told})"]) + ")"


def _in_capitals(spelling: Spelling, quote: str, star: str) -> list[str]:
    """What tells that initials stand in a text as such; the last word may be the beginning of longer ones."""
    *_, last = spelling.words
    return [f"{quote}{_INITIAL}{word}{quote}{star * (word == last)}" for word in spelling.initials]


def _phrase(typed: str, initials: Collection[str], *, goes_on: bool) -> Iterator[Spelling]:
    """The words together, in every spelling of the names among them, and without their hyphens."""
    own = list(_parts(_words(typed)))
    for chosen in islice(product(*((part, *_others(part, typed)) for part in own)), _MANY):
        words = tuple(word for part in chosen for word in part)
        kept = [word for part, first in zip(chosen, own, strict=True) if part == first for word in part]
        yield _spelling(words, [word for word in kept if word in initials], goes_on=goes_on)
    if _HYPHENED.fullmatch(_plain(typed)):
        yield _spelling(("".join(_words(typed)),), goes_on=goes_on)


def _names(run: Sequence[str], initials: Collection[str], *, goes_on: bool) -> Iterator[tuple[Spelling, ...]]:
    """The words one by one; those that make a name together may be another spelling of it instead."""
    at = 0
    while at < len(run):
        words: Words = ()
        for size in range(min(_LONGEST, len(run) - at), 0, -1):
            words = tuple(word for typed in run[at : at + size] for word in _words(typed))
            if words in _known():
                break
        last = goes_on and at + size == len(run)
        typed = " ".join(run[at : at + size])
        if size == 1:
            yield tuple(_phrase(typed, initials, goes_on=last))
        else:
            kept = [word for word in words if word in initials]
            others = (_spelling(words, goes_on=last) for words in _others(words, typed))
            yield (_spelling(words, kept, together=False, goes_on=last), *others)
        at += size


def _spelling(
    words: Words, initials: Iterable[str] = (), *, together: bool = True, goes_on: bool = False
) -> Spelling:
    return Spelling(words, together, goes_on and len(words[-1]) >= _GOES_ON, tuple(initials))


def _initials(text: str) -> frozenset[str]:
    """What is typed in capitals as initials are, and not because all of it or a name is: "KYIV"."""
    typed = _capitals(text)
    if any(len(word) > _INITIALS_TO for word in typed):
        return frozenset()
    return frozenset(typed) - _written_as_words()


@cache
def _written_as_words() -> frozenset[str]:
    """The names of one word that a gazetteer does not write in capitals."""
    names = (
        name
        for file in ("places", "people", "countries", "organisations")
        for row in rows(file)
        for name in spellings(row, "name", "other_spellings")
    )
    return frozenset(_plain(name) for name in names if name.isalpha() and not name.isupper())


def _parts(words: Words) -> Iterator[Words]:
    """The words, those together that are a name."""
    while words:
        size = next(
            size for size in range(min(_LONGEST, len(words)), 0, -1) if size == 1 or words[:size] in _known()
        )
        yield words[:size]
        words = words[size:]


def _others(words: Words, typed: str) -> Iterable[Words]:
    """The other spellings of a name."""
    if len(words) == 1 and words[0] in _OTHER_MEANING and not re.search(r"(?<!\w)[A-Z]\.?[A-Z]", typed):
        return ()
    return _known().get(words, ())


@cache
def _known() -> dict[Words, tuple[Words, ...]]:
    """The other spellings of each that a gazetteer has."""
    found: dict[Words, dict[Words, None]] = {}

    def alike(names: Iterable[Words]) -> None:
        group = dict.fromkeys(names)
        for one in group:
            found.setdefault(one, {}).update(dict.fromkeys(other for other in group if other != one))

    for names, short in _entries():
        by_length: dict[int, list[Words]] = {}
        for name in names:
            by_length.setdefault(len(name), []).append(name)
        for same in by_length.values():  # "Kremlin Bridge" is no other spelling of "Kerch"
            alike(same)
        alike([names[0], *short])
    for row in rows("people"):
        alike(_words(name)[-1:] for name in spellings(row, "name", "other_spellings"))
    return {
        key: tuple(other for other in others if other[0] not in _OTHER_MEANING or len(other) > 1)
        for key, others in found.items()
    }


def _entries() -> Iterator[tuple[list[Words], list[Words]]]:
    """The names of each entry, its own first, and what is short for it."""
    more = {"places": "name", "people": "name", "countries": "demonyms", "organisations": "acronyms"}
    for file, column in more.items():
        for row in rows(file):
            names = [re.sub(r"\s*\(.*?\)", "", name) for name in spellings(row, "name", "other_spellings")]
            short = [one for one in (*names[1:], *spellings(row, column)) if one.isupper()]
            yield [words for name in names if (words := _words(name))], [_words(one) for one in short]


def _words(text: str) -> Words:
    return tuple(_WORD.findall(_plain(text)))


def _capitals(text: str) -> list[str]:
    """The words that stand in capitals, in lower case."""
    return [word.casefold() for word in _CAPITALS.findall(_bare(text)) if word.isupper()]


def _plain(text: str) -> str:
    """In lower case and without accents, initials together, no possessive."""
    return _bare(text).casefold()


def _bare(text: str) -> str:
    """Without accents, initials together, no possessive."""
    text = _POSSESSIVE.sub("", _INITIALS.sub(lambda found: found.group().replace(".", ""), text))
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text
