"""An anniversary → the day of what it is of: "Saturday, the ninth anniversary of the annexation"."""

from timeline.calendar import add_months
from timeline.events.parts import Sentence, Trigger
from timeline.events.words import BREAKS
from timeline.model import Timex, When
from timeline.temporal.languages.en.words import ordinal


def commemorated(sentence: Sentence, timex: Timex, last: int) -> tuple[Trigger, When] | None:
    """What happened so many years before a day, and when.

    The day stands before the word, with no other between; what has a date of its own needs none.
    """
    words, when = sentence.words, timex.when
    if when is None or when.begin is None or when.begin != when.end:
        return None
    at = next((k for k in range(last, len(words)) if words[k].low == "anniversary"), None)
    if at is None or at + 2 >= len(words) or words[at + 1].low != "of":
        return None
    later = [t.start_char for t in sentence.timexes if t.start_char > timex.start_char and t.when is not None]
    stop = next((k for k in range(last, len(words)) if later and words[k].start >= later[0]), len(words))
    if at >= stop:
        return None
    if any(w.low in _NOT_YET for w in words[last:at]):  # "on Monday, on the eve of the fourth anniversary"
        return None
    years = ordinal(words[at - 1].low)
    if years is None and at >= _IN_TWO:  # "20 th"
        years = ordinal(words[at - 2].low + words[at - 1].low) if words[at - 2].low.isdigit() else None
    stop = next((k for k in range(at, stop) if words[k].low in BREAKS), stop)
    noun = next((k for k in range(at + 2, min(at + _NEAR, stop)) if sentence.noun_kind(k)), None)
    if not years or noun is None:
        return None
    day = add_months(when.begin, -12 * years)
    return Trigger(words[noun], noun, sentence.noun_kind(noun) or "other", None), When(day, day)


_NOT_YET = frozenset("eve before ahead after until till days weeks".split())
_IN_TWO = 2
_NEAR = 9
"""Words from "anniversary" to what it is of."""
