"""What is said to be the first or the worst since a date or in a time: it does not go on since then."""

import re

from timeline.events.parts import Sentence
from timeline.events.words import RELATIVES

SUPERLATIVE = (
    r"(?:first|worst|most \w+(?:al|ous|[ae]nt|ive|ful|[ia]ble|ed|ing)\b"
    r"|(?!(?:pro|re|con)?test\b|(?:north|south)?west\b|request|interest|arrest|forest|invest"
    r"|suggest|harvest|guest|rest\b)\w{3,}est)"
)
_FIRST_SINCE = re.compile(rf"\b{SUPERLATIVE}\b[^.;]{{0,80}}\bsince\b")


def is_first_since(sentence: Sentence, at: int) -> bool:
    """Whether "since" says what something is the first since: "his first call since May".

    Not where it stands in what is told of another thing: "the nearest that it came to a city that has
    taken in thousands since May".
    """
    clause = next((p for p in sentence.predicates if p.begin <= at < p.end), None)
    relative = clause is not None and clause.opener in RELATIVES | {"that"}
    if relative and clause is not None and sentence.words[clause.subject[0]].low in ("a", "an"):
        return False
    return _FIRST_SINCE.search(sentence.text) is not None
