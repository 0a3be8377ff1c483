"""Plain text and text with front matter → an Article."""

import re

from timeline.articles.facts import Facts, Raw
from timeline.articles.furniture import furnish
from timeline.articles.published import told_published
from timeline.articles.publishers import proper_publisher
from timeline.errors import ArticleError
from timeline.model import Article

_FRONT = re.compile(r"\A---[ \t]*\n(?P<head>.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_LINE = re.compile(r"(?P<key>[A-Za-z_-]+)\s*:\s*(?P<value>.*)")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CONTROL = bytes(set(range(32)) - set(b"\t\n\x0b\f\r\x1b"))
_LISTS = ("authors", "author", "sources", "source")


def decoded(raw: Raw) -> str:
    """The text of bytes: by its mark or declared character set, else UTF-8, else the likeliest one."""
    data = raw.data
    for mark, charset in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _tidy(data.decode(charset, errors="replace"))
    head = data[:4096]
    if len(head) - len(head.translate(None, _CONTROL)) > len(head) // 50:
        raise ArticleError(
            f"{raw.name} is not text (it holds control characters); give a text, HTML, PDF or DOCX file"
        )
    for charset in filter(None, (raw.charset, "utf-8")):
        try:
            return _tidy(data.decode(charset))
        except (UnicodeDecodeError, LookupError):
            continue
    from charset_normalizer import from_bytes  # only for what is not UTF-8

    likely = from_bytes(
        data[:200_000],
        cp_isolation=["cp1251", "koi8_r", "koi8_u", "cp1252", "iso8859_1", "cp1250", "mac_cyrillic", "cp866"],
    )
    best = likely.best()
    if best is None:
        raise ArticleError(f"{raw.name} is not text in any character set that can be told; save it as UTF-8")
    western = next((each for each in likely if each.encoding == "cp1252"), best)
    if (western.chaos, -western.coherence) <= (best.chaos, -best.coherence):
        best = western  # of equally likely ones the commonest
    return _tidy(data.decode(best.encoding, errors="replace"))


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", " ")


def even(text: str) -> str:
    r"""The text with what cannot be stored or split replaced, every offset as it was.

    >>> even("Talks end.\r\nNo deal.")
    'Talks end. \nNo deal.'
    """
    text = text.replace("\r\n", " \n").replace("\r", "\n").replace("\x00", " ")
    return _SURROGATE.sub("\ufffd", text)


def read_plain(raw: Raw) -> Article:
    """A text as someone pasted it: the page's furniture is passed over, its head read."""
    return article_of_text(decoded(raw), raw.name)


def article_of_text(text: str, name: str) -> Article:
    """The article of a text, kept as it is; `name` is what messages call it."""
    front = _FRONT.match(text)
    if front is None:
        facts, body = furnish(text)
        return facts.article(text, body)
    facts = front_matter(front["head"], name)
    start = front.end()
    paragraphs = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text[start:])]
    return facts.article(text, tuple((start + a, start + b) for a, b in paragraphs))


def front_matter(head: str, name: str) -> Facts:
    """The facts of the lines between the fences; ArticleError names a line that cannot be read."""
    values: dict[str, str] = {}
    lists: dict[str, list[str]] = {}
    key = ""
    for line in head.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if item := re.match(r"\s*-\s+(.*)", line):
            lists.setdefault(key, []).append(_unquoted(item[1]))
            continue
        found = _LINE.fullmatch(line.strip())
        if found is None:
            raise ArticleError(
                f"{name}: the front matter has a line that is no “key: value”: {line.strip()[:60]!r}"
            )
        key = found["key"].lower()
        values[key] = _unquoted(found["value"])
    for name_of_list in _LISTS:
        if values.get(name_of_list):
            value = values[name_of_list].strip("[]")
            lists[name_of_list] = [_unquoted(part) for part in re.split(r"\s*[;,]\s*", value) if part]
    published = values.get("published") or values.get("date")
    return Facts(
        title=values.get("title", ""),
        publisher=proper_publisher(values.get("publisher", "")),
        authors=tuple(lists.get("authors") or lists.get("author") or ()),
        published=told_published(published, name) if published else None,
        url=values.get("url", ""),
        language=values.get("language", ""),
        sources=tuple(lists.get("sources") or lists.get("source") or ()),
    )


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
