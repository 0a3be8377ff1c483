"""A text → its tokens and its symbol string: one character for each token, telling what the token can be.

Words that belong to the same categories share a symbol, so a rule's category is a set of symbols
and the rules are ordinary regular expressions over the symbol string, which is far shorter and
plainer than the text.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from sys import intern

from timeline.temporal.grammar import BREAK, SPACE

Value = int | float | str | None
_TOKEN = re.compile(r"\w+| |\s+|[^\w\s]")
_CODES = [*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x100), *range(0x391, 0x7000)]
_DIGITS = ("digits", "dayno", "monthno", "hour", "minute", "yy", "year", "hhmm", "three_digits", "lead0")
UNKNOWN = ("other", "plural", "name")
_UNKNOWN = frozenset(UNKNOWN)
_COMPACT = 8
"""Digits of a date without punctuation: 20220224."""
_CACHED_WORDS = 100_000
_LONG_CHUNK = 160
"""Characters of a chunk that is not worth keeping."""
_RAGGED = "\r"
"""Stands for a space after white space of another kind, with which it is one token."""


class Tokens:
    """The tokens of a text and their symbols."""

    __slots__ = ("_at_char", "_at_token", "_said", "symbols", "text", "words")

    def __init__(self, text: str, lexicon: "Lexicon") -> None:
        self.text = text
        self.symbols, self.words = lexicon.read(text)
        self._at_token = self._at_char = 0
        self._said: dict[re.Pattern[str], bool] = {}

    def says(self, words: re.Pattern[str]) -> bool:
        """Whether the text has such words somewhere; looked for once."""
        said = self._said.get(words)
        if said is None:
            said = self._said[words] = words.search(self.text) is not None
        return said

    def start(self, index: int) -> int:
        """The character that token `index` begins at; cheap for one near the last that was asked for."""
        if index >= self._at_token:
            self._at_char += len("".join(self.words[self._at_token : index]))
        else:
            self._at_char -= len("".join(self.words[index : self._at_token]))
        self._at_token = index
        return self._at_char

    def slice(self, first: int, last: int) -> str:
        """The text of tokens `first` to `last` (exclusive)."""
        return "".join(self.words[first:last])


def without_spaces(words: Iterable[str]) -> list[str]:
    """The tokens that are words or signs: white space left out."""
    return [word for word in words if not word.isspace()]


class Pieces(dict[str, tuple[str, ...]]):
    """What stands between two spaces → its tokens and the space after it, filled as met."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        if len(self) > _CACHED_WORDS:
            self.clear()
        words = (chunk, SPACE) if chunk.isalnum() else (*_TOKEN.findall(chunk), SPACE)
        if len(chunk) <= _LONG_CHUNK:
            self[chunk] = words
        return words


class Chunks(dict[str, str]):
    """What stands between two spaces → its symbols and that of the space after it, filled as met."""

    def __init__(self, lexicon: "Lexicon", pieces: Pieces) -> None:
        super().__init__()
        self._lexicon, self._pieces = lexicon, pieces

    def __missing__(self, chunk: str) -> str:
        if len(self) > _CACHED_WORDS:
            self.clear()
        symbols = "".join(map(self._lexicon.__getitem__, self._pieces[chunk]))
        if chunk and chunk[-1].isspace():
            symbols = symbols[:-1] + _RAGGED
        if len(chunk) <= _LONG_CHUNK:
            self[chunk] = symbols = intern(symbols)
        return symbols


class Lexicon(dict[str, str]):
    """Token → symbol, filled as tokens are met; unknown words are told apart by their form only."""

    def __init__(
        self,
        categories: Mapping[str, Mapping[str, Value]],
        mixed: Mapping[str, str],
        literals: Iterable[str],
        classes: Iterable[str] = (),
    ) -> None:
        super().__init__()
        self._values = categories
        self._mixed = [(name, re.compile(pattern)) for name, pattern in mixed.items()]
        belongs: dict[str, set[str]] = {}
        for name, words in categories.items():
            for word in words:
                belongs.setdefault(word, set()).add(name)
        for word in literals:
            belongs.setdefault(word, set()).add("=" + word)
            if word.capitalize() in belongs and word.capitalize() != word:
                belongs[word.capitalize()].add("=" + word)
        for word in belongs:
            if word != word.lower() and word.lower() in belongs:
                belongs[word] |= belongs[word.lower()]
        self._belongs = {word: frozenset(names) for word, names in belongs.items()}
        self._symbols: dict[frozenset[str], str] = {}
        for names in self._belongs.values():
            self._symbol(names)
        for number in (
            "0",
            "00",
            "05",
            "1",
            "12",
            "13",
            "24",
            "25",
            "31",
            "32",
            "59",
            "60",
            "99",
            "100",
            "101",
        ):
            self._symbol(frozenset(_digit_categories(number)))
        for number in ("1000", "1060", "1960", "1230", "2000", "2500", "2399", "0930", "0960", "10000"):
            self._symbol(frozenset(_digit_categories(number)))
        for name in mixed:
            self._symbol(frozenset([name]))
        for name in (*UNKNOWN, *classes):
            self._symbol(frozenset([name]))
        self._by_name: dict[str, str] = {}
        for names, symbol in self._symbols.items():
            for name in names:
                self._by_name[name] = self._by_name.get(name, "") + symbol
        self.unknown = frozenset(symbol for names, symbol in self._symbols.items() if names <= _UNKNOWN)
        """The symbols of words that belong to no category and no rule names."""
        self._pieces = Pieces()
        self._chunks = Chunks(self, self._pieces)

    def read(self, text: str) -> tuple[str, list[str]]:
        """A text's symbols and tokens, read chunk by chunk: most chunks of a text have been met before."""
        chunks = text.split(SPACE)
        symbols = "".join(map(self._chunks.__getitem__, chunks))
        if _RAGGED in symbols[:-1]:
            chunks = _with_indents(chunks, [self._chunks[chunk] for chunk in chunks])
            symbols = "".join(map(self._chunks.__getitem__, chunks))
        words = list(chain.from_iterable(map(self._pieces.__getitem__, chunks)))
        words.pop()
        return symbols[:-1], words

    def _symbol(self, names: frozenset[str]) -> str:
        if names not in self._symbols:
            self._symbols[names] = chr(_CODES[len(self._symbols)])
        return self._symbols[names]

    def __missing__(self, token: str) -> str:
        if len(self) > _CACHED_WORDS:
            self.clear()
        symbol = self._classify(token)
        self[token] = symbol
        return symbol

    def _classify(self, token: str) -> str:
        if token.isspace():
            return BREAK if token.count("\n") > 1 else SPACE
        if token.isdecimal() and token.isascii():
            written_out = self._mixed_symbol(token) if len(token) == _COMPACT else None
            return written_out or (
                self._symbols.get(frozenset(_digit_categories(token))) or self._symbols[frozenset(["other"])]
            )
        names = self._belongs.get(token)
        if names is None and token.isupper() and len(token) > 1:  # "MAY 17" is no "may"
            names = self._belongs.get(token.capitalize())
        names = names or self._belongs.get(token.lower())
        if names is not None:
            return self._symbols[names]
        if token[0].isdigit() or token[-1].isdigit():
            mixed = self._mixed_symbol(token)
            if mixed:
                return mixed
        form = "name" if token[0].isupper() else "plural" if token[-1] == "s" else "other"
        return self._symbols[frozenset([form])]

    def _mixed_symbol(self, token: str) -> str | None:
        for name, pattern in self._mixed:
            if pattern.fullmatch(token):
                return self._symbols[frozenset([name])]
        return None

    def word(self, word: str) -> str:
        """The symbols that may stand for a literal."""
        return self._by_name.get("=" + word, "")

    def category(self, name: str) -> str | None:
        """The symbols of a category; None where there is none of that name."""
        return self._by_name.get(name, "" if name in _DIGITS else None)

    def value(self, name: str, token: str) -> Value:
        """What a word of a category means."""
        words = self._values[name]
        for form in (token, token.lower(), token.capitalize()):
            if form in words:
                return words[form]
        raise KeyError(f"{token!r} is no {name}")


def _with_indents(chunks: list[str], symbols: Sequence[str]) -> list[str]:
    """The chunks with a line break, the spaces after it and what follows them made one."""
    out: list[str] = []
    joined: list[str] = []
    at = 0
    for broken in [index for index, each in enumerate(symbols[:-1]) if each[-1] == _RAGGED]:
        if broken >= at:
            out += [SPACE.join(joined)] * bool(joined) + chunks[at:broken]
            joined = [chunks[broken]]
        at = broken + 1
        while at < len(chunks) - 1 and not chunks[at]:
            at += 1
        joined += chunks[broken + 1 : at + 1]
        at += 1
    return [*out, SPACE.join(joined), *chunks[at:]]


def _digit_categories(token: str) -> list[str]:
    """What a run of digits can be, by its length and size."""
    number, length = int(token) if len(token) < 9 else 10**9, len(token)
    names = ["digits"]
    if length <= 2:
        names += (
            ["dayno"] * (1 <= number <= 31) + ["monthno"] * (1 <= number <= 12) + ["hour"] * (number <= 24)
        )
        if length == 2:
            names += ["yy"] + ["minute"] * (number < 60) + ["lead0"] * (token[0] == "0")
    elif length == 3:
        names += ["three_digits"]
    elif length == 4:
        names += ["year"] * (1000 <= number < 2200)
        names += ["hhmm"] * (number // 100 < 24 and number % 100 < 60)
    return names
