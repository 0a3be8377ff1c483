"""Where articles come from: the tabs in which a text is pasted, files are dropped, addresses are named."""

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.views import byhand
from timeline.articles import fetch

SUFFIXES = ".txt,.html,.htm,.md,.pdf,.docx,.eml,.json,.jsonl,.csv"
WHEN = "Left empty, it is looked for in the text"
OFFLINE = "Address is off: this server has no way to the internet. Paste the text instead."
ELSE = "Used where an article does not tell it itself"


def layout() -> Any:
    """The tabs, one shown at a time; addresses only where the server can read them."""
    online = fetch.online()
    tabs = (
        ("paste", "Paste", _paste()), ("files", "Files", _files()), ("address", "Address", _address()),
        ("hand", "By hand", byhand.body()),
    )  # fmt: skip
    return html.Section(
        [
            html.Button("", id="add-return", className="plain", hidden=True, **{"data-do": "review-return"}),
            dmc.Tabs(
                [
                    dmc.TabsList(
                        [
                            dmc.TabsTab(name, value=key, disabled=key == "address" and not online)
                            for key, name, _ in tabs
                        ]
                    ),
                    None if online else html.P(OFFLINE, id="add-offline", className="muted"),
                    *(
                        dmc.TabsPanel(html.Div(body, className="add-form"), value=key)
                        for key, _, body in tabs
                    ),
                ],
                id="add-tabs",
                value="paste",
            ),
        ],
        id="add-source",
    )


def _paste() -> list[Any]:
    return [
        html.Div(
            [
                dmc.TextInput(
                    id="add-published",
                    label="Published",
                    description=WHEN,
                    placeholder="12 February 2022",
                    debounce=False,
                ),
                dmc.TextInput(id="add-publisher", label="Publisher", description="Who published it"),
                dmc.TextInput(id="add-title", label="Title", description="Optional"),
            ],
            className="add-facts",
        ),
        dmc.Checkbox(
            id="add-dateless", label="Unknown: relative dates stay unresolved", size="xs", className="check"
        ),
        dmc.Textarea(
            id="add-text",
            label="Article text",
            placeholder="Paste the whole page; adverts, bylines and comment boxes are left out by themselves",
            autosize=True,
            minRows=12,
            maxRows=22,
            debounce=False,
        ),
        html.Div(
            html.Button("Find events", id="add-parse", className="button", **{"data-do": "read-text"}),
            className="row",
        ),
    ]


def _files() -> list[Any]:
    return [
        _facts("files"),
        html.Div(
            [
                html.Span(
                    ["Drop files here, or ", html.Button("choose files", id="add-choose", className="plain")]
                ),
                html.Span(
                    "Text, web pages, PDF, Word, mail, JSON and CSV; up to 50 files of 10 MB each",
                    className="muted",
                ),
            ],
            id="add-files",
            className="drop-here",
            **{"data-accept": SUFFIXES},
        ),
        html.P(id="add-files-said", className="muted", role="status"),
    ]


def _address() -> list[Any]:
    return [
        _facts("address"),
        dmc.Textarea(
            id="add-addresses",
            label="Addresses",
            description="One a line, up to 20",
            placeholder="https://…",
            autosize=True,
            minRows=4,
            maxRows=12,
            debounce=False,
        ),
        _find("add-address-parse", "read-addresses"),
    ]


def _facts(tab: str) -> Any:
    return html.Div(
        [
            dmc.TextInput(id=f"add-{tab}-published", label="Published", description=ELSE, debounce=False),
            dmc.TextInput(id=f"add-{tab}-publisher", label="Publisher", description=ELSE),
        ],
        className="add-facts",
    )


def _find(name: str, action: str) -> Any:
    button = html.Button("Find events", id=name, className="button", **{"data-do": action})
    return html.Div(button, className="row")
