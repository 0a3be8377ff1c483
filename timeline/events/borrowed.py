"""A clause without a subject → the words that are its subject: of the clause it joins, or before an aside."""

from calendar import day_name, month_name
from collections.abc import Sequence
from itertools import pairwise

from timeline.events.asides import (
    before_dashes,
    before_participle,
    head_of_apposition,
    is_apposed,
    is_named_after,
    name_before,
    noun_before,
    past_date,
    person_begin,
    said_of,
    says_how,
    whose,
)
from timeline.events.lexicon import event_nouns, verb_forms
from timeline.events.predicate import Predicate
from timeline.events.reduced import of_paper
from timeline.events.segments import REACH, REPORTING_FORMS, some_of
from timeline.events.tokens import Word
from timeline.events.words import (
    AUXILIARIES,
    BREAKS,
    CLAUSE_OPENERS,
    DETERMINERS,
    LINKS,
    NUMBERS,
    OPENERS,
    PREPOSITIONS,
    RELATIVES,
    REPORTING,
    SUBORDINATORS,
    ZERO_THAT,
    is_adverb,
)


def list_begin(
    words: Sequence[Word],
    begin: int,
    end: int,
    before: Sequence[Predicate],
    segments: Sequence[tuple[int, int]],
    timed: frozenset[int],
) -> int:
    """Where a subject begins that commas cut: "Russia, Germany and France", "Blinken, the …, and Kuleba"."""
    if not begin or not (words[begin - 1].low == "and" or any(w.low == "and" for w in words[begin:end])):
        return begin
    if before:
        return _names_begin(words, begin, before, segments)
    for low, high in reversed(segments):
        if words[low].low in CLAUSE_OPENERS and high - low > 1 and words[high - 2].text[0].isupper():
            return low + 1  # "Since the leaders of Germany, France and Mali met"
        if words[low].low in PREPOSITIONS or low in timed or is_adverb(words[low].low) or high - low > REACH:
            first = past_date(low, high, timed)
            named = first > low and first < high - 1 and _is_proper(words[first : high - 1])
            return first if named else begin  # "On Friday Jan Duda, Eva Kos and Ada Lem met"
        begin = low
    return begin


def _names_begin(
    words: Sequence[Word], begin: int, before: Sequence[Predicate], segments: Sequence[tuple[int, int]]
) -> int:
    """Where a list of names begins that has a clause before it: "when Putin, Merkel and Hollande spoke"."""
    for low, high in reversed(segments):
        opens = words[low].low in CLAUSE_OPENERS
        names = words[low + opens : high - 1]
        told = any(low <= p.at < high for p in before) or words[high - 1].low != ","
        if told or not names or not (_is_proper(names) or (opens and _is_proper(names[-1:]))):
            break
        begin = low + opens
        if opens:
            break
    return begin


def borrowed(
    words: Sequence[Word],
    predicate: Predicate,
    before: Sequence[Predicate],
    segments: Sequence[tuple[int, int]],
    timed: frozenset[int],
) -> tuple[int, int]:
    """The subject of a clause without one: of the clause it is joined to, or what stands before a comma."""
    if predicate.opener in RELATIVES or (
        predicate.opener == "that" and predicate.first == predicate.begin + 1
    ):
        return _of_relative(words, predicate, before)
    head = _before_relative(words, predicate, before)
    if (beside := head or _beside(words, predicate, before, segments, timed)) is not None:
        return beside
    apposition = (0, 0)
    passed = len(words)
    resumed = False  # after a relative clause: "the theatre, where hundreds had sheltered, was hit"
    for number in range(len(segments) - 1, -1, -1):
        begin, end = segments[number]
        held = [p for p in before if p.begin == begin or p.begin < begin <= p.at < end]
        says = _only_says_who(words, (begin, end), held) and words[predicate.begin].low not in ("and", "but")
        says = says or _says_whom_it_knows(words, begin, held)
        bracket = begin > 0 and words[begin - 1].low in ("(", "[")
        if says or bracket or (begin and _stands_apart(words, begin, held)):
            resumed = resumed or says
            continue
        goes_on = _goes_on_in(words, begin, segments[max(0, number - 1)][0])
        if goes_on or _relative(words, begin) in RELATIVES or some_of(words, begin):
            main = any(p.finite and not p.opener and p.at < begin for p in before)
            told = _past_relative(before, (begin, end)) or _in_relative(
                words, predicate, (begin, end), held, main=main
            )
            if told is not None:
                return told
            resumed = True
            continue
        finite = [p for p in held if p.finite]
        if finite and (low := finite[-1].subject[0]) and words[low - 1].low == "whose":
            passed, resumed = low - 1, True  # "Ryabkov, whose talks with Wendy Sherman broke up, said"
        if begin >= passed:
            continue
        if finite and number and _only_says_when(words, finite[-1], predicate, before, segments[0]):
            resumed = True
            continue
        if finite:
            told = None if words[predicate.begin - 1].low == "and" else said_of(words, finite[-1], end, timed)
            return told or finite[-1].subject
        phrase = _phrase(words, segments[: number + 1], held, before, timed, resumed=resumed)
        if phrase is None:
            continue
        named = number > 0 and is_named_after(words, segments[number - 1], phrase)
        if named and not _tells(segments[number - 1], before):
            return _with_first_name(words, segments[:number], phrase, before, timed)
        whose_own = words[phrase[0]].low in ("his", "her", "its", "their")  # "Jan Duda, its envoy, left"
        where = number == 1 and not whose_own and _only_says_where(words, segments[0], timed)
        if named or (not where and is_apposed(words, *phrase, timed)):
            apposition = apposition if named or apposition != (0, 0) else phrase
            continue
        return _with_list(words, phrase, before, segments[: number + 1], timed)
    return apposition


def _past_relative(before: Sequence[Predicate], segment: tuple[int, int]) -> tuple[int, int] | None:
    """The subject that a stretch goes back to: "A man | whose house was searched was arrested and …"."""
    begin, end = segment
    inside = (p for p in before if begin <= p.at < end and p.finite and not p.opener)
    return next((p.subject for p in inside if p.subject[1] <= begin), None)


def _before_relative(
    words: Sequence[Word], predicate: Predicate, before: Sequence[Predicate]
) -> tuple[int, int] | None:
    """What a sentence begins with that clauses say more of: "The curbs that Mali imposed after …, expire"."""
    resumes = predicate.first == predicate.begin and words[predicate.begin - 1].low == ","
    if not resumes or not before or before[0].opener != "that" or not all(p.opener for p in before):
        return None
    head = before[0].begin
    whole = head <= _HEAD and all(w.low not in PREPOSITIONS | BREAKS for w in words[:head])
    return (0, head) if whole and words[0].low in DETERMINERS else None


_HEAD = 5
"""Words of such a beginning."""


def _with_first_name(
    words: Sequence[Word],
    segments: Sequence[tuple[int, int]],
    name: tuple[int, int],
    before: Sequence[Predicate],
    timed: frozenset[int],
) -> tuple[int, int]:
    """A name after its office, with whom "and" joins to it: "Jan Duda and the envoy to Iran, Eva Kos, met".

    So it is with two between commas: "The envoy, Jan Duda, and the minister, Eva Kos, met".
    """
    begin, end = segments[-1]
    link = next((k for k in range(begin, end) if words[k].low == "and"), None)
    if link is None or any(p.begin == begin for p in before):
        return name
    if link > begin:
        first = past_date(begin, link, timed)
        joins = words[link + 1].low in DETERMINERS or words[link + 1].text[0].isupper()
        person = words[link - 1].text[0].isupper() and words[first].low not in PREPOSITIONS
        return (first, name[1]) if joins and person else name
    if len(segments) < _WITH_NAME:
        return name
    low, high = segments[-2]
    if not is_named_after(words, segments[-3], (low, high - 1)):
        return name
    return past_date(*segments[-3], timed), name[1]


_WITH_NAME = 3


def _says_whom_it_knows(words: Sequence[Word], begin: int, held: Sequence[Predicate]) -> bool:
    """Whether a clause only says more of who is named: "Jan Duda, the lawyer it had hired, walked out"."""
    if (
        not held
        or begin < _NAMED
        or words[begin - 1].low != ","
        or words[begin].low not in ("a", "an", "the")
    ):
        return False
    named = words[begin - 2].text[0].isupper() and words[begin - 2].text.isalpha()
    told = [p for p in held if p.finite]
    return named and bool(told) and all(p.subject[0] > begin + 1 and p.subject[1] == p.first for p in told)


_NAMED = 2


def _only_says_who(words: Sequence[Word], segment: tuple[int, int], held: Sequence[Predicate]) -> bool:
    """Whether a stretch between commas says who tells it: "Russian guns, he added, have been firing"."""
    begin, end = segment
    said = len(held) == 1 and held[0].finite and held[0].kind == "plainspeech" and begin > 0
    closed = said and words[begin - 1].low == "," and words[end - 1].low == "," and end - begin <= _SAID
    return closed and held[0].at == end - 2 and held[0].opener in ("", "that")


_SAID = 5


def _goes_on_in(words: Sequence[Word], begin: int, before: int) -> bool:
    """Whether a stretch goes on with a relative clause: "the truce, which began in May and forms part …"."""
    form = verb_forms().get(words[min(begin + 1, len(words) - 1)].low)
    goes_on = words[begin].low == "and" and form is not None and "s" in form.forms
    return goes_on and words[before].low in RELATIVES


def _stands_apart(words: Sequence[Word], begin: int, held: Sequence[Predicate]) -> bool:
    """Whether a stretch is what was announced, or says of what number something is.

    "Mr Duda, who announced the swap before it was done, left", "260 soldiers, many of them wounded, left".
    """
    announced = not held and words[begin - 1].low in REPORTING_FORMS
    return announced or [w.low for w in words[begin + 1 : begin + 3]] == ["of", "them"]


def _goes_on_from(
    words: Sequence[Word], predicate: Predicate, before: Sequence[Predicate]
) -> Predicate | None:
    """The main verb that ", and" goes on from: "declared Luhansk, Donetsk and X his, and vowed"."""
    begin = predicate.begin
    if words[begin].low != "and" or words[begin - 1].low != "," or predicate.opener:
        return None
    told = [p for p in before if p.finite and not p.opener and not _stands_apart(words, p.begin, [p])]
    return told[-1] if told and told[-1].subject != (0, 0) else None


def _with_list(
    words: Sequence[Word],
    phrase: tuple[int, int],
    before: Sequence[Predicate],
    segments: Sequence[tuple[int, int]],
    timed: frozenset[int],
) -> tuple[int, int]:
    """A subject with the names before it in a list; "…, and a new package" is alone."""
    begin, stop = phrase
    if begin > segments[-1][0] and not _is_proper(words[begin:stop]):
        return phrase
    low, high = segments[-2] if len(segments) > 1 else (begin, begin)
    listed = low < high - 1 and _is_proper(words[low : high - 1])  # "Latvia, Norway and Sweden"
    earlier = [p for p in before if p.at < begin]
    return list_begin(words, begin, stop if listed else begin, earlier, segments[:-1], timed), stop


def _tells(segment: tuple[int, int], before: Sequence[Predicate]) -> bool:
    """Whether a name ends a clause: "…, whose plan was vetoed by the prime minister, Jan Duda, are to …"."""
    return any(p.begin == segment[0] and p.lemma not in ZERO_THAT for p in before)


def _phrase(
    words: Sequence[Word],
    segments: Sequence[tuple[int, int]],
    held: Sequence[Predicate],
    before: Sequence[Predicate],
    timed: frozenset[int],
    *,
    resumed: bool,
) -> tuple[int, int] | None:
    """The words of the last stretch, if they can be a subject; `resumed`: after an aside."""
    begin, end = segments[-1]
    name = name_before(words, begin, end, before) if resumed and not held else None
    if name is not None and not words[begin].low.isdigit():
        return name  # "Jan Duda, 67, the baker who was freed, left"
    begin = past_date(begin, end, timed) if resumed or not begin else begin
    if says_how(words, begin, end) or words[begin].low == "or":  # "4 billion euros, or $5 billion, …"
        return None
    if [w.low for w in words[max(begin, end - 3) : end - 1]] == ["among", "them"]:
        return None  # "four suspects, Girkin among them, are named"
    joined = words[begin].low in ("and", "but")
    opened = words[begin].low in SUBORDINATORS and _is_proper(words[begin + 1 : end - 1])
    opened = opened or (words[begin].low in OPENERS and not held and _is_noun(words[begin + 1]))
    begin += joined or opened  # "since Adam Duda, the envoy, left"
    begin = past_date(begin, end, timed) if joined else begin
    opens = LINKS if held else LINKS - {"that"}
    nominal = len(segments) > 1 and _is_nominal(words, segments[-2], before, timed)
    apposed = nominal and words[begin].low in ("a", "an", "the") and not joined
    if (words[begin].low in opens and not _roughly(words, begin, end)) or apposed:
        return None
    bare = held and held[0].tense != "infinitive"  # "the last vessel to use it, the Samsun, had left"
    stop = held[0].first if bare else end - (words[end - 1].low in BREAKS)
    fronted = all(is_adverb(w.low) or w.low in BREAKS for w in words[:begin])
    counted = words[begin].text[0].isdigit() and fronted  # "Separately, 108 women, dozens of whom …"
    if begin >= stop or begin in timed or not (counted or words[begin].text[0].isalpha()):
        return None
    return begin, stop


def _roughly(words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether words say about how many: "at least 6,417 persons, among them 626 women, had been killed"."""
    near = words[begin : min(begin + _ROUGHLY, end)]
    number = next((k for k, w in enumerate(near) if w.low[0].isdigit() or w.low in NUMBERS), 0)
    return number > 0 and all(w.low in _HEDGES for w in near[:number])


_ROUGHLY = 5
_HEDGES = frozenset(
    "at least most up to more fewer less than as many about around nearly some over almost".split()
)


def _is_noun(word: Word) -> bool:
    """Whether a word begins a noun phrase: "a convoy", "ten men", "Mr Duda"."""
    return word.low in DETERMINERS or word.text[0].isdigit() or word.text[0].isupper()


def _is_nominal(
    words: Sequence[Word],
    segment: tuple[int, int],
    before: Sequence[Predicate],
    timed: frozenset[int],
) -> bool:
    """Whether a stretch before a comma is a noun phrase alone, or ends in a name."""
    begin, end = segment
    if words[end - 1].low != ",":
        return False
    first = words[begin]
    opens = first.low in PREPOSITIONS or first.low in CLAUSE_OPENERS or is_adverb(first.low) or begin in timed
    return not opens or any(begin <= p.at < end for p in before)


def _only_says_where(words: Sequence[Word], segment: tuple[int, int], timed: frozenset[int]) -> bool:
    """Whether a sentence opens with a place alone: "Far away in Istanbul, a synod …"."""
    begin = past_date(*segment, timed)  # "On Wednesday Jan Duda, the army chief, left"
    first = words[begin].low
    return is_adverb(first) or (first in PREPOSITIONS and first not in SUBORDINATORS)


def _relative(words: Sequence[Word], begin: int) -> str:
    """The first word of a stretch, a preposition before a relative off: "which" of "in which"."""
    if words[begin].low in PREPOSITIONS and begin + 1 < len(words) and words[begin + 1].low in RELATIVES:
        return words[begin + 1].low
    return words[begin].low


def _in_relative(
    words: Sequence[Word],
    predicate: Predicate,
    segment: tuple[int, int],
    held: Sequence[Predicate],
    *,
    main: bool,
) -> tuple[int, int] | None:
    """The subject of a relative clause that a verb goes on with; None after the clause.

    `main`: whether the sentence has its verb before it: "was cut in the blast, which broke a roof, shook
    a tower and …". "In which 59 people, among them children, were killed", "which killed ten and hurt 20".
    """
    begin, end = segment
    joined = end == predicate.begin and words[end - 1].low == "and" and words[end - 2].low != ","
    listed = main and end == predicate.begin == predicate.first and words[end - 1].low == ","
    if listed and predicate.finite and words[begin].low in ("which", "who"):
        joined = any(w.low == "and" and _is_told(after) for w, after in pairwise(words[predicate.at :]))
    if held:
        return held[-1].subject if joined else None
    relative = _relative(words, begin)
    begin += relative != words[begin].low
    opens = relative == "where" or (relative in ("which", "whom") and words[begin - 1].low in PREPOSITIONS)
    return (begin + 1, end - 1) if opens and end - begin > 2 and words[end - 1].low == "," else None


def _is_told(word: Word) -> bool:
    """Whether a word is surely of a finite verb."""
    form = verb_forms().get(word.low)
    return word.low in AUXILIARIES or (form is not None and "past" in form.forms)


def _only_says_when(
    words: Sequence[Word],
    finite: Predicate,
    predicate: Predicate,
    before: Sequence[Predicate],
    first: tuple[int, int],
) -> bool:
    """Whether a clause stands between a subject and its verb: "The list, made after shells hit X, was"."""
    if words[predicate.begin - 1].low != "," or finite.opener not in _WHEN:
        return False
    if predicate.tense == "participle" and predicate.progressive:
        return any(p.finite and p.opener not in _WHEN for p in before)  # "…, accusing the rebels"
    begin, end = first
    apart = words[end - 1].low == "," and not any(begin <= p.at < end for p in before)
    near = finite.opener == "since" and finite.begin == end  # "The first to leave since it began, …"
    bare = apart or (near and not any(begin <= p.at < end and p.finite for p in before))
    return bare and words[begin].low not in LINKS and not is_adverb(words[begin].low)


_WHEN = frozenset("after before when as while since because although though".split())


def _is_proper(words: Sequence[Word]) -> bool:
    """Whether words are a name: "Dmytro Kuleba"."""
    return all(w.text[0].isupper() and w.text.replace("-", "").isalpha() for w in words)


def _beside(
    words: Sequence[Word],
    predicate: Predicate,
    before: Sequence[Predicate],
    segments: Sequence[tuple[int, int]],
    timed: frozenset[int],
) -> tuple[int, int] | None:
    """The subject that an aside or a speech between it and its verb leads back to."""
    teller = _goes_on_from(words, predicate, before) or _teller(words, predicate, before)
    return (
        whose(words, before, segments)
        or of_paper(words, predicate, before)
        or (teller.subject if teller else None)
        or before_dashes(words, predicate, before, segments, timed)
        or before_participle(words, before, segments, timed)
    )


def _of_relative(words: Sequence[Word], predicate: Predicate, before: Sequence[Predicate]) -> tuple[int, int]:
    """The words that a relative clause says something of."""
    begin = predicate.begin - (predicate.begin > 0 and words[predicate.begin - 1].low == ",")
    if begin and words[begin - 1].low == ")":  # "the Commodore (its rival) which will be sold"
        begin = next((k for k in range(begin - 1, 0, -1) if words[k].low == "("), begin)
    dated = begin > 1 and words[begin - 1].text in _NAMED_DAYS and words[begin - 2].low in ("on", "in")
    if dated and predicate.opener == "which":
        begin -= 2  # "the blast on Friday, which"
    if begin and words[begin - 1].low == "and" and (same := _same_noun(words, begin - 1, before)) is not None:
        return same  # "votes which Mali announced, and which are to be held in May"
    low, high = noun_before(words, begin, before)
    if predicate.opener == "that" and words[predicate.begin - 1].low != ",":
        name = name_before(words, low, high, before)
        if name is not None:  # "Uniper, the gas importer that lost millions"
            return name
    if predicate.opener == "who":
        low = person_begin(words, low, high)
        name = name_before(words, low, high, before)
        beyond = words[predicate.begin - 1].low == "," or (low and words[low - 1].low in _OF_WORK)
        if name is None and beyond:  # "Duda, a lawyer for one of them, who", "Kos, a contributor to it who"
            name = name_before(words, head_of_apposition(words, begin), begin, before)
        if name is not None:  # "Lukashenko, 67, who announced …", "Poroshenko, the magnate who was elected"
            return name
    if predicate.passive and predicate.kind == "attack":
        of = next((k for k in range(low, high) if words[k].low == "of"), 0)  # "loss of MH17, which was hit"
        low = of + 1 if of and words[of - 1].low in _LOSSES else low
    placed = low and words[low - 1].low in ("in", "near", "at")
    if placed or predicate.lemma in _LASTING:  # "the siege of the port, which began in May"
        near = range(begin - 1, max(-1, begin - 9), -1)
        low = next((k for k in near if words[k].low in event_nouns()), low)
    if predicate.lemma in _IN_FORCE and low and words[low - 1].low in PREPOSITIONS:
        near = range(low - 1, max(-1, low - 7), -1)
        paper = next((k for k in near if words[k].low in _LAWS), None)
        low = noun_before(words, paper + 1, before)[0] if paper is not None else low
    several = any(w.low == "and" for w in words[low:high]) and words[predicate.first].low in (
        "was",
        "is",
        "has",
    )
    if several and low > 1:  # "a pipe between Avdiivka and Yasynuvata which was damaged"
        return noun_before(words, low - 1, before)[0], high
    return low, high


_OF_WORK = frozenset("to for at with".split())
"""What leads from what someone is to where: "a contributor to Radio Riga"."""


def _same_noun(words: Sequence[Word], at: int, before: Sequence[Predicate]) -> tuple[int, int] | None:
    """The noun of the relative clause that "and" goes on from."""
    near = (
        p for p in reversed(before) if p.finite and p.opener in ("which", "who", "that") and p.end <= at + 1
    )
    relative = next(near, None)
    if relative is None or relative.governor is not None or words[relative.begin].low != relative.opener:
        return None
    own = relative.begin + 1 < relative.subject[0] or relative.subject[0] == relative.begin + 1
    end = relative.begin - (words[relative.begin - 1].low == ",")
    return noun_before(words, end, before) if own else relative.subject


def _teller(words: Sequence[Word], predicate: Predicate, before: Sequence[Predicate]) -> Predicate | None:
    """Who goes on to speak after what was said: "said it was theirs and accused the West"."""
    last = next((p for p in reversed(before) if p.finite), None)
    closed = predicate.begin > 1 and words[predicate.begin - 2].low in ('"', "”", "’")
    if last is None or last.opener != "that" or not (closed or predicate.kind in ("speech", "plainspeech")):
        return None
    return next((p for p in reversed(before) if p.at < last.begin and p.lemma in REPORTING), None)


_NAMED_DAYS = frozenset((*day_name, *month_name))
_LOSSES = frozenset("loss downing sinking destruction fate crash shooting".split())
"""What becomes of the thing that is said to have been hit."""
_IN_FORCE = frozenset("enter expire apply lapse take".split())
_LAWS = frozenset(
    "law bill act decree ban treaty agreement accord pact deal measure regulation resolution".split()
)
"""What enters into force or expires: "a law on judicial reform, which will enter into force"."""
_LASTING = frozenset("begin start end erupt last continue follow plan schedule hold".split())
