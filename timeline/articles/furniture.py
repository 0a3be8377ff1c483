"""A pasted page → which of its blocks are the article, and the headline, byline and date line above it.

Blocks are paragraphs (lines between blank lines, or single lines where a page was pasted without
them). Rules of `furniture_rules` drop what is not the article; what stands above the first real
paragraph is the head: headline, standfirst, authors, date line. Offsets stay those of the text.
"""

# ruff: noqa: E501 - a pattern reads best on one line

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from timeline.articles.datelines import dateline_of, published_of
from timeline.articles.facts import Facts, Published
from timeline.articles.furniture_rules import RULES, Rule
from timeline.articles.published import find_stamp, is_possible, is_told, weekday_remark
from timeline.articles.publishers import known_publisher
from timeline.model import Span

_BLOCK = re.compile(r"[^\n]+")
_HEADING_MARK = re.compile(r"^(?:#{1,6}\s+|[*•–-]\s+)")
_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*$")
_SIGN_UP_TO = re.compile(r"(?:notifications?|updates|alerts|news) from (?:The )?([A-Z][\w .&’'-]{2,40})$")
_NAME = r"(?:[A-ZÀ-ŽА-ЯІЇЄҐ][\w’'.-]+|[A-Z]\.)(?: (?:[A-ZÀ-ŽА-ЯІЇЄҐ][\w’'.-]+|[A-Z]\.|de|van|von|der|al|bin|le|la)){1,3}"
_BYLINE = re.compile(
    rf"(?:(?:By|by|BY|Words by|Written by|Reported by|Автор:?)\s+)?(?P<names>{_NAME}(?:\s*(?:,|and|&|і|и)\s*{_NAME})*)"
    r"(?:\s+(?:in|at)\s+[A-Z][\w ,’'-]{2,40})?(?:,\s*[A-Z][\w ,’'-]{2,40}(?:correspondent|editor|reporter|writer))?"
)
_ENTRY = re.compile(
    r"(?:\d{1,2}(?:[-–]\d{1,2})? [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?\s*[:–—]\s+(?:\S+ ){3,}.*[.!?]$"
)
"""An entry of a chronicle, however short: "1 March: A missile hit the square."."""
_DAY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2}):?"
)
_FULL_DAY = re.compile(_DAY.pattern.removesuffix(":?") + r",? [12]\d{3}:?")
_YEAR = re.compile(r"[12]\d{3}:?")
"""A year above the first entries of a chronicle."""
_SPAN = re.compile(r"\d{1,2} [A-Z][a-z]+(?: \d{4})? (?:to|until|till|[-–—]) \d{1,2} [A-Z]")
"""What a report covers is not when it was published: "16 August to 15 November 2017"."""
_LEADS_ON = re.compile(r"[.!?…] .{10,}:$")
"""A paragraph that leads on to entries: "… It took a month. The main dates:"."""
_PROSE = 90
"""Letters from which a block that ends a sentence is a paragraph, not a heading."""
_HEAD_BLOCKS = 40
_HEADLINE = 6
"""Words from which a line above an article is surely no paper's name."""
_LONGEST_TITLE = 220
_STAMP = re.compile(
    r"(?:(?:first|last|originally) )?(?:published|posted|issued|released|updated|modified)\b", re.IGNORECASE
)
"""How the line begins that says when a page was published; it tells no event."""


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph; `text` is tidied, the offsets are those of the page."""

    text: str
    start: int
    end: int

    @property
    def is_prose(self) -> bool:
        """Whether it reads like a paragraph of an article."""
        ended = _SENTENCE.search(self.text)
        if len(self.text) < _PROSE:
            return _ENTRY.match(self.text) is not None or bool(ended and dateline_of(self.text))
        told = ended or _LEADS_ON.search(self.text)
        return told is not None or len(self.text) > 160


@cache
def _compiled() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    return tuple((rule, re.compile(rule.pattern, re.IGNORECASE)) for rule in RULES)


def blocks_of(text: str) -> list[Block]:
    """The blocks of a page."""
    out = []
    for line in _BLOCK.finditer(text):
        tidy = _HEADING_MARK.sub("", " ".join(line.group().split()))
        if tidy:
            out.append(Block(tidy, line.start(), line.end()))
    return out


def kept_blocks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks that are not furniture."""
    kept: list[Block] = []
    at = 0
    while at < len(blocks):
        rule = rule_for(blocks[at].text)
        if rule is None:
            kept.append(blocks[at])
            at += 1
            continue
        at += 1
        match rule.drops:
            case "next":
                at += 1
            case "links":
                while (
                    at < len(blocks)
                    and not blocks[at].is_prose
                    and len(blocks[at].text) < 140
                    and not _dated(blocks[at])
                ):
                    at += 1
            case "appeal":
                while at < len(blocks) and _speaks_to_reader(blocks[at].text):
                    at += 1
            case "foot" if any(block.is_prose for block in kept):  # above the article it is a bar
                break
    return kept


def rule_for(text: str) -> Rule | None:
    """The rule that a block is dropped by.

    >>> rule_for("Sign up to our daily newsletter").drops
    'block'
    """
    return next((rule for rule, pattern in _compiled() if pattern.fullmatch(text)), None)


_READER = re.compile(
    r"\b(?:you|your|yours|our (?:reporting|journalism|readers|work|newsroom|analysis)|we (?:need|believe|choose|know)|donat\w+|"
    r"subscri\w+|paywalls?|support\w*|is trusted by)\b",
    re.IGNORECASE,
)


def _speaks_to_reader(text: str) -> bool:
    return _READER.search(text) is not None


def _dated(block: Block) -> bool:
    return find_stamp(block.text) is not None


def furnish(text: str) -> tuple[Facts, tuple[Span, ...]]:
    """What a pasted page tells of the article, and the spans that are the article itself."""
    every = blocks_of(text)
    blocks = kept_blocks(every)
    first = next(
        (i for i, block in enumerate(blocks) if block.is_prose and not _is_standfirst(blocks, i)), None
    )
    if first is None:
        return _facts_of_head(blocks[:_HEAD_BLOCKS], every), _spans(blocks)
    head, body = blocks[: min(first, _HEAD_BLOCKS)], blocks[first:]
    if not head and len(blocks) > 1 and len(blocks[0].text) < _PROSE and not dateline_of(blocks[0].text):
        head, body = blocks[:1], blocks[1:]
    if head and (_YEAR.fullmatch(head[-1].text) or _heads_first_entry(head, body)):
        head, body = head[:-1], [head[-1], *body]
    told, report = _without_dateline(text, body)
    facts = _facts_of_head(head, every).or_else(told)
    if facts.published is None and body:
        facts = facts.or_else(Facts(published=_published_in(body[-1:])))
    return facts, _spans(report)


def _spans(body: Sequence[Block]) -> tuple[Span, ...]:
    """Where the article is; the line that says when the page was published is none of it."""
    told = [block for block in body if not (_STAMP.match(block.text) and _is_date_line(block.text))]
    return tuple((block.start, block.end) for block in told or body)


def _without_dateline(text: str, body: Sequence[Block]) -> tuple[Facts, Sequence[Block]]:
    """What the dateline above a report tells, and the report; a chronicle has one over each entry."""
    lines = [
        (at, line) for at, block in enumerate(body) if (line := dateline_of(text[block.start : block.end]))
    ]
    if not lines or lines[0][0] > 1:  # below a standfirst, if any
        return Facts(), body
    at, line = lines[0]
    if not line.date or len({other.date for _, other in lines if other.date}) > 1:
        return Facts(publisher=line.agency), body
    report = replace(body[at], start=body[at].start + line.end)
    published = published_of(line, text[report.start :])
    return Facts(publisher=line.agency, published=published), [*body[:at], report, *body[at + 1 :]]


def _is_standfirst(blocks: Sequence[Block], at: int) -> bool:
    """Whether a long block still belongs to the head: a date line or byline follows soon."""
    if at > _LAST_STANDFIRST:
        return False
    chronicle = any(_is_date_line(block.text) for block in blocks[:at])  # a second date heads an entry
    full = sum(map(_is_day, blocks)) >= _ENTRIES
    return any(
        (_is_date_line(block.text) and not ((chronicle and _heads_entry(block)) or (full and _is_day(block))))
        or _byline(block.text)
        for block in blocks[at + 1 : at + 4]
    )


_LAST_STANDFIRST = 3
_ENTRIES = 3
"""Days with their years that stand alone on lines in a chronicle, at the least."""


def _heads_entry(block: Block) -> bool:
    """Whether a line is a day without its year, as over the entries of a chronicle: "Friday, February 21"."""
    return _DAY.fullmatch(block.text) is not None


def _is_day(block: Block) -> bool:
    """Whether a line is a day with its year and no more: "17 July 2014"."""
    return _FULL_DAY.fullmatch(block.text) is not None


def _heads_first_entry(head: Sequence[Block], body: Sequence[Block]) -> bool:
    """Whether the last line of the head is over the first entry of a chronicle.

    A day with its year is when the page was published, unless entries of later days follow.
    """
    line = head[-1]
    if _heads_entry(line):
        return any(map(_heads_entry, body))
    days = [stamp.day for block in (line, *filter(_is_day, body)) if (stamp := find_stamp(block.text))]
    known = [day for day in days if day is not None]
    return _is_day(line) and len(known) >= _ENTRIES and known[0] < max(known)


def _is_date_line(text: str) -> bool:
    stamp = find_stamp(text) if len(text) < 120 else None
    return stamp is not None and len(re.findall(r"\w+", stamp.rest)) <= 6 and not is_told(stamp.rest)


def _facts_of_head(head: Sequence[Block], every: Sequence[Block]) -> Facts:
    title, lines = "", []
    authors: tuple[str, ...] = ()
    for block in head:
        names = _byline(block.text)
        if _is_date_line(block.text) or rule_for(block.text):
            continue
        if names and title:
            authors = authors or names
        elif len(block.text) <= _LONGEST_TITLE and not known_publisher(block.text):
            title = title or block.text.rstrip(".")
            lines += [block.text] if not block.text.endswith(".") else []
    for fewest in (_HEADLINE, _HEADLINE - 2):  # shorter ones may name a paper or a desk
        long = [line for line in lines if len(line.split()) >= fewest and "|" not in line]
        if len(title.split()) < _HEADLINE and long:
            title = long[0]
    return Facts(
        title=title, publisher=_publisher(head, every), authors=authors, published=_published_in(head)
    )


def _byline(text: str) -> tuple[str, ...]:
    """The names of a byline, () where it is none."""
    if len(text) > 160:
        return ()
    spread = re.sub(r"(?<=[a-zà-ž]),(?=[A-ZÀ-Ž])", ", ", text)
    found = _BYLINE.fullmatch(spread.strip())
    if not found:
        return ()
    names = re.split(r"\s*(?:,|\band\b|&|\bі\b|\bи\b)\s*", found["names"])
    marked = re.match(r"(?:By|by|BY|Words by|Written by|Автор)\b", spread)
    if not marked and (len(names) == 1 and len(names[0].split()) > 3):
        return ()
    return tuple(name for name in names if name)


def _published_in(blocks: Sequence[Block]) -> Published | None:
    """The publication date of a head: the first full date that stands in a line of its own."""
    doubtful = None
    for block in blocks:
        stamp = find_stamp(block.text) if len(block.text) < 160 and not _SPAN.search(block.text) else None
        if stamp is None or len(re.findall(r"\w+", stamp.rest)) > 12 or is_told(stamp.rest):
            continue
        if stamp.day is None:
            doubtful = doubtful or Published(None, why=stamp.doubt)
        elif is_possible(stamp.day):
            return Published(
                stamp.day, stamp.clock, f"the line “{block.text}”{weekday_remark(block.text, stamp.day)}"
            )
        else:
            doubtful = doubtful or Published(None, why=f"the line “{block.text}” names a day that cannot be")
    return doubtful


def _publisher(head: Sequence[Block], every: Sequence[Block]) -> str:
    for block in head:
        if name := known_publisher(block.text):
            return name
    for block in every:
        if (found := _SIGN_UP_TO.search(block.text)) and (name := known_publisher(found[1])):
            return name
    return ""
