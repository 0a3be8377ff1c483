"""The text of a title: without loose signs and dangling words, and at most so long."""

import re
from functools import cache, lru_cache

from timeline.events.gazetteer import rows
from timeline.events.lexicon import event_nouns, verb_forms
from timeline.events.words import AUXILIARIES

LONGEST = 90
_DANGLING = re.compile(
    r"(?:[\s,;:–—-]+"
    r"|, (?:an?|one|two|three|four|five|six|seven|ten|\d+) (?:hour|day|week|month|year)s?"
    r"|\s+(?:some ?time|on|in|at|since|until|by|from|of|to|the|a|an|and|or|as|for|with|after"
    r"|before|that|its|their|his|her|during"
    r"|ever|over|(?<!too )(?<!so )early|(?<!too )late|about|around|between|but|while|when|who|which|where"
    r"|into|than|including|also"
    r"|not|only|(?<!no )more|some|is|was|were|are|be|been|being|would|will|could|may|might|can|has|have|had"
    r"|because|if|against|under|near|through|throughout|nearly|almost|amid|despite|following|within|this"
    r"|these|those|it|he|she|they|so|such|with (?:immediate )?effect|shortly"
    r"|today|as soon|consistent|related|similar|prior|according))$",
    re.IGNORECASE,
)
_LONGEST_END = 26
"""Characters that such an end may have."""


def _without_end(text: str) -> str:
    dangling = _DANGLING.search(text, max(0, len(text) - _LONGEST_END))
    return text if dangling is None else text[: dangling.start()]


_PHRASAL = re.compile(
    r"\b(?:(?:take|takes|took|taken|taking|hand(?:s|ed)?|is|are|was|were|be) over|moves? on|moved on"
    r"|(?:denie[sd]|rejects?|rejected|dismisse[sd]|condemn(?:s|ed)|confirm(?:s|ed)) (?:it|this)"
    r"|sworn in|(?:go(?:es|ne|ing)?|went|carr(?:y|ies|ied)|drag(?:s|ged)?) on"
    r"|(?:moved?|go|went|gone|march(?:ed)?|stepped|pushed|came|come) in)$"
)
"""A verb that its particle or its object belongs to: "took over", "denied it"."""
_OBJECT = re.compile(r" it$")


def _is_verb(word: str) -> bool:
    form = verb_forms().get(word.lower())
    return form is not None and not form.forms.isdisjoint(("past", "base", "s"))


_LEADING = re.compile(
    r"^(?:[\s,;:–—\"“”‘’')(.•*-]+|(?:and|but|or|while|as|after|before|when|that|also|meanwhile|however"
    r"|then|earlier|later|separately|following|despite|amid"
    r"|on|by|since|until|so|yet|although|though|because|if|in addition|adding to|it comes)\s+(?=[,\w“]))",
    re.IGNORECASE,
)


_SAID_COMMA = re.compile(r"\b(said|says|warned|added|admitted|claimed),(?= (?:the|a|an|he|it|she|they)\b)")
"""What is said, after a date that went out: "warned on Tuesday, the station would …"."""


_APPOSED_NAME = re.compile(r"((?<=[a-z]), [A-Z][\w’'-]+ [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?= that\b)")
"""A name beside an office, whose second comma is lost: "told his counterpart, Ben Wallace that …"."""


_COMMAS = re.compile(r"(?:,\s*)+,")
_BEFORE_SIGN = re.compile(r"\s+([,.;:’])(?=\s|$)")
_A_BEFORE_VOWEL = re.compile(r"([Aa])(?<!\w.) (?=[aeio][a-z])(?!one\b|once\b|eu)")
_ARTICLE = re.compile(r"^[Tt]he\s+(?=\w)")
_LOOSE = re.compile(
    r"^['’]s\s+|\(\s*\)|(?<=\w) \([A-Z][A-Z0-9]{1,5}\)|(?<=\w) also\b| at the (?:earliest|latest)$"
)


@lru_cache(maxsize=64)  # of one title it is asked several times
def tidied(text: str) -> str:
    """Without loose signs, halves of quotations, acronyms after their names, and conjunctions at its head."""
    text = " ".join(text.replace("``", "“").replace("''", "”").split())
    text = _LOOSE.sub("", text)
    text = _BEFORE_SIGN.sub(r"\1", _COMMAS.sub(",", text))
    text = _A_BEFORE_VOWEL.sub(r"\1n ", text)  # "a (summer) offensive"
    if "," in text:
        text = _APPOSED_NAME.sub(r"\1,", _SAID_COMMA.sub(r"\1", text))
    if text.count("“") != text.count("”") or text.count('"') % 2:
        text = re.sub(r"[“”\"]", "", text)
    while (shorter := _LEADING.sub("", text)) != text:
        text = shorter
    return _ARTICLE.sub("", text)


def _has_verb(text: str) -> bool:
    """Whether words tell something without the participle at their end, so that it may go."""
    words = [word.lower() for word in text.split()]
    told = any(form is not None and "past" in form.forms for form in map(verb_forms().get, words))
    return told or not event_nouns().keys().isdisjoint(words)


def _before_unfinished(text: str, at: int) -> str:
    """Words up to a space, less the name or phrase that it lies within: "… the leader Boris | Nemtsov"."""
    unfinished = _NAME if text[at + 1].isupper() else _PHRASE
    if (paired := _PAIRED.search(text[:at])) is not None and re.match(r"and [A-ZÀ-Ž]", text[at + 1 :]):
        return text[: paired.start()]
    goes_on = text[at + 1 :].split()[0] not in _AFTER_NOUN
    found = unfinished.search(text[:at]) if goes_on else None
    return text[: found.start()] if found else text[:at]


_NAME = re.compile(r"(?: [A-ZÀ-Ž][\w.’'-]*(?: of)?)+$")
_PHRASE = re.compile(
    r" (?:of|during|with|in|for|by|against|over|near|from|to|at|on) (?:(?:an?|the) [\w-]+|[A-Z][\w-]+)$"
)
"""A phrase whose noun is still to come: "during a nuclear | exercise", "against Russian | officials"."""
_AFTER_NOUN = frozenset(
    """
    of in on at by for from with and or to as that which who where when while is was were has had without
    over against between near under through into amid since until about after before during because
    """.split()
)


_WHOSE = re.compile(r"(?: (?:of|for|to|in|with|on|by|from|against|over|and))? [\w-]+[’']s$")
"""Someone's, of whom no more is told: "the transfer| of Ukraine's"."""
_IN_LIST = re.compile(r", [\w’'-]+(?:, [\w’'-]+)* and [\w’'-]+")
"""The rest of a list that is not to be cut: "Russia|, Ukraine and France"."""
_LISTED = re.compile(r", [\w’'-]+$")
"""The part of a list before its "and"."""
_OFFICE = re.compile(
    r"\b(?:(?:[A-Z][a-z]+|U\.S\.|U\.N\.|US|UK|EU|UN|NATO)(?:['’]s)? )?(?:[Vv]ice |[Dd]eputy )?"
    r"(?:[A-Z][a-z]+ Minister|Presidents?|Chancellor|Treasurer|Attorney[ -]General|Ambassador"
    r"|Governor|Senator"
    r"|(?:Foreign|Defence|Defense) Secretary|Secretary of State|Secretary[ -]General|Premier|Speaker) "
    r"(?P<name>[A-ZÀ-Ž][\w’'-]+ [A-ZÀ-Ž][\w’'-]*)(?: of (?P<of>(?:the )?[A-Z]\w+(?: [A-Z]\w+)*))?"
)


def without_offices(title: str) -> str:
    """Without the office before a full name: who it is says enough where there is little room.

    >>> without_offices("Russian President Vladimir Putin met Prime Minister Boris Johnson in Moscow")
    'Vladimir Putin met Boris Johnson in Moscow'
    >>> without_offices("Treasurer Jan Duda and Environment Minister Eva Kos resigned")
    'Jan Duda and Eva Kos resigned'
    >>> without_offices("President Biden met the Prime Minister")
    'President Biden met the Prime Minister'
    >>> without_offices("President Jan Duda of South Africa said that he would leave")
    'Jan Duda said that he would leave'
    """
    return _OFFICE.sub(_name_alone, title)


def _name_alone(found: re.Match[str]) -> str:
    """Who holds an office, without the country; other words stay: "assured President Jan Duda of US aid"."""
    of = found["of"]
    country = of is None or of.removeprefix("the ") in _countries()
    return found["name"] if country else f"{found['name']} of {of}"


@cache
def _countries() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("countries"))


_SHORT_NAMES = (
    (re.compile(r"\bUnited States\b(?! Steel| Senate)"), "US"),
    (re.compile(r"\bEuropean Union\b"), "EU"),
    (re.compile(r"\bUnited Nations\b"), "UN"),
    (re.compile(r"\bUnited Kingdom\b"), "UK"),
)


def _with_short_names(text: str) -> str:
    """With the names that everyone shortens made short.

    >>> _with_short_names("United States and the European Union agreed on sanctions")
    'US and the EU agreed on sanctions'
    """
    for name, short in _SHORT_NAMES:
        text = name.sub(short, text)
    return text


_RELATIVE = re.compile(r",? (?:(?:in|on|at|under|by|for|of|to) which|which|who|whose|where|that) ")
"""What opens a relative clause."""
_OF_SAYING = re.compile(
    r"\b(?:said|says|agree[ds]?|announced?s?|warn(?:s|ed)?|claim(?:s|ed)?|demand(?:s|ed)?|den(?:ies|ied|y)|decided"
    r"|alleged|accepted|believes?|told|tells|stated|insist(?:s|ed)?|confirm(?:s|ed)|declare[ds]?|argue[ds]?"
    r"|promise[ds]?|acknowledge[ds]?|admit(?:s|ted)?|concede[ds]?|sure|convinced|adde?d?s?|wrote|hope[ds]?|fear(?:s|ed)|reckons?|reports?|reported|noted|found"
    r"|finds|shows?|showed|knew|knows?|thinks?|thought|estimates?|estimated|expects?|expected|ruled|rules|fact)\b"
)
"""After these "that" opens what was said."""
_PAIRED = re.compile(
    r" (?:of|in|from|by|with|between|for|to|near|against) (?:the )?[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+)?$"
)
"""The first of two names that belong together: "the republics| of Donetsk| and Luhansk"."""


def _before_relative(text: str, cut: str) -> str:
    """What a title keeps where it would end within a relative clause: "an agreement| that lets the …"."""
    for found in reversed(list(_RELATIVE.finditer(cut))):
        said = found.group() == " that " and _OF_SAYING.search(cut[: found.start()])
        if found.start() >= _LEAST and not said:
            return text[: found.start()]
    return ""


_WHICH_OF_THEM = re.compile(
    r"(?P<who> that (?!(?:he|she|it|they|there)\b)[\w’'-]+"
    r"(?: (?!(?:and|or|of|was|were|is|are|had|has)\b)[\w’'-]+){0,3}?)"
    r" (?:in|on|at|near|from|sent|held|linked|backed|massed|(?<=s )of)"
    r" (?:(?!(?:that|but|and|who|which)\b)[\w’'-]+ ){1,8}?"
    r"(?=(?:must|will|would|has|have|had|is|are|was|were|could|should|may|might|can)\b)"
)
"""What is said of someone, with the words between that tell which: "that units| sent there| will return"."""
_LEAST = 35
"""Characters of a title that is worth keeping alone."""


_AMONG_THEM = re.compile(
    r"(?<=\w), (?:among (?:them|whom)|(?:many|most|some|several|half|all|one|two|three) of them)\b.*$"
    r"|(?<=\w), (?:[\w’'-]+ ){1,5}among them$"
)
"""Who or what else is meant, after what happened: "three died, among them a child"."""
_HALF_A_CLAUSE = re.compile(
    r",? (?:when|while|because|although|where) (?!of\b)(?P<rest>(?:[\w’'-]+ ?){1,6})$"
)
"""A clause whose verb is cut off: "two were hurt when their car"."""


_SHORTEST = 20
"""Characters of what happened that such a clause may be cut from."""


def _without_half_clause(text: str) -> str:
    found = _HALF_A_CLAUSE.search(text)
    if found is None or found.start() < _SHORTEST or _has_any_verb(found["rest"]):
        return text
    return text[: found.start()]


def _has_any_verb(text: str) -> bool:
    words = text.lower().split()
    return any(word in verb_forms() or word in AUXILIARIES for word in words) or words[0].endswith("ing")


def shortened(text: str) -> str:
    """At most 90 characters, at the end of a phrase where there is one, nothing left dangling.

    >>> shortened("the council approved the plan on")
    'The council approved the plan'
    >>> shortened("three people were killed at the station, among them a child of eight")
    'Three people were killed at the station'
    >>> shortened("two members of the staff were hurt when their vehicle")
    'Two members of the staff were hurt'
    """
    text = _without_half_clause(_AMONG_THEM.sub("", text.rstrip(".!?…, ")))
    if len(text) > LONGEST:
        text = without_offices(text)
    if len(text) > LONGEST:
        text = _with_short_names(text)
    if len(text) > LONGEST:
        text = _WHICH_OF_THEM.sub(r"\g<who> ", text)
    if len(text) > LONGEST:
        cut = text[: LONGEST + 1]
        text = _before_relative(text, cut) or text
    if len(text) > LONGEST:
        stops = (
            ", ",
            " as ",
            " after ",
            " while ",
            " and ",
            " to ",
            " in ",
            " for ",
            " with ",
            " from ",
            " if ",
            " about ",
        )
        stop = max(cut.rfind(mark) for mark in stops)
        while _IN_LIST.match(text, stop) or (text.startswith(" and", stop) and _LISTED.search(text[:stop])):
            stop = max(cut.rfind(mark, 0, stop) for mark in stops)
        up_to = cut[max(0, stop - 3) :].startswith(" up to ")  # "with up to 175,000 troops"
        paired = _PAIRED.search(text[:stop]) if re.match(r" and [A-ZÀ-Ž]", text[stop:]) else None
        stop = paired.start() if paired is not None and paired.start() > _LEAST else stop
        whole = stop > 55 or paired is not None
        text = cut[: stop - 3 * up_to] if whole else _before_unfinished(text, cut.rfind(" "))
        text = re.sub(r"\s(?:an?\s)?[\d.,]+$", "", text)
        shorter = re.sub(r"(?<=[a-z])(?<!had)(?<!has)(?<!have)(?<!was)(?<!were)(?<!been) [a-z]+ed$", "", text)
        text = shorter if _has_verb(shorter) else text
    text = _WHOSE.sub("", text.rstrip(" "))
    while (shorter := _without_end(text)) != text and not _PHRASAL.search(text):
        if _OBJECT.search(text) and _is_verb(shorter.split()[-1]):
            break  # "troops encircled it"
        text = shorter
    if text.count("“") != text.count("”") or text.count('"') % 2:
        text = re.sub(r"[“”\"]", "", text)
    if text.count("(") != text.count(")"):
        text = re.sub(r"\s*\([^)]*$|[()]", "", text)
    return text[:1].upper() + text[1:]
