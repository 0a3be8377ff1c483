"""What is said in a paper of a date: "In a letter sent on Monday, Germany accused …"."""

from collections.abc import Sequence

from timeline.events.predicate import Predicate
from timeline.events.tokens import Word
from timeline.events.words import DETERMINERS, PREPOSITIONS

_PAPERS = frozenset(
    """
    letter statement interview decree article report post message address video resolution note memo essay
    declaration communique communiqué dispatch speech judgment judgement ruling recording footage advisory
    tweet podcast column blog documentary transcript summary appeal bulletin recommendation proposal order
    decision opinion
    """.split()
)
"""What is written, said or shown for others."""
BROUGHT_OUT = frozenset(
    """
    date publish send sign release issue broadcast air post print deliver record file circulate televise give
    share stream upload
    """.split()
)
"""What is done to it on its date."""


def is_of_paper(predicate: Predicate) -> bool:
    """Whether a participle says when something was written, said or shown: "released on Monday"."""
    return predicate.tense == "participle" and not predicate.progressive and predicate.lemma in BROUGHT_OUT


def is_paper(word: Word) -> bool:
    """Whether a word names something written, said or shown for others."""
    return word.low in _PAPERS


def is_in_paper(words: Sequence[Word], at: int) -> bool:
    """Whether a noun is only where something was said: "in a televised address on Friday, he urged"."""
    return is_paper(words[at]) and any(w.low in _IN for w in words[max(0, at - _BESIDE) : at])


_BESIDE = 4


def paper_before(words: Sequence[Word], at: int) -> int | None:
    """Where the paper stands in which something is told, before what was done to it."""
    paper = next((k for k in range(at - 1, max(-1, at - _PHRASE), -1) if words[k].low in _PAPERS), None)
    if paper is None or not any(w.low in _IN for w in words[max(0, paper - 4) : paper]):
        return None
    return paper


_PHRASE = 8
"""Words from a paper to what was done to it: "a letter to the heads of parliament sent on Monday"."""


def brought_out(words: Sequence[Word], predicate: Predicate) -> Predicate:
    """A past form that only says when a paper came out is a participle: "in a decree signed on Friday"."""
    begin, end = predicate.subject
    if predicate.lemma not in BROUGHT_OUT or predicate.first != predicate.at or end != predicate.first:
        return predicate
    begin += begin < end and words[begin].low in _IN
    if end - begin < _FEWEST or words[begin - 1].low not in _IN or words[begin].low not in DETERMINERS:
        return predicate
    paper = next((k for k in range(end - 1, begin - 1, -1) if words[k].low in _PAPERS), None)
    if paper is None or not (paper + 1 == end or words[paper + 1].low in PREPOSITIONS):
        return predicate
    return predicate._replace(tense="participle", passive=True, perfect=False, subject=(begin, end))


_IN = ("in", "through", "via")
_FEWEST = 2
