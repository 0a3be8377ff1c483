"""Short messages: what counts as a time only in a post with a handle, a hashtag, an address or "!!"."""

from timeline.temporal.expression import Amount, Around, DayPart, Duration, Expression, Part, Repeat
from timeline.temporal.languages.en.words import DAYPARTS
from timeline.temporal.rules import Example, Messages

_UNITS: dict[str, Expression] = {
    "day": Duration((Amount("day", 1),)), "week": Duration((Amount("week", 1),)),
    "month": Duration((Amount("month", 1),)), "year": Duration((Amount("year", 1),)),
    "days": Duration((Amount("day", None),)), "hours": Duration((Amount("hour", None),)),
    "weekend": Around("weekend", 0), "weekends": Repeat("XXXX-WXX-WE"),
    "spring": Part("season", "SP"), "summer": Part("season", "SU"), "winter": Part("season", "WI"),
}  # fmt: skip

_CHAT = """
    lol omg haha hahaha hahahaha hehe hehehe gd gud pls plz tmr abt yay wanna gonna cant dont didnt
""".split()
"""Words as only chats write them."""

MESSAGES = Messages(
    longest=300,
    signs=("@", "#", "://", "!!", "??", "!?", ":)", ":(", ";)", ":D", ":-)"),
    chat=frozenset({*_CHAT, *map(str.capitalize, _CHAT), *map(str.upper, _CHAT)}),
    words={**_UNITS, **{word: DayPart(str(part)) for word, part in DAYPARTS.items()}},
    articles=frozenset({"a", "an", "the"}),
    numbered=frozenset({"day"}),
    examples=(
        Example("Great [weekend] with the team! #happy", ("2022-W06-WE",)),
        Example("Gd [morning] all", ("2022-02-12TMO",)),
        Example("long [day] at school, home [2nite] :)", ("P1D", "2022-02-12TNI")),
        Example("@olena such fun for [an afternoon]", ("2022-02-12TAF",)),
        Example("[Day 2] of the trip #happy", ("P1D",)),
        Example("Crazy week, and a wonderful month.", ()),
    ),
)
