"""The head of a page → who speaks there: whom "we" means in a statement, "the Mission" in a report."""

import re

from timeline.events.actors import find_actors
from timeline.events.named import NamedActor
from timeline.model import Article

_ISSUED = re.compile(
    r"\b(?:[Ss]tatement|[Dd]eclaration|[Cc]ommuniqu[eé]|[Rr]esolution|[Cc]onclusions)"
    r"(?: (?:issued|adopted|made))? (?:by|of|from) "
)
_WE = re.compile(r"(?:(?<=[.;] )|(?<=\n)|(?<=\d\. )|^)We\b(?! (?:are|were|will|have)\b)", re.MULTILINE)
_HEAD = 600
"""Characters of a page in which a statement says whose it is."""
_BESIDE = 40
"""Characters after "statement by" in which the issuer is named."""


def issuer_of(article: Article) -> str:
    """Who issues a statement, by its head ("Statement by the North Atlantic Council on …"); else nobody."""
    head = f"{article.title}\n{article.text[:_HEAD]}"
    issued = _ISSUED.search(head)
    if issued is None:
        return ""
    near = (a for a in find_actors(head, article.published) if issued.end() <= a.start_char)
    return next((a.name for a in near if a.start_char < issued.end() + _BESIDE), "")


def headed_by(article: Article) -> tuple[str, ...]:
    """The organisations that the page names above its text, as a report's title does."""
    above = article.text[: article.body[0][0]] if article.body else ""
    head = f"{article.title}\n{above[:_HEAD]}"
    if head.isspace():
        return ()
    return tuple(a.name for a in find_actors(head, article.published) if a.kind == "organisation")


def speaking(text: str, issuer: str) -> list[NamedActor]:
    """The places where a statement speaks of its issuer as "we"."""
    if not issuer:
        return []
    return [
        NamedActor(m.start(), m.end(), m.group(), issuer, "organisation", True) for m in _WE.finditer(text)
    ]
