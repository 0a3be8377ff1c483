"""The kinds of events, each with its PLOVER root code and the lane group it is drawn in.

PLOVER: the Political Language Ontology for Verifiable Event Records (Open Event Data Alliance).
"""

_TABLE = """
talks | CONSULT | Diplomacy
call | CONSULT | Diplomacy
visit | CONSULT | Diplomacy
statement | ACCUSE | Diplomacy
agreement | AGREE | Diplomacy
sanctions | SANCTION | Economy, energy & sanctions
vote | SUPPORT | Politics & law
military | MOBILIZE | Military & security
mobilisation | MOBILIZE | Military & security
attack | ASSAULT | Military & security
annexation | COERCE | Military & security
protest | PROTEST | Society & humanitarian
election | SUPPORT | Politics & law
humanitarian | AID | Society & humanitarian
legal | COERCE | Politics & law
aid | AID | Economy, energy & sanctions
other | OTHER | Other
"""
_ROWS = [line.split(" | ") for line in _TABLE.strip().splitlines()]

KINDS: tuple[str, ...] = tuple(row[0] for row in _ROWS)
PLOVER: dict[str, str] = {row[0]: row[1] for row in _ROWS}
LANES: dict[str, str] = {row[0]: row[2] for row in _ROWS}
"""Kind → the group of kinds that shares a lane."""

FAMILIES: dict[str, str] = {
    "call": "talks", "visit": "talks", "mobilisation": "military", "attack": "military",
    "annexation": "military",
    "vote": "agreement", "election": "agreement",
}  # fmt: skip
"""Kinds that reports of one occurrence may differ in."""

_SAME = (
    "call called calls phoned telephoned telephone spoke speak spoken conversation talked talk",
    "talks talked talk spoke speak spoken conversation met meet meeting summit negotiations negotiated"
    " conference conferred",
    "visit visited travelled traveled flew arrived trip landed",
    "invasion invaded invade offensive launched attacked",
    "annexation annexed absorbed incorporated seizure seized",
    "attack attacked struck strike strikes hit bombed bombing shelled shelling missile"
    " destroyed destruction damaged wrecked",
    "killed kill died killing",
    "signed sign agreement accord treaty pact deal",
    "vote voted referendum approved adopted passed ratified backed",
    "withdrew withdrawal withdrawing pulled pull retreated retreat",
    "announced announce announcement declared declare declaration proclaimed proclaim",
    "exchange exchanged swap swapped",
    "arrested arrest detained detention seized rounded",
    "exploded explosion explosions blast blasts bomb bombing bombings",
    "elected election won victory",
    "recognised recognized recognise recognition",
    "rally rallied rallies protest protested protests demonstration demonstrated march marched",
    "ordered order deployed deployment deploy sent send",
    "sanctions sanctioned imposed froze freeze",
    "evacuated evacuation evacuate",
    "arrived arrive arrival docked anchored",
    "left leave departed depart departure sailed sail",
    "applied apply applies application applications",
    "convicted convict conviction guilty",
    "banned ban bans embargo",
)
SAME_WORDS: dict[str, frozenset[str]] = {
    word: frozenset(group.split()[0] for group in _SAME if word in group.split())
    for word in " ".join(_SAME).split()
}
"""Trigger words that name the same occurrence, by the first word of each group that they are in."""
