"""Whether a country is named as where something happens, not as who acts."""

import re

from timeline.events.named import NamedActor
from timeline.events.parts import Sentence

_WHERE = re.compile(
    r"\b(?:in|near|at|outside|around|to|from|into|through|across|over|inside|towards?|out of|onto|off"
    r"|within|without|throughout|bordering|joining|rejoining|visit|visits|visited|visiting|tour|toured|touring"
    r"|(?:leaves?|left|leaving|heading|headed|bound|departed) for"
    r"|leave|leaves|leaving|left|flee|fled|fleeing|enter|entered|quit)\s+"
    r"(?:[A-Z]\w+(?: [A-Z]\w+)?,? and\s+)?(?:the\s+)?(?:(?:eastern|western|northern|southern|central"
    r"|neighbouring|neighboring|nearby|occupied|mainland)\s+)*$"
)
_SOIL = re.compile(
    r"['’]?s?\s+(?:\w+\s+)?(?:border(?! (?:guard|police|troop|patrol|service))"
    r"|borders|capital|city|cities|town|soil|territory|village|region"
    r"|port|airspace|coast(?! ?guard)|waters|peninsula|language)\b"
)
_HAILING = re.compile(
    r"\b(?i:delegat(?:ion|e)|negotiator|official|diplomat|minister|leader|representative|envoy|lawmaker"
    r"|officer|expert|counterpart|colleague|observer|soldier|volunteer|inspector|investigator)s?"
    r" from (?:the )?(?:[A-Z]\w+(?: [A-Z]\w+)?(?:,|,? and) (?:the )?)*$"
)
"""Before a country that people act for: "delegations from Ukraine, Russia and Turkey"."""
_GIVEN = re.compile(
    r"\b(?:pressure|support|aid|help|assistance|independence|invitation|letter|calls?|requests?|objections?"
    r"|criticism|messages?|approval|orders?|backing|response|reply|threats?|secession|demands?|imports?"
    r"|(?:gas|oil|coal|grain|electricity|crude)(?: directly)?) from (?:the )?$"
)
"""Before a country that something comes from which only a state gives or sells: "pressure from Ankara"."""
_BETWEEN = re.compile(
    r"\b(?:bridge|border|strait|frontier|road|railway|corridor|crossing|pipeline|route|line|tunnel) between"
    r" (?:the )?(?:[\w’'-]+ (?:[A-Z][\w’'-]+ )?and (?:the )?)?$"
)
"""Before two places that something lies between: "the bridge between Russia and Crimea"."""
_FOR = re.compile(
    r"\b(?:support|aid|weapons|arms|packages?|backing|sympathy|help|money|loans?|tanks|missiles|assistance"
    r"|funding|solidarity|guarantees|peace|plans?|mourning|ammunition|shells|victory|[mb]illion|\d ?[mb]n?)"
    r" for (?:the )?$"
)
"""Before a country that something is for: "messages of support for Ukraine"."""
_ON_ITS = re.compile(r"\b(?:on|over|strengthen|protect|defend) (?:the )?$")
"""Before "Ukraine's energy system": what something is done to or about."""
_EDGE = re.compile(
    r"\b(?:border|borders|frontier|coast|soil|territory|capital|waters|airspace) of\s+(?:the\s+)?$"
)


_BUILDINGS = frozenset(("White House", "Kremlin", "Pentagon", "Oval Office", "Capitol", "Downing Street"))
"""Actors that are called by the house they sit in."""
_AT = re.compile(
    r"\b(?:at|in|inside|outside|near|around|to|left|leaving|(?:grounds|lawn|gates|steps) of)\s+(?:the\s+)?$"
)


def is_where(sentence: Sentence, actor: NamedActor) -> bool:
    """Whether a sentence names an actor only as where something happens: "in Poland", "Poland's border"."""
    at, end = actor.start_char - sentence.start, actor.end_char - sentence.start
    if actor.kind != "country":
        return actor.name in _BUILDINGS and _AT.search(sentence.text, max(0, at - 36), at) is not None
    if _HAILING.search(sentence.text, max(0, at - 36), at) or _GIVEN.search(
        sentence.text, max(0, at - 36), at
    ):
        return False
    owns = sentence.text[end : end + 2] in ("'s", "’s")
    if (
        _BETWEEN.search(sentence.text, max(0, at - 60), at)
        or _FOR.search(sentence.text, max(0, at - 24), at)
        or (owns and _ON_ITS.search(sentence.text, max(0, at - 16), at))
    ):
        return True
    return _EDGE.search(sentence.text, max(0, at - 36), at) is not None or (
        _WHERE.search(sentence.text, max(0, at - 36), at) is not None
        or _SOIL.match(sentence.text, end) is not None
    )
