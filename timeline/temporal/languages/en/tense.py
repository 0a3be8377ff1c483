"""English words that tell on which side of the publication date a clause plays."""

from timeline.temporal.rules import Cues

CUES = Cues(
    future=frozenset(
        """will would shall 'll ll wo upcoming scheduled expected plans plan planned planning due slated set
        poised intends intend hopes hope hoping aims expects expect ahead forthcoming vows promises effective""".split()
    ),
    future_pairs=frozenset(
        {
            ("is", "to"),
            ("are", "to"),
            ("be", "held"),
            ("about", "to"),
            ("has", "to"),
            ("have", "to"),
            ("due", "to"),
            ("not", "until"),
            ("going", "to"),
            ("to", "be"),
            ("set", "to"),
            ("set", "for"),
            ("supposed", "to"),
            ("soon", "as"),
            ("early", "as"),
        }
    ),
    past=frozenset(
        """was were had did said told took came went made got gave saw knew thought found left felt kept held
        began ran wrote stood heard let meant set met led won lost paid sent built fell spent broke drove rose grew
        chose fought struck shot hit cut put became brought bought caught flew spoke quit sold threw withdrew sought
        swore stole sank shook drew ate drank forgot hid rode sang slept taught tore woke wore been has have since
        ago last killed died arrived announced reported yesterday""".split()
    ),
    past_endings=("ed",),
    not_past=frozenset(
        """need needed united alleged so-called armed supposed red bed fed led speed indeed hundred breed seed
        feed exceed succeed proceed shed wed sped scheduled expected planned proposed united-states limited""".split()
    ),
    past_of_future=frozenset({"been", "had", "previously", "originally"}),
    before_adjectives=frozenset("a an the still newly be recently so its his her their most to".split()),
    clause_ends=frozenset(".;!?:\n"),
)
