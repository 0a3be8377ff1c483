"""An article of unknown date → what it tells that would have a date if the article had one.

Such an event never gets an invented date: it keeps its sentence and the reason why it has none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from timeline.events.mentions import find_mentions
from timeline.model import Article, Status, Timex, event_id
from timeline.temporal import tag

NO_DATE = "it is the news of the day, and the article does not tell which day that was"


@dataclass(frozen=True, slots=True)
class Undated:
    """One such event; `id` is the id that it has as soon as it has a date.

    `timex` is the expression that names no days by itself, None where the sentence has none.
    """

    id: str
    article_id: str
    title: str
    sentence: str
    start_char: int
    trigger_start: int
    trigger_end: int
    status: Status
    kind: str
    timex: Timex | None
    why: str

    def evidence(self, article: Article) -> Mapping[str, Any]:
        """The columns of the data dictionary that it has from its article, once a reader has dated it."""
        return {
            "sentence": " ".join(self.sentence.split()),
            "expression": self.timex.text if self.timex else None,
            "why": "dated by a reader",
            "mentions": 1,
            "sources": 1,
            "article_id": self.article_id,
            "article_title": article.title or None,
            "publisher": article.publisher or None,
            "url": article.url or None,
        }


def find_undated(article: Article) -> list[Undated]:
    """What the article tells without a date, in the order of its text; nothing where it is dated itself."""
    if article.published:
        return []
    dated = {mention.id for mention in find_mentions(article)}
    vague = {
        timex.start_char: timex
        for timex in tag(article.reading_text, language=article.language)
        if not timex.when
    }
    assumed = replace(article, published=datetime.now(UTC).date())  # any day: only what it dates is kept
    out = []
    for mention in find_mentions(assumed):
        if mention.id in dated:
            continue
        timex = vague.get(mention.timex.start_char) if mention.timex else None
        out.append(
            Undated(
                event_id([mention]), article.id, mention.title, mention.sentence, mention.start_char,
                mention.trigger_start, mention.trigger_end, mention.status, mention.kind, timex,
                timex.why if timex else NO_DATE,
            )
        )  # fmt: skip
    return out
