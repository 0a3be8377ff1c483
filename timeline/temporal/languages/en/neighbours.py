"""English words beside a number or a name that tell whether it is a date."""

NOT_A_YEAR_BEFORE = frozenset(
    """
    $ £ € # @ / * + = resolution resolutions operation no number flight page pages room windows
    section article channel route highway building office model order protocol directive decree law
    act bill item version vol volume agenda vision boeing airbus nearly almost roughly approximately than least
    some estimated another additional extra fewer only every exactly total totaled totalled reached
    costs cost worth box ext tel
    """.split()
)
"""A number of four digits after one of these is no year."""

NOT_A_YEAR_AFTER = frozenset(
    """
    percent per pounds troops soldiers people persons points men women children feet miles km
    kilometers kilometres metres meters m ft mi kg tons tonnes dollars euros rubles roubles hryvnias
    votes fighters tanks civilians protesters demonstrators refugees employees workers jobs homes
    houses families cases deaths dead wounded prisoners vehicles aircraft ships missiles drones
    shells units shares barrels copies members students others casualties bodies victims detainees
    companies pieces items rpm hp mm cm g w v mhz million billion trillion thousand hundred times words square
    acres hectares gallons liters litres seats passengers visitors guests personnel officers
    policemen monitors observers evacuees households dwellings structures buildings weapons days
    weeks months years hours minutes seconds % km2 sq bc-style
    """.split()
)
"""A number of four digits before one of these is no year."""

DURING = frozenset("in during throughout through over".split())
"""Words that have a season after them even before another preposition."""

COUNTED_BY_DASH = frozenset(
    """
    strong member man mile foot km kilometer kilometre meter metre seat pound ton tonne horsepower page word
    person bed room kg square
    """.split()
)
"""A number of four digits before a dash and one of these is no year."""

SEASONAL = frozenset(
    """
    offensive offensives counteroffensive campaign campaigns fighting elections session months
    holiday holidays recess
    """.split()
)
"""What a season by itself stands before as an adjective."""

BEFORE_PARTS = frozenset(
    """
    in since by until till of for during on from every each that
    """.split()
)
"""Words that want a date after them."""

COUNTED = frozenset(
    """
    congress parliament convention conference summit session party meeting anniversary amendment parallel precinct
    street avenue floor district army brigade division corps regiment battalion company guards infantry tank airborne
    mechanized motorized motorised artillery marine naval rifle mountain assault separate air fleet squadron wing
    olympiad games president pope prime minister annual edition national general assembly
    """.split()
)
"""What is counted: after "the 26th" it is that, not the subject of what happened on a day."""

BEFORE_NAMES = frozenset(
    """
    mr mrs ms miss theresa prime minister dr named like .
    """.split()
)
"""Before these words May and April are names."""

BEFORE_CLOCKS = frozenset("at from until till by before after around".split())
"""Words that want a time of day after them."""

BEFORE_SOON = frozenset("will would shall should may might can could must to ll".split())
"""After one of these "soon" is of what is to come."""

SURELY_BEFORE_MONTHS = frozenset(
    """
    in since by until till early late mid last next this of from between
    """.split()
)
"""After one of these May is a month even before a capital."""

BEFORE_MONTHS = frozenset(
    """
    in since by until till the a an s of from between last this next early late mid - to through
    during before after and for as past coming until every each or mid
    """.split()
)
"""After one of these May and March are months."""

AFTER_MONTHS = frozenset(
    """
    and to or when after before this last until as through with by in at - –
    """.split()
)
"""Before one of these May and March may be months."""
