"""Token symbols → Found expressions, in order and without overlap.

Two passes. The rules find expressions in the words, the longest from the left; then the
compositions join them to longer ones ("early on" + "Saturday", "the end of" + "May"), each known by
its class. Work is done only near trigger words, every position is tried once and every pattern is
bounded, so the cost grows linearly with the text.
"""

import re
from collections.abc import Iterator, Sequence

from timeline.temporal.expression import KINDS, Expression, Found, Name, kind
from timeline.temporal.grammar import BREAK, SPACE, Choice, Compiled, Compiler, literals, parse
from timeline.temporal.lexicon import UNKNOWN, Lexicon, Tokens, Value
from timeline.temporal.rules import Language, Rule

_REACH = 16
"""Tokens before a trigger that an expression can begin at."""
_COMPOSED_REACH = 14
_ROUNDS = 4


class Reading:
    """What a rule's pattern caught, for the rule's meaning to read."""

    __slots__ = ("_compiled", "_items", "_match", "_scanner", "_tokens")

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

    def span(self, name: str) -> tuple[int, int]:
        """First and last token of a captured piece; (-1, -1) where it is absent."""
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
        first, last = self._match.span()
        return (first, last) if self._items is None else (self._items.token(first), self._items.token(last))

    def stretch(self, first: str, last: str) -> tuple[int, int]:
        """The tokens from one captured piece to another, or to the "end" of all that was caught."""
        return self.span(first)[0], self.whole()[1] if last == "end" else self.span(last)[1]

    def has(self, name: str) -> bool:
        """Whether the piece was there."""
        return self.span(name)[0] >= 0

    def text(self, name: str) -> str:
        """The piece in lower case, white space made single; "" where it is absent."""
        first, last = self.span(name)
        return " ".join("".join(self._tokens.words[first:last]).lower().split()) if first >= 0 else ""

    def written(self, name: str) -> str:
        """The piece as it is written."""
        first, last = self.span(name)
        return "".join(self._tokens.words[first:last]) if first >= 0 else ""

    def before(self, words: int = 1) -> str:
        """The token before what was caught, in lower case, white space passed over."""
        at = self.whole()[0] - 1
        while at >= 0 and self._tokens.words[at].isspace():
            at -= 1
        return self._tokens.words[at].lower() if at >= 0 else ""

    def after(self) -> str:
        """The token after what was caught, as it is written, white space passed over."""
        at, end = self.whole()[1], len(self._tokens.words)
        while at < end and self._tokens.words[at] == " ":
            at += 1
        return self._tokens.words[at] if at < end else ""

    def neighbour(self, offset: int) -> str:
        """The token so many before (−1 …) or after (1 …) what was caught; "" beyond the text."""
        first, last = self.whole()
        at = first + offset if offset < 0 else last + offset - 1
        return self._tokens.words[at] if 0 <= at < len(self._tokens.words) else ""

    def is_line(self, name: str) -> bool:
        """Whether a captured piece stands on a line of its own."""
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
        first, last = self.span(name)
        return self._scanner.expression(self._tokens, first, last) if first >= 0 else None


class Items:
    """A text's symbols with every expression that was found made one symbol."""

    __slots__ = ("_by_position", "_positions", "_shifts", "symbols")

    def __init__(self, symbols: str, founds: Sequence[Found], classes: dict[str, str]) -> None:
        pieces: list[str] = []
        at = position = 0
        self._by_position: dict[int, Found] = {}
        self._positions: list[int] = []
        self._shifts: list[int] = []
        for found in founds:
            pieces += (symbols[at : found.first], classes[kind(found.expression)])
            position += found.first - at
            self._by_position[position] = found
            self._positions.append(position)
            position += 1
            at = found.last
            self._shifts.append(at - position)
        pieces.append(symbols[at:])
        self.symbols = "".join(pieces)

    def at(self, position: int) -> Found:
        """The expression at a position of the symbols."""
        return self._by_position[position]

    def positions(self) -> list[int]:
        """Where the expressions are."""
        return self._positions

    def token(self, position: int) -> int:
        """The token that a position of the symbols stands for."""
        low, high = 0, len(self._positions)
        while low < high:
            middle = (low + high) // 2
            if self._positions[middle] < position:
                low = middle + 1
            else:
                high = middle
        return position + (self._shifts[low - 1] if low else 0)


class Fitting:
    """The rules that can begin with a symbol, behind one pattern that tells whether any of them fits."""

    __slots__ = ("_gate", "rules")

    def __init__(self) -> None:
        self.rules: list[tuple[Rule, Compiled]] = []
        self._gate: re.Pattern[str] | None = None

    def any(self, symbols: str, first: int, limit: int) -> bool:
        """Whether some rule fits there."""
        if self._gate is None:
            self._gate = re.compile("|".join(compiled.source for _, compiled in self.rules))
        return self._gate.match(symbols, first, limit) is not None


Table = dict[str, Fitting]
"""Rules by first symbol."""


class Scanner:
    """A language's rules, compiled."""

    def __init__(self, language: Language) -> None:
        self.language = language
        macros = {name: parse(pattern) for name, pattern in language.macros.items()}
        every_rule = (*language.rules, *(rule for tier in language.compositions for rule in tier))
        trees = [parse(rule.pattern) for rule in every_rule]
        sides = [parse(side) for rule in every_rule for side in (*rule.unless_before, *rule.unless_after)]
        words = {word for tree in (*macros.values(), *trees, *sides) for word in literals(tree)}
        self.lexicon = Lexicon(language.categories, language.mixed, sorted(words | {".", ",", "'"}), KINDS)
        self._compiler = Compiler(self.lexicon.word, self.lexicon.category, macros)
        tables = iter(trees)
        self._rules = self._table(language.rules, tables)
        self._tiers = [self._table(tier, tables) for tier in language.compositions]
        triggers = "".join(
            self.lexicon.category(name) or self.lexicon.word(name) for name in language.triggers
        )
        self._trigger = re.compile("[" + re.escape(triggers) + "]")
        self._unknown = frozenset("".join(self.lexicon.category(name) or "" for name in UNKNOWN))
        self._classes = {name: self.lexicon.category(name) or "" for name in KINDS}
        self.steps = 0
        """Patterns tried so far: the measure of work in the linearity test."""

    def _table(self, rules: Sequence[Rule], trees: Iterator[Choice]) -> Table:
        table: Table = {}
        for rule in rules:
            tree = next(trees)
            compiled = self._compiler.compile(tree, rule.unless_before, rule.unless_after)
            for symbol in compiled.first:
                table.setdefault(symbol, Fitting()).rules.append((rule, compiled))
        return table

    def tokens(self, text: str) -> Tokens:
        """The text's tokens with their symbols."""
        return Tokens(text, self.lexicon)

    def scan(self, tokens: Tokens) -> list[Found]:
        """Every expression of the text, from left to right."""
        founds = list(self._scan_words(tokens))
        for tier in self._tiers:
            for _ in range(_ROUNDS):
                composed = self._compose(tier, tokens, founds)
                if composed is None:
                    break
                founds = composed
        return [found for found in founds if not found.weak and not isinstance(found.expression, Name)]

    def _scan_words(self, tokens: Tokens) -> Iterator[Found]:
        symbols, at = tokens.symbols, 0
        trigger = self._trigger.search(symbols)
        while trigger:
            position = max(at, self._reach(symbols, trigger.start()))
            at = trigger.end()
            while position < at:
                if symbols[position] != SPACE:
                    found = self._longest(self._rules, symbols, tokens, position)
                    if found:
                        yield from found
                        at = position = found[-1].last
                        break
                position += 1
            trigger = self._trigger.search(symbols, at)

    def _reach(self, symbols: str, trigger: int) -> int:
        """Where an expression with this trigger may begin: back over known words."""
        position = trigger
        while position > 0 and trigger - position < _REACH:
            symbol = symbols[position - 1]
            if symbol == BREAK or symbol in self._unknown:
                break
            position -= 1
        return position

    def _compose(self, tier: Table, tokens: Tokens, founds: list[Found]) -> list[Found] | None:
        """The expressions with the longest compositions of a tier made; None where none was."""
        items = Items(tokens.symbols, founds, self._classes)
        out: list[Found] = []
        changed, end = False, 0
        for position, found in zip(items.positions(), founds, strict=True):
            if position < end:
                continue
            begin = max(end, position - _COMPOSED_REACH)
            joined = self._compose_at(tier, tokens, items, begin, position)
            if joined is None:
                out.append(found)
                end = position + 1
                continue
            longer, end = joined
            while out and out[-1].last > longer.first:
                out.pop()
            out.append(longer)
            changed = True
        return out if changed else None

    def _compose_at(
        self, tier: Table, tokens: Tokens, items: Items, begin: int, position: int
    ) -> tuple[Found, int] | None:
        symbols = items.symbols
        start = position
        while start > begin and symbols[start - 1] != BREAK and symbols[start - 1] not in self._unknown:
            start -= 1
        for at in range(start, position + 1):
            if symbols[at] in tier:
                found = self._longest(tier, symbols, tokens, at, items=items)
                if found:
                    last = found[-1].last
                    end = at + 1
                    while items.token(end) < last:
                        end += 1
                    return found[0], end
        return None

    def _longest(
        self, table: Table, symbols: str, tokens: Tokens, first: int, end: int | None = None,
        items: Items | None = None,
    ) -> Sequence[Found]:  # fmt: skip
        """The longest expression that begins at a symbol, up to `end`; several of a phrase of several."""
        limit = len(symbols) if end is None else end
        self.steps += 1
        fitting = table.get(symbols[first])
        if fitting is None or not fitting.any(symbols, first, limit):
            return ()
        candidates = []
        for rule, compiled in fitting.rules:
            self.steps += 1
            match = compiled.pattern.match(symbols, first, limit)
            if match:
                candidates.append((match.end(), rule, compiled, match))
        if len(candidates) > 1:
            candidates.sort(key=lambda candidate: (-candidate[0], candidate[1].weak))
        for _, rule, compiled, match in candidates:
            reading = Reading(match, compiled, tokens, self, items)
            expression = rule.meaning(reading)
            if isinstance(expression, tuple):
                return [
                    Found(*reading.stretch(first, last), each, rule.name) for first, last, each in expression
                ]
            if expression is not None:
                begin, last = reading.span(rule.span) if rule.span else reading.whole()
                return (Found(begin, last, expression, rule.name, rule.weak),)
        return ()

    def expression(self, tokens: Tokens, first: int, last: int) -> Expression | None:
        """What these tokens, all of them, say; None where no rule reads them."""
        found = self._longest(self._rules, tokens.symbols, tokens, first, last)
        whole = len(found) == 1 and (found[0].first, found[0].last) == (first, last)
        return found[0].expression if whole else None
