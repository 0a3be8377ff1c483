"""Files of every format with a short report of our own in them, made on the spot."""

import io
from email.message import EmailMessage

HEADLINE = "Envoys leave Vienna without a deal"
FIRST = (
    "Envoys from eleven countries left Vienna on Friday without a deal on guarantees, the host said, "
    "after three days of talks that had begun with some hope."
)
SECOND = "They will meet again in March, a spokeswoman for the delegation told reporters at the airport."


def html(head="", body=f"<p>{FIRST}</p><p>{SECOND}</p>"):
    """A page with navigation, the report and a footer."""
    return (
        f"<!doctype html><html lang='en'><head><title>{HEADLINE}</title>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
        f"<main><article><h1>{HEADLINE}</h1>{body}</article></main>"
        "<footer>All rights reserved. Sign up to our newsletter.</footer></body></html>"
    ).encode()


def pdf(lines):
    """One page with these lines, written by hand."""
    shown = "".join(f"({line}) Tj T*\n" for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 60 780 Td\n{shown}ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))
    return out.getvalue()


def docx(paragraphs, cells=(), **properties):
    """A Word file with these paragraphs, and one row of a table."""
    from docx import Document

    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if cells:
        row = document.add_table(1, len(cells)).rows[0]
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def mail(text=f"{FIRST}\n\n{SECOND}\n", subtype="plain"):
    """A message of a newsletter."""
    message = EmailMessage()
    message["From"] = "The Guardian <news@theguardian.com>"
    message["Subject"] = HEADLINE
    message["Date"] = "Sat, 22 Jan 2022 07:05:00 +0200"
    message.set_content(text, subtype=subtype)
    return bytes(message)


RSS = f"""<?xml version="1.0"?>
<rss version="2.0"><channel><title>Reuters</title>
<item><title>{HEADLINE}</title><link>https://example.org/vienna</link>
<pubDate>Sat, 22 Jan 2022 05:05:00 GMT</pubDate><description>&lt;p&gt;{FIRST}&lt;/p&gt;</description></item>
<item><title>Only a headline</title><link>https://example.org/other</link></item>
</channel></rss>""".encode()

ATOM = f"""<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Example News</title>
<entry><title>{HEADLINE}</title><link href="https://www.bbc.co.uk/news/1"/>
<published>2022-01-22T05:05:00Z</published><content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;</content></entry>
</feed>""".encode()
