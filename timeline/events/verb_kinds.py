"""A verb with the words around it → the kind of occurrence, where the verb alone would mislead.

The rules are a table: "sent tanks" is a mobilisation, "sent a letter" is none.
"""

from functools import lru_cache
from typing import NamedTuple


class Around(NamedTuple):
    """The words, in lower case, that a verb stands among."""

    subject: frozenset[str]
    after: str
    """The word right after the verb, or nothing."""
    near: frozenset[str]
    """The six words after it."""


class Rule(NamedTuple):
    """The kind that a verb tells `kind` of where, or unless, certain words are its object or subject."""

    verb: str
    """Empty for any verb."""
    was: str
    """The kind it would have; empty for any."""
    place: str
    """Where the words are looked for: "subject", "after", "near", or "both" for subject and near."""
    words: frozenset[str]
    there: bool
    """Whether the words must be there, or must not."""
    kind: str


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TELEPHONE = _words("phone telephone video")
_TROOPS = _words(
    """
    troops soldiers forces army navy ships planes units reservists battalion brigade warships carrier
    personnel mobilisation mobilization deployment prisoners captives hostages sailors detainees men women
    people activists operation operations offensive
    """
)
_AIRCRAFT = _words(
    """
    plane planes jet jets airliner aircraft helicopter helicopters drone drones missile missiles bomber
    fighter boeing flight building buildings bridge tower
    """
)
_CAPTIVES = _words("prisoners captives hostages servicemen soldiers fighters bodies detainees children")
_NO_FORCES = _words(
    """
    prisoners captives detainees hostages deportees children patients letter letters message messages signal
    note invitation reply replies answer answers delegation envoy envoys representative representatives team
    mission documents proposal proposals him her them markets prices shares shockwaves
    """
)
_STATES = _words(
    """
    independence republic republics region regions annexation statehood sovereignty state crimea borders
    territory territories donetsk luhansk referendum referendums
    """
)
_BY_LAW = _words("independence sovereignty republic republics emergency")
_SEATS = _words("summit meeting talks embassy embassies consulate office offices capital trial match final")
_WEAPONS = _words("missile missiles rocket rockets drone drones torpedo mortars shells")
_IDEAS = _words(
    "dominance policy policies plan plans proposal decision critics law laws ruling record idea speech"
)
_CROWD = _words("demonstrators protesters people crowd crowds supporters activists thousands")
_AUDIENCE = _words("reporters journalists media press lawmakers parliament congress nation crowd students")
_MARKETS = _words(
    """
    dollar pound rouble ruble hryvnia euro yen currency shares stocks markets prices bonds index
    """
)
_POLLS = _words("election elections runoff run-off vote poll polls ballot presidency")
_VESSELS = _words("ship ships destroyer frigate vessel vessels warship boat tanker convoy column plane")
_PAPERS = _words(
    """
    bill bills law laws amendment motion proposal proposals offer candidacy complaint lawsuit recognition
    application objection invitation support remark remarks accusation accusations licence license
    """
)
_CASES = _words("appeal appeals case cases complaint petition lawsuit suit parties")
_NATURE = _words("earthquake quake storm hurricane typhoon cyclone tsunami flood floods tornado avalanche")

RULES = (
    Rule("", "other", "near", _TELEPHONE, True, "call"),
    Rule("", "statement", "near", _TELEPHONE, True, "call"),
    Rule("exchange", "", "near", _TROOPS, True, "humanitarian"),
    Rule("launch", "", "near", _WEAPONS, True, "attack"),
    Rule("order", "", "near", _TROOPS, False, "statement"),
    Rule("release", "", "near", _TROOPS, False, "other"),
    Rule("gather", "", "subject", _CROWD, True, "protest"),
    *(Rule(verb, "statement", "near", _BY_LAW, True, "legal") for verb in ("proclaim", "declare")),
    Rule("confirm", "statement", "near", _words("referendum plebiscite"), True, "vote"),
    Rule("move", "mobilisation", "near", _SEATS, True, "other"),  # "moved its summit to Brussels"
    Rule("recognise", "", "near", _STATES, False, "statement"),  # "recognised the need"
    Rule("hand", "", "both", _CAPTIVES, True, "humanitarian"),
    Rule("send", "mobilisation", "both", _NO_FORCES, True, "other"),
    *(
        Rule(verb, "other", "near", _TROOPS, True, "mobilisation")
        for verb in ("place", "mass", "gather", "station", "transfer")
    ),
    Rule("speak", "call", "after", _words("in at of about before from"), True, "statement"),
    Rule("speak", "call", "near", _AUDIENCE, True, "statement"),
    Rule("bring", "attack", "both", _AIRCRAFT, False, "other"),  # "brought down inflation"
    Rule("appeal", "", "after", _words("for to"), False, "legal"),  # "will appeal by Friday"
    Rule("pledge", "aid", "after", _words("to that"), True, "statement"),
    Rule("rally", "protest", "subject", _MARKETS, True, "other"),
    Rule("attack", "", "near", _words("saying calling accusing telling"), True, "statement"),
    Rule("attack", "", "near", _IDEAS, True, "statement"),  # "attacked the policy of the US"
    Rule("demonstrate", "", "after", _words("a an the his her its their"), True, "other"),  # "a knack"
    Rule("hear", "", "both", _CASES, True, "legal"),  # "The appeal will be heard on 3 May"
    Rule("find", "", "near", _words("guilty liable innocent"), True, "legal"),
    Rule("beat", "attack", "near", _POLLS, True, "election"),  # "beat her in the run-off"
    Rule("withdraw", "military", "both", _PAPERS, True, "other"),  # "the bill was withdrawn"
    Rule("convey", "mobilisation", "near", _TROOPS, False, "statement"),
    Rule("pass", "vote", "subject", _VESSELS, True, "other"),  # "passed the coast"
    Rule("", "attack", "near", _words("hunger"), True, "protest"),  # "ended a hunger strike"
    Rule("", "attack", "subject", _NATURE, True, "other"),
)


def refined(kind: str, verb: str, around: Around) -> str:
    """The kind after every rule that fits has been applied, in the order of the table.

    >>> refined("mobilisation", "send", Around(frozenset({"poland"}), "a", frozenset({"a", "letter"})))
    'other'
    """
    for rule in _rules_of(verb):
        if rule.was not in ("", kind):
            continue
        match rule.place:
            case "after":
                found = around.after in rule.words
            case "near":
                found = not rule.words.isdisjoint(around.near)
            case "subject":
                found = not rule.words.isdisjoint(around.subject)
            case _:
                found = not rule.words.isdisjoint(around.near | around.subject)
        kind = rule.kind if found is rule.there else kind
    return kind


@lru_cache(maxsize=4096)
def _rules_of(verb: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if rule.verb in ("", verb))
