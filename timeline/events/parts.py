"""A sentence with all that was found in it, and the words in it that name an occurrence."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.events.lexicon import event_nouns, verb_forms
from timeline.events.named import NamedActor
from timeline.events.places import NamedPlace
from timeline.events.predicate import Predicate
from timeline.events.tokens import Word
from timeline.events.verb_kinds import Around, refined
from timeline.events.words import COUNTED, DETERMINERS, HARMS, OFFICES, PREPOSITIONS
from timeline.model import Timex

KIND_OF_CLASS = {
    "speech": "statement",
    "plainspeech": "statement",
    "plain": "other",
    "state": "other",
    None: "other",
}


_NOUN_REACH = 8
_WORK_STOPS = frozenset("general hunger rail labour labor wildcat warning sit-down".split())
_WORKERS = frozenset(
    "workers unions union teachers pilots nurses doctors miners drivers staff dockers".split()
)
_VERBAL = frozenset("verbal scathing stinging blistering veiled rhetorical".split())


@dataclass(frozen=True, slots=True)
class Subject:
    """Who or what a sentence is about, for the pronoun that follows."""

    text: str
    names: tuple[str, ...]
    person: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with everything that was found in it."""

    text: str
    start: int
    end: int
    words: Sequence[Word]
    predicates: Sequence[Predicate]
    timexes: Sequence[Timex]
    actors: Sequence[NamedActor]
    places: Sequence[NamedPlace]
    quoted: frozenset[int] = frozenset()
    """The words inside quotation marks."""
    timed: frozenset[int] = frozenset()
    """The words of temporal expressions."""
    lead: bool = False
    """Whether it stands at the head of the article."""
    early: bool = False
    """Whether it stands among the first of the article, of its entry or under its heading."""
    before: "Subject | None" = None
    """The subject of the sentence before, for a pronoun."""
    person: "Subject | None" = None
    """The person that the sentences just before were about, for "he" and "him"."""
    alone: bool = True
    """Whether the sentence before named no person but that one."""
    pair: "Subject | None" = None
    """The two who met or spoke in the sentence before, for "they"."""
    paper: "Subject | None" = None
    """The only deal or law that the sentence before told of, for "it"."""
    lows: frozenset[str] = field(init=False, compare=False)
    """Its words in lower case: where one is not among them, nothing need be looked through for it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "lows", frozenset([word.low for word in self.words]))

    def noun_kind(self, at: int) -> str | None:
        """The kind of the occurrence that a word names as a noun: "talks", but not the month of "March"."""
        word = self.words[at]
        kind = event_nouns().get(word.low)
        if kind is None and word.low.endswith("ing"):
            kind = self._kind_of_deed(at)
        if kind is None or at in self.timed or word.text == "March":
            return None
        if at and self.words[at - 1].low in ("news", "press"):
            return None
        if kind == "attack" and at and self.words[at - 1].low in _VERBAL:
            return "statement"
        if kind == "attack" and word.low in ("strike", "strikes") and self._of_workers(at):
            return "protest"
        wanted = kind == "call" and at + 1 < len(self.words) and self.words[at + 1].low in ("for", "to")
        return None if wanted else kind  # a "call for calm" is no telephone call

    def _of_workers(self, at: int) -> bool:
        """Whether a strike is one of those who stop work: "a general strike", "pilots began a strike"."""
        before = self.words[at - 1].low if at else ""
        return before in _WORK_STOPS or any(w.low in _WORKERS for w in self.words[:at])

    def _kind_of_deed(self, at: int) -> str | None:
        """The kind of a deed that a verb is made a noun for: "the signing of the treaty"."""
        words = self.words
        if not 0 < at < len(words) - 1 or words[at - 1].low != "the" or words[at + 1].low != "of":
            return None
        form = verb_forms().get(words[at].low)
        return (KIND_OF_CLASS.get(form.kind) or form.kind) if form is not None and form.kind else None

    def is_dated(self, predicate: Predicate) -> bool:
        """Whether the clause of a verb has a date of its own."""
        low, high = self.words[predicate.begin].start, self.words[predicate.end - 1].end
        return any(low <= t.start_char < high and t.when is not None for t in self.timexes)

    def says_which(self, predicate: Predicate) -> bool:
        """Whether a clause that no word opens says which thing is meant: "left the city it took in May"."""
        before = (p for p in self.predicates if p.at < predicate.subject[0])
        inside = any(p.begin == predicate.begin for p in before)
        return inside and predicate.finite and not predicate.opener

    def word_before(self, timex: Timex) -> str:
        """What stands right before an expression, as it is written; "" at the head."""
        return (self.text[: timex.start_char - self.start].split() or [""])[-1]

    def predicate_at(self, at: int | None) -> Predicate | None:
        """The predicate whose verb is a word."""
        if at is not None:
            for predicate in self.predicates:
                if predicate.at == at:
                    return predicate
        return None


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that names an occurrence: a predicate's verb, or a noun."""

    word: Word
    index: int
    kind: str
    predicate: Predicate | None
    whole: bool = False
    """Whether what is said belongs to it: "said it would withdraw"."""


def trigger_of(sentence: Sentence, predicate: Predicate) -> Trigger:
    """The trigger that a predicate is; a light verb takes the kind of the noun it carries."""
    kind = KIND_OF_CLASS.get(predicate.kind) or str(predicate.kind)
    if (
        predicate.lemma == "strike"
        and (noun := carried_noun(sentence, predicate))
        and noun.kind == "agreement"
    ):
        kind = noun.kind  # "struck a deal"
    elif predicate.kind in ("plain", "state", "other", None) or (
        predicate.kind == "plainspeech" and (predicate.passive or perceives(sentence, predicate))
    ):
        kind = own_kind(sentence, predicate) or kind
    kind = refined(kind, predicate.lemma, _around(sentence, predicate))
    return Trigger(sentence.words[predicate.at], predicate.at, kind, predicate)


def _around(sentence: Sentence, predicate: Predicate) -> Around:
    near = [w.low for w in sentence.words[predicate.at + 1 : predicate.at + 1 + _NEAR]]
    subject = frozenset(w.low for w in sentence.words[slice(*predicate.subject)])
    return Around(subject, near[0] if near else "", frozenset(near))


_NEAR = 6
"""Words after a verb among which its object is looked for."""


def own_kind(sentence: Sentence, predicate: Predicate) -> str | None:
    """The kind of what a light verb leads to: "began to shell", "held talks"."""
    for later in sentence.predicates:
        if (
            later.governor == predicate.at
            and predicate.lemma in _BEGINNING
            and later.kind not in KIND_OF_CLASS
        ):
            return later.kind
    noun = carried_noun(sentence, predicate)
    return noun.kind if noun else None


_BEGINNING = frozenset("begin start continue help manage move".split())


def said_before(sentence: Sentence, speech: Predicate) -> tuple[int, int] | None:
    """The words of what is said before who says so: "Iran has no intention of it, Mr Boehner said"."""
    begin = speech.subject[0] - 1
    while begin > 0 and sentence.words[begin].low in _CLOSING:
        begin -= 1
    told = [p for p in sentence.predicates if p.at <= begin and p.finite and not p.opener]
    closed = sentence.words[speech.subject[0] - 1].low in _CLOSING and speech.subject[0] > 1
    opens = next((k for k in range(begin) if sentence.words[k].text[0].isalnum()), 0)
    later = next((p for p in sentence.predicates if p.begin >= speech.end), None)
    last = speech.end >= len(sentence.words) - 1 or (later is not None and later.opener in COUNTED)
    doing = not last and sentence.words[speech.end].low.endswith("ing")
    last = last or doing  # "…, he said on Friday, ending weeks of doubt"
    return (opens, begin + 1) if told and closed and last else None


_CLOSING = frozenset((",", '"', "”", "''", "’"))


def perceives(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a verb of saying tells what was seen or heard: "observed a convoy", "heard 17 explosions"."""
    words = sentence.words
    if predicate.lemma not in _PERCEIVING or predicate.passive or predicate.at + 1 >= predicate.end:
        return False
    after = words[predicate.at + 1].low
    if predicate.lemma in ("report", "record"):
        near = [w.low for w in words[predicate.at + 1 : predicate.at + _NEAR]]
        return after[0].isdigit() or not _FIGURES.isdisjoint(near)  # "reported 205 violations", "a loss"
    return (after in DETERMINERS or after[0].isalnum()) and after not in PREPOSITIONS | {"that", "how", "it"}


_FIGURES = frozenset(
    "loss losses profit profits earnings revenue revenues turnover surplus deficit growth".split()
)
"""What a company or an institute reports."""
_PERCEIVING = frozenset("observe hear see note spot count report record".split())


def carried_noun(sentence: Sentence, predicate: Predicate) -> Trigger | None:
    """The noun that says what happened beside a light verb: "held talks", "the vote took place"."""
    begin, end = predicate.subject
    places = [*range(predicate.at + 1, min(predicate.at + 7, predicate.end)), *range(end - 1, begin - 1, -1)]
    for at in places:
        kind = sentence.noun_kind(at)
        if kind and sentence.words[at - 1].low != "to":
            return Trigger(sentence.words[at], at, kind, None)
    return None


def noun_before(sentence: Sentence, at: int) -> Trigger | None:
    """The noun of an occurrence whose phrase ends in a date: "the seizure of Crimea in 2014"."""
    verbs = {p.at for p in sentence.predicates}
    for k in range(at - 1, max(-1, at - 1 - _NOUN_REACH), -1):
        low = sentence.words[k].low
        if k in verbs or low in (",", ";", "(", ")", ":", "that"):
            return None
        kind = sentence.noun_kind(k)
        if kind and (k == 0 or sentence.words[k - 1].low not in ("to", "will")):
            head = _head_before(sentence, k)
            return head or Trigger(sentence.words[k], k, kind, None)
    return None


def _head_before(sentence: Sentence, at: int) -> Trigger | None:
    """The noun of an occurrence that another only says more of: "the suspension of the treaty"."""
    words = sentence.words
    of = next((k for k in range(at - 1, max(0, at - _OF_REACH), -1) if words[k].low in PREPOSITIONS), 0)
    if of < 1 or words[of].low != "of" or any(w.low in (",", ";") for w in words[of:at]):
        return None
    kind = sentence.noun_kind(of - 1)
    return Trigger(words[of - 1], of - 1, kind, None) if kind else None


_OF_REACH = 6


def noun_after(sentence: Sentence, at: int) -> Trigger | None:
    """The noun of an occurrence that a phrase leads to: "the disputed referendum"."""
    for k in range(at + 1, min(at + 5, len(sentence.words))):
        if not sentence.words[k].low[0].isalpha() or sentence.words[k].low in PREPOSITIONS:
            return None
        if kind := sentence.noun_kind(k):
            return Trigger(sentence.words[k], k, kind, None)
    return None


def noun_in(sentence: Sentence, first: int) -> Trigger | None:
    named = [(k, kind) for k in range(len(sentence.words)) if (kind := sentence.noun_kind(k))]
    if not named:
        return None
    at, kind = min(named, key=lambda found: abs(found[0] - first))
    return Trigger(sentence.words[at], at, kind, None)


def someone(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether the subject is someone who can be named: an actor, a proper name, an institution."""
    begin, end = predicate.subject
    if begin >= end:
        return False
    words = sentence.words[begin:end]
    low, high = words[0].start, words[-1].end
    if any(low <= actor.start_char < high for actor in sentence.actors):
        return True
    if words[-1].low in _NOBODY or words[0].low in _NOBODY:
        return False
    if any(w.low in _INSTITUTIONS or w.low in OFFICES for w in words):
        return True
    named = any(w.text[0].isupper() and (begin + i > 0) for i, w in enumerate(words))
    return named or (begin == 0 and _is_a_name(words[0], sentence.words[1:3]))


def _is_a_name(first: Word, after: Sequence[Word]) -> bool:
    """Whether a sentence begins with a name: "BP warned …", "Allseas, the Swiss firm, cautioned …"."""
    acronym = first.text.isupper() and len(first.text) > 1 and first.text.isalpha()
    told = [w.low for w in after] in ([",", word] for word in ("the", "a", "an", "who", "which", "whose"))
    return acronym or (told and first.text[0].isupper())


def is_body(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether the subject is a body that acts, not called by its name: "police", "the authorities"."""
    return any(w.low in _INSTITUTIONS for w in sentence.words[slice(*predicate.subject)])


_NOBODY = frozenset(
    """
        he she it they we i you who which that this analysts experts sources observers critics witnesses
        some many others people
        """.split()
)


_INSTITUTIONS = frozenset(
    """
    government ministry service minister president parliament court judge police army military navy troops
    forces
    soldiers rebels separatists militants gunmen protesters demonstrators officials authorities prosecutors
    lawmakers senate council commission committee leaders ministers company bank union residents rescuers
    firefighters voters parties party opposition officers fighters insurgents activists workers senators
    deputies mayor governor airline monitors inspectors group groups agency agencies organisation
    organisations organization organizations charity charities watchdog campaigners firm church treasury
    television lawyers families relatives unions banks courts churches airlines prosecution prosecutor judges
    tribunal investigators jury assembly federation alliance bloc coalition
    administration chancellor premier commander
    """.split()
)


def same_harm(predicate: Predicate, before: Predicate) -> bool:
    """Whether two verbs tell the toll of one occurrence: "killed three and wounded six"."""
    return predicate.lemma in HARMS and before.lemma in HARMS
