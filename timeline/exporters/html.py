"""Events as one HTML file that works offline: a search box, kinds, a chronicle with its evidence."""

# ruff: noqa: E501 - the page's style and script are kept tight

from html import escape
from itertools import groupby
from string import Template
from typing import TYPE_CHECKING, Any

from timeline.exporters.frame import records
from timeline.exporters.told import address, dated, source

if TYPE_CHECKING:
    import pandas as pd

_PAGE = Template(
    """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Crisis Timeline: $count events</title>
<style>
:root{color-scheme:light dark;--ink:#1a1d21;--muted:#54595f;--ground:#fff;--line:#d5d9de;--accent:#1d409c}
@media(prefers-color-scheme:dark){:root{--ink:#e8eaed;--muted:#a7adb5;--ground:#14181d;--line:#333b44;--accent:#a8c7fa}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground);margin:0 auto;max-width:46rem;padding:1.5rem 1rem 4rem}
h1{font-size:1.5rem;margin:0 0 .5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line)}
.tools{display:flex;gap:.5rem;flex-wrap:wrap;position:sticky;top:0;background:var(--ground);padding:.5rem 0}
input,select{font:inherit;padding:.4rem .6rem;border:1px solid var(--muted);border-radius:6px;background:none;color:inherit}
input{flex:1 1 12rem}ol{list-style:none;margin:0;padding:0}li{padding:.5rem 0;border-bottom:1px solid var(--line)}
time{color:var(--muted);font-variant-numeric:tabular-nums;display:block;font-size:.85rem}
summary{cursor:pointer}details p{margin:.4rem 0;color:var(--muted);font-size:.92rem}a{color:var(--accent)}
[data-status=planned] summary,[data-status=warned] summary{font-style:italic}
</style></head><body>
<h1>Crisis Timeline</h1><p><span id="shown">$count</span> of $count events</p>
<div class="tools"><input id="find" type="search" placeholder="Search" aria-label="Search">
<select id="kind" aria-label="Kind"><option value="">All kinds</option>$kinds</select></div>
$body
<script>
const items=[...document.querySelectorAll('li')],find=document.getElementById('find'),kind=document.getElementById('kind');
function show(){const q=find.value.toLowerCase();let n=0;for(const i of items){
const on=(!q||i.textContent.toLowerCase().includes(q))&&(!kind.value||i.dataset.kind===kind.value);i.hidden=!on;n+=on}
document.getElementById('shown').textContent=n;
for(const s of document.querySelectorAll('section'))s.hidden=![...s.querySelectorAll('li')].some(i=>!i.hidden)}
find.addEventListener('input',show);kind.addEventListener('change',show);
</script></body></html>
"""
)


def write(frame: "pd.DataFrame") -> bytes:
    """The page."""
    rows = records(frame)
    kinds = sorted({row["kind"] for row in rows})
    sections = [
        f"<section><h2>{year}</h2><ol>{''.join(map(_item, of_year))}</ol></section>"
        for year, of_year in groupby(rows, lambda row: str(row["begin"] or row["end"])[:4])
    ]
    page = _PAGE.substitute(
        count=len(rows),
        kinds="".join(f"<option>{escape(kind)}</option>" for kind in kinds),
        body="\n".join(sections),
    )
    return page.encode()


def _item(row: dict[str, Any]) -> str:
    sentence = f"<p>“{escape(row['sentence'])}”</p>" if row.get("sentence") else ""
    why = f"<p>{escape(row['why'])}</p>" if row.get("why") else ""
    told = escape(source(row))
    if url := address(row):
        told = f'<a href="{escape(url, quote=True)}" rel="noopener noreferrer">{told or escape(url)}</a>'
    status = "" if row["status"] == "happened" else f" ({row['status']})"
    return (
        f'<li data-kind="{escape(row["kind"])}" data-status="{row["status"]}"><details><summary>'
        f"{_time(row)}{escape(row['title'])}{status}</summary>{sentence}{why}<p>{told}</p></details></li>"
    )


def _time(row: dict[str, Any]) -> str:
    return f'<time datetime="{escape(row["edtf"])}">{escape(dated(row))}</time>'
