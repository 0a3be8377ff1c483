"""Which rules read an article: a mark that changes whenever a rule, a word list or a gazetteer does."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import timeline
from timeline.resources import data_folder

_RULES = ("temporal", "events")
"""The folders of the program that decide what is found in a text."""
_SKIPPED = (".pyc", ".pyo")


@cache
def reader() -> str:
    """The program's version and a mark of its rules: "0.1.0+3f2a1b9c"."""
    here = Path(__file__).parent
    told = sha256()
    for folder in (*(here / name for name in _RULES), data_folder() / "gazetteers"):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix not in _SKIPPED:
                told.update(path.relative_to(folder).as_posix().encode())
                told.update(path.read_bytes())
    return f"{timeline.__version__}+{told.hexdigest()[:8]}"
