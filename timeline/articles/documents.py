"""PDF and DOCX files → an Article."""

import io
import re
from statistics import quantiles

from timeline.articles.facts import Facts, Raw
from timeline.articles.furniture import furnish
from timeline.errors import ArticleError
from timeline.model import Article

_MOST_PAGES = 400
_FULL_LINE = 0.6  # of the widest lines: a shorter line ended by itself
_OTHERS = {
    b"xl/workbook": "is a spreadsheet; save it as CSV with a column 'text'",
    b"ppt/presentation": "is a presentation; save it as PDF",
    b"opendocument.spreadsheet": "is a spreadsheet; save it as CSV with a column 'text'",
    b"opendocument.text": "is an OpenDocument file; save it as DOCX or PDF",
}
"""What stands in the directory of an archive that is another office's file, with what to do."""
_LINE_END = re.compile(r"[.!?:…][\"”’)\]]*$")


def read_pdf(raw: Raw) -> Article:
    """The text of a PDF that has one (a scan has none)."""
    from pypdf import PdfReader

    try:
        reader = PdfReader(io.BytesIO(raw.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleError(f"{raw.name} is a PDF with a password; save it without one")
        pages = [page.extract_text() or "" for page in reader.pages[:_MOST_PAGES]]
        title = str(reader.metadata.get("/Title") or "") if reader.metadata else ""
    except ArticleError:
        raise
    except Exception as why:  # a broken file makes the parser fail in ways that it does not name
        raise ArticleError(
            f"{raw.name} is a broken PDF ({_first_line(why)}); save it again or paste its text"
        ) from None
    text = "\n\n".join(map(_unwrapped, pages)).strip()
    if not text:
        raise ArticleError(f"{raw.name} is a PDF without text (a scan?); paste its text instead")
    facts, body = furnish(text)
    return facts.or_else(Facts(title=title)).article(text, body)


def read_docx(raw: Raw) -> Article:
    """The paragraphs and tables of a Word file, in order."""
    from docx import Document
    from docx.table import Table

    try:
        document = Document(io.BytesIO(raw.data))
        parts = [
            "\n\n".join(" ".join(cell.text for cell in row.cells) for row in part.rows)
            if isinstance(part, Table)
            else part.text
            for part in document.iter_inner_content()
        ]
        core = document.core_properties
        told = Facts(title=core.title or "", authors=(core.author,) if core.author else ())
    except Exception as why:  # a broken file makes the parser fail in ways that it does not name
        other = next((told for mark, told in _OTHERS.items() if mark in raw.data), None)
        broken = f"is a broken DOCX file ({_first_line(why)}); save it again"
        raise ArticleError(f"{raw.name} {other or broken}") from None
    text = "\n\n".join(part.strip() for part in parts if part.strip())
    if not text:
        raise ArticleError(f"{raw.name} holds no text")
    facts, body = furnish(text)
    return facts.or_else(told).article(text, body)


def _unwrapped(page: str) -> str:
    r"""A page with the lines of a sentence joined; a short line, such as a headline, stays alone.

    >>> _unwrapped("Talks end\nThe two presidents spoke for an hour on Saturday, the Krem-\nlin said.")
    'Talks end\nThe two presidents spoke for an hour on Saturday, the Kremlin said.'
    """
    lines = [line.strip() for line in page.splitlines()] or [""]
    lengths = [len(line) for line in lines if line]
    full = _FULL_LINE * (quantiles(lengths, n=10)[-1] if len(lengths) > 1 else 0)
    out = [""]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        runs_on = following and len(line) >= full and not _LINE_END.search(line)
        if runs_on and re.search(r"[a-z]-$", line) and following[0].islower():
            out[-1] += line[:-1]
        elif runs_on:
            out[-1] += line + " "
        else:
            out[-1] += line
            out.append("")
    return "\n".join(out).strip()


def _first_line(why: Exception) -> str:
    return (str(why).splitlines() or [type(why).__name__])[0][:80] or type(why).__name__
