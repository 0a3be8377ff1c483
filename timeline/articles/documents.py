"""PDF and DOCX files → an Article."""

import io
import re
import zipfile
from datetime import datetime

from timeline.articles.facts import Facts, Published, Raw
from timeline.articles.furniture import furnish
from timeline.articles.published import is_possible
from timeline.errors import ArticleError
from timeline.model import Article

_MOST_PAGES = 400


def read_pdf(raw: Raw) -> Article:
    """The text of a PDF that has one (a scan has none)."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(raw.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleError(f"{raw.name} is a PDF with a password; save it without one")
        pages = [page.extract_text() or "" for page in reader.pages[:_MOST_PAGES]]
        title = str((reader.metadata or {}).get("/Title") or "")
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as why:
        raise ArticleError(
            f"{raw.name} is a broken PDF ({_first_line(why)}); save it again or paste its text"
        ) from None
    text = re.sub(
        r"(?<=[a-z,;])-?\n(?=[a-z(])", lambda m: "" if m.group().startswith("-") else " ", "\n\n".join(pages)
    ).strip()
    if not text:
        raise ArticleError(f"{raw.name} is a PDF without text (a scan?); paste its text instead")
    facts, body = furnish(text)
    return facts.or_else(Facts(title=title)).article(text, body)


def read_docx(raw: Raw) -> Article:
    """The paragraphs and tables of a Word file, in order."""
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        document = Document(io.BytesIO(raw.data))
    except (OpcError, KeyError, ValueError, zipfile.BadZipFile) as why:
        raise ArticleError(f"{raw.name} is a broken DOCX file ({_first_line(why)}); save it again") from None
    parts = [paragraph.text for paragraph in document.paragraphs]
    parts += [" ".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
    text = "\n\n".join(part.strip() for part in parts if part.strip())
    if not text:
        raise ArticleError(f"{raw.name} holds no text")
    core = document.core_properties
    facts, body = furnish(text)
    told = Facts(
        title=core.title or "", authors=(core.author,) if core.author else (), published=_saved(core.created)
    )
    return facts.or_else(Facts(title=told.title, authors=told.authors)).article(text, body)


def _saved(moment: datetime | None) -> Published | None:
    return (
        Published(moment.date(), None, "the file's creation date")
        if moment and is_possible(moment.date())
        else None
    )


def _first_line(why: Exception) -> str:
    return (str(why).splitlines() or [type(why).__name__])[0][:80] or type(why).__name__
