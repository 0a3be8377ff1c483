"""Which rules may match at a place: every pattern of a table at once, walked symbol by symbol.

A state holds what is still to come of all the patterns that are under way (Antimirov's partial
derivatives), and the rules that have ended. States are worked out when a text first leads to them
and kept, so a walk is a row of look-ups however many rules there are, and never goes back.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from timeline.temporal.grammar import Choice, Compiler, Literal, Node, Optional, Reference, Space

_STATES = 50_000
"""States kept before all are forgotten and worked out anew."""


class Goal:
    """What is still to come of one pattern: a node, then another goal; or the number of an ended rule."""

    __slots__ = ("heads", "node", "rest", "rule")

    def __init__(self, node: Node | None, rest: "Goal | None", rule: int = -1) -> None:
        self.node, self.rest, self.rule = node, rest, rule
        self.heads: tuple[list[tuple[frozenset[str], Goal]], frozenset[int]] | None = None


class State(dict[str, "State | None"]):
    """The next state by symbol, None where no pattern goes on; `fits` are the rules that ended so far."""

    __slots__ = ("_automaton", "_goals", "fits")

    def __init__(self, automaton: "Automaton", goals: frozenset[Goal], fits: tuple[int, ...]) -> None:
        super().__init__()
        self._automaton, self._goals, self.fits = automaton, goals, fits

    def __missing__(self, symbol: str) -> "State | None":
        found = self[symbol] = self._automaton.step(self._goals, self.fits, symbol)
        return found


class Automaton:
    """The patterns of a table of rules; rules are told by their numbers in `trees`."""

    def __init__(self, trees: Sequence[Choice], compiler: Compiler) -> None:
        self._compiler = compiler
        self._trees = trees
        self._goals: dict[tuple[int, int], Goal] = {}
        self._ends = [Goal(None, None, rule) for rule in range(len(trees))]
        self._states: dict[tuple[frozenset[Goal], tuple[int, ...]], State] = {}
        self._begins = frozenset(self._goal(tree, end) for tree, end in zip(trees, self._ends, strict=True))
        self.start = State(self, self._begins, ())
        """The state before the first symbol."""

    def step(self, goals: frozenset[Goal], fits: tuple[int, ...], symbol: str) -> State | None:
        """The state after one more symbol."""
        if goals is self._begins:
            following = self._first_steps.get(symbol, set())
        else:
            following = {
                rest for goal in goals for symbols, rest in self._heads(goal)[0] if symbol in symbols
            }
        if not following:
            return None
        ended = set(fits).union(*(self._heads(rest)[1] for rest in following))
        key = frozenset(following), tuple(sorted(ended))
        state = self._states.get(key)
        if state is None:
            if len(self._states) >= _STATES:
                self._states.clear()
                self.start.clear()
            state = self._states[key] = State(self, *key)
        return state

    @cached_property
    def _first_steps(self) -> dict[str, set[Goal]]:
        """What is to come after each first symbol: of all rules, too many to go through for each anew."""
        steps = defaultdict[str, set[Goal]](set)
        for goal in self._begins:
            for symbols, rest in self._heads(goal)[0]:
                for symbol in symbols:
                    steps[symbol].add(rest)
        return steps

    def _goal(self, node: Node, rest: Goal) -> Goal:
        key = id(node), id(rest)
        goal = self._goals.get(key)
        if goal is None:
            goal = self._goals[key] = Goal(node, rest)
        return goal

    def _heads(self, goal: Goal) -> tuple[list[tuple[frozenset[str], Goal]], frozenset[int]]:
        """The symbols that a goal can go on with, each with the goal after it; the rules that end here."""
        if goal.heads is None:
            goal.heads = self._expanded(goal)
        return goal.heads

    def _expanded(self, goal: Goal) -> tuple[list[tuple[frozenset[str], Goal]], frozenset[int]]:
        node, rest = goal.node, goal.rest
        if node is None or rest is None:
            return [], frozenset([goal.rule])
        match node:
            case Choice(sequences):
                branches = [self._sequence(sequence, rest) for sequence in sequences]
            case Optional(child):
                branches = [self._goal(child, rest), rest]
            case Space(False):
                branches = [self._goal(_A_SPACE, rest), rest]
            case Reference(name) if self._compiler.macro(name):
                branches = [self._goal(self._compiler.macro(name) or _A_SPACE, rest)]
            case Space() | Literal() | Reference():
                return [(self._compiler.symbols(node), rest)], frozenset()
        heads: list[tuple[frozenset[str], Goal]] = []
        ended = frozenset[int]()
        for branch in branches:
            more, ends = self._heads(branch)
            heads += more
            ended |= ends
        return heads, ended

    def _sequence(self, nodes: Sequence[Node], rest: Goal) -> Goal:
        for node in reversed(nodes):
            rest = self._goal(node, rest)
        return rest


_A_SPACE = Space(needed=True)
