"""On which side of publication an expression lies: by the verb of its clause, by the word before it."""

from itertools import pairwise, takewhile

from timeline.temporal.context import Clause, clause_before, clause_of, word_before
from timeline.temporal.expression import Clock, Date, DayPart, Edge, Expression, Found, Part
from timeline.temporal.lexicon import Tokens, without_spaces
from timeline.temporal.locating import Setting
from timeline.temporal.narrative import PERFECT, is_of_thing
from timeline.temporal.possessives import clause_of_owned
from timeline.temporal.rules import Cues, Language

SENTENCE = 24
"""Tokens on either side of a date in which its sentence is looked at."""
_SPEECH = frozenset(
    """
    said told says announced reported added warned stated claimed tweeted wrote declared according
    """.split()
)


def put_in_clause(
    setting: Setting, tokens: Tokens, found: Found, language: Language, signal: str, *, listed: bool
) -> None:
    """Note in the setting on which side an expression lies; `signal` is the word before it, as written."""
    if setting.heads:
        labels = setting.heading is not None and _is_weekday(found.expression)  # "18 August: …", "Friday: …"
        setting.side, setting.cue, setting.spoken = int(labels), signal if labels else "", False
        return
    clause = clause_of_owned(tokens, found, language.cues) or clause_of(tokens, found, language.cues)
    if clause.side > 0 and _only_names(tokens, found, language.cues):
        clause = Clause(0, "")
    if clause.side < 0 and not signal and _is_decided(tokens, found, clause, language.cues):
        clause = Clause(0, "")
    if listed and not clause.side and setting.side:
        clause = Clause(setting.side, setting.cue)
    if not clause.side and not setting.headed and tokens.words[found.last : found.last + 1] == [":"]:
        clause = Clause(-1, "")  # "Over the weekend: shelling in Donetsk"
    if setting.headed and clause.cue.lower() in language.cues.programmes:
        clause = Clause(0, "")  # "On Tuesday a march on parliament ends in battles"
    carried = listed and setting.plain and clause == (setting.side, setting.cue)
    setting.side, setting.cue, setting.spoken = clause.side, clause.cue, clause.cue.lower() in _SPEECH
    if cue := _set_ahead_by(setting, tokens, found, clause, signal, language):
        setting.side, setting.cue, setting.spoken = 1, cue, False
    if (
        setting.side > 0
        and _was_nearer(found.expression, setting)
        and _is_called_off(tokens, found, language.cues)
    ):
        setting.side = -1
    setting.plain = carried or _is_plain(tokens, found, clause, language)
    if not signal:
        return
    if signal in language.behind:
        cue = clause.cue if clause.side < 0 and clause.cue.lower() == "had" else "since"
        setting.side, setting.cue, setting.spoken, setting.plain = -1, cue, False, True
    limit = signal in language.ahead or (signal in _ENDS and clause.cue.lower() in language.cues.prolonging)
    denied = limit and clause.side < 0 and _is_denied(tokens, found)
    setting.plain = setting.plain or denied
    ahead = limit and not denied and not (clause.side < 0 and clause.cue.lower() in PERFECT)
    wanted = signal in _LIMITS and _is_wanted(tokens, found, setting, language.cues)
    limited = signal in _BY or (signal == "before" and isinstance(found.expression, Part))
    if ahead or wanted or (limited and (clause.side == 0 or _may_be(tokens, found, clause, language.cues))):
        setting.side, setting.cue, setting.spoken = 1, signal, False


def _set_ahead_by(
    setting: Setting, tokens: Tokens, found: Found, clause: Clause, signal: str, language: Language
) -> str:
    """The word by which an expression is to come whatever the verb's tense; "" where there is none."""
    cues = language.cues
    if _is_set_for(tokens, found, clause.side, language) or _is_called_for(tokens, found, clause, cues):
        return "for"
    if signal == "through" and _is_to_be_lasted(tokens, found):
        return "to"
    if signal == "from" and clause.cue in cues.decreeing and _weekday_of(found.expression):
        return signal
    if _is_moved_to(tokens, found, language) and not _is_just_over(found.expression, setting):
        return "to"
    return "declared" if _is_declared(tokens, found, cues) else ""


def _is_plain(tokens: Tokens, found: Found, clause: Clause, language: Language) -> bool:
    """Whether the verb leaves no doubt of the year of a date; a weekday has none to tell."""
    if isinstance(found.expression, Date) and found.expression.month is None:
        return False
    if clause.side < 0:
        return _is_plainly_past(tokens, found, clause.cue, language) or _opens_past(
            tokens, found, clause.cue, language.cues
        )
    return clause.cue in _PLAINLY_AHEAD and _is_right_before(tokens, clause.cue, found)


def _only_names(tokens: Tokens, found: Found, cues: Cues) -> bool:
    """Whether a date only says which thing the verb tells of: "The deal of 22 July runs out in May"."""
    if word_before(tokens.words, found.first) != "of" or not is_of_thing(tokens, found):
        return False
    thing = without_spaces(tokens.words[max(0, found.first - _BEFORE) : found.first])
    return thing[0].lower() not in cues.appointed and not clause_before(tokens, found, cues).cue


def _is_denied(tokens: Tokens, found: Found) -> bool:
    """Whether something had not happened up to a date, and then did: "They were not told until November"."""
    before = takewhile(_in_clause, reversed(tokens.words[max(0, found.first - SENTENCE) : found.first]))
    return not _NOT.isdisjoint(map(str.lower, before))


def _in_clause(word: str) -> bool:
    return goes_on(word) and word not in _NEW_CLAUSE


_NOT = frozenset(("not", "never", "n't", "nor"))
_NEW_CLAUSE = frozenset((",", ";", ":", "that", "whether", "if", "but"))


def _is_plainly_past(tokens: Tokens, found: Found, cue: str, language: Language) -> bool:
    """Whether a verb in the past has the date right after it, which then was: "It followed on 20 April"."""
    cues, words, at = language.cues, tokens.words, found.first - 1
    while at > 0 and (words[at] == " " or words[at].lower() in cues.before_dates):
        at -= 1
    low = cue.lower()
    if words[at] == cue:
        return low not in cues.auxiliaries and low not in cues.appointing
    if low not in cues.happening:
        return False
    near = words[max(0, at - _RIGHT_AFTER) : at + 1]
    return cue in near and _AFTER_HAPPENING.isdisjoint(near[near.index(cue) :])


def _opens_past(tokens: Tokens, found: Found, cue: str, cues: Cues) -> bool:
    """Whether a date opens a sentence that only tells what was: "On 24 July investigators opened a grave"."""
    words = tokens.words
    on = found.first - 2
    front = next((word for word in reversed(words[:on][-2:]) if word != " "), "\n")
    opens = on >= 0 and words[on] == "On" and (front == "." or "\n" in front)
    low = cue.lower()
    if not opens or low in cues.auxiliaries or low in cues.appointing or low in _SPEECH:
        return False
    after = [*takewhile(goes_on, words[found.last : found.last + _SENTENCE_LONG])]
    at = next((k for k, word in enumerate(after) if word == cue), None)
    if at is None or "," in after[:at]:
        return False
    return cues.future.isdisjoint(after) and _TO_COME.isdisjoint(after)


_SENTENCE_LONG = 80
_TO_COME = frozenset(("is", "are", "due", "set"))
_PLAINLY_AHEAD = frozenset(("will", "shall"))


def _is_right_before(tokens: Tokens, cue: str, found: Found) -> bool:
    """Whether "will" has the date behind it in the same clause: "will be sworn in on 20 January"."""
    near = tokens.words[max(0, found.first - _CLAUSE) : found.first]
    return cue in takewhile(_in_clause, reversed(near))


_CLAUSE = 14
_RIGHT_AFTER = 8
"""Tokens, spaces among them, of a verb and an adverb or a place before a date."""
_AFTER_HAPPENING = frozenset("the a an of for over before that".split())
"""Words that bring another thing between the verb and the date: "came before a vote on 20 April"."""


_BY = frozenset({"by", "no later than", "not later than", "up to and including"})
_LIMITS = _BY | {"before"}
_ENDS = frozenset({"through", "up to"})


def _is_wanted(tokens: Tokens, found: Found, setting: Setting, cues: Cues) -> bool:
    """Whether something is wanted by a date: "They want it by Christmas", "were told to go by May"."""
    before = [*takewhile(goes_on, reversed(tokens.words[max(0, found.first - _ORDER) : found.first]))]
    if not cues.wanting.isdisjoint(before[:SENTENCE]):
        return True
    said = without_spaces(before)
    to = next((at for at in range(1, len(said)) if said[at] == "to" and _is_verb(said[at - 1])), len(said))
    if said[to + 1 : to + 2] in (["and"], [","]):  # "to stop at once and to hand them over by 1 November"
        said = [*takewhile(goes_on, reversed(tokens.words[max(0, found.first - _LIST) : found.first]))]
    ordered = not cues.ordering.isdisjoint(said[to:])
    return ordered and not _is_just_over(found.expression, setting)


_LIST = 120
"""Tokens of a sentence that says several things that are to be done."""
_ORDER = 40
"""Tokens before a date in which it is said what is to be done by then."""


def _is_just_over(what: Expression, setting: Setting) -> bool:
    """Whether the last such weekday is nearer than the next: what was ordered for it is over."""
    weekday = _weekday_of(what)
    if weekday is None or setting.day is None:
        return False
    return (weekday - setting.day.isoweekday()) % _WEEK > _WEEK // 2


def _was_nearer(what: Expression, setting: Setting) -> bool:
    """Whether the last such weekday or month is nearer than the next: what was set for it and dropped."""
    if isinstance(what, Date) and what.month and not what.year and setting.day is not None:
        return 0 < (setting.day.month - what.month) % _MONTHS <= _MONTHS // 2
    return _is_just_over(what, setting)


def _weekday_of(what: Expression) -> int | None:
    """The weekday that an expression names, alone or with a time of day."""
    day = what.day if isinstance(what, Clock | DayPart) else what
    return day.weekday if isinstance(day, Date) and not day.month else None


_WEEK, _MONTHS = 7, 12


def _may_be(tokens: Tokens, found: Found, clause: Clause, cues: Cues) -> bool:
    """Whether it is only said of what may be by a date: "It could be over by early May, he said"."""
    if clause.cue.lower() not in _SPEECH:
        return False
    before = takewhile(_in_clause, reversed(tokens.words[max(0, found.first - SENTENCE) : found.first]))
    return not cues.modals.isdisjoint(before)


def is_for_later(tokens: Tokens, teller: Found | None, found: Found) -> bool:
    """Whether a day is that of what was to follow another: "were told on Friday to leave by Monday"."""
    if teller is None or found.first - teller.last > SENTENCE:
        return False
    between = tokens.words[teller.last : found.first]
    said = without_spaces(between)
    if said[:1] != ["to"] or len(said) < _TO_DO or not _is_verb(said[1]):
        return False
    return all(map(_in_clause, between))


_TO_DO = 2


def _is_verb(word: str) -> bool:
    return word.isalpha() and word.islower() and word not in _DETERMINERS


_DETERMINERS = frozenset("a an the this that these those his her its their our".split())


def _is_decided(tokens: Tokens, found: Found, clause: Clause, cues: Cues) -> bool:
    """Whether a month may be that of what was only decided: "has decided to admit Poland in early March"."""
    what = found.expression.what if isinstance(found.expression, Edge) else found.expression
    if clause.cue not in cues.deciding or not isinstance(what, Date) or what.month is None:
        return False
    before = tokens.words[max(0, found.first - SENTENCE - _BEFORE) : found.first]
    return clause.cue in before and before[before.index(clause.cue) + 2 :][:1] == ["to"]


def _is_declared(tokens: Tokens, found: Found, cues: Cues) -> bool:
    """Whether a day is made something: "The mayor has declared Monday a non-working day"."""
    if word_before(tokens.words, found.first) not in cues.declaring:
        return False
    return tokens.words[found.last + 1 : found.last + 2] in (["a"], ["an"], ["as"])


def _is_set_for(tokens: Tokens, found: Found, side: int, language: Language) -> bool:
    """Whether a day is that for which something is set: "an election for May 25"."""
    if word_before(tokens.words, found.first) != "for":
        return False
    noun = without_spaces(tokens.words[max(0, found.first - _BEFORE) : found.first])
    if noun[0] in language.cues.fixing and _weekday_of(found.expression):
        return True
    return _may_be_set(found.expression) and (side == 0 or noun[0].lower() in language.cues.appointed)


def _is_called_for(tokens: Tokens, found: Found, clause: Clause, cues: Cues) -> bool:
    """Whether a day is that of what someone called for: "called for a strike on Tuesday"."""
    if clause.cue not in _CALLED:
        return False
    before = without_spaces(tokens.words[max(0, found.first - SENTENCE) : found.first])
    at = len(before) - 1 - before[::-1].index(clause.cue) if clause.cue in before else len(before)
    called = before[at + 1 :]
    return "for" in called and called[-1] == "on" and called[-2] in cues.appointed | cues.gatherings


_CALLED = frozenset(("called", "calling"))


def _is_moved_to(tokens: Tokens, found: Found, language: Language) -> bool:
    """Whether a weekday is the one that something was moved to: "school is put off to Monday"."""
    if word_before(tokens.words, found.first) not in _TO or _weekday_of(found.expression) is None:
        return False
    near = without_spaces(tokens.words[max(0, found.first - _MOVED) : found.first])
    moving = language.movers | language.cues.dropping
    return near[-2:-1] != [] and (near[-2] in moving or " ".join(near[-3:-1]) in moving)


_TO = frozenset(("to", "until", "till"))
_MOVED = 7
"""Tokens, spaces among them, of a verb of two words and "to"."""


def _is_to_be_lasted(tokens: Tokens, found: Found) -> bool:
    """Whether a season is one that something is to last through: "fuel to get them through the winter"."""
    if not isinstance(found.expression, Part) or found.expression.year is not None:
        return False
    before = [*takewhile(_in_clause, reversed(tokens.words[max(0, found.first - SENTENCE) : found.first]))]
    said = without_spaces(before)
    return any(two == "to" and _is_verb(one) for one, two in pairwise(said))


def _is_called_off(tokens: Tokens, found: Found, cues: Cues) -> bool:
    """Whether what was set for a day was called off: "Talks due on Monday were postponed"."""
    before = takewhile(goes_on, reversed(tokens.words[max(0, found.first - SENTENCE) : found.first]))
    after = takewhile(goes_on, tokens.words[found.last : found.last + SENTENCE])
    said = ["", *(word.lower() for word in (*reversed([*before]), *after) if not word.isspace()), ""]
    return any(
        (said[at] in cues.dropping or f"{said[at]} {said[at + 1]}" in cues.dropping)
        and said[at - 1] not in cues.before_bases
        for at in range(1, len(said) - 1)
    )


def _may_be_set(what: Expression) -> bool:
    """Whether an expression is a day or a season without its year, for which something may be planned."""
    match what:
        case Date(month=int(), day=int()) | Part(unit="season", year=None):
            return True
        case _:
            return False


_BEFORE = 4
"""Tokens, spaces among them, of the two words before a date."""


def _is_weekday(expression: Expression) -> bool:
    """Whether a weekday alone is all that an expression says."""
    return isinstance(expression, Date) and expression == Date(weekday=expression.weekday)


def goes_on(word: str) -> bool:
    """Whether a sentence goes on after a token."""
    return word != "." and "\n" not in word
