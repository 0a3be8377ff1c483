"""A text → the people and organisations in it that no gazetteer lists, known by how the text treats them.

A person is known by a title, by speaking or by a common given name, an organisation by the acronym that
it defines, by what it is called ("… Agency", "Ministry of …") or said to be ("the operator, Kyivstar"),
and any other name by its acting more than once.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from timeline.events.lexicon import name_words, verb_forms

TITLES, NOT_NAMES = name_words("title"), name_words("opener")
_COMMON_WORDS = NOT_NAMES | name_words("common")
_INSTITUTIONS, _TAKES_OF, _THINGS = (
    name_words("institution"),
    name_words("institution of"),
    name_words("thing"),
)
NO_NAMES = _COMMON_WORDS | _INSTITUTIONS | _THINGS
"""Words that alone or at the end of capitalised words name nobody."""
_CAPITAL = r"[A-ZÀ-ŽА-Я](?:[\w-]|[’'](?!s\b))*"
_RUN = re.compile(rf"(?<![\w’'-]){_CAPITAL}(?:(?: | & |(?<= [A-Z])\. ){_CAPITAL})*")
"""Capitalised words in a row; a possessive ends it: "Boeing's Launch Systems" is two names."""
_OF = re.compile(rf" (?:of|for|on)(?: the)? (?P<of>{_CAPITAL})(?:(?: and| of(?: the)?)? {_CAPITAL})*")
_PERSON = re.compile(
    r"\b(?=[A-Z])(?P<title>(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Gen|Col|Lt|Rep|Prof)\.?|Sir|Lord|Lady|(?:Vice |Prime "
    r"|Foreign |Defen[cs]e |Interior )?"
    r"(?:Presidents?|Ministers?|Chancellor|Premier"
    r"|Secretary(?: of (?:State|Defen[cs]e|the Treasury)|[ -]General)?)"
    r"|Attorney General|Treasurer|Senators?|Governor|General|Colonel|Major"
    r"|Captain|Admiral|Corporal|Sergeant|Lieutenant|Private|Brigadier|Marshal|Bishop|Rabbi|Imam|Judge|Speaker"
    r"|Pope|Patriarch|Archbishop|Cardinal|Metropolitan|Ayatollah|Sheikh"
    r"|King|Queen|Prince|Princess|Ambassador|Mayor)) "
    r"(?P<name>[A-ZÀ-Ž][\w’'-]+(?: (?:[A-ZÀ-Ž][\w’'-]+|[A-Z]\.|al|bin|de|van|von|der)){0,3})"
)
_PART = r"(?:Mc|Mac|O[’'])?[A-ZÀ-Ž][a-zà-ž’']+(?:-[A-Za-zÀ-ž][a-zà-ž’']+)*"
"""A part of a person's name: "Jan", "McCain", "Jean-Pierre"."""
_WHO = "|".join(sorted(name_words("person noun")))
_SPEAKER = re.compile(
    rf"\b(?=[A-ZÀ-Ž])(?P<name>{_PART}(?: [A-Z]\.)?(?: (?:al-)?{_PART}){{1,2}})(?=,? (?:who|said"
    r"|says|told|added|warned|was|has|had|should|would|and his|\d\d[,. ]|an? [a-z]+"
    rf"|the [a-z]+ (?:of|for|at))|, (?:the|an?|its|their|his|[A-Z]\w+['’]s)"
    rf" (?:[\w’'-]+ ){{0,4}}?(?:{_WHO})\b"
    r"|, (?:also |better |otherwise )?known as "
    rf"|, (?:(?:deputy|acting|former|first|chief|senior) ){{0,2}}(?:{_WHO}) (?:of|for|at|in)\b)"
)
"""Someone who speaks or acts, or of whom words after a comma say who it is: "Jan Duda, the new mayor,"."""
_NAME = rf"(?P<name>{_PART}(?: (?:[A-Z]\.|al|bin|de|van|von|der|{_PART})){{1,3}})"
_AFTER_WORD = re.compile(rf" {_NAME}(?=[\s,.’'])")
_AFTER_COMMA = re.compile(rf", {_NAME}(?=,)")
_AFTER_AND = re.compile(rf" and {_NAME}")
_AFTER_COMMA_OR_DASH = re.compile(rf", {_NAME}(?=,| [–—-] )")
"""Names are looked for first, by their capitals; only before one are the words looked at that tell of it."""
_OFFICER = re.compile(rf"\b(?=[a-z])(?:prime minister|king|queen|secretary-general|head|premier|{_WHO}),?\Z")
"""Someone by what they are: "the rebel leader Alexander Borodai", "the aid chief, Martin Griffiths"."""
_BESIDE = re.compile(
    rf"\b(?:President|Minister|Senator|Premier|Chancellor|[Ll]eader)s {_PART}(?: {_PART}){{0,2}}"
    r"(?: of [A-Z]\w+)?\Z"
)
"""The second of two who hold an office: "Presidents Jan Duda of Mali and Eva Kos of Chad"."""
_APPOSED = re.compile(rf"\b(?=[a-z]+\Z)(?:{_WHO})\Z")
"""Someone between commas: "the defeated challenger, Mir Hossein Mousavi, …"."""
_SPEAKS_FOR = re.compile(
    r"\b(?:spokes(?:man|woman|person)|[Mm]inister|[Hh]ead|leader|commander|[Dd]irector|[Cc]ommissioner"
    r"|[Rr]apporteur|[Rr]epresentative|[Cc]oordinator|envoy|[Aa]mbassador|[Ss]ecretary[ -][Gg]eneral"
    r"|[Ss]peaker|[Cc]hair\w*|[Pp]resident|[Gg]overnor|[Mm]ayor|chief|[Pp]rosecutor)"
    r" (?:for|of|on|to) [^,.;]{3,70}\Z"
)
"""Someone by whom they speak for: "a spokesman for the council, Jan Duda, …"."""
_MET = re.compile(
    r"\b(?=[a-z])(?:telephoned|phoned|congratulated|met|told|thanked|praised|arrested|detained|sacked|appointed|freed"
    r"|released|elected|assassinated|accused|received|hosted|loyal to|led by|headed by"
    r"|installs?|installed|nominate[sd]|named|summoned|jailed|sentenced|convicted|kidnapped|captured|poisoned"
    r"|endorsed|replaced|expelled|extradited|welcomed|pardoned|questioned|charged)\Z"
)
"""Someone by what is done to them: "telephoned Aung San Suu Kyi"."""
_DEFINED = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]+(?: (?:of|and|for|the|on|in|[A-Z][\w’'-]+)){1,7}) \((?P<acronym>[A-Z]{2,7})\)"
)
_BRACKETED = re.compile(r" \([A-Z]{2,7}\)")
_ACRONYM = re.compile(r"\b[A-Z]{2,7}\b")
_BEGINS_SENTENCE = re.compile(r"(?:^|[.!?:;…][”\"’')]*\s|\n|[“\"‘(•–—-]\s?)\Z")
_POSSESSIVE = re.compile(r"[’']s?\b|[’'-]\Z|(?: (?:al|bin|de|van|von|der))+\Z")
_AFTER_PLACE_WORD = re.compile(r"\b(?:in|at|near|from|to|of|into|outside|across|around|on)(?: the)?\s$")
_ACTS = re.compile(
    r"(?: (?:fighters|forces|troops|militants|officials|leaders|guerrillas|gunmen|soldiers|insurgents"
    r"|agents|inspectors|negotiators))?"
    r",? (?:also |has |have |had |will |would |then |later |now )?([a-z]+)"
)
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) \Z")
_CLOCKED = frozenset("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec EST EDT GMT UTC BST".split())
_SAYS_WHAT = re.compile(
    r" (?:newspaper|news agency|television|radio|magazine|daily|movement|party|battalion)\b"
)
"""After a name: "the Azov movement"."""
_WHAT = "|".join(sorted(name_words("body noun") | name_words("vessel")))
_SAID_BEFORE = re.compile(rf"\b(?:{_WHAT}),? \Z")
"""Before a name: "the shipping group Maersk", "the biggest operator, Kyivstar"."""
_SAID_AFTER = re.compile(
    rf", (?:the|an?|its|their|[A-Z]\w+['’]s) (?:[\w’'-]+ ){{0,4}}?(?:{_WHAT})"
    r"(?=[,.]| (?:of|for|in|that|which|who)\b)"
)
"""After a name: "PrivatBank, the country's largest lender,"."""
_AUXILIARIES = frozenset("has have had will would was were is are could may might must did does".split())
_FEWEST = 2
_FULL = 2
"""Words of a full name."""
_OF_OFFICE = frozenset(
    """
    State Staff Defence Defense Treasury Justice Interior Foreign Finance Press Chairman Chairwoman Director
    Spokesman Spokeswoman Secretary Minister Chief Leader Whip Republican Democrat Democratic Attorney
    """.split()
)
"""Words of an office that stand before a name."""
_BEFORE_NAME = _OF_OFFICE | TITLES
_LONGEST_PERSON = 3
_GIVEN = name_words("given")
_NO_SURNAMES = NO_NAMES | name_words("named after")
"""Words that end a name which only begins like a person's: "Charles Bridge", "Christian Democrats"."""

Span = tuple[int, int]
Kind = Literal["person", "organisation"]
Named = tuple[int, int, str, Kind]
"""Where a name stands, what it stands for, and what that is."""


def unlisted(text: str, people: Iterable[str], taken: Iterable[Span], passed: frozenset[str]) -> list[Named]:
    """The names in a text that the gazetteers do not know.

    `people` are the full names already found, for their short mentions; `taken` the spans that are
    known names of actors or places; `passed` are words, in lower case, that begin no person's name.
    """
    spoken = list(_people(text, people, passed))
    out = [*_defined(text), *spoken]
    spans = sorted([*taken, *((start, end) for start, end, _, _ in out)])
    return [*out, *_acting(text, spans, {*people, *(name for _, _, name, _ in spoken)}, passed)]


def _defined(text: str) -> Iterator[Named]:
    """Organisations by the acronym they define."""
    for found in _DEFINED.finditer(text) if _BRACKETED.search(text) else ():
        name = found["name"].removeprefix("The ")
        initials = _initials(name)
        if initials.endswith(found["acronym"]) or found["acronym"].endswith(initials):
            yield found.end("name") - len(name), found.end("name"), name, "organisation"
            for again in _ACRONYM.finditer(text, found.end()):
                if again.group() == found["acronym"]:
                    yield again.start(), again.end(), name, "organisation"


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _people(text: str, known: Iterable[str], passed: frozenset[str]) -> Iterator[Named]:
    """People by their titles or their speaking, and their short second mentions."""
    short = {name.split()[-1]: name for name in sorted(known, key=lambda name: (len(name), name))}
    named_here = list(_AFTER_WORD.finditer(text))
    by_deed = [
        *_told_before(text, named_here, _OFFICER, _LONGEST_DEED),
        *_told_before(text, _AFTER_COMMA_OR_DASH.finditer(text), _APPOSED, _LONGEST_DEED),
        *_told_before(text, _AFTER_AND.finditer(text), _BESIDE, _LONGEST_OFFICE),
        *_told_before(text, _AFTER_COMMA.finditer(text), _SPEAKS_FOR, _LONGEST_OFFICE),
        *_told_before(text, named_here, _MET, _LONGEST_DEED),
    ]
    named: list[tuple[int, str]] = []
    for found in [*_PERSON.finditer(text), *_SPEAKER.finditer(text), *by_deed]:
        name = _POSSESSIVE.split(found["name"])[0]
        words = name.split()
        start = found.start("name")
        while len(words) > _FULL and (words[0] in _BEFORE_NAME or words[0] in NOT_NAMES):
            # "Secretary of State Jan Duda", "Lieutenant Colonel Jan Duda", "But Jan Duda"
            start += len(words.pop(0)) + 1
            name = text[start : start + len(" ".join(words))]
        if words[0] in _COMMON_WORDS or words[0] in TITLES or words[0].lower() in passed:
            continue
        if words[-1] in _INSTITUTIONS or words[-1] in _THINGS or words[-1] in _COMMON_WORDS:
            continue
        if found.re is _SPEAKER and _AFTER_PLACE_WORD.search(text, max(0, start - 12), start):
            continue
        if len(words) > 1:
            short.setdefault(words[-1], name)
        named.append((start, name))
    for start, name in named:  # "Mr Duda" before "Jan Duda" too
        full = short.get(name, name) if " " not in name else name
        yield start, start + len(name), full, "person"


def _told_before(
    text: str, names: Iterable[re.Match[str]], who: re.Pattern[str], reach: int
) -> Iterator[re.Match[str]]:
    """The names right before which the words stand that say who someone is."""
    for name in names:
        if who.search(text, max(0, name.start() - reach), name.start()) is not None:
            yield name


_LONGEST_DEED = 24
_LONGEST_OFFICE = 100
"""Characters before a name in which such words stand."""


@dataclass(slots=True)
class _Name:
    """A capitalised name with how a text treats it."""

    institution: bool
    spans: list[Span] = field(default_factory=list)
    inside: int = 0
    """How often it stands inside a sentence, where a capital is no mere beginning."""
    acts: int = 0
    placed: int = 0
    """How often it follows a preposition of place."""
    articled: int = 0
    """How often it follows an article, as people do not: "the Capitol"."""

    @property
    def is_actor(self) -> bool:
        if self.institution:
            return True
        return bool(
            self.acts and self.inside and len(self.spans) >= _FEWEST and 2 * self.placed < len(self.spans)
        )


def _acting(text: str, taken: list[Span], people: set[str], passed: frozenset[str]) -> Iterator[Named]:
    """Organisations by what they are called, and other names that act more than once in the text."""
    # the longest name last, whatever order a set keeps: a surname alone means who has the first name too
    by_length = sorted(people, key=lambda name: (len(name), name))
    short = {name.split()[-1]: name for name in by_length}
    names: dict[str, _Name] = {}
    for begin, end in _runs(text, taken, passed):
        start = begin + _before_given(text[begin:end], passed)
        name = text[start:end]
        told = names.get(name)
        if told is None:
            told = names[name] = _Name(_is_institution(name))
        told.institution = told.institution or _is_said_to_be_body(text, start, end)
        told.spans.append((start, end))
        before = text[max(0, start - 12) : start]
        told.inside += _BEGINS_SENTENCE.search(before) is None
        told.placed += _AFTER_PLACE_WORD.search(before) is not None and text[end : end + 2] not in (
            "'s",
            "’s",
        )  # "in Duda's heartland" is no place called Duda
        told.articled += _ARTICLE.search(before) is not None
        told.acts += acts(text, end)
    given = [name for name in names if _is_person(name)]
    people.update(given)
    short = {name.split()[-1]: name for name in given} | short
    accepted = {name: told for name, told in names.items() if told.is_actor}
    full = {name.split()[-1]: name for name in names if 1 < len(name.split()) <= _LONGEST_PERSON}
    for surname, told in names.items():
        if (
            surname not in full
            or surname in short
            or surname in _CLOCKED
            or 2 * told.placed >= len(told.spans)
        ):
            continue
        in_full = names[full[surname]]
        thing = 2 * (told.articled + in_full.articled) >= len(told.spans) + len(in_full.spans)
        thing = thing or any(_is_third_person(word) for word in full[surname].split()[:-1])
        if not thing and told.inside + in_full.inside:
            people.add(full[surname])  # "Jan Duda was there … Duda resigned"
            short[surname] = full[surname]
    longer = {name.split()[0]: name for name in accepted if " " in name and name.split()[0] in names}
    acronyms = {initials: name for name in accepted if len(initials := _initials(name)) > 1}
    tails = {" ".join(name.split()[1:]): name for name in by_length if name.count(" ") > 1}
    whole = [text[start:end] for start, end in taken]
    for name, told in names.items():
        if name in _INSTITUTIONS:  # "the Council" is one that was named, or nobody in particular
            longer_one = _last_ending_in(name, [*whole, *names])
            for start, end in told.spans if longer_one else ():
                yield start, end, longer_one, "organisation"
            continue
        meant = short.get(name) or tails.get(name) or longer.get(name) or acronyms.get(name, name)
        if meant in people or meant in accepted:
            kind: Kind = "person" if meant in people else "organisation"
            for start, end in told.spans:
                yield start, end, meant, kind


def _before_given(name: str, passed: frozenset[str]) -> int:
    """How many characters before a given name only say who it is: "Belarusian Aryna Kos", "MP Jan Duda"."""
    words = name.split(" ")
    at = next((k for k, word in enumerate(words[:-1]) if word in _GIVEN), 0)
    said = all(w.lower() in passed or w.isupper() or w in _BEFORE_NAME for w in words[:at])
    return len(" ".join(words[:at])) + 1 if at and said else 0


def _is_person(name: str) -> bool:
    """Whether a name is a person's by its first word: "Oleh Kos"."""
    words = name.split()
    return words[0] in _GIVEN and 1 < len(words) <= _LONGEST_PERSON and words[-1] not in _NO_SURNAMES


def _is_third_person(word: str) -> bool:
    """Whether a word is a verb of a headline in capitals: "Europe Fines Google"."""
    form = verb_forms().get(word.lower())
    return form is not None and "s" in form.forms


def _last_ending_in(word: str, names: Iterable[str]) -> str:
    """The longer name that a bare "Council" stands for, where there is one only."""
    longer = {name for name in names if name.endswith(" " + word)}
    return longer.pop() if len(longer) == 1 else ""


def _runs(text: str, taken: list[Span], passed: frozenset[str]) -> Iterator[Span]:
    """Stretches of capitalised words that are no known names, common words at their head off."""
    at = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at < len(taken) and taken[at][0] < end:
            start = taken[at][1] + 1
            if start >= end or text[start:end].split(" ")[0] not in _GIVEN:  # "Belarusian Aryna Kos"
                continue
        words = text[start:end].split(" ")
        while words and (
            words[0] in _COMMON_WORDS or (words[0] in TITLES and words[-1] not in _INSTITUTIONS)
        ):
            start += len(words.pop(0)) + 1
        if not words:
            continue
        if words[-1] in _TAKES_OF and (more := _OF.match(text, end)) and more["of"] not in _COMMON_WORDS:
            end = more.end()
        name = text[start:end].rstrip("’'-")
        if name.lower() in passed:
            continue
        if len(name) > 1 and words[-1] not in _COMMON_WORDS and words[-1] not in _THINGS:
            yield start, start + len(name)


def _is_said_to_be_body(text: str, start: int, end: int) -> bool:
    """Whether words beside a name say what sort of body it is: "the Danish shipping group Maersk"."""
    return bool(
        _SAYS_WHAT.match(text, end)
        or _SAID_BEFORE.search(text, max(0, start - 24), start)
        or (text.startswith(", ", end) and _SAID_AFTER.match(text, end))
    )


def _is_institution(name: str) -> bool:
    words = name.split()
    of_head = any(head in _TAKES_OF and after in ("of", "for", "on") for head, after in pairwise(words))
    return len(words) > 1 and (words[-1] in _INSTITUTIONS or of_head)


def acts(text: str, end: int) -> bool:
    """Whether a verb follows of what stands before it."""
    after = _ACTS.match(text, end)
    if after is None:
        return False
    if after[1] in _AUXILIARIES:
        return True
    form = verb_forms().get(after[1])
    return form is not None and not form.forms.isdisjoint(("past", "s"))
