"""The small words that clauses are read by: closed classes of English, as sets in lower case."""

from functools import lru_cache

from timeline.events.tokens import Word

AUX_BE = frozenset("is are was were be been being am 're".split())
AUX_HAVE = frozenset("has have had having 've".split())
AUX_DO = frozenset("do does did".split())
MODALS = frozenset("will would shall should can could may might must 'll wo ca cannot".split())
AUXILIARIES = AUX_BE | AUX_HAVE | MODALS
NEGATIONS = frozenset("not n't never".split())
SUBORDINATORS = frozenset(
    """
        after before when while as since because although though if unless until whether once whereas that
        """.split()
)
OPENERS = frozenset("when while because although though whereas unless".split())
"""Subordinators that are no prepositions: a noun after them is a subject."""
COUNTED = frozenset("after before since".split())
"""What a length may stand before: "a day after"."""
RELATIVES = frozenset("which who whom whose where".split())
CLAUSE_OPENERS = SUBORDINATORS | RELATIVES
BREAKS = frozenset(",;:—–_()[]…")
PREPOSITIONS = frozenset(
    """
    of in on at by to for with from into over under about against between among near during through across
    behind without within towards toward onto off out up down around outside inside upon per via amid
    despite following including such like than until since after before as
    """.split()
)
PARTICLES = frozenset("back out up down off away".split())
"""What belongs to the verb before: "shot down", "ordered back the troops it had sent"."""
PRONOUNS = frozenset("he she it they we".split())
"""Those that are a subject and no object, or mostly so."""
LINKS = PREPOSITIONS | SUBORDINATORS
"""What may open a phrase or a clause."""
ENDS_OF_NOUNS = PREPOSITIONS | BREAKS
"""What ends the words up to the noun that a phrase is about."""
DETERMINERS = frozenset(
    "the a an its his her their our my your this these those some any no each every 's".split()
)
NOT_SUBJECTS = DETERMINERS | PREPOSITIONS | frozenset("that and or more most very so newly recently".split())
ADVERBS = frozenset(
    """
    also already just now then still later immediately again reportedly only even soon first once jointly
    ago ever far back together today yesterday tomorrow meanwhile meantime however earlier instead thus both
    all yet almost barely rather quite perhaps onwards onward
    """.split()
)
REPORTING = frozenset(
    """
    say tell add note explain argue believe think insist stress claim suggest write tweet report state hope
    expect fear estimate warn announce declare admit deny confirm allege promise pledge vow threaten reveal
    show find know conclude indicate predict acknowledge emphasise emphasize forecast reiterate repeat
    emerge transpire signal disclose concede hear understand agree decide demand propose assure inform remind
    reply rule caution complain boast
    """.split()
)
POINTS = frozenset("point time moment stage".split())
"""What "at which" may stand before: "at which point the cabinet stepped down"."""
UNITS_OF_TIME = frozenset("day week month year evening night morning afternoon".split())
OFFICES = frozenset(
    """
    minister president secretary chancellor ambassador spokesman spokeswoman leader envoy general premier
    chief commander speaker head director chairman mayor governor senator official adviser
    """.split()
)
ZERO_THAT = frozenset("say announce believe think claim hope fear add insist confirm report know".split())
"""Verbs after which the conjunction "that" is often left out."""
PLANNING = frozenset(
    """
    plan intend expect schedule aim hope prepare agree promise vow pledge want seek threaten set decide
    propose due consider offer ask urge order call demand invite need require oblige mean
    """.split()
)
HARMS = frozenset("kill die wound injure hurt".split())
"""Verbs of a toll: what did the harm is the same occurrence."""
CLAIMS = frozenset(
    """
    claim claims charge charges accusation accusations allegation allegations finding findings report reports
    story talk suggestion suggestions rumour rumours rumors
    """.split()
)
"""Nouns for what is claimed."""
SAID_THAT = CLAIMS | frozenset(
    "assertion assertions assumption belief evidence fears hopes idea news notion".split()
)
"""Nouns that "that" says the content of: "Assertions that an attack is being prepared are false"."""
CAUSING = frozenset(
    "prompt force allow enable lead cause push drive compel persuade convince help let".split()
)
"""Verbs that say why someone did something: "prompted ministers to close the border"."""
NUMBERS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy
    eighty ninety dozens hundreds thousands millions
    """.split()
)
NOT_VERBS = frozenset(
    """
    united hundred indeed allied armed so-called limited naked sacred speed need breed seed weed feed bleed
    exceed proceed masked unmarked suspected according following including regarding concerning involving
    thing nothing something anything everything king morning evening during being building beijing spring
    string left-wing given based dated aged born related unidentified unprecedented combined estimated
    designed aimed ground
    """.split()
)
_NO_ADVERBS = frozenset(
    """
        comply supply apply reply rely fly multiply ally imply family assembly only italy july rally bully
        """.split()
)


@lru_cache(maxsize=4096)
def is_adverb(low: str) -> bool:
    """Whether a word only says how or when: "immediately", "already"."""
    return low in ADVERBS or (low.endswith("ly") and low not in _NO_ADVERBS)


def is_noun_like(word: Word) -> bool:
    """Whether a verb could follow a word as its subject: no small word, no adverb."""
    low = word.low
    return low[0].isalpha() and low not in NOT_SUBJECTS and low not in AUXILIARIES and not is_adverb(low)


SAYING = frozenset(("plainspeech", "speech", "statement"))
"""Kinds of verbs by which someone says something."""
