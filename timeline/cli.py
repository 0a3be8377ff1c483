"""The command line: words in, exit status out (0 done, 1 could not, 2 wrong use).

Results go to stdout, everything else to stderr. What the commands do is in `timeline.commands`;
`serve` belongs to the dashboard, which registers it as an entry point, so that the library never
imports the dashboard.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import entry_points

from timeline import __version__
from timeline.errors import TimelineError, UsageError
from timeline.model import REVIEWS

Parser = argparse.ArgumentParser
Command = Callable[[argparse.Namespace], int]


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; never lets a traceback out."""
    arguments = parser().parse_args(words)
    try:
        return _command(arguments.command)(arguments)
    except TimelineError as problem:
        print(f"timeline: {problem}", file=sys.stderr)
        return 2 if isinstance(problem, UsageError) else 1
    except KeyboardInterrupt:
        print("timeline: stopped; what was already added is kept.", file=sys.stderr)
        return 130
    except OSError as problem:  # a file that may not be written, a full disk
        if isinstance(problem, BrokenPipeError):  # the reader of our output (head, less) has gone
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        print(f"timeline: {problem.filename or 'input or output'}: {problem.strerror}", file=sys.stderr)
        return 1


def _command(name: str) -> Command:
    for entry in entry_points(group="crisis_timeline.commands"):
        if entry.name == name:
            loaded: Command = entry.load()
            return loaded
    from timeline import commands  # pandas and the store are loaded only when a command needs them

    found: Command = getattr(commands, name.replace("-", "_") + "_command")
    return found


def parser() -> Parser:
    """The whole command line as an argparse parser."""
    top = Parser(
        prog="timeline",
        description="Read news articles, find the dates in them, and show what happened as a timeline.",
        epilog="`timeline COMMAND --help` shows each command's options with an example.",
    )
    top.add_argument("--version", action="version", version=f"timeline {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (summary, example, options) in COMMANDS.items():
        one = commands.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}.",
            epilog=f"example:\n  {example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        options(one)
    return top


def _store(one: Parser) -> None:
    one.add_argument(
        "--store",
        metavar="URL",
        help="SQLite file or postgresql:// address (default: $TIMELINE_STORE, or your data folder)",
    )


def _serve(one: Parser) -> None:
    _store(one)
    one.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    one.add_argument(
        "--port",
        type=_port,
        default=8050,
        help="port to listen on, 0 for any free one (default: %(default)s)",
    )
    one.add_argument("--read-only", action="store_true", help="show only; nothing can be added or edited")
    one.add_argument("--open", action="store_true", help="open the timeline in your browser")


def _port(text: str) -> int:
    if not (text.isdecimal() and int(text) <= 65_535):
        raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number from 0 to 65535")
    return int(text)


def _known(one: Parser) -> None:
    one.add_argument(
        "--published", metavar="DATE", help="publication date, where the source does not tell it"
    )
    one.add_argument("--title", help="headline")
    one.add_argument("--publisher", help="who published it")
    one.add_argument("--url", help="where it was published")
    one.add_argument("--language", metavar="CODE", help="language of the text (default: found by itself)")


def _add(one: Parser) -> None:
    _store(one)
    one.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="file, folder, pattern, address, or - for stdin"
    )
    _known(one)
    one.add_argument("--dry-run", action="store_true", help="print the events found; store nothing")
    one.add_argument("--workers", type=int, default=1, metavar="N", help="read on N cores (0: all)")
    one.add_argument("--dask", metavar="ADDRESS", help="read on a Dask cluster (extra `cluster`)")
    _spacy(one)
    one.add_argument("--json", action="store_true", help="one JSON object a source")


def _spacy(one: Parser) -> None:
    one.add_argument(
        "--spacy", metavar="MODEL", help="add the names that a spaCy model finds (extra `spacy`)"
    )


def _filters(one: Parser) -> None:
    _store(one)
    only = one.add_argument_group("filters (repeatable ones combine as 'any of')")
    only.add_argument(
        "--from", dest="begin", metavar="DATE", help="events on or after this day (2022, 2022-02 …)"
    )
    only.add_argument("--to", dest="end", metavar="DATE", help="events on or before this day")
    only.add_argument(
        "--text",
        metavar="WORDS",
        help="words in title, sentence, actors, place or headline; -word for none of it",
    )
    only.add_argument(
        "--kind", action="append", default=[], dest="kinds", help="kind, e.g. talks (repeatable)"
    )
    only.add_argument("--status", action="append", default=[], dest="statuses", help="status (repeatable)")
    only.add_argument(
        "--review", action="append", default=[], dest="reviews", help=f"{', '.join(REVIEWS)} (repeatable)"
    )
    only.add_argument("--actor", action="append", default=[], dest="actors", help="actor (repeatable)")
    only.add_argument("--tag", action="append", default=[], dest="tags", help="a reader's tag (repeatable)")
    only.add_argument("--place", action="append", default=[], dest="places", help="place (repeatable)")
    only.add_argument(
        "--publisher", action="append", default=[], dest="publishers", help="publisher (repeatable)"
    )
    only.add_argument("--article", dest="article_id", metavar="ID", help="events of this article")
    only.add_argument("--known-by", metavar="DATE", help="only what articles published by this day tell")


def _events(one: Parser) -> None:
    _filters(one)
    one.add_argument("--json", action="store_true", help="JSON Lines, one event a line")


def _duplicates(one: Parser) -> None:
    _filters(one)
    one.add_argument("--json", action="store_true", help="JSON Lines, one pair a line")


def _articles(one: Parser) -> None:
    _store(one)
    one.add_argument("--json", action="store_true", help="JSON Lines, one article a line")


def _show(one: Parser) -> None:
    _store(one)
    one.add_argument("id", metavar="ID", help="an event's or an article's id")
    one.add_argument("--json", action="store_true", help="one JSON object")


def _export(one: Parser) -> None:
    one.add_argument("path", metavar="PATH", help="file to write; its suffix picks the format; - for stdout")
    one.add_argument("--format", metavar="NAME", help="format, where the suffix does not tell (csv, json …)")
    _filters(one)


def _import(one: Parser) -> None:
    _store(one)
    one.add_argument("path", metavar="PATH", help="CSV or JSON that `timeline export` wrote or you edited")


def _remove(one: Parser) -> None:
    _store(one)
    one.add_argument("ids", nargs="+", metavar="ID", help="articles to take out")


def _add_event(one: Parser) -> None:
    _store(one)
    one.add_argument("title", metavar="TITLE", help="what happened")
    one.add_argument("--date", required=True, metavar="DATE", help="in words or as EDTF")
    one.add_argument("--kind", default="other", help="kind, e.g. talks (default: %(default)s)")
    one.add_argument("--status", default="happened", help="status (default: %(default)s)")
    one.add_argument("--actor", action="append", default=[], dest="actors", help="actor (repeatable)")
    one.add_argument("--place", default="", help="place")
    one.add_argument("--note", default="", help="where it is known from")


def _edit(one: Parser) -> None:
    _store(one)
    one.add_argument("id", metavar="ID", help="the event's id")
    one.add_argument("--date", metavar="DATE", help="in words or as EDTF: '12 Feb 2022', 2021-12/..")
    one.add_argument("--title", help="headline")
    one.add_argument("--kind", help="kind, e.g. talks")
    one.add_argument("--status", help="status, e.g. happened")
    one.add_argument("--actor", action="append", dest="actors", help="actor (repeatable; replaces all)")
    one.add_argument("--tag", action="append", dest="tags", help="tag (repeatable; replaces all)")
    one.add_argument("--place", help="place")
    one.add_argument("--note", default="", help="why, for whoever reads it next")
    other = one.add_mutually_exclusive_group()
    other.add_argument("--hide", action="store_true", help="take it off the timeline; its evidence stays")
    other.add_argument("--show", action="store_true", help="put a hidden event back")
    other.add_argument("--accept", action="store_true", help="say that it is right as it is")
    other.add_argument("--merge", nargs="+", metavar="ID", help="the same occurrence as these events")
    other.add_argument("--split", nargs="+", metavar="MENTION", help="these mentions tell another one")
    other.add_argument(
        "--separate", metavar="ID", help="another occurrence than this event; never merge them"
    )
    other.add_argument("--link", metavar="ID", help="another occurrence than this event, but related to it")


def _undo(one: Parser) -> None:
    _store(one)
    one.add_argument(
        "edit", nargs="?", type=int, metavar="EDIT", help="number of the edit (default: the last)"
    )


def _text(one: Parser) -> None:
    one.add_argument("file", nargs="?", default="-", metavar="FILE", help="text to read (default: stdin)")
    one.add_argument(
        "--batch",
        action="store_true",
        help='JSON Lines: {"id", "text", "published", "language"?, "title"?} a line',
    )


def _tag(one: Parser) -> None:
    _text(one)
    one.add_argument("--published", metavar="DATE", help="publication date, for relative expressions")
    one.add_argument("--language", default="en", metavar="CODE", help="language (default: %(default)s)")
    one.add_argument("--format", choices=["table", "jsonl", "timeml"], default="table", help="output form")


def _extract(one: Parser) -> None:
    _text(one)
    _known(one)
    _spacy(one)
    one.add_argument("--json", action="store_true", help="JSON Lines, one event a line")


def _rebuild(one: Parser) -> None:
    _store(one)
    _spacy(one)


def _explain(one: Parser) -> None:
    one.add_argument("expression", metavar="EXPRESSION", help='for instance "since December"')
    one.add_argument("--published", required=True, metavar="DATE", help="publication date it is read against")
    one.add_argument("--language", default="en", metavar="CODE", help="language (default: %(default)s)")
    one.add_argument("--json", action="store_true", help="one JSON object")


COMMANDS: dict[str, tuple[str, str, Callable[[Parser], None]]] = {
    "serve": ("show the timeline in a browser", "timeline serve --open", _serve),
    "add": ("add articles to the timeline", "timeline add article.txt --published 2022-02-12", _add),
    "events": ("list events", "timeline events --from 2022-02 --actor 'Joe Biden'", _events),
    "duplicates": (
        "list pairs of events that may be one",
        "timeline duplicates --from 2022-02 --to 2022-02",
        _duplicates,
    ),
    "articles": ("list articles", "timeline articles", _articles),
    "show": ("show one event or article with its evidence", "timeline show e1f0c2b7a9d34", _show),
    "export": ("write events to a file", "timeline export february.csv --from 2022-02 --to 2022-02", _export),
    "import": ("take events from a table", "timeline import february.csv", _import),
    "add-event": (
        "add an event that no article tells",
        "timeline add-event 'Ukraine declares independence' --date '24 Aug 1991' --kind statement",
        _add_event,
    ),
    "edit": (
        "correct an event",
        "timeline edit e1f0c2b7a9d34 --date '12 Feb 2022' --note 'see report'",
        _edit,
    ),
    "undo": ("take an edit back", "timeline undo", _undo),
    "remove": ("take articles out", "timeline remove a1f0c2b7a9d34", _remove),
    "rebuild": ("extract everything anew; edits are kept", "timeline rebuild", _rebuild),
    "tag": ("find temporal expressions", "timeline tag article.txt --published 2022-02-12", _tag),
    "extract": ("find events; store nothing", "timeline extract article.txt", _extract),
    "explain": (
        "say what one expression means and why",
        "timeline explain 'since December' --published 2022-02-12",
        _explain,
    ),
}
"""Every command: summary, example, options."""
