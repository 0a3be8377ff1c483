"""A saved e-mail (a newsletter, an alert) → an Article."""

import email
import email.policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from timeline.articles.facts import Facts, Published, Raw
from timeline.articles.furniture import furnish
from timeline.articles.html import read_html
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
    content = part.get_content()
    facts = _facts(message)
    if part.get_content_type() == "text/html":
        article = read_html(Raw(content.encode(), raw.name, "utf-8"))
        found = Facts(article.title, article.publisher, article.authors, None, article.url, article.language)
        return facts.or_else(found).article(article.text, article.body)
    text = content.replace("\r\n", "\n").strip()
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
            published = Published(
                moment.date(), ClockTime(moment.timetz()), f"the message's date, {message['date']!r}"
            )
        except ValueError:
            published = None
    host = address.rpartition("@")[2]
    publisher = publisher_of_url(f"https://{host}") or proper_publisher(name)
    return Facts(title=str(message.get("subject", "")).strip(), publisher=publisher, published=published)
