"""English words that tell on which side of the publication date a clause plays."""

from timeline.temporal.languages.locale import WEEKDAYS
from timeline.temporal.rules import Cues

_APPOINTMENTS = [f"{verb}_{day}" for verb in ("is", "are") for day in WEEKDAYS]
"""What something that is set for a day says: "the deadline is Friday"."""
_PROGRESSIVES = [
    f"{verb}_{going}"
    for verb in ("is", "are")
    for going in """
    arriving beginning closing convening departing flying gathering going heading holding hosting leaving meeting opening
    resuming returning starting travelling traveling visiting voting
    """.split()
]
"""What is arranged for a day: "the ministers are meeting on Thursday"."""
_OF_MANY = frozenset(
    """
    meet open hold mark sit start begin vote gather go head fly travel resume continue convene expire lapse
    """.split()
)
"""What several do by a programme: "ministers meet on Monday"."""

CUES = Cues(
    future=frozenset(
        """
        'll ahead aims due effective expect expected expects forthcoming hope hopes hoping intend
        intends ll plan planned planning plans poised promises scheduled shall slated upcoming vows
        will wo would begins expires resumes convenes starts lapses ends opens closes elapses
        travels visits meets hosts votes flies arrives marks returns gathers
        decides celebrates holds sits reopens unveils publishes chooses elects testifies chairs hears
        """.split()
    ),
    ordering=frozenset(
        """
        told asked ordered instructed urged advised invited summoned warned required obliged pressed begged
        agreed pledged promised vowed undertook call calls called calling appeals appealed
        """.split()
    ),
    before_announced=frozenset(
        """
        a an the this that these those his her its their our my your in at on from with for by after before as to of
        into over under about against amid despite during since until without how what when where whether why who
        which it he she they we i you not bid bids effort efforts attempt attempts plan plans move moves step steps way ways
        call calls decision decisions refusal failure right time chance ability back next close able ready
        according due thanks fails fail failed refuses refuse declines unable
        """.split()
    ),
    wanting=frozenset(
        """
        want wants wanting need needs needing seek seeks seeking demand demands demanding ask asks asking require
        requires requiring urge urges urging insist insists aim aims aiming like promise promises pledges pledge
        hoped aimed wanted ordered urged instructed tasked mandated ultimatum deadline
        """.split()
    ),
    fixing=frozenset("called fixed announced booked arranged billed pencilled".split()),
    decreeing=frozenset(
        "agreed approved announced ordered decreed declared adopted passed backed proposed promised extended".split()
    ),
    dropping=frozenset(
        verb.replace("_", " ")
        for verb in """
        deadline_passed deadline_expired deadline_lapsed called_off put_off pushed_back cut_short postponed cancelled canceled scrapped delayed rescheduled
        deferred suspended adjourned axed abandoned shelved dropped
        """.split()
    ),
    happening=frozenset(
        """
        arrived began burst came collapsed crashed died disappeared emerged ended ensued erupted exploded fell fled
        followed happened landed occurred resigned returned vanished went
        """.split()
    ),
    appointing=frozenset(
        """
        set fixed chose chosen picked proposed suggested booked listed timed postponed delayed rescheduled deferred
        moved brought put called named
        """.split()
    ),
    deciding=frozenset("decided voted agreed promised pledged vowed threatened offered resolved".split()),
    declaring=frozenset("declared proclaimed designated".split()),
    prolonging=frozenset("extended prolonged renewed suspended banned barred".split()),
    programmes=frozenset(
        """
        begins expires resumes convenes starts lapses ends opens closes elapses travels visits meets hosts votes
        flies arrives marks returns gathers decides celebrates holds sits reopens unveils publishes chooses elects
        testifies chairs hears
        """.split()
    )
    | _OF_MANY,
    plural_subjects=frozenset("we they you".split()),
    plural_programmes=_OF_MANY,
    plural_nouns=frozenset("vote mark head hold open fly travel".split()),
    countable=frozenset("votes visits marks returns starts hosts holds chairs".split()),
    agreed_on=frozenset(
        "meet hold resume start begin reconvene return continue talk speak convene extend".split()
    ),
    infinitives=frozenset("take become begin start replace succeed open expire end serve".split()),
    future_pairs=frozenset(
        tuple(pair.split("_"))  # type: ignore[misc]
        for pair in (
            *_APPOINTMENTS,
            *_PROGRESSIVES,
            *"""
        about_to are_to be_held due_to early_as going_to has_to have_to is_to set_for set_to
        soon_as supposed_to forecast_to predicted_to likely_to bound_to certain_to to_be takes_place takes_effect comes_into enters_into goes_into runs_out
        takes_over takes_charge takes_control takes_office take_effect take_over take_charge take_control take_office
        comes_before comes_ahead come_before still_to is_on was_to were_to reports_its means_to polls_open polls_close talks_begin talks_resume talks_start
        goes_to heads_to heads_for falls_on run_from runs_from run_until runs_until get_married leaves_for leaves_office steps_down stands_trial
        was_possible were_possible is_possible are_possible was_likely were_likely was_imminent is_imminent
        """.split(),
        )
    ),
    past=frozenset(
        """
        ago announced arrived ate became been began bought broke brought built came caught chose cut did
        died drank drew drove fell felt flew forgot fought found gave got grew had has have heard held
        hid hit kept killed knew last led left let lost made meant met paid put quit ran reported rode
        rose said sang sank saw sent set shook shot since slept sold sought spent spoke stole stood
        struck swore taught thought threw told took tore was went were withdrew woke won wore wrote
        yesterday blew burst clung crept dealt dug flung forbade froze hung laid lent lit overthrew overtook rang
        resumed shrank shut slid sprang stuck strove swam swept swung threw undertook
        """.split()
    ),
    past_endings=("ed",),
    not_past=frozenset(
        """
        alleged armed bed breed exceed expected fed feed hundred indeed led limited need needed planned
        proceed proposed red scheduled seed shed so-called sped speed succeed supposed united
        united-states wed
        """.split()
    ),
    past_of_future=frozenset(
        """
        been had originally previously
        """.split()
    ),
    then=frozenset("was were".split()),
    before_adjectives=frozenset(
        """
        a an are be get gets getting her his is its most newly recently so still the their to
        """.split()
    ),
    before_bases=frozenset(
        "be to will would shall should can cannot could may might must not n't let 'll ll wo".split()
    ),
    naming=frozenset("called dubbed named nicknamed known".split()),
    clause_ends=frozenset(".;!?:\n"),
    clause_openers=frozenset({"that"}),
    relatives=frozenset("who whom whose which".split()),
    before_dates=frozenset("at by early from in late on since until".split()),
    nouns=frozenset("plan plans hope hopes promises vows".split()),
    articles=frozenset("a an any her his its no our that the their this".split()),
    after_nouns=frozenset("on in of from at by was is were are which that".split()),
    modals=frozenset("may might could must should can".split()),
    auxiliaries=frozenset("was were has have had been did".split()),
    done=frozenset(
        """
        ruling rulings verdict judgment judgement attack attacks bombing bombings blast blasts explosion
        explosions shooting shootings killing killings raid raids crash assault shelling massacre assassination
        clashes violence riots victory defeat quake earthquake disaster crackdown incident
        """.split()
    ),
    reported=frozenset(
        """
        figures data statistics results sales exports imports inflation unemployment payrolls earnings output
        revenue deliveries casualties losses profits orders shipments
        """.split()
    ),
    appointed=frozenset(
        """
        election elections vote votes poll polls ballot ballots referendum runoff off summit talks meeting meetings
        session hearing debate game match final race inauguration ceremony conference deadline
        """.split()
    ),  # "off" is that of run-off
    gatherings=frozenset(
        "strike strikes march marches protest protests rally rallies demonstration demonstrations walkout".split()
    ),
    present=frozenset("is are".split()),
    of_late=frozenset("recently lately latest newest".split()),
    again=frozenset({"again"}),
    of_the_held=frozenset(
        "victory win won winning winner lost losing results result outcome fraud irregularities rigged turnout".split()
    ),
    of_the_coming=frozenset("cancel canceling cancelling postpone boycott off ahead".split()),
)
