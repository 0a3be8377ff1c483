"""A headline for a mention: who does what, without the date and without who says so."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.events.mentions import Sentence, Trigger

LONGEST = 90
_LOOSE_END = re.compile(
    r"[\s,;:–—-]+$|\s+(?:on|in|at|since|until|by|from|of|to|the|a|an|and|or|as|for|with|after|before|that|its|their|his|her|during|over|early|late|about|around|between|but)$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:[\s,;:–—\"“”'‘’)(.-]+|(?:and|but|while|as|after|before|when|that|also|meanwhile|however|then|earlier|later|separately|on|in|at|since|by|the)\s+(?=[,A-Z]))+"
)


def title_of(sentence: "Sentence", trigger: "Trigger") -> str:
    """A title of at most 90 characters, never cut in mid-word."""
    words = sentence.words
    if trigger.predicate is not None:
        begin, end = words[trigger.predicate.begin].start, words[trigger.predicate.end - 1].end
        if trigger.predicate.opener:
            begin = words[min(trigger.predicate.begin + 1, len(words) - 1)].start
        if trigger.predicate.at - trigger.predicate.begin < 2 and trigger.predicate.begin > 0:
            begin = sentence.start
    else:
        low = trigger.index
        while (
            low > 0
            and trigger.index - low < 6
            and words[low - 1].text not in ",;:—–()"
            and words[low - 1].low
            not in ("since", "after", "before", "that", "was", "were", "is", "had", "has")
        ):
            low -= 1
        high = trigger.index
        while high + 1 < len(words) and high - trigger.index < 8 and words[high + 1].text not in ",;:—–().":
            high += 1
        begin, end = words[low].start, words[high].end
    text = sentence.text[begin - sentence.start : end - sentence.start]
    for timex in sorted(sentence.timexes, key=lambda t: -t.start_char):
        if begin <= timex.start_char and timex.end_char <= end and timex.type != "DURATION":
            a, b = timex.start_char - begin, timex.end_char - begin
            head = re.sub(
                r"\s*\b(?:on|in|since|until|by|from|of|at|during|early|late|over|as soon as)\s*$",
                " ",
                text[:a],
            )
            text = f"{head} {text[b:]}"
    text = " ".join(text.split())
    text = re.sub(r"\s+([,.;:])", r"\1", re.sub(r"['’]s(?=\s*$)", "", text))
    text = _LEADING.sub("", text)
    return shortened(text) or trigger.word.text.capitalize()


def shortened(text: str) -> str:
    """At most 90 characters, at the end of a phrase where there is one."""
    if len(text) > LONGEST:
        cut = text[: LONGEST + 1]
        stop = max(
            cut.rfind(", "), cut.rfind(" as "), cut.rfind(" after "), cut.rfind(" while "), cut.rfind(" and ")
        )
        text = cut[:stop] if stop > 35 else cut[: cut.rfind(" ")]
    while (shorter := _LOOSE_END.sub("", text)) != text:
        text = shorter
    return text[:1].upper() + text[1:]
