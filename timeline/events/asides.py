"""What stands between a subject and its verb (asides, brackets, dates), and where the subject then is."""

from collections.abc import Sequence

from timeline.events.lexicon import event_nouns, verb_forms
from timeline.events.predicate import Predicate
from timeline.events.segments import REACH
from timeline.events.tokens import Word
from timeline.events.words import (
    AUXILIARIES,
    BREAKS,
    DETERMINERS,
    LINKS,
    NUMBERS,
    OFFICES,
    OPENERS,
    PREPOSITIONS,
    ZERO_THAT,
    is_adverb,
)

Span = tuple[int, int]

_DASHES = frozenset("–—")
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "cy", "ess", "ism")
_NO_PERSON = frozenset(
    "name death release fate life lives case cases body bodies remains arrival trial home homes row".split()
)


def before_bracket(words: Sequence[Word], begin: int, segments: Sequence[Span]) -> int:
    """Where a subject begins that a bracket cuts: "a majority (57%) of voters"."""
    if words[begin].low != "of" or not begin or words[begin - 1].low != ")":
        return begin
    for low, high in reversed(segments):
        if words[high - 1].low == "(":
            return low
    return begin


def past_date(begin: int, end: int, timed: frozenset[int]) -> int:
    """Where a phrase begins after its date: "On 16 March the theatre, where …", "This week Koval, a …"."""
    while begin < end and (begin in timed or begin + 1 in timed):
        begin += 1
    return begin


def said_of(words: Sequence[Word], speech: Predicate, end: int, timed: frozenset[int]) -> Span | None:
    """Of whom something is said: "said two men, in cases of their own, were convicted", "agreed that …"."""
    begin = speech.at + 1
    stop = end - (words[end - 1].low in BREAKS)
    while begin + 1 < stop and (begin in timed or (begin + 1 in timed and words[begin].low in PREPOSITIONS)):
        begin += 1  # "said on Friday that the team, …"
    that = (k for k in range(begin, stop) if words[k].low == "that" and _says_that(words, k, begin))
    told = (at := next(that, -1)) >= 0
    begin = at + 1 if told else begin
    if not (told or speech.lemma in ZERO_THAT) or begin >= stop or begin in timed or begin + 1 in timed:
        return None
    first = words[begin]
    opens = first.low in DETERMINERS or first.low.isdigit() or first.text[0].isupper() or first.low in NUMBERS
    opens = opens or (told and first.low not in PREPOSITIONS and first.low.isalpha())
    return (begin, stop) if opens and stop - begin <= REACH else None


def _says_that(words: Sequence[Word], at: int, begin: int) -> bool:
    """Whether "that" opens what a verb or a noun says: "There are reports that the president, X, may go"."""
    return at == begin or words[at - 1].low in _SAYINGS


_SAYINGS = frozenset(
    "report reports claim claims fear fears hope hopes warning warnings sign signs news evidence word".split()
)


def before_dashes(
    words: Sequence[Word],
    predicate: Predicate,
    before: Sequence[Predicate],
    segments: Sequence[Span],
    timed: frozenset[int],
) -> Span | None:
    """The subject before an aside between dashes: "the code – which the president, X, signs – was passed"."""
    if not predicate.begin or words[predicate.begin - 1].low not in _DASHES:
        return None
    opened = False
    for low, high in reversed(segments[:-1]):
        opened = opened or words[high - 1].low in _DASHES
        begin = past_date(low, high, timed)
        if not opened or not words[low].text[0].isalpha():  # an age: "Jan Duda, 25 – who …"
            continue
        told = any(low <= p.at < high for p in before)
        return None if told or begin >= high - 1 or words[begin].low in PREPOSITIONS else (begin, high - 1)
    return None


def whose(words: Sequence[Word], before: Sequence[Predicate], segments: Sequence[Span]) -> Span | None:
    """What is someone's, a name beside it off: "whose talks with his counterpart, Jan Duda, broke up"."""
    if len(segments) < 2 or any(p.begin >= segments[-2][0] for p in before):
        return None
    (low, high), (begin, end) = segments[-2:]
    name = words[end - 1].low == "," and all(w.text[0].isupper() for w in words[begin : end - 1])
    return (low + 1, high - 1) if words[low].low == "whose" and name else None


def before_participle(
    words: Sequence[Word],
    before: Sequence[Predicate],
    segments: Sequence[Span],
    timed: frozenset[int],
) -> Span | None:
    """The subject before an aside: "the deal, brokered by France and Poland over two days, was signed"."""
    for number, (begin, _) in enumerate(segments[1:], 1):
        aside = any(p.first == begin and p.tense == "participle" for p in before)
        low, high = segments[number - 1]
        if not (aside or words[begin].low in _ASIDE_OPENERS) or words[begin - 1].low != ",":
            continue
        opened = words[low].low in OPENERS and not any(low <= p.at < high for p in before)
        low = low + opened if low else past_date(low, high, timed)
        if any(p.finite and ((p.at < begin and not opened) or p.subject == (low, high - 1)) for p in before):
            return None
        if any(words[later].low in ("and", "but") for later, _ in segments[number + 1 :]):
            return None  # "the deal, brokered by Mali, held, and Mr Duda, who signed it, left"
        return None if low >= high - 1 or words[low].low in LINKS else (low, high - 1)
    return None


_ASIDE_OPENERS = frozenset("given born laden en bound".split())
"""What opens an aside as a participle does: "the ship, laden with maize, left", "en route to Riga"."""


def is_apposed(words: Sequence[Word], begin: int, stop: int, timed: frozenset[int]) -> bool:
    """Whether words between commas only say who or where: ", the foreign minister,", ", Tanzania,"."""
    if not begin or begin >= stop or words[begin - 1].low != ",":
        return False
    if words[begin].low in ("its", "their", "his", "her") and words[begin + 1].low in _RANKS:
        return True  # "the meeting, their first in three years, brought …"
    named = all(w.text[0].isupper() for w in words[begin:stop]) and words[begin - 2].text[0].isupper()
    named = named and begin - 2 not in timed
    if (
        (words[begin].low in ("a", "an", "the") or _is_someones(words[begin:stop]))
        and words[begin - 2].text[0].isupper()
        and begin - 2 not in timed
    ):
        return (
            True  # "Petro Poroshenko, the magnate who was elected in May,", "Duda, Google's chief executive,"
        )
    if _is_someones(words[begin:stop]) and stop - begin <= _MOST and words[stop - 1].low.endswith("est"):
        return True  # "The bridge, Europe's longest, was …"
    if (
        words[begin].low in _PLACED
        and words[begin + 1].low in ("to", "of")
        and words[begin - 2].text[0].isupper()
    ):
        return True  # "Kharkiv, home to 1.4 million people, …"
    return any(w.low.removesuffix("s") in OFFICES for w in words[begin:stop]) or (named and stop - begin <= 3)


_PLACED = frozenset("home capital scene site seat birthplace gateway hometown part".split())
"""What a place is said to be between commas."""


_RANKS = frozenset("first second third fourth fifth last latest only biggest largest main".split())


def _is_someones(words: Sequence[Word]) -> bool:
    """Whether words say whose someone is: "Google's chief executive", "his deputy"."""
    owner = next((k for k, w in enumerate(words[:5]) if w.low == "'s"), 0)
    named = owner > 0 and all(w.text[0].isupper() for w in words[:owner])
    return (named or words[0].low in ("his", "her", "its", "their")) and words[-1].text.islower()


def is_named_after(words: Sequence[Word], segment: Span, name: Span) -> bool:
    """Whether a name follows the office that it is of: "the envoy to Iran, Jan Duda,"."""
    (low, high), (begin, end) = segment, name
    if words[high - 1].low != "," or high != begin or not _MOST >= end - begin > 1:
        return False
    if not all(w.text[0].isupper() and w.text[-1].isalpha() for w in words[begin:end]):
        return False
    return any(w.low.removesuffix("s") in OFFICES | _BESIDE for w in words[low : high - 1])


_BESIDE = frozenset("counterpart host guest successor predecessor rival colleague wife husband ally".split())
"""What someone is to another, whose name follows: "his counterpart, Jan Duda,"."""
_MOST = 4
"""Words of a name with a title."""


def person_begin(words: Sequence[Word], low: int, high: int) -> int:
    """Where the people begin whom "who" means: "prisoners" in "the release of prisoners who were held"."""
    of = next((k for k in range(high - 2, low, -1) if words[k].low == "of"), None)
    if of is None:
        return low
    head = words[of - 1].low
    return of + 1 if head in event_nouns() or head.endswith(_ABSTRACT) or head in _NO_PERSON else low


def is_aside(
    words: Sequence[Word], segments: Sequence[Span], number: int, before: Sequence[Predicate]
) -> bool:
    """Whether a stretch says who someone is: "Jan Duda, a former comedian elected in 2019, toured …"."""
    (low, high), (begin, end) = segments[number - 1], segments[number]
    if words[begin - 1].low != "," or words[end - 1].low != "," or end >= len(words):
        return False
    if words[begin].low not in ("a", "an", "the") or any(p.begin == low for p in before):
        return False
    first = words[low]
    subject = first.text[0].isupper() or first.low in DETERMINERS
    if not subject or first.low in LINKS or is_adverb(first.low) or high - low < _NAME:
        return False
    at = end
    while at + 1 < len(words) and is_adverb(words[at].low):
        at += 1
    form = verb_forms().get(words[at].low)
    helped = words[at].low in AUXILIARIES
    return helped or (form is not None and "past" in form.forms)


_NAME = 3
"""Words of a subject and its comma: "Jan Duda,"."""


def head_of_apposition(words: Sequence[Word], end: int) -> int:
    """Where an apposition begins that goes past prepositions: "Jan Duda, a lawyer for one of them, who"."""
    comma = next((k for k in range(end - 1, max(0, end - REACH), -1) if words[k].low == ","), 0)
    return comma + 1 if comma and words[comma + 1].low in ("a", "an", "the") else end


def name_before(words: Sequence[Word], low: int, high: int, before: Sequence[Predicate]) -> Span | None:
    """The name that an age or what someone is follows: "Jan Duda, 67, who …", "Jan Duda, the baker who …"."""
    if low >= 2 and words[low].low.isdigit() and high - low == 1 and words[low - 1].low == ",":
        return noun_before(words, low - 1, before)  # an age
    if low >= 4 and words[low - 2].low.isdigit() and words[low - 3].low == ",":
        low -= 2  # "Jan Duda, 67, the baker who …"
    own = _named_at_end(words, low, high) if low and words[low - 1].low == "," else None
    if own is not None:
        return own  # "two prisoners, the player Eva Kos, who …"
    says_what = words[low].low in ("a", "an", "the") or words[low].low.isdigit()
    says_what = says_what or (low < high and _is_someones(words[low:high]))
    says_what = says_what or (low < high and words[low].low in OFFICES | _CALLED)
    if (
        low < 2
        or not says_what
        or low >= high
        or words[low - 1].low != ","
        or not words[low - 2].text[0].isupper()
    ):
        return None
    begin = end = low - 1
    while begin and words[begin - 1].text[0].isupper() and words[begin - 1].low not in LINKS:
        begin -= 1
    where = begin > 0 and words[begin - 1].low in _WHERE and end - begin == 1  # "In Paris, a man who …"
    return (begin, end) if begin < end and not where else None


_CALLED = frozenset(
    "chairman chairwoman chief head leader director spokesman spokeswoman editor founder".split()
)


_WHERE = frozenset("in at near outside around across".split())


def _named_at_end(words: Sequence[Word], low: int, high: int) -> Span | None:
    """The name that what someone is leads to: "the basketball player Brittney Griner"."""
    begin = high
    while begin > low and words[begin - 1].text[0].isupper():
        begin -= 1
    called = words[low + 1 : begin]
    plain = bool(called) and all(w.text.islower() and w.low not in PREPOSITIONS for w in called)
    return (begin, high) if high - begin == _FULL and plain else None


_FULL = 2
"""Words of a full name."""
_STOPS = BREAKS | {"that"} | PREPOSITIONS - {"of"}
"""What a noun phrase does not go past."""


def noun_before(words: Sequence[Word], end: int, verbs: Sequence[Predicate]) -> Span:
    """The noun phrase that ends before a word: "soldiers of the army" in "soldiers of the army who fled"."""
    low, verbs_at = end, {p.at for p in verbs}
    while low and end - low < 8 and words[low - 1].low not in _STOPS and low - 1 not in verbs_at:
        low -= 1
    if low > 1 and low < end and words[low - 1].low in PREPOSITIONS and _is_gerund(words[low]):
        return noun_before(words, low - 1, verbs)[0], end  # "referendums on joining Russia that …"
    low += low < end and words[low].low == "of"
    if low > 1 and low < end and words[low - 1].low == "on" and words[low].text[0].isupper():
        title = words[low - 2].text[0].isupper() and words[low - 2].text.isalpha()
        low -= 2 * title  # "the Law on Education, which"
    if _ends_list(words, low, end):  # "leaders of Russia, Germany and France, who"
        first, _ = noun_before(words, low - 1, verbs)
        fronts = first < 2 and words[0].low in PREPOSITIONS  # "In London, Mr Duda and Ms Kos, who"
        return (low if fronts else first), end
    low = _past_false_head(words, low, end)
    if low < end and words[low].low == "them":  # "among them commanders who", "19 men, two of them rich, who"
        comma = next((k for k in range(low, max(0, low - 8), -1) if words[k].low == ","), 0)
        return (low + 1, end) if low + 1 < end else noun_before(words, comma, verbs)
    low -= 0 < low < end and words[low].low == "least" and words[low - 1].low == "at"
    if end - low > _OF_THEM and words[low - 1].low == "," and words[low + 1].low == "of":
        return noun_before(words, low - 1, verbs) if words[low + 2].low == "them" else (low, end)
    return (low, end) if low < end else (0, 0)


_OF_THEM = 2
"""Words before "them" in "64 people, many of them children, who"."""


def _ends_list(words: Sequence[Word], low: int, end: int) -> bool:
    """Whether words are the last names of a list whose first stand before a comma."""
    names = [w for w in words[low:end] if w.low != "and"]
    names = names[:-1] if len(names) > 2 and names[-1].text.islower() else names  # "…, French and Polish MPs"
    joined = low > 1 and end - low > len(names) > 1 and words[low - 1].low == ","
    return joined and all(w.text[0].isupper() for w in (words[low - 2], *names))


def _past_false_head(words: Sequence[Word], low: int, end: int) -> int:
    """Where a noun phrase begins after what is none of it.

    "On board the airliner which", "help extend the contract which", "at the invitation of Estonia, which".
    """
    inside = range(low + 1, end)
    articles = [k for k in inside if words[k].low in ("a", "an", "the") and not _joins(words[k - 1])]
    low = articles[-1] if articles and words[low].low not in _BEFORE_ARTICLE else low
    head = low + (low < end and words[low].low in DETERMINERS)
    stands_for = head + 2 < end and words[head].low in _STANDING_FOR and words[head + 1].low == "of"
    return head + 2 if stands_for else low


def _joins(word: Word) -> bool:
    """Whether an article after a word goes on with its phrase: "of the army", "and a man", "$35 a share"."""
    return word.low in ("of", "and", "or") or word.low[0].isdigit()


_BEFORE_ARTICLE = frozenset("all both half twice such many what".split())
_STANDING_FOR = frozenset(
    """
    top invitation request behalf hands presence expense initiative suggestion urging morning evening night
    """.split()
)
"""Nouns before "of" that only say on whose account or when: "at the invitation of Estonia, which"."""


def _is_gerund(word: Word) -> bool:
    form = verb_forms().get(word.low)
    return form is not None and "ing" in form.forms


def antecedent(words: Sequence[Word], segment: Span) -> Span:
    """The words that a relative clause belongs to, a preposition before "which" off."""
    begin, end = segment
    while end > begin and (words[end - 1].low in PREPOSITIONS or words[end - 1].low in BREAKS):
        end -= 1
    return (begin, end)


_BEFORE_ASIDES = frozenset(
    """
    then now once ahead alone still long already ever never more less ill sick unwell keen eager unable
    unwilling enough wary aware angry furious anxious absent fresh visibly
    """.split()
)
"""Words that open an aside about a subject: "Germany, long reluctant, agreed"."""


def says_how(words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether a segment is no subject: "Britain, meanwhile, has begun", "envoys, meeting, agreed"."""
    doing = verb_forms().get(words[begin].low)
    low, closed = words[begin].low, words[end - 1].low == ","
    waiting = closed and low.endswith("ing") and words[begin].text.islower() and low not in event_nouns()
    aside = begin > 0 and (waiting or (doing is not None and "ing" in doing.forms))
    aside = aside or (begin > 0 and words[begin].low in ("both", "all", "each"))  # "…, both run by soldiers,"
    state = low in _BEFORE_ASIDES or (low == "no" and words[begin + 1].low == "longer")
    aside = aside or (begin > 0 and closed and state)  # "…, then new to his job,", "…, no longer in office,"
    return aside or (is_adverb(words[begin].low) and end - begin <= 2)
