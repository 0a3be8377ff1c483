"""What a sentence tells of a date."""

from dataclasses import dataclass

from timeline.events.parts import Trigger
from timeline.model import Status, Timex, When

Dated = tuple[Trigger, When, Status]
"""What a date dates: when that was, and how real it is."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is dated: by which expression (None: by the news of the day), and when."""

    trigger: Trigger
    when: When
    status: Status
    timex: Timex | None
    beside: str = ""
    """How a date that is not its own came to it, in words."""


REAL = (Status.HAPPENED, Status.ONGOING)


def is_day(when: When) -> bool:
    """Whether a date is one day."""
    return when.begin is not None and when.begin == when.end
