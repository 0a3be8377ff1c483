"""Token symbols → Found expressions, in order and without overlap.

Two passes. The rules find expressions in the words, the longest from the left; then the
compositions join them to longer ones ("early on" + "Saturday", "the end of" + "May"), each known by
its class. Work is done only near trigger words, every position is tried once and every pattern is
bounded, so the cost grows linearly with the text.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from timeline.temporal.automaton import Automaton, State
from timeline.temporal.expression import KINDS, Expression, Found, Name, kind
from timeline.temporal.grammar import BREAK, Choice, Compiler, literals, parse
from timeline.temporal.lexicon import Lexicon, Tokens
from timeline.temporal.reading import Items, Reading
from timeline.temporal.rules import Language, Rule

_REACH = 16
"""Tokens before a trigger that an expression can begin at."""
_COMPOSED_REACH = 14
_ROUNDS = 4
_TOGETHER = 4
"""More expressions than a composition has before one of its expressions."""
_KEPT = 20_000
"""Phrases whose meaning is kept."""
_LONGEST = 100
"""More symbols than any pattern has."""


class Table:
    """Rules that are looked for together: an automaton tells which may match, patterns what they catch."""

    def __init__(self, rules: Sequence[Rule], trees: Sequence[Choice], compiler: Compiler) -> None:
        self.rules = [
            (rule, compiler.compile(tree, rule.unless_before, rule.unless_after))
            for rule, tree in zip(rules, trees, strict=True)
        ]
        self.start = Automaton(trees, compiler).start
        self.kept: dict[tuple[int, str, tuple[Expression, ...] | None], tuple[Expression, str]] = {}
        """The meaning of phrases with its symbol, by rule, words and the expressions in them."""


class Scanner:
    """A language's rules, compiled."""

    def __init__(self, language: Language) -> None:
        self.language = language
        macros = {name: parse(pattern) for name, pattern in language.macros.items()}
        tiers = (language.rules, *language.compositions)
        trees = [[parse(rule.pattern) for rule in rules] for rules in tiers]
        sides = [
            parse(side)
            for rules in tiers
            for rule in rules
            for side in (*rule.unless_before, *rule.unless_after)
        ]
        every = (*macros.values(), *(tree for each in trees for tree in each), *sides)
        words = {word for tree in every for word in literals(tree)}
        self.lexicon = Lexicon(language.categories, language.mixed, sorted(words | {".", ",", "'"}), KINDS)
        compiler = Compiler(self.lexicon.word, self.lexicon.category, macros)
        self._rules, *self._tiers = (
            Table(rules, each, compiler) for rules, each in zip(tiers, trees, strict=True)
        )
        self._any_tier = Automaton([tree for each in trees[1:] for tree in each], compiler).start
        triggers = "".join(
            self.lexicon.category(name) or self.lexicon.word(name) for name in language.triggers
        )
        self._trigger = re.compile("[" + re.escape(triggers) + "]")
        self._unknown = self.lexicon.unknown
        stops = "".join(sorted(self._unknown | {BREAK}))
        self._last_stop = re.compile(".*[" + re.escape(stops) + "]", re.DOTALL)
        self._classes = {name: self.lexicon.category(name) or "" for name in KINDS}
        self.steps = 0
        """Places and patterns tried so far: the measure of work in the linearity test."""

    def tokens(self, text: str) -> Tokens:
        """The text's tokens with their symbols."""
        return Tokens(text, self.lexicon)

    def scan(self, tokens: Tokens) -> list[Found]:
        """Every expression of the text, from left to right."""
        founds = self._joined(tokens, self._scan_words(tokens))
        if self.language.messages.reads(tokens):
            founds = self._with_words_of_messages(tokens, founds)
        return [found for found in founds if not found.weak and not isinstance(found.expression, Name)]

    def _with_words_of_messages(self, tokens: Tokens, founds: list[Found]) -> list[Found]:
        """The expressions of a short message, with the words that are times only in one."""
        words, messages = tokens.words, self.language.messages
        out = [found for found in founds if not found.weak]
        taken = {at for found in out for at in range(found.first, found.last)}
        for at, word in enumerate(words):
            what = messages.words.get(word.lower())
            if what is None or at in taken or not (at == 0 or words[at - 1].isspace()):
                continue
            article = at > 1 and words[at - 2].lower() in messages.articles and at - 2 not in taken
            numbered = word.lower() in messages.numbered and "".join(words[at + 1 : at + 3])[1:].isdigit()
            out.append(Found(at - 2 if article else at, at + 3 if numbered else at + 1, what, ""))
        return sorted(out, key=lambda found: found.first)

    def _scan_words(self, tokens: Tokens) -> list[Found]:
        symbols, end, table = tokens.symbols, 0, self._rules
        out: list[Found] = []
        begin = table.start
        for trigger in self._trigger.finditer(symbols):
            where = trigger.start()
            while end <= where:
                at = self._back(symbols, where, max(end, where - _REACH))
                while fitting := self._fitting(begin, symbols, range(at, where + 1)):
                    at, rules = fitting
                    founds = self._longest(table, rules, tokens, symbols, at, len(symbols))
                    if founds:
                        out += founds
                        end = founds[-1].last
                        break
                    at += 1
                else:
                    end = where + 1
        return out

    def _back(self, symbols: str, position: int, begin: int) -> int:
        """Where an expression about a position may begin: back over known words, as far as `begin`."""
        stop = self._last_stop.match(symbols, begin, position)
        return begin if stop is None else stop.end()

    def _joined(self, tokens: Tokens, founds: list[Found]) -> list[Found]:
        """The expressions joined to longer ones, tier after tier, as long as some join."""
        items = Items(tokens.symbols, founds)
        joining = {
            found.first
            for found, position in zip(founds, items.positions, strict=True)
            if self._may_join(items.symbols, position)
        }
        for tier in self._tiers:
            for _ in range(_ROUNDS):
                if not joining:
                    return founds
                composed, changed = self._compose(tier, tokens, items, founds, joining)
                if not changed:
                    break
                founds = composed
                items = Items(tokens.symbols, founds)
                for at in changed:
                    for near in range(max(0, at - _TOGETHER), at + 1):
                        if self._may_join(items.symbols, items.positions[near]):
                            joining.add(founds[near].first)
                        else:
                            joining.discard(founds[near].first)
        return founds

    def _may_join(self, symbols: str, position: int) -> bool:
        """Whether a composition of some tier may begin at an expression or before it."""
        begin = self._back(symbols, position, max(0, position - _COMPOSED_REACH))
        return self._fitting(self._any_tier, symbols, range(position, begin - 1, -1)) is not None

    def _compose(
        self, tier: Table, tokens: Tokens, items: Items, founds: list[Found], joining: set[int]
    ) -> tuple[list[Found], list[int]]:
        """The expressions with the longest compositions of a tier made, and which of them those are."""
        positions = items.positions
        out: list[Found] = []
        changed: list[int] = []
        end = copied = 0
        for at, found in enumerate(founds):
            if found.first not in joining or positions[at] < end:
                continue
            before = max(end, positions[at] - _COMPOSED_REACH, positions[at - 1] + 1 if at else 0)
            joined = self._compose_at(tier, tokens, items, before, positions[at])
            if joined is None:
                continue
            out += founds[copied:at]
            longer, end = joined
            while out and out[-1].last > longer.first:
                out.pop()
            while changed and changed[-1] >= len(out):
                changed.pop()
            changed.append(len(out))
            out.append(longer)
            copied = bisect_left(positions, end)
        return out + founds[copied:], changed

    def _compose_at(
        self, tier: Table, tokens: Tokens, items: Items, begin: int, position: int
    ) -> tuple[Found, int] | None:
        symbols = items.symbols
        at = self._back(symbols, position, begin)
        while fitting := self._fitting(tier.start, symbols, range(at, position + 1)):
            at, rules = fitting
            found = self._longest(tier, rules, tokens, symbols, at, len(symbols), items)
            if found:
                last = found[-1].last
                end = at + 1
                while items.token(end) < last:
                    end += 1
                return found[0], end
            at += 1
        return None

    def _fitting(self, start: State, symbols: str, places: range) -> tuple[int, tuple[int, ...]] | None:
        """The first of some places that rules may match at, and their numbers."""
        for at in places:
            state = start[symbols[at]]
            if state is None:
                continue
            self.steps += 1
            for symbol in symbols[at + 1 : at + _LONGEST]:
                following = state[symbol]
                if following is None:
                    break
                state = following
            if state.fits:
                return at, state.fits
        return None

    def _longest(
        self, table: Table, fitting: tuple[int, ...], tokens: Tokens, symbols: str, first: int, limit: int,
        items: Items | None = None,
    ) -> Sequence[Found]:  # fmt: skip
        """The longest expression that begins at a symbol, up to `limit`; several of a phrase of several."""
        self.steps += len(fitting)
        if len(fitting) == 1:  # as mostly
            match = table.rules[fitting[0]][1].pattern.match(symbols, first, limit)
            return () if match is None else self._read(table, fitting[0], match, tokens, items)
        matches = []
        for number in fitting:
            match = table.rules[number][1].pattern.match(symbols, first, limit)
            if match is not None:
                matches.append((match, number))
        if len(matches) > 1:
            matches.sort(key=lambda found: (-found[0].end(), table.rules[found[1]][0].weak))
        for match, number in matches:
            founds = self._read(table, number, match, tokens, items)
            if founds:
                return founds
        return ()

    def _read(
        self, table: Table, number: int, match: re.Match[str], tokens: Tokens, items: Items | None
    ) -> Sequence[Found]:
        """What a rule makes of the words that its pattern caught; nothing where they are none of its kind.

        What the words alone decided, and the expressions in them, is kept: it is the same in every text.
        """
        rule, compiled = table.rules[number]
        first, last = match.span()
        inner = None
        if items is not None:
            inner = items.expressions(first, last)
            first, last = items.token(first), items.token(last)
        key = number, tokens.slice(first, last), inner
        kept = table.kept.get(key)
        if kept is not None:
            return (Found(first, last, *kept, rule.weak),)
        reading = Reading(match, compiled, tokens, self, items)
        expression = rule.meaning(reading)
        if isinstance(expression, tuple):
            return [
                Found(*reading.stretch(begin, end), each, self._classes[kind(each)])
                for begin, end, each in expression
            ]
        if expression is None:
            return ()
        symbol = self._classes[kind(expression)]
        if rule.span is not None:
            return (Found(*reading.span(rule.span), expression, symbol, rule.weak),)
        if not reading.looked_around:
            if len(table.kept) >= _KEPT:
                table.kept.clear()
            table.kept[key] = expression, symbol
        return (Found(first, last, expression, symbol, rule.weak),)

    def expression(self, tokens: Tokens, first: int, last: int) -> Expression | None:
        """What these tokens, all of them, say; None where no rule reads them."""
        symbols = tokens.symbols
        fitting = self._fitting(self._rules.start, symbols, range(first, first + 1))
        found = self._longest(self._rules, fitting[1], tokens, symbols, first, last) if fitting else ()
        if len(found) == 1 and (found[0].first, found[0].last) == (first, last):
            return found[0].expression
        return None
