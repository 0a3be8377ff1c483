"""Rule patterns → regular expressions over a text's symbol string (one symbol for each token).

A pattern reads like the text it finds:  ``(the )?<day>(st)? of <month>(,? <year>)?``
word, punctuation   that token itself            ``<name>``        a category or macro, captured
space               white space                  ``<n:name>``      the same, captured as n
``_``               white space or nothing       ``{name}``        the same, not captured
``( | )``, ``?``    as in regular expressions    ``~x``            the punctuation x itself: ``~?``
There is no unbounded repetition, so no pattern can backtrack without bound.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

SPACE, BREAK = " ", "\n"


@dataclass(frozen=True, slots=True)
class Literal:
    """A token that must stand there."""

    word: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A category of words or a macro; `group` is the capture's name."""

    name: str
    group: str | None


@dataclass(frozen=True, slots=True)
class Space:
    """White space; `needed` or perhaps nothing."""

    needed: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences; `optional` as a whole."""

    sequences: tuple[tuple["Node", ...], ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Optional:
    """What may be left out."""

    node: "Node"


Node = Literal | Reference | Space | Choice | Optional
_PIECE = re.compile(r"(?P<word>[^\W_]+)|<(?P<captured>[\w:]+)>|\{(?P<plain>\w+)\}|~(?P<raw>.)|(?P<sign>.)")


def parse(pattern: str) -> Choice:
    """The tree of a pattern; ValueError where it is malformed."""
    pieces = list(_PIECE.finditer(pattern))
    tree, rest = _choice(pieces, 0)
    if rest != len(pieces):
        raise ValueError(f"unmatched ')' in the pattern {pattern!r}")
    return tree


def _choice(pieces: list[re.Match[str]], at: int) -> tuple[Choice, int]:
    sequences: list[tuple[Node, ...]] = []
    sequence: list[Node] = []
    while at < len(pieces):
        piece = pieces[at]
        sign = piece["sign"]
        if sign == ")":
            break
        at += 1
        if sign == "|":
            sequences.append(tuple(sequence))
            sequence = []
        elif sign == "?":
            sequence[-1] = Optional(sequence[-1])
        elif sign == "(":
            inner, at = _choice(pieces, at)
            if at >= len(pieces):
                raise ValueError("unmatched '(' in a pattern")
            at += 1
            sequence.append(inner)
        else:
            sequence.append(_atom(piece))
    return Choice((*sequences, tuple(sequence))), at


def _atom(piece: re.Match[str]) -> Node:
    if piece["captured"]:
        group, _, name = piece["captured"].rpartition(":")
        return Reference(name, group or name)
    if piece["plain"]:
        return Reference(piece["plain"], None)
    if piece["sign"] in (" ", "_"):
        return Space(piece["sign"] == " ")
    return Literal((piece["word"] or piece["raw"] or piece["sign"]).lower())


def literals(node: Node) -> Iterator[str]:
    """Every token that the tree names itself."""
    match node:
        case Literal(word):
            yield word
        case Choice(sequences):
            for sequence in sequences:
                for child in sequence:
                    yield from literals(child)
        case Optional(child):
            yield from literals(child)


class Compiled:
    """A regular expression over symbols, compiled when it is first used, and its groups by name."""

    def __init__(self, source: str, groups: Mapping[str, tuple[int, ...]]) -> None:
        self.source = source
        self.groups = groups

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The regular expression."""
        return re.compile(self.source)


class Compiler:
    """Turns trees into expressions, given the symbols of words and categories and the macros' trees."""

    def __init__(
        self, word: Callable[[str], str], category: Callable[[str], str | None], macros: Mapping[str, Choice]
    ) -> None:
        self._word = word
        self._category = category
        self._macros = macros
        self._cache: dict[str, tuple[str, bool]] = {}

    def macro(self, name: str) -> Choice | None:
        """The tree of a macro; None where the name is a category's."""
        return self._macros.get(name) if self._category(name) is None else None

    def symbols(self, node: Literal | Reference | Space) -> frozenset[str]:
        """The symbols that one token's node may be."""
        match node:
            case Literal(word):
                return frozenset(self._word(word))
            case Reference(name):
                return frozenset(self._category(name) or "")
            case Space():
                return frozenset(SPACE)

    def compile(
        self, tree: Choice, unless_before: tuple[str, ...] = (), unless_after: tuple[str, ...] = ()
    ) -> Compiled:
        """The expression of `tree`; `unless_…` are patterns that may not stand right beside it."""
        groups: dict[str, list[int]] = {}
        body, nullable = self._node(tree, groups)
        if nullable:
            raise ValueError("a rule's pattern may not match nothing")
        ahead = "".join(f"(?!{self._node(parse(p), None)[0]})" for p in unless_after)
        behind = "".join(
            f"(?<!{self._sequence(sequence, None)[0]})"
            for p in unless_before
            for sequence in parse(p).sequences
        )
        return Compiled(behind + body + ahead, {name: tuple(ids) for name, ids in groups.items()})

    def _node(self, node: Node, groups: dict[str, list[int]] | None) -> tuple[str, bool]:
        """The regular expression of a node, and whether it can match nothing."""
        match node:
            case Space(needed):
                return (SPACE if needed else SPACE + "?"), not needed
            case Literal(word):
                return self._set(self._word(word)), False
            case Reference(name, group):
                return self._reference(name, group, groups)
            case Optional(child):
                return f"(?:{self._node(child, groups)[0]})?", True
            case Choice(sequences):
                parts = [self._sequence(sequence, groups) for sequence in sequences]
                return "(?:" + "|".join(part[0] for part in parts) + ")", any(part[1] for part in parts)

    def _sequence(self, nodes: tuple[Node, ...], groups: dict[str, list[int]] | None) -> tuple[str, bool]:
        parts = [self._node(node, groups) for node in nodes]
        return "".join(part[0] for part in parts), all(part[1] for part in parts)

    def _reference(
        self, name: str, group: str | None, groups: dict[str, list[int]] | None
    ) -> tuple[str, bool]:
        if group is not None and groups is not None:
            number = sum(map(len, groups.values())) + 1
            groups.setdefault(group, []).append(number)
        if name not in self._cache:
            symbols = self._category(name)
            if symbols is not None:
                self._cache[name] = self._set(symbols), False
            elif name in self._macros:
                self._cache[name] = self._node(self._macros[name], None)
            else:
                raise ValueError(f"the pattern names <{name}>, which is no category and no macro")
        body, nullable = self._cache[name]
        return (f"({body})" if group is not None and groups is not None else body), nullable

    @staticmethod
    def _set(symbols: str) -> str:
        return re.escape(symbols) if len(symbols) == 1 else "[" + "".join(map(re.escape, symbols)) + "]"
