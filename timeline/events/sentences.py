"""A text → its sentences, as character spans; good enough for news: quotes, abbreviations, lists."""

import re
from collections.abc import Iterator

ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof gen lt col maj capt sgt sen rep gov rev st no vs jr sr inc ltd co corp u.s u.k u.n e.u
    d.c jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun approx
    dept est
    """.split()
)
_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+(?:``|[\"“‘'(\[])?[A-Z0-9А-ЯІЇЄ«]|\s*$)")
_LINE = re.compile(r"[^\n]+(?:\n(?!\s*\n)(?=[a-z,;])[^\n]+)*")
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’/-]{2,}(?![a-z])(?:[ ,/]+[A-Z][\w.'’]*){0,5}?"
    r"(?:,?\s\(?[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?\)?,?\s*"
    r"(?:\([^)\n]{2,40}\)\s*)?(?:--|[-–—_])\s+(?=[“\"‘A-Z])"
)
"""Where and when a wire's report was written: "KYIV, Feb 24 (Reuters) - "."""
_BULLET = re.compile(r"\s*(?:[•●▪■‣⁃·*–—-]+|\d{1,2}[.)])\s+(?=[“\"‘']?[A-ZА-ЯІЇЄ])")
Span = tuple[int, int]


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text, datelines and bullets off; a line end ends one unless the next begins small.

    >>> text = "Mr. Biden called Mr. Putin. They spoke for an hour."
    >>> [text[a:b] for a, b in sentences(text)]
    ['Mr. Biden called Mr. Putin.', 'They spoke for an hour.']
    """
    for line in _LINE.finditer(text):
        head = _BULLET.match(line.group()) or _DATELINE.match(line.group())
        start = line.start() + (head.end() if head else 0)
        for end in _ends(text[start : line.end()], start):
            yield from _trimmed(text, start, end)
            start = end
        yield from _trimmed(text, start, line.end())


def _ends(line: str, offset: int) -> Iterator[int]:
    for found in _END.finditer(line):
        before = line[: found.start()].rsplit(None, 1)[-1:] or [""]
        word = before[0].lstrip("(\"“‘'[").lower()
        if found.group().startswith(".") and (
            word in ABBREVIATIONS or re.fullmatch(r"[a-z](\.[a-z])*", word)
        ):
            continue
        yield offset + found.end()


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end


_QUOTE = re.compile(r"“[^”\n]*”?|``.*?(?:''|$)|(?<![\w\"])\"[^\"\n]+\"?|«[^»\n]*»?", re.MULTILINE)


def quotations(text: str) -> list[Span]:
    """The stretches in quotation marks, a mark that is never closed reaching to its paragraph's end.

    >>> text = "He said: “We are ready.”"
    >>> [text[a:b] for a, b in quotations(text)]
    ['“We are ready.”']
    """
    return [found.span() for found in _QUOTE.finditer(text)]
