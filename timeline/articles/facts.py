"""What is known of an article beside its text: given by the caller, told by the format, found on the page.

Facts from several places are laid over each other, the surest first, and give an Article.
"""

from dataclasses import dataclass, fields
from datetime import date

from timeline.articles.language import guess_language
from timeline.model import Article, ClockTime, Span


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date, its clock time where one is told, and where it was found, in words.

    `day` is None where a date was seen that cannot be used; `why` then says what is wrong with it.
    """

    day: date | None
    clock: ClockTime | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything but the text; an empty field is unknown."""

    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: Published | None = None
    url: str = ""
    language: str = ""
    sources: tuple[str, ...] = ()

    def or_else(self, other: "Facts") -> "Facts":
        """These facts, with what is unknown taken from `other`.

        >>> merged = Facts(title="Talks end").or_else(Facts(title="talks", publisher="Reuters"))
        >>> merged.title, merged.publisher
        ('Talks end', 'Reuters')
        """
        merged = {f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)}
        if self.published and self.published.day is None and other.published:
            merged["published"] = other.published
        return Facts(**merged)

    def article(self, text: str, body: tuple[Span, ...]) -> Article:
        """The article of `text`; its language is guessed from the body where it is not known."""
        published = self.published or Published(None)
        return Article(
            text,
            published=published.day,
            published_time=published.clock if published.day else None,
            title=self.title,
            publisher=self.publisher,
            authors=self.authors,
            url=self.url,
            language=self.language or guess_language("\n".join(text[start:end] for start, end in body)),
            body=body,
            sources=self.sources,
            published_why=published.why,
        )


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of a source, with the name and the character set it came with, where known."""

    data: bytes
    name: str
    charset: str | None = None
