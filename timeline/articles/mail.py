"""A saved e-mail (a newsletter, an alert) → an Article."""

import email
import email.policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from timeline.articles.facts import Facts, Published, Raw
from timeline.articles.furniture import furnish
from timeline.articles.html import read_html
from timeline.articles.plain import even
from timeline.articles.published import is_possible
from timeline.articles.publishers import proper_publisher, publisher_of_url
from timeline.errors import ArticleError
from timeline.model import Article, ClockTime


def read_mail(raw: Raw) -> Article:
    """The text of a message, else its HTML; its date and subject are the article's."""
    message = email.message_from_bytes(raw.data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    part = message.get_body(("plain", "html"))
    if part is None:
        raise ArticleError(f"{raw.name} is a message without text")
    try:
        content = str(part.get_content())
    except (LookupError, ValueError):
        raise ArticleError(
            f"{raw.name} is a message in a character set that is not known; paste its text"
        ) from None
    facts = _facts(message)
    if part.get_content_type() == "text/html":
        article = read_html(Raw(even(content).encode(), raw.name, "utf-8"))
        found = Facts(article.title, article.publisher, article.authors, None, article.url, article.language)
        return facts.or_else(found).article(article.text, article.body)
    text = even(content.replace("\r\n", "\n").strip())
    if not text:
        raise ArticleError(f"{raw.name} is a message without text")
    head, body = furnish(text)
    return facts.or_else(head).article(text, body)


def _facts(message: EmailMessage) -> Facts:
    name, address = parseaddr(str(message.get("from", "")))
    published = None
    if message.get("date"):
        try:
            moment = parsedate_to_datetime(str(message["date"]))
            if is_possible(moment.date()):
                clock = ClockTime(moment.timetz().replace(second=0))
                published = Published(moment.date(), clock, f"the message's date, {str(message['date'])!r}")
        except (ValueError, TypeError):
            published = None  # no date that can be read
    host = address.rpartition("@")[2]
    publisher = publisher_of_url(f"https://{host}") or proper_publisher(name)
    return Facts(title=str(message.get("subject", "")).strip(), publisher=publisher, published=published)
