"""What a rule's pattern caught, in words: what the rules' meanings read."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.temporal.expression import Expression, Found
from timeline.temporal.grammar import Compiled
from timeline.temporal.lexicon import Tokens, Value

if TYPE_CHECKING:
    from timeline.temporal.scanner import Scanner


class Reading:
    """What a rule's pattern caught, for the rule's meaning to read."""

    __slots__ = (
        "_compiled",
        "_items",
        "_match",
        "_scanner",
        "_spans",
        "_texts",
        "_tokens",
        "_whole",
        "looked_around",
    )

    def __init__(
        self,
        match: re.Match[str],
        compiled: Compiled,
        tokens: Tokens,
        scanner: "Scanner",
        items: "Items | None",
    ) -> None:
        self._match, self._compiled, self._tokens, self._scanner = match, compiled, tokens, scanner
        self._items = items
        first, last = match.span()
        self._whole = (first, last) if items is None else (items.token(first), items.token(last))
        self._spans: dict[str, tuple[int, int]] = {}
        self._texts: dict[str, str] = {}
        self.looked_around = False
        """Whether the meaning hangs on words beside those that were caught."""

    def span(self, name: str) -> tuple[int, int]:
        """First and last token of a captured piece; (-1, -1) where it is absent."""
        span = self._spans.get(name)
        if span is None:
            span = self._spans[name] = self._span(name)
        return span

    def _span(self, name: str) -> tuple[int, int]:
        for group in self._compiled.groups.get(name, ()):
            first, last = self._match.span(group)
            if first >= 0:
                return (
                    (first, last)
                    if self._items is None
                    else (self._items.token(first), self._items.token(last))
                )
        return -1, -1

    def whole(self) -> tuple[int, int]:
        """First and last token of all that was caught."""
        return self._whole

    def stretch(self, first: str, last: str) -> tuple[int, int]:
        """The tokens from one captured piece to another, or to the "end" of all that was caught."""
        return self.span(first)[0], self.whole()[1] if last == "end" else self.span(last)[1]

    def has(self, name: str) -> bool:
        """Whether the piece was there."""
        return self.span(name)[0] >= 0

    def text(self, name: str) -> str:
        """The piece in lower case, white space made single; "" where it is absent."""
        text = self._texts.get(name)
        if text is None:
            written = self.written(name)
            text = self._texts[name] = (
                written.lower() if written.isalnum() else " ".join(written.lower().split())
            )
        return text

    def written(self, name: str) -> str:
        """The piece as it is written."""
        first, last = self.span(name)
        return "".join(self._tokens.words[first:last]) if first >= 0 else ""

    def before(self) -> str:
        """The token before what was caught, in lower case, white space passed over."""
        self.looked_around = True
        at, words = self._whole[0] - 1, self._tokens.words
        while at >= 0 and words[at].isspace():
            at -= 1
        return words[at].lower() if at >= 0 else ""

    def after(self) -> str:
        """The token after what was caught, as it is written, white space passed over."""
        self.looked_around = True
        at, words = self._whole[1], self._tokens.words
        while at < len(words) and words[at] == " ":
            at += 1
        return words[at] if at < len(words) else ""

    def neighbour(self, offset: int) -> str:
        """The token so many before (−1 …) or after (1 …) what was caught; "" beyond the text."""
        self.looked_around = True
        first, last = self._whole
        at, words = first + offset if offset < 0 else last + offset - 1, self._tokens.words
        return words[at] if 0 <= at < len(words) else ""

    def text_says(self, words: re.Pattern[str]) -> bool:
        """Whether the whole text has such words somewhere."""
        self.looked_around = True
        return self._tokens.says(words)

    def is_line(self, name: str) -> bool:
        """Whether a captured piece stands on a line of its own."""
        self.looked_around = True
        (first, last), words = self.span(name), self._tokens.words
        return (first == 0 or "\n" in words[first - 1]) and "\n" in "".join(words[last : last + 1])

    def value(self, name: str, category: str | None = None) -> Value:
        """What the word of a category means; None where it is absent."""
        first, _ = self.span(name)
        return (
            self._scanner.lexicon.value(category or name, self._tokens.words[first]) if first >= 0 else None
        )

    def integer(self, name: str, category: str | None = None) -> int:
        """The meaning of a word that must be there and means a whole number."""
        value = self.value(name, category)
        if not isinstance(value, int):
            raise TypeError(f"{name} means {value!r}, not a whole number")
        return value

    def word(self, name: str, category: str | None = None) -> str:
        """The meaning of a word that must be there and means a text."""
        return str(self.value(name, category))

    def number(self, name: str) -> float | None:
        """The number that the piece writes; None where it is absent or vague."""
        text = self.text(name)
        return self._scanner.language.number(text) if text else None

    def inner(self, name: str) -> Expression | None:
        """The expression that the piece is; None where it is absent or none."""
        if self._items is not None:
            for group in self._compiled.groups.get(name, ()):
                first = self._match.start(group)
                if first >= 0:
                    return self._items.at(first).expression
            return None
        self.looked_around = True
        first, last = self.span(name)
        return self._scanner.expression(self._tokens, first, last) if first >= 0 else None


class Items:
    """A text's symbols with every expression that was found made one symbol."""

    __slots__ = ("_founds", "_shifts", "positions", "symbols")

    def __init__(self, symbols: str, founds: Sequence[Found]) -> None:
        pieces: list[str] = []
        at = shift = 0
        positions: list[int] = []
        self._shifts = shifts = [0]
        for first, last, _, symbol, _ in founds:
            pieces += (symbols[at:first], symbol)
            positions.append(first - shift)
            shift += last - first - 1
            shifts.append(shift)
            at = last
        pieces.append(symbols[at:])
        self._founds = founds
        self.symbols = "".join(pieces)
        self.positions = positions
        """Where the expressions are."""

    def at(self, position: int) -> Found:
        """The expression at a position of the symbols."""
        return self._founds[bisect_left(self.positions, position)]

    def expressions(self, first: int, last: int) -> tuple[Expression, ...]:
        """The expressions from one position of the symbols to another (exclusive)."""
        begin, end = bisect_left(self.positions, first), bisect_left(self.positions, last)
        return tuple([found.expression for found in self._founds[begin:end]])

    def token(self, position: int) -> int:
        """The token that a position of the symbols stands for."""
        return position + self._shifts[bisect_left(self.positions, position)]
