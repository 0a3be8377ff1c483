"""What a language is made of: words by category, rule tables with their examples, cues of tense.

A rule's `meaning` gets a `Reading` of what its pattern caught and gives an Expression, or None
where the words do not make one after all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline.temporal.expression import Expression
from timeline.temporal.lexicon import Tokens, Value

if TYPE_CHECKING:
    from timeline.temporal.reading import Reading


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its timexes in brackets, and their values; `published` where not 2022-02-12."""

    text: str
    values: tuple[str, ...]
    published: str = "2022-02-12"


Meaning = Expression | tuple[tuple[str, str, Expression], ...] | None
"""What a phrase says: one expression, several (each with its first and last piece), or nothing after all."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of expression: how it is written, what it says, examples and counter-examples."""

    name: str
    pattern: str
    meaning: Callable[["Reading"], Meaning]
    examples: tuple[Example, ...] = ()
    never: tuple[str, ...] = ()
    """Sentences in which nothing temporal may be found."""
    unless_before: tuple[str, ...] = ()
    """Patterns that may not stand right before (each of a fixed number of tokens)."""
    unless_after: tuple[str, ...] = ()
    span: str | None = None
    """The captured piece that is the timex, where that is not the whole match."""
    weak: bool = False
    """Whether what is found counts only as a part of a longer expression."""


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """Words that show on which side of the publication date a clause plays."""

    future: frozenset[str]
    future_pairs: frozenset[tuple[str, str]]
    past: frozenset[str]
    past_endings: tuple[str, ...]
    not_past: frozenset[str]
    past_of_future: frozenset[str]
    """Words that put a plan into the past: "had been due to"."""
    then: frozenset[str]
    """Words before one of the future by which it was a plan of its time: "was due to"."""
    before_adjectives: frozenset[str]
    """Words after which a form like a past tense is none: "the disputed", "to be published"."""
    before_bases: frozenset[str]
    """Words after which a form like a past tense is the bare verb: "will hit", "to cut"."""
    nouns: frozenset[str]
    """Words of the future that are nouns after one of the `articles`, unless "to" follows."""
    articles: frozenset[str]
    after_nouns: frozenset[str]
    """Words that follow on those nouns, not on the verbs: "a plan of …", "a 13-point plan on 12 February"."""
    naming: frozenset[str]
    """Participles that after a comma only say what something is called."""
    clause_ends: frozenset[str]
    clause_openers: frozenset[str]
    relatives: frozenset[str]
    before_dates: frozenset[str]
    """Prepositions that stand between such a word and a date."""
    modals: frozenset[str]
    """Of what may come, written small: "could begin", but "could have begun"."""
    auxiliaries: frozenset[str]
    """Past forms that a word of the future makes a plan of: "was due", "had planned"."""
    done: frozenset[str]
    """Nouns of what has happened once it is spoken of: "Wednesday's ruling"."""
    reported: frozenset[str]
    """Nouns of what is counted once a month is over: "December's figures"."""
    appointed: frozenset[str]
    """Nouns of what a day is set for: "Friday's vote"."""
    gatherings: frozenset[str]
    """Nouns of what people are called out for: "called for a march on Tuesday"."""
    wanting: frozenset[str]
    """Verbs of what is still to be done by a date: "they want it delivered by Christmas"."""
    ordering: frozenset[str]
    """Past verbs after which "to" tells of what is still to be done: "told to leave by Monday"."""
    before_announced: frozenset[str]
    """Words before which or after which "to" is not that of a headline: "London to send tanks in March"."""
    fixing: frozenset[str]
    """Participles before "for" and the weekday that something is set for: "was called for Friday"."""
    decreeing: frozenset[str]
    """Past verbs of what is to hold from a weekday on: "agreed a truce from Saturday"."""
    dropping: frozenset[str]
    """Past verbs, of a word or two, by which what was set for a day is not held then: "were called off"."""
    happening: frozenset[str]
    """Verbs without an object, whose date is theirs behind other words, too: "came into force on 6 April"."""
    appointing: frozenset[str]
    """Past verbs whose date may be to come: "has set 10 November as the last day"."""
    deciding: frozenset[str]
    """Past verbs whose "to" may be of the month to come: "decided to admit it in early March"."""
    declaring: frozenset[str]
    """Past verbs that make a day something: "declared Monday a holiday"."""
    prolonging: frozenset[str]
    """Past verbs after which what lasts through a date is still to end: "extended it through January"."""
    programmes: frozenset[str]
    """Those words of the future that only tell of programmes: "the law lapses", but not in a chronicle."""
    plural_programmes: frozenset[str]
    """The same of many, right after a plural: "ministers meet on Monday"."""
    plural_nouns: frozenset[str]
    """Those that are none after a comma: they may be nouns, or orders."""
    plural_subjects: frozenset[str]
    """Pronouns that are such a plural: "we meet on Tuesday"."""
    countable: frozenset[str]
    """Those that are nouns after a number: "by 188 votes"."""
    agreed_on: frozenset[str]
    """Verbs of what is to come after "agreed to"."""
    infinitives: frozenset[str]
    """Verbs of what is to come, after a comma and "to": "a new head, to take over in May"."""
    present: frozenset[str]
    """Verbs by which what is appointed is still to come: "Friday's elections are"."""
    of_late: frozenset[str]
    """Words by which a date is no part of an older year told before: "in 2016, and most recently in May"."""
    again: frozenset[str]
    """The same after a year that stands alone: "in 2012 and again on 3 January"."""
    of_the_held: frozenset[str]
    """Words before an appointed thing that has been held: "victory in Friday's vote"."""
    of_the_coming: frozenset[str]
    """Words before one that is still to come: "to boycott Friday's vote"."""


@dataclass(frozen=True, slots=True, eq=False)
class Messages:
    """Words that are times only in short messages, which mark themselves by how they are written."""

    longest: int
    """Characters of a message, at the most."""
    signs: tuple[str, ...]
    """What only messages have: handles, hashtags, addresses."""
    chat: frozenset[str]
    """Words that only messages have."""
    words: Mapping[str, Expression]
    articles: frozenset[str]
    """Words right before one of those that belong to the expression."""
    numbered: frozenset[str]
    """Those of them that a number may follow: "Day 2"."""
    examples: tuple[Example, ...] = ()

    def reads(self, tokens: Tokens) -> bool:
        """Whether a text is such a message."""
        text = tokens.text
        if len(text) > self.longest:
            return False
        return any(sign in text for sign in self.signs) or not self.chat.isdisjoint(tokens.words)


@dataclass(frozen=True, slots=True)
class Language:
    """Everything the engine needs to know of a language.

    `rules` find expressions in the words; `compositions` join what was found to longer ones, tier
    after tier, and know each by its class (`expression.KINDS`). `signals` are the words before an
    expression that shape it (since, until, from …); `joins` the words between two members of a pair.
    """

    code: str
    name: str
    categories: Mapping[str, Mapping[str, Value]]
    mixed: Mapping[str, str]
    macros: Mapping[str, str]
    triggers: tuple[str, ...]
    rules: tuple[Rule, ...]
    compositions: tuple[tuple[Rule, ...], ...]
    number: Callable[[str], float | None]
    cues: Cues
    signals: Mapping[tuple[str, ...], str]
    joins: frozenset[str]
    openers: frozenset[str]
    """Signals that open a pair."""
    movers: frozenset[str]
    """Verbs after which a pair is no stretch: what was planned for the first is now for the second."""
    behind: frozenset[str]
    """Words before an expression that put it before publication, whatever the verb."""
    ahead: frozenset[str]
    """Words before an expression that put it after publication, whatever the verb."""
    messages: Messages
    beginnings: frozenset[str]
    """Words that say that something began: days are counted from then."""
    signal_ends: Mapping[str, "SignalEnd"] = field(init=False)
    """The signals by their last words, then by the words before those."""

    def __post_init__(self) -> None:
        ends: dict[str, SignalEnd] = {}
        for words, signal in self.signals.items():
            end = SignalEnd(before=ends)
            for word in reversed(words):
                end = end.before.setdefault(word, SignalEnd())
            end.signal, end.written = signal, " ".join(words)
        object.__setattr__(self, "signal_ends", ends)


@dataclass(slots=True)
class SignalEnd:
    """The last words of some signals: the signal that they are by themselves, and what may stand before."""

    signal: str = ""
    written: str = ""
    before: dict[str, "SignalEnd"] = field(default_factory=dict)
