"""A language's names of months and weekdays, from dateparser's locale data (CLDR).

The data file is loaded by itself: importing it through the `dateparser` package costs 0.11 s, this
2 ms.
"""

from functools import cache
from importlib.machinery import SourceFileLoader
from importlib.util import find_spec, module_from_spec, spec_from_loader
from pathlib import Path
from typing import Any

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def months(language: str) -> dict[str, int]:
    """Every name of a month, lower case, with its number 1–12.

    >>> months("en")["september"]
    9
    """
    return _numbered(language, MONTHS)


def weekdays(language: str) -> dict[str, int]:
    """Every name of a weekday, lower case, with its ISO number (Monday 1)."""
    return _numbered(language, WEEKDAYS)


def _numbered(language: str, keys: tuple[str, ...]) -> dict[str, int]:
    words = _locale(language)
    return {name: number for number, key in enumerate(keys, 1) for name in words[key]}


@cache
def _locale(language: str) -> dict[str, Any]:
    package = find_spec("dateparser")
    if package is None or not package.submodule_search_locations:
        raise ImportError("dateparser is not installed, and the names of months come from it")
    folder = Path(package.submodule_search_locations[0]) / "data" / "date_translation_data"
    loader = SourceFileLoader(f"_locale_{language}", str(folder / f"{language}.py"))
    spec = spec_from_loader(loader.name, loader)
    if spec is None:
        raise ImportError(f"dateparser has no locale data for {language!r}")
    module = module_from_spec(spec)
    loader.exec_module(module)
    info: dict[str, Any] = module.info
    return info
