"""An Expression in its setting → the days that are meant, with the reason.

Follows the project's decisions about time (docs/decisions-about-time.md), which keep to TimeML
where TimeML decides.
"""

from timeline.temporal.expression import Expression
from timeline.temporal.locating import (  # they register what they locate
    anchored,
    calendar_dates,
    composed,
    parts_and_eras,
    shifted,
)
from timeline.temporal.locating.before_our_era import located_before_our_era
from timeline.temporal.locating.setting import Located, Setting, located, said

__all__ = [
    "Located",
    "Setting",
    "anchored",
    "calendar_dates",
    "composed",
    "locate",
    "parts_and_eras",
    "said",
    "shifted",
]


def locate(expression: Expression, setting: Setting) -> Located | None:
    """The days that an expression means; None where it cannot be a date at all."""
    if setting.bc is not None:
        before = located_before_our_era(expression, setting.bc)
        if before is not None:
            return before
    try:
        return located(expression, setting)
    except (OverflowError, ValueError):  # a year that no calendar of ours holds, 30 February
        return None
