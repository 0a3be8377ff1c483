"""How surely two mentions tell the same occurrence, by what they say of who, what, where and when."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache

from timeline.events.gazetteer import offices, place_names, rows
from timeline.events.kinds import SAME_WORDS
from timeline.events.lexicon import name_words, verb_forms
from timeline.events.words import PREPOSITIONS
from timeline.model import PRECISIONS, Mention, Place, Status, When

ALIKE = 0.62
"""From this likeness on two mentions of compatible days tell the same occurrence."""
_SHORT = 2
WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON = frozenset(
    """
        the and for with from that this said says after before over into has had was were are its his her
        their who which more than about against under amid new also will would could
        """.split()
) | {word for word in PREPOSITIONS if len(word) > _SHORT}
_LIGHT = frozenset(
    """
        began begun begins begin started starts start held hold holds took take takes
        made make submitted submit filed file issued issue conducted carried staged
        """.split()
)
"""Verbs that leave it to their noun to say what happened."""
_PLACED = frozenset(
    """
        attack military mobilisation protest visit annexation humanitarian talks agreement vote election
        """.split()
)
"""Kinds that happen at a place: another one means another occurrence."""
_BETWEEN = frozenset({"call", "talks", "visit", "statement", "sanctions", "aid", "agreement"})
"""Kinds of which the actors are the occurrence: others mean another one."""
_VAGUE = frozenset({"other", "statement"})
"""Kinds that say little: other verbs tell the same only where the rest of the words do."""
MOST_WORDS = 0.5
_FOR_A_COUNTRY = 0.8
"""How much a person is like the country that he or she held an office of."""


_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]*\d*|\b[A-Z]+\d+\b")
"""A word that is written as a name within a sentence, or one like "MH17"."""
_BY_PHONE = re.compile(r"\b(?:in|during|by) (?:an? |the |their )?(?:[\w-]+ ){0,2}(?:call|phone|telephone)\b")
_AGREED = re.compile(r"\b(?:agree[ds]?|decide[ds]?) to (\w+)")
_OF_NOUN = re.compile(
    r"\b(?:announc|declar|impos|order|agre)ed (?:[\w-]+ ){0,4}?(sanctions|agreement|deal|evacuation)\b"
)
_DENIALS = frozenset("deny reject dismiss refuse refute rebuff".split())
_BLOWS = SAME_WORDS["struck"]
_SHARED = 0.6
_UNTOLD = 0.4
"""How alike actors are where one mention names none: with the same place, and without."""


class Features:
    """What a mention is compared by; `matter` are the words beyond who and the deed itself."""

    __slots__ = ("_mention", "_rare", "_where", "actors", "matter", "target", "title", "trigger", "words")

    def __init__(self, mention: Mention) -> None:
        title = mention.title.lower()
        self.trigger = _deeds(mention.trigger.lower(), title)
        named = {stem(w) for name in mention.actors for w in WORD.findall(name.lower())}
        self.words = frozenset(word for word in title_words(title) if word not in named)
        self.matter = self.words - {stem(w) for w in WORD.findall(title) if _deed(w) & self.trigger}
        hit = bool(self.trigger & _BLOWS)
        self.target = _target(mention.trigger.lower(), title) - named if hit else frozenset()
        self.actors = frozenset(mention.actors)
        self.title = mention.title
        self._mention = mention
        self._where: frozenset[str] | None = None
        self._rare: frozenset[str] | None = None

    @property
    def rare(self) -> frozenset[str]:
        """The names in the sentence, but for the actors, that no gazetteer knows."""
        if self._rare is None:
            named = {stem(word.lower()) for name in self.actors for word in name.split()}
            self._rare = rare_names(self._mention.sentence) - named
        return self._rare

    @property
    def where(self) -> frozenset[str]:
        """The places that the title names, but for those that act."""
        if self._where is None:
            found = frozenset(place.name for _, _, place in place_names().find(self.title))
            self._where = found - self.actors
        return self._where


def rare_names(text: str) -> frozenset[str]:
    """The beginnings of names that no gazetteer knows: of ships, plants, operations."""
    found = (word.lower().removesuffix("'s").removesuffix("’s") for word in _NAME.findall(text))
    return frozenset(stem(word) for word in found if word not in _known_words() and len(word) > _SHORT)


@cache
def _known_words() -> frozenset[str]:
    """Every word of a gazetteer's names, and what is written like a name."""
    names = [value for table in ("people", "organisations", "countries", "places") for row in rows(table)
             for value in row.values()]  # fmt: skip
    words = {word.lower() for name in names for word in re.split(r"[;\s]+", name)}
    return frozenset(
        words | {w.lower() for group in ("common", "opener", "title") for w in name_words(group)}
    )


def title_words(title: str) -> Iterable[str]:
    """The beginnings of a title's words that say something."""
    return (stem(w) for w in WORD.findall(title.lower()) if w not in _COMMON and w not in _LIGHT)


def stem(word: str) -> str:
    """Enough of a word for its forms to be alike."""
    return word[:5]


def _deeds(trigger: str, title: str) -> frozenset[str]:
    """What a trigger says was done, or the noun of a light one: "the invasion began" tells of an invasion."""
    if trigger in _LIGHT:
        for word in WORD.findall(title):
            if word in SAME_WORDS:
                return SAME_WORDS[word]
    deeds = _deed(trigger)
    if told := _OF_NOUN.search(title):  # "announced 500 sanctions" tells of sanctions
        deeds |= SAME_WORDS.get(told[1], frozenset())
    if agreed := _AGREED.search(title):  # "agreed to freeze" tells of a freeze
        deeds |= _deed(agreed[1])
    if _BY_PHONE.search(title):  # "warned him in a phone call" tells of a call
        deeds |= SAME_WORDS["call"]
    return deeds


@lru_cache(maxsize=20_000)
def _deed(word: str) -> frozenset[str]:
    form = verb_forms().get(word)
    lemma = form.lemma if form else word
    return SAME_WORDS.get(word) or SAME_WORDS.get(lemma) or frozenset((lemma,))


def _target(trigger: str, title: str) -> frozenset[str]:
    """What was hit: "a block of flats" of "hit a block of flats in Dnipro"."""
    _, _, after = title.partition(trigger)
    return frozenset(title_words(_WHERE.split(after, maxsplit=1)[0])) - _UNTARGETED


_WHERE = re.compile(r"\b(?:in|near|at|on|with|by|during|over|after|as|and|killing|where|outside|from|,)\b|,")
_UNTARGETED = frozenset(
    stem(word)
    for word in """
        part parts several many dozens least some targets target people civilians others central center centre
        city town region area village north south east west eastern western northern southern
    """.split()
)


def likeness(a: Mention, b: Mention, fa: Features | None = None, fb: Features | None = None) -> float:
    """How surely two mentions tell the same occurrence, 0 to 1."""
    fa, fb = fa or Features(a), fb or Features(b)
    if not compatible(a.when, b.when) or not _statuses_agree(a.status, b.status):
        return 0.0
    if a.article_id == b.article_id and a.start_char == b.start_char and fa.trigger.isdisjoint(fb.trigger):
        return 0.0
    if elsewhere(a, b, fa, fb) or _opposed(fa.trigger, fb.trigger):
        return 0.0
    if a.kind in _BETWEEN and b.kind in _BETWEEN and others(fa, fb):
        return 0.0  # Biden called Putin, Macron called Putin
    if a.kind in _BODIES and b.kind in _BODIES and _other_bodies(fa, fb):
        return 0.0  # the European Parliament voted, the Council of the EU voted
    words = share(fa.words, fb.words)
    same = not fa.trigger.isdisjoint(fb.trigger)
    if same and fa.rare & fb.rare:
        words = max(words, _KNOWN_BY_NAME)
    if not same and a.kind in _VAGUE and words < MOST_WORDS:
        return 0.0
    trigger = 1.0 if same else 0.6 if a.kind == b.kind else 0.2
    exact = 1.0 if a.when == b.when and a.when.begin == a.when.end else 0.55
    here = a.place is not None and a.place == b.place
    actors = _actors_alike(fa.actors, fb.actors, _SHARED if here else _UNTOLD)
    found = 0.30 * words + 0.30 * actors + 0.25 * trigger + 0.15 * exact
    return min(found, _DOUBTFUL) if _something_else(a, fa, fb) else found


_OPPOSITES = (
    ("convict jail sentence imprison", "acquit free release pardon"),
    ("impose extend tighten", "lift ease suspend"),
    ("approve adopt pass ratify", "reject veto repeal"),
    ("open reopen resume restart", "close shut halt suspend"),
)
"""Deeds of which one undoes the other or is its other outcome."""


@cache
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((_deeds_of(one), _deeds_of(other)) for one, other in _OPPOSITES)


def _deeds_of(words: str) -> frozenset[str]:
    return frozenset().union(*map(_deed, words.split()))


def _opposed(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether one denies, and the other does not, or one is the other outcome: convicted, acquitted."""
    return (_DENIALS & a) != (_DENIALS & b) or any(
        (a & one and b & other) or (a & other and b & one) for one, other in _opposites()
    )


_BODIES = frozenset({"vote", "legal"})
"""Kinds of which the body that decides is the occurrence."""
_KNOWN_BY_NAME = 0.75
"""How alike words are that name the same ship, flight or plant that is in no gazetteer."""
_DOUBTFUL = 0.5
"""What a reader may join, and merging does not; what is likelier is proposed before it."""


def _something_else(a: Mention, fa: Features, fb: Features) -> bool:
    """Whether two mentions tell of other things: another target, or nothing in the same words."""
    if fa.target and fb.target and fa.target.isdisjoint(fb.target):
        return True
    return a.kind not in _BY_ACTORS and bool(fa.matter and fb.matter) and fa.words.isdisjoint(fb.words)


_BY_ACTORS = frozenset({"call", "talks", "visit"})
"""Kinds that who takes part tells enough of."""


def share(a: Collection[str], b: Collection[str]) -> float:
    """How much of the smaller of two sets is in the other."""
    return len(set(a) & set(b)) / min(len(a), len(b)) if a and b else 0.0


def _actors_alike(a: frozenset[str], b: frozenset[str], untold: float) -> float:
    if not a or not b:
        return untold
    found = share(a, b)
    if found == 1.0:
        return found
    mine, yours = _left(a, b), _left(b, a)
    meant = min(len(a) - len(mine), len(b) - len(yours)) / min(len(a), len(b))
    return max(found, _FOR_A_COUNTRY * meant)


def others(a: Features, b: Features) -> bool:
    """Whether each side names someone of whom the other says nothing."""
    return bool(_unnamed(a, b) and _unnamed(b, a))


def _unnamed(one: Features, other: Features) -> list[str]:
    return [name for name in _left(one.actors, other.actors) if name not in other.title]


def _other_bodies(a: Features, b: Features) -> bool:
    mine, yours = (set(_unnamed(x, y)) & _organisations() for x, y in ((a, b), (b, a)))
    return bool(mine and yours)


@cache
def _organisations() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("organisations"))


def _left(some: frozenset[str], rest: frozenset[str]) -> list[str]:
    """The actors that the others do not mean too, be it by a longer name, an officer or the country."""
    return [name for name in some if name not in rest and not any(_means(name, other) for other in rest)]


@lru_cache(maxsize=20_000)
def _means(one: str, other: str) -> bool:
    if one in _countries_of().get(other, ()) or other in _countries_of().get(one, ()):
        return True
    short, long = sorted((one.split(), other.split()), key=len)
    return len(short) > 1 and short == long[-len(short) :]  # "Human Rights Council" of the UN


@cache
def _countries_of() -> Mapping[str, frozenset[str]]:
    """The countries that a person held an office of."""
    out: dict[str, set[str]] = {}
    for office in offices():
        out.setdefault(office.person, set()).add(office.country)
    return {person: frozenset(countries) for person, countries in out.items()}


def elsewhere(a: Mention, b: Mention, fa: Features, fb: Features) -> bool:
    """Whether two mentions of what happens at a place name different ones, neither within the other."""
    if a.kind not in _PLACED and b.kind not in _PLACED:
        return False
    if a.place and b.place and not _within(a.place, b.place):
        return a.place.name not in fb.where and b.place.name not in fa.where
    return bool(_not_in(fa.where, fb) and _not_in(fb.where, fa))


def _within(one: Place, other: Place) -> bool:
    return one.name == other.name or other.name in _held(one.name) or one.name in _held(other.name)


def _not_in(places: frozenset[str], other: Features) -> bool:
    """Whether one of the places is neither what the other title names, nor in it, nor around it."""
    known = other.where | other.actors
    around = {country for place in known for country in _held(place)}
    return any(
        place not in known and place not in around and known.isdisjoint(_held(place)) for place in places
    )


def _held(place: str) -> frozenset[str]:
    """The country that a place is in, or the two that share it."""
    return _countries().get(place, frozenset())


@cache
def _countries() -> Mapping[str, frozenset[str]]:
    told = ((row["name"], row["country"].partition(" (")[0]) for row in rows("places"))
    return {name: frozenset(countries.split("/")) for name, countries in told if countries}


def compatible(a: When, b: When) -> bool:
    """Whether both can be the time of one occurrence: one within the other, and neither says too little."""
    if a.shape != b.shape and "within" not in (a.shape, b.shape):
        return False
    if a.shape != b.shape or a.shape in ("since", "until"):
        return a.shape == b.shape and (a.begin, a.end) == (b.begin, b.end)
    if not a.overlaps(b):
        return False
    coarse = max(PRECISIONS.index(a.precision), PRECISIONS.index(b.precision))
    fine = min(PRECISIONS.index(a.precision), PRECISIONS.index(b.precision))
    if coarse <= PRECISIONS.index("day"):
        return a.begin == b.begin and a.end == b.end
    return coarse <= PRECISIONS.index("month") or coarse == fine or coarse == PRECISIONS.index("year")


def _statuses_agree(a: Status, b: Status) -> bool:
    real = {Status.HAPPENED, Status.ONGOING}
    return a == b or {a, b} <= real
