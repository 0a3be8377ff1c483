"""The decisions about time, each with worked examples.

An example is a publication day (empty: none), a sentence with its expressions in brackets, and what
each means: its days as EDTF, or its TIMEX3 value where it names no days. The page
docs/decisions-about-time.md is written from this table, and every row runs as a test.
"""

from typing import NamedTuple


class Decision(NamedTuple):
    """A decision, in words, and its examples."""

    title: str
    words: str
    examples: tuple[tuple[str, str, tuple[str, ...]], ...]


SATURDAY = "2022-02-12"
DECISIONS = (
    Decision(
        "A bare weekday",
        "is the nearest such day on the side that the verb tells: the latest one for the past or for no verb"
        " (the day of publication counts), the next one for the future. What the day owns can tell more than"
        " the verb: a ruling is over once it is spoken of, an election that “is” or “will be” is to come."
        " What was to follow a day is counted from that day; what was set for a day and then called off, from"
        " the nearer one.",
        (
            (
                SATURDAY,
                "Diplomats were told on [Thursday] to leave by [Monday].",
                ("2022-02-10", "../2022-02-14"),
            ),
            (
                "2022-02-17",
                "They were asked on [Friday] to return on [Monday].",
                ("2022-02-11", "2022-02-14"),
            ),
            ("2022-03-10", "Talks due on [Monday] were called off.", ("2022-03-07",)),
            ("2022-03-10", "Talks due on [Friday] were called off.", ("2022-03-11",)),
            ("2022-03-10", "A march was called for [Friday].", ("2022-03-11",)),
            ("2022-03-10", "They agreed a truce from [Saturday].", ("2022-03-12",)),
            (SATURDAY, "They were told to leave by [Monday].", ("../2022-02-14",)),
            (SATURDAY, "They were told to leave by [Friday].", ("../2022-02-11",)),
            (SATURDAY, "Two presidents to meet on [Thursday]", ("2022-02-17",)),
            (SATURDAY, "The ministers are meeting on [Thursday].", ("2022-02-17",)),
            (SATURDAY, "The deadline is [Thursday].", ("2022-02-17",)),
            (SATURDAY, "The mayor declared [Monday] a holiday.", ("2022-02-14",)),
            (SATURDAY, "The two presidents spoke on [Saturday].", ("2022-02-12",)),
            (SATURDAY, "He landed in Kyiv on [Tuesday].", ("2022-02-08",)),
            (SATURDAY, "The minister will travel to Kyiv on [Tuesday].", ("2022-02-15",)),
            (SATURDAY, "The drills are to end on [Sunday].", ("2022-02-13",)),
            (SATURDAY, "He warned that on [Tuesday] the border would close.", ("2022-02-15",)),
            (SATURDAY, "The ministers meet in Paris on [Monday].", ("2022-02-14",)),
            (
                SATURDAY,
                "The bank decides on [Wednesday], and the curbs take effect on [Thursday].",
                ("2022-02-16", "2022-02-17"),
            ),
            (SATURDAY, "The list is to be formally adopted on [Monday].", ("2022-02-14",)),
            (SATURDAY, "They chose a new head, to take over on [Monday].", ("2022-02-14",)),
            (SATURDAY, "They agreed to meet again on [Monday].", ("2022-02-14",)),
            (SATURDAY, "It passed by 188 votes on [Tuesday].", ("2022-02-08",)),
            (SATURDAY, "Ahead of the trip the ministry on [Thursday] issued a warning.", ("2022-02-10",)),
            (SATURDAY, "[Tuesday]'s elections are the first since the war.", ("2022-02-15",)),
            (SATURDAY, "He said [Tuesday]'s vote will be close.", ("2022-02-15",)),
            (SATURDAY, "They would look for a way around [Wednesday]'s ruling.", ("2022-02-09",)),
            (SATURDAY, "He is expected to speak of his victory in [Thursday]'s vote.", ("2022-02-10",)),
            (SATURDAY, "They met [last Saturday].", ("2022-02-05",)),
            (SATURDAY, "They meet [next Saturday].", ("2022-02-19",)),
            (SATURDAY, "It happened on [Friday of last week].", ("2022-02-04",)),
            (SATURDAY, "They met on [the Sunday before Christmas].", ("2021-12-19",)),
            (SATURDAY, "They met on [the Tuesday before last].", ("2022-02-01",)),
            (SATURDAY, "They vote on [the first Sunday of March].", ("2022-03-06",)),
        ),
    ),
    Decision(
        "A bare month, or a day and a month",
        "takes its year from the publication date: the latest such month for the past, the next for the"
        " future; a day and a month within some weeks of publication is the nearest one; a day that an attack"
        " is known by is that of the attack. What “was due” in a month is the one after what was told"
        " before it, else the nearest; a month whose figures are spoken of is over. A day that opens a"
        " sentence which only tells what was is over, too.",
        (
            (SATURDAY, "Troops have gathered since [December].", ("2021-12/..",)),
            (SATURDAY, "It was signed in [May].", ("2021-05",)),
            (SATURDAY, "All eyes are on [Thursday 24th].", ("2022-02-24",)),
            (SATURDAY, "Seen on [24/01/2022] and [03/02/2022].", ("2022-01-24", "2022-02-03")),
            (SATURDAY, "The summit will be held in [June].", ("2022-06",)),
            (SATURDAY, "They will cut rates in [October].", ("2022-10",)),
            (SATURDAY, "They cut rates in [October].", ("2021-10",)),
            (SATURDAY, "They go to the polls in [October].", ("2022-10",)),
            (SATURDAY, "London to send tanks in [October]", ("2022-10",)),
            (SATURDAY, "It could be over by [early October], he said.", ("../2022-10-10~",)),
            (SATURDAY, "It ended on [30 December].", ("2021-12-30",)),
            (SATURDAY, "They will meet on [1 March].", ("2022-03-01",)),
            (
                SATURDAY,
                "On [the 9th] Mr Duda spoke; on [the morning of the 10th] tanks crossed.",
                ("2022-02-09", "2022-02-10"),
            ),
            (SATURDAY, "It opened in [July last year].", ("2021-07",)),
            ("2022-01-05", "It began [last December].", ("2021-12",)),
            ("2022-06-05", "It began [last May].", ("2021-05",)),
            ("2022-06-05", "It began [last April].", ("2022-04",)),
            (SATURDAY, "He fled after the [September 11] attacks.", ("2001-09-11",)),
            (SATURDAY, "The players followed on [20 March].", ("2021-03-20",)),
            (SATURDAY, "The law came into force on [6 March].", ("2021-03-06",)),
            (SATURDAY, "They set [20 March] as the deadline.", ("2022-03-20",)),
            (SATURDAY, "The drills were due to end in [September].", ("2021-09",)),
            (
                SATURDAY,
                "They signed a truce in [May 2020]. It was due to end in [September].",
                ("2020-05", "2020-09"),
            ),
            (SATURDAY, "They expect a revision of [December]'s figures.", ("2021-12",)),
            (SATURDAY, "On [2 March] investigators opened a grave in the wood.", ("2021-03-02",)),
            (SATURDAY, "On [2 March] troops stationed in the wood will leave.", ("2022-03-02",)),
            (SATURDAY, "Repairs, requested as early as [October], are to start.", ("2021-10",)),
            (SATURDAY, "Repairs may start as early as [October].", ("2022-10",)),
            (SATURDAY, "They are tasked with agreeing on it by [the end of March].", ("../2022-03~",)),
        ),
    ),
    Decision(
        "A stretch that runs up to today, or from it",
        "is counted in days from publication; a calendar week, month or year stays the calendar unit (weeks"
        " begin on Monday).",
        (
            (SATURDAY, "He went to Moscow in [the past week].", ("[2022-02-05~..2022-02-12~]",)),
            (SATURDAY, "In [the last three days] nothing moved.", ("[2022-02-09~..2022-02-12~]",)),
            (SATURDAY, "They train for [the next two weeks].", ("2022-02-12~/2022-02-26~",)),
            (SATURDAY, "It fell [last week].", ("[2022-01-31..2022-02-06]",)),
            (SATURDAY, "An attack may come as soon as [next week].", ("[2022-02-14..2022-02-20]",)),
            (SATURDAY, "He resigned [earlier this year].", ("[2022-01-01..2022-02-12]",)),
            (SATURDAY, "It ends [this year].", ("2022",)),
            (
                SATURDAY,
                "They meet [this week] and [next].",
                ("[2022-02-07..2022-02-13]", "[2022-02-14..2022-02-20]"),
            ),
            (SATURDAY, "It may come in [the next two to three weeks].", ("[2022-02-12~..2022-03-05~]",)),
            (SATURDAY, "They will meet in [two to four weeks].", ("[2022-02-26~..2022-03-12~]",)),
            (SATURDAY, "It will be done within [three to five days].", ("[2022-02-12~..2022-02-17~]",)),
            (SATURDAY, "It takes [three to five days].", ("PXD",)),
        ),
    ),
    Decision(
        "Since, until, from … to",
        "open or close a stretch; the two members of a pair are resolved together, and the year of one"
        " completes the other. “As of” opens one where something holds from then, and names the day up to"
        " which something is counted; what a stroke joins may be the one or the other.",
        (
            (SATURDAY, "It has gone on since [2014].", ("2014/..",)),
            (SATURDAY, "They stay until [20 February].", ("../2022-02-20",)),
            (SATURDAY, "It may come by [the end of March].", ("../2022-03~",)),
            (SATURDAY, "They want it before [the end of March].", ("../2022-03~",)),
            (SATURDAY, "Lists are to be sent no later than [Thursday].", ("../2022-02-17",)),
            (SATURDAY, "The law is in force as of [1 February].", ("2022-02-01/..",)),
            (SATURDAY, "As of [6 p.m. on 10 February] 40 had died.", ("2022-02-10T18:00:00",)),
            (SATURDAY, "It grew in [August]/[September 2021].", ("[2021-08..2021-09]",) * 2),
            (
                SATURDAY,
                "Between [the evenings of 9] and [10 February] they heard shots.",
                ("2022-02-09/2022-02-10",) * 2,
            ),
            (SATURDAY, "It hoped to open again by [Thursday].", ("../2022-02-17",)),
            (SATURDAY, "They want it delivered by [Christmas].", ("../2022-12-25",)),
            ("2021-02-26", "He has not been seen since [the weekend].", ("2021-02-20/..",)),
            (SATURDAY, "It has been shut since [5 March].", ("2021-03-05/..",)),
            (SATURDAY, "Pilots were not told of it until [November].", ("../2021-11",)),
            (SATURDAY, "It fell in the night from [8] to [9 February].", ("2022-02-08/2022-02-09",) * 2),
            (
                SATURDAY,
                "It lasted from [3 May] to [9 May 2014].",
                ("2014-05-03/2014-05-09", "2014-05-03/2014-05-09"),
            ),
            (
                SATURDAY,
                "The talks of [12]–[13 April 2021] failed.",
                ("2021-04-12/2021-04-13", "2021-04-12/2021-04-13"),
            ),
            (SATURDAY, "It lasted from [4 January] until [20 February].", ("2022-01-04/2022-02-20",) * 2),
            (SATURDAY, "It was quiet between [May] and [July 2021].", ("2021-05/2021-07", "2021-05/2021-07")),
            (SATURDAY, "It ran between [May 2020] and at least [July 2021].", ("2020-05/2021-07",) * 2),
        ),
    ),
    Decision(
        "Ago, later, the following day",
        "are counted from the anchor that the text gives: publication for “ago”, the last date told for"
        " “later” and its kin; “ten days on” is now where nothing was told. What had happened is not counted"
        " from a day ahead, nor what may come from a month that is over, nor anything from a day since which"
        " something is the first or the worst, or from a bare “winter”.",
        (
            (SATURDAY, "He left [two days ago].", ("2022-02-10",)),
            (SATURDAY, "It began [eight years ago].", ("2014",)),
            (
                SATURDAY,
                "On [Thursday] he quit; [hours later] the ministry fell.",
                ("2022-02-10", "2022-02-10"),
            ),
            (SATURDAY, "It began in [2014]. [Hours later] he fled.", ("2014", "FUTURE_REF")),
            (
                SATURDAY,
                "They met on [3 May 2014]; [two days later] they signed.",
                ("2014-05-03", "2014-05-05"),
            ),
            (
                SATURDAY,
                "They met on [3 May 2014] and [the next day] they left.",
                ("2014-05-03", "2014-05-04"),
            ),
            (SATURDAY, "He won in [May 2014] and took office [the following month].", ("2014-05", "2014-06")),
            (SATURDAY, "They signed [two days after 9 February].", ("2022-02-11",)),
            (SATURDAY, "[Ten days on], nothing has changed.", ("2022-02-12",)),
            (SATURDAY, "It fell in [February 2014]; [that year] he fled.", ("2014-02", "2014")),
            (
                SATURDAY,
                "They met on [3 February]. The law runs until [July]. [The day before], a court had spoken.",
                ("2022-02-03", "../2022-07", "2022-02-02"),
            ),
            (
                SATURDAY,
                "It fell on [4 January]. A team could come before [the end of the month].",
                ("2022-01-04", "../2022-02~"),
            ),
            (
                SATURDAY,
                "The talks, the first since [24 January], had been put off [a day earlier].",
                ("2022-01-24/..", "2022-02-11"),
            ),
            (
                SATURDAY,
                "They met on [3 February]. In [winter] the road is shut. [Two days later] it was.",
                ("2022-02-03", "2021-24", "2022-02-05"),
            ),
            (
                SATURDAY,
                "They met on [3 February].\n\nIn [the previous 24 hours] it rained, the city said.",
                ("2022-02-03", "[2022-02-11~..2022-02-12~]"),
            ),
            (SATURDAY, "He left [two to three weeks ago].", ("[2022-01-22~..2022-01-29~]",)),
            (SATURDAY, "On [this day in 2014] he fled.", ("2014-02-12",)),
        ),
    ),
    Decision(
        "A date told by the way",
        "does not carry the text on: one in a relative clause or in brackets, behind a date of the sentence's"
        " own. A time of day is then of the day of the news. “That February” goes on in the year told.",
        (
            (
                SATURDAY,
                "The court, in its decision of [14 January], found that they held it from [27 February 2014]."
                " The ministry denied it [the following day].",
                ("2022-01-14", "2014-02-27", "2022-01-15"),
            ),
            (
                SATURDAY,
                "A virus, which was sent at [10 a.m. on Tuesday], hit. By [early afternoon] all had frozen.",
                ("2022-02-08T10:00:00", "../2022-02-08"),
            ),
            (
                SATURDAY,
                "On [Friday] he met a man who had called him on [Tuesday]. [The next day] he left.",
                ("2022-02-11", "2022-02-08", "2022-02-12"),
            ),
            (
                SATURDAY,
                "Talks with banks, which could cancel [last Monday], had failed. They met in [the morning].",
                ("2022-02-07", "2022-02-12"),
            ),
            (
                SATURDAY,
                "It was seized in [2014]. In [that February] men took the hall. A vote on [16 March] was"
                " followed [two days later] by a treaty. [That spring] a canal was dammed.",
                ("2014", "2014-02", "2014-03-16", "2014-03-18", "2014-21"),
            ),
        ),
    ),
    Decision(
        "A tale of an earlier year",
        "that begins with a full date and goes on (“the next day”) keeps its year while its days follow each"
        " other, whatever the paragraph, until a day is counted from the day of the news; what had"
        " been before a day of it is the nearest such day before.",
        (
            (
                SATURDAY,
                "On [12 January 2020] men stormed the hall. [The next day] an officer was shot.\n\n"
                "The men they held were let go on [3 February]. On [29 May] a missile brought down a plane.",
                ("2020-01-12", "2020-01-13", "2020-02-03", "2020-05-29"),
            ),
            (
                SATURDAY,
                "On [12 January 2020] men stormed the hall. [Last month] they were tried. On [3 February] one"
                " was freed.",
                ("2020-01-12", "2022-01", "2022-02-03"),
            ),
            (
                SATURDAY,
                "On [24 July] a grave was found. Men had led four away on [23 May], [Whit Sunday], and shot"
                " them [the following night].",
                ("2021-07-24", "2021-05-23", "2021-05-23", "2021-05-24"),
            ),
        ),
    ),
    Decision(
        "The year or the day beside a date",
        "that “the” names is the same one; a feast in the sentence of an older date is counted from it;"
        " “earlier in the day”, of no day told in the paragraph, is of the day of the news.",
        (
            (SATURDAY, "It is at war since [2014], [the year] he fled.", ("2014/..", "2014")),
            (
                SATURDAY,
                "He won in [November 2019], [seven months] after men bombed churches on [Easter Sunday].",
                ("2019-11", "P7M", "2019-04-21"),
            ),
            (SATURDAY, "He won in [November 2019] and left at [Christmas].", ("2019-11", "2019-12-25")),
            (
                SATURDAY,
                "Kyiv applied on [28 January].\n\n[Earlier in the day], she saw a grave.",
                ("2022-01-28", "2022-02-12"),
            ),
            (
                SATURDAY,
                "Kyiv applied on [28 January]. [Earlier in the day], she saw a grave.",
                ("2022-01-28", "2022-01-28"),
            ),
        ),
    ),
    Decision(
        "A history",
        "tells of other years than that of its publication and hardly counts from it: a date without a year"
        " belongs to the year told last. A year that is only planned, recalled or compared with does not"
        " carry the tale on. Whom it quotes did not speak on the day of its publication.",
        (
            (
                SATURDAY,
                "The war began in [1904]. On [8 February] a fleet was attacked. In [1905] they met, and in"
                " [September] it ended.",
                ("1904", "1904-02-08", "1905", "1905-09"),
            ),
            (
                SATURDAY,
                "The war began in [1952] and spread in [1954]. Losses were lower than in [1953]. In [May] the"
                " army marched.",
                ("1952", "1954", "1953", "1954-05"),
            ),
            (
                SATURDAY,
                "The war began in [1952], spread in [1953] and [1954], slept in [1955] and woke in [1956]."
                " On [3 May 1957] he said: “We will be home [next year].”",
                ("1952", "1953", "1954", "1955", "1956", "1957-05-03", "1958"),
            ),
        ),
    ),
    Decision(
        "A chronicle",
        "is headed by dates that begin its lines, before a colon, a dash or a full stop, with a bullet, a"
        " number or neither: what has no year in an entry is of the entry's, or of the year that heads the"
        " part; a bare day goes on from the day told.",
        (
            (
                SATURDAY,
                "[22 August 2014]. Three clubs are entered. In [December] a court forbids it.",
                ("2014-08-22", "2014-12"),
            ),
            (
                SATURDAY,
                "• [30 April 2014]: He speaks in Kyiv. He leaves on [the 2nd].",
                ("2014-04-30", "2014-05-02"),
            ),
            (
                "2023-02-09",
                "[9 March 2020] – The trial opens. On [15 October] they walk out.",
                ("2020-03-09", "2020-10-15"),
            ),
            (
                "2022-12-01",
                "1. [24 February 2022] – The war begins.\n2. [6 September] – An attack begins.",
                ("2022-02-24", "2022-09-06"),
            ),
            (
                SATURDAY,
                "[14 June] – [15 July 2018]. They play. He is not freed until [May of the following year].",
                ("2018-06-14/2018-07-15", "2018-06-14/2018-07-15", "../2019-05"),
            ),
        ),
    ),
    Decision(
        "Lengths and repeated times",
        "date nothing by themselves; a length that a date ends or holds is that stretch.",
        (
            (SATURDAY, "They spoke for [62 minutes].", ("PT62M",)),
            (SATURDAY, "The war has cost [several years].", ("PXY",)),
            (SATURDAY, "They talk [every Friday].", ("XXXX-WXX-5",)),
            (SATURDAY, "They meet [twice a year].", ("P1Y",)),
            (SATURDAY, "Prices rose in [the year] to [January].", ("2021-02/2022-01",) * 2),
            (SATURDAY, "Output fell in [the three months] to [June].", ("2021-04/2021-06",) * 2),
            (SATURDAY, "They gave [the ten minutes] to [Friday] a name.", ("PT10M", "2022-02-11")),
            (SATURDAY, "In [the last two weeks] of [January] it froze.", ("2022-01-18/2022-01-31",) * 2),
            (SATURDAY, "They left within [hours] of it.", ("PTXH",)),
        ),
    ),
    Decision(
        "Nothing is sharpened",
        "to a day that the text does not name; “early”, “mid” and “late” narrow a month, a year or a decade"
        " to that third of it.",
        (
            (SATURDAY, "It began in [2014].", ("2014",)),
            (SATURDAY, "It began in [early December].", ("[2021-12-01~..2021-12-10~]",)),
            (SATURDAY, "It ended in [mid-2021].", ("[2021-05~..2021-08~]",)),
            (SATURDAY, "It was built in [the late 1990s].", ("[1997~..1999~]",)),
            (
                SATURDAY,
                "It closed in [the mid-90s] and [the early noughties].",
                ("[1994~..1996~]", "[2000~..2003~]"),
            ),
            (SATURDAY, "She is in her mid-90s, he in his early thirties.", ()),
            (SATURDAY, "In [the spring of 2014] it fell.", ("2014-21",)),
            (SATURDAY, "All speak of a [spring] offensive.", ("2022-21",)),
            ("2022-10-10", "All speak of a [spring] offensive.", ("2022-21",)),
            (SATURDAY, "They want it by [month's end], or by [end-March].", ("../2022-02~", "../2022-03~")),
            (SATURDAY, "Sales rose in [the third quarter of 2021].", ("2021-35",)),
        ),
    ),
    Decision(
        "Clock times",
        "keep their zone; the day is the one told, else the day of publication. A night has two days:"
        " “overnight” in the news ends on its day, else it begins on the day told. The morning of"
        " a plan is the next. Midnight opens a day after which it is told of, and closes one that it ends.",
        (
            (SATURDAY, "They spoke at [18:26 EST].", ("2022-02-12T18:26:00-05:00",)),
            (SATURDAY, "The shelling began at [5 a.m. on Friday].", ("2022-02-11T05:00:00",)),
            (SATURDAY, "It was quiet on [Saturday morning].", ("2022-02-12",)),
            (SATURDAY, "Shells fell [last night].", ("2022-02-11",)),
            (
                SATURDAY,
                "It was taken on [3 February]. By [dawn the next morning] they had fled.",
                ("2022-02-03", "../2022-02-04"),
            ),
            (SATURDAY, "It burned in [the night to Thursday].", ("[2022-02-09..2022-02-10]",)),
            (SATURDAY, "Shells fell [overnight].", ("[2022-02-11..2022-02-12]",)),
            (SATURDAY, "Shells fell [overnight on Thursday].", ("[2022-02-10..2022-02-11]",)),
            (SATURDAY, "It will freeze [overnight].", ("[2022-02-12..2022-02-13]",)),
            (SATURDAY, "They will leave in [the morning].", ("2022-02-13",)),
            (
                SATURDAY,
                "On [Thursday] he said that he would leave in [the morning].",
                ("2022-02-10", "2022-02-11"),
            ),
            (SATURDAY, "They must leave before [noon on the Monday].", ("2022-02-14T12:00:00",)),
            (
                SATURDAY,
                "It fell at [01:30 on Friday] ([2330 GMT]).",
                ("2022-02-11T01:30:00", "2022-02-10T23:30:00+00:00"),
            ),
            (
                SATURDAY,
                "It begins at [20:00] ([18:00 GMT]) on [Monday].",
                ("2022-02-14T20:00:00", "2022-02-14T18:00:00+00:00", "2022-02-14"),
            ),
            (SATURDAY, "Posted [11 February 2022 – 08:30].", ("2022-02-11T08:30:00",)),
            (SATURDAY, "A shell fell shortly after [midnight].", ("2022-02-12T00:00:00",)),
            (
                SATURDAY,
                "The truce began at [midnight]; it ends at [midnight].",
                ("2022-02-12T00:00:00", "2022-02-12"),
            ),
            (
                SATURDAY,
                "[09.15] Good [morning].\n\n[08.30] A train left on [Friday].\n\n[07.10] Shells fell.",
                (
                    "2022-02-12T09:15:00",
                    "2022-02-12",
                    "2022-02-12T08:30:00",
                    "2022-02-11",
                    "2022-02-12T07:10:00",
                ),
            ),
        ),
    ),
    Decision(
        "A short message",
        "with a handle, a hashtag or an address tells of times in single words, as news does not; “last"
        " nights game” is last night's.",
        (
            (SATURDAY, "Great [weekend] with the team! #happy", ("[2022-02-12..2022-02-13]",)),
            (SATURDAY, "Gd [morning]!! c u [this sun]", ("2022-02-12", "2022-02-13")),
            (SATURDAY, "Great weekend with the team.", ()),
            (SATURDAY, "[Last day] to register! #run", ("2022-02-12",)),
        ),
    ),
    Decision(
        "Words and numbers that are no dates",
        "stay untouched.",
        (
            (SATURDAY, "They may march on, and the minister sat down for a second round.", ()),
            (SATURDAY, "Resolution 2202 speaks of 1,990 troops and 20–30 people.", ()),
            (SATURDAY, "Theresa May called, and April Jones answered.", ()),
            (SATURDAY, "The Winter Games are held in Sochi, and the Summer Paralympics in Tokyo.", ()),
            (SATURDAY, "They met at 1762 The Gourmet Deli.", ()),
        ),
    ),
    Decision(
        "Without a publication date",
        "relative expressions have no days: none is made up.",
        (
            ("", "They met on [Saturday].", ("XXXX-WXX-6",)),
            ("", "It began in [2014]. [Yesterday] he left.", ("2014", "2014-XX-XX")),
            ("", "It began on [24 February 2022].", ("2022-02-24",)),
        ),
    ),
)
