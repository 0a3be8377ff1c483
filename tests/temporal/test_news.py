"""Everyday news: a passage, its timexes in brackets, and their days (the value where there are none)."""

import re
from datetime import date

import pytest

from timeline.temporal import tag

SATURDAY, MONDAY = date(2022, 2, 12), date(2022, 2, 14)
PASSAGES = {
    "what had not happened until a day is over": [
        ("It was not until [2 March] that they were freed.", "2021-03-02"),
        ("It was not until [October] that the road reopened.", "2021-10"),
        ("Not until [Thursday] did the minister speak.", "2022-02-10"),
        ("He was not freed until [2 March].", "../2021-03-02"),
        ("He did not say whether it would last until [Sunday].", "../2022-02-13"),
        ("Polls do not open until [Sunday].", "../2022-02-13"),
        ("The vote will not be held until [2 March].", "../2022-03-02"),
    ],
    "a year is no hour of the day": [
        ("In [2013] local members of the party resigned.", "2013"),
        ("It fell at [2013 local time].", "2022-02-12T20:13:00"),
    ],
    "what is of late is of no year told before": [
        ("He had visited in [2016], and [most recently] on [10 October].", "2016 PAST_REF 2021-10-10"),
        ("They met in [2015], [2017] and, [most recently], on [4 January].", "2015 2017 PAST_REF 2022-01-04"),
        ("He was arrested in [2012] and again on [3 January].", "2012 2022-01-03"),
        ("The town was shelled in [May 2015] and again in [July].", "2015-05 2015-07"),
    ],
    "a plan tells on which side its day lies": [
        ("They agreed on [Friday] to meet again on [Wednesday].", "2022-02-11 2022-02-16"),
        ("They agreed [Friday] to extend it on [Wednesday].", "2022-02-11 2022-02-16"),
        ("The storm is forecast to hit [Sunday night].", "2022-02-13"),
        ("The next round is likely to be held on [Tuesday].", "2022-02-15"),
        ("We meet on [Tuesday], he said.", "2022-02-15"),
        ("We get married on [Tuesday], he said.", "2022-02-15"),
        ("Troops were ordered to leave by [Monday].", "../2022-02-14"),
        ("The vote, originally set for [December], will be held in [May].", "2021-12 2022-05"),
        ("The talks were moved from [Monday] to [Wednesday].", "2022-02-07 2022-02-09"),
    ],
    "a headline tells of what is to come by “to” alone": [
        ("Minister to visit Kyiv on [Monday]", "2022-02-14"),
        ("Curfew in ten regions to start on [Monday]", "2022-02-14"),
        ("A bid to end the strike on [Monday] failed.", "2022-02-07"),
        ("He flew to Kyiv to see the mayor on [Monday].", "2022-02-07"),
        ("According to witnesses the bridge fell on [Monday].", "2022-02-07"),
    ],
    "a plan goes no further than its clause": [
        ("It will begin on [Wednesday] to free them; one on [Tuesday] had failed.", "2022-02-16 2022-02-08"),
    ],
    "what may come by the end of a year is of no year that is over": [
        ("It has lasted since [July 2019]; it could end by [the end of the year].", "2019-07/.. ../2022~"),
    ],
    "a day that another says more of has the verb behind that": [
        ("On [Wednesday], the day named for it, he is to speak.", "2022-02-16"),
        ("On [Wednesday], the mayor, named for it, spoke.", "2022-02-09"),
    ],
    "a plural may lead over “of” to its verb": [
        ("Leaders of the alliance meet on [Monday].", "2022-02-14"),
        ("The leader of the allies, whom they meet, spoke on [Monday].", "2022-02-07"),
    ],
    "two that “or” or a bracket joins lie on one side": [
        ("It hoped to end by [the end of March] or [the start of April].",
         "../2022-03~ [2022-04-01~..2022-04-10~]"),
        ("They have until [5 a.m.] ([0300 GMT]) on [Tuesday] to go.",
         "../2022-02-15T05:00:00 2022-02-15T03:00:00+00:00 2022-02-15"),
    ],
    "a time on a line of its own heads what the next line tells": [
        ("[09:15]\n[Yesterday]'s news: a siege.", "2022-02-12T09:15:00 2022-02-11"),
    ],
    "what is done is not over by its participle": [
        ("He announced a fight when the case is heard in [May].", "2022-05"),
        ("He announced a fight if none is elected in [October].", "2022-10"),
        ("When the case was heard in [May], he fought.", "2021-05"),
    ],
    "what was set for a month and dropped may be of the month just past": [
        ("A mission planned for [December] was abandoned.", "2021-12"),
        ("A mission planned for [April] was abandoned.", "2022-04"),
    ],
    "what is still to be done may be the last of several things": [
        ("It calls upon the two states to stop the raids at once and to hand over lists of all who were moved"
         " by [1 November].", "../2022-11-01"),
    ],
    "what would have been did not come": [
        ("The curbs, which would otherwise have expired on [15 April], were prolonged.", "2022-04-15"),
    ],
    "what could be done is to come, what could be heard is not": [
        ("He fears that the gas could be cut off on [Tuesday].", "2022-02-15"),
        ("Shots could be heard on [Tuesday]. Nobody could be reached on [Monday].", "2022-02-08 2022-02-07"),
    ],
    "what is to come may have its verb far before it": [
        ("He is to take the charter on a long tour of six eastern regions, starting in Sumy on [Wednesday].",
         "2022-02-16"),
    ],
    "a plan may be a thing": [
        ("He gave the final go-ahead on [Monday].", "2022-02-07"),
        ("They will meet the so-called Nine in a rebel-held town on [Monday].", "2022-02-14"),
        ("They were to meet by [Wednesday], but the deadline passed.", "../2022-02-09"),
        ("They drew up a 13-point plan on [12 May].", "2021-05-12"),
        ("The games run from [3] to [16 July].", "2022-07-03/2022-07-16 2022-07-03/2022-07-16"),
    ],
    "since a day nothing goes on that is told next": [
        ("It has bought none since [25 May 2015]; the price of [December] is dead.", "2015-05-25/.. 2021-12"),
        ("It has run since [the summer of 2019]. It was due to end in [December].", "2019-22/.. 2021-12"),
    ],
    "a day after a feast tells of which day that is": [
        ("They could storm it before [Orthodox Christmas], on [Jan. 7].", "2023-01-07 2023-01-07"),
    ],
    "midnight follows the evening that was told": [
        ("[Friday, 9 p.m.]: Shells fall.\nShortly after [midnight]: A truce begins.",
         "2022-02-11T21:00:00 2022-02-12T00:00:00"),
    ],
    "a bare day goes on in its month": [
        ("On [1 December 1991] they voted; on [the 25th] the flag came down.", "1991-12-01 1991-12-25"),
        ("On [28 November 1991] they voted; on [the 3rd] it was signed.", "1991-11-28 1991-12-03"),
    ],
    "an hour of a night is on its day": [
        ("In [the night of 8] to [9 February, around 5 a.m.], it began. [Four hours later] it ended.",
         "2022-02-08 2022-02-09T05:00:00 2022-02-09T09:00:00"),
        ("They met on [Wednesday], first of [this year], and agreed a truce from [midnight the same day].",
         "2022-02-09 2022 2022-02-09T00:00:00"),
    ],
    "what is put off to a day is then": [
        ("The first day of school is put off to [Monday].", "2022-02-14"),
        ("The first day of school was put off to [Thursday].", "2022-02-10"),
    ],
    "the hours before something are a length": [
        ("They fell on [Friday]. In [the 48 hours] before, three had.", "2022-02-11 PT48H"),
    ],
    "a stretch goes over an aside": [
        ("From [24 January], when the drills began, to [3 February] it rained.",
         "2022-01-24/2022-02-03 2022-01-24/2022-02-03"),
        ("From [24 January], when it rained, they drove to Lviv on [3 February].", "2022-01-24 2022-02-03"),
    ],
    "the dot of a.m. ends no sentence": [
        ("They will meet at [9 a.m.] in Minsk on [Tuesday].", "2022-02-15T09:00:00 2022-02-15"),
        ("They will meet at [9 a.m.] Talks failed on [Tuesday].", "2022-02-12T09:00:00 2022-02-08"),
    ],
    "what was decided may be of the month to come": [
        ("They have decided to open it in [early March].", "[2022-03-01~..2022-03-10~]"),
        ("They voted to close it in [May].", "2021-05"),
    ],
    "two who do something are a plural": [
        ("Scholz and Duda meet on [Monday].", "2022-02-14"),
        ("We have three shops for your [Christmas] presents.", "2021-12-25"),
    ],
    "what was possible for a month is of the one nearest": [
        ("He told them that an offensive was possible at [the end of April].", "[2022-04-21~..2022-04-30~]"),
    ],
    "a verb may stand behind a comma": [
        ("The sanctions, first adopted in [2014], expire on [15 September].", "2014 2022-09-15"),
    ],
    "what people are called out for is to come": [
        ("He called for a strike on [Tuesday].", "2022-02-15"),
        ("He called for calm on [Tuesday].", "2022-02-08"),
    ],
    "a decimal ends no sentence": [
        ("The Fund, which lent 3.9 billion euros in [May], is due to send a mission.", "2021-05"),
    ],
    "a text goes on from a night": [
        ("In [the night of 1] to [2 February] it was hit. He spoke [the next morning].",
         "2022-02-01/2022-02-02 2022-02-01/2022-02-02 2022-02-02"),
    ],
    "what lies so long before something is on no day": [
        ("They left on [9 February], [nine days] before Russia gave back the ships.", "2022-02-09 P9D"),
        ("It is held in each of [the four years] after that.", "P4Y"),
        ("It stood there for [about an hour] on [the morning of 9 February].", "PT1H 2022-02-09"),
    ],
    "what is arranged for a day is to come": [
        ("He is arriving in Warsaw on [Tuesday].", "2022-02-15"),
        ("The feast falls on [Tuesday].", "2022-02-15"),
        ("The delegation leaves for Vienna on [Tuesday].", "2022-02-15"),
        ("Police are investigating the fire on [Tuesday].", "2022-02-08"),
    ],
    "a sentence has not the verb of the one before": [
        ("The ships have waited. Officials fear a blockade before [the summer] is out.", "2022-22"),
    ],
    "what was promised is to come": [
        ("The office calls on them to hand over lists of all who were moved abroad by [1 November].",
         "../2022-11-01"),
        ("He told reporters that they had come to Kyiv by [1 November].", "../2021-11-01"),
        ("He promised on [Thursday] to propose a law by [the end of July].", "2022-02-10 ../2022-07~"),
    ],
    "what will be is no day that is over": [
        ("He will be sworn in on [20 January].", "2023-01-20"),
        (
            "Born in [1955], she moved in [1973]. She was held on [4 January] and will be tried in [May].",
            "1955 1973 2022-01-04 2022-05",
        ),
    ],
    "a season goes on in the months after it": [
        ("In [the winter of 2013] crowds came. In [February] they had won.", "2013-24 2014-02"),
    ],
    "a date that says which thing it is has not the side of the verb": [
        ("The deal of [22 July] runs out on [19 March].", "2021-07-22 2022-03-19"),
        ("The summit of [29 June] will be held in Madrid.", "2022-06-29"),
    ],
    "what is prolonged ends ahead": [
        ("They extended the loan through [January].", "../2023-01"),
        ("It rained through [January].", "../2022-01"),
    ],
    "a year goes on in its sentence": [
        ("When prices fell in [the summer of 1986], hurting both, they met in [October].", "1986-22 1986-10"),
        ("At the trial over the fire of [2 May 2014] in Odesa, which opened on [3 January], he wept.",
         "2014-05-02 2022-01-03"),
    ],
    "a year told by the way dates no sentence after it": [
        (
            "For Petrov, elected mayor in [May 2014], it was new. Polls in [September] showed him trailing.",
            "2014-05 2021-09",
        ),
        ("In [August 2014] a column was hit. In [September] they signed.", "2014-08 2014-09"),
        ("He was elected in [March 2018]. He has had no peace since he lost in [April].", "2018-03 2021-04"),
        ("Signed on [22 July 2020] and last extended in [May], it lapsed.", "2020-07-22 2021-05"),
        (
            "It withdrew between [June] and [November 2019], but dug a trench on [17 January].",
            "2019-06/2019-11 2019-06/2019-11 2022-01-17",
        ),
    ],
    "what is without example since a day is told of now": [
        ("It was the deadliest raid since [March 2021]. [The next day] they wept.", "2021-03/.. 2022-02-13"),
        ("It is the first since [October 2016]. They undertook to stop by [the end of the year].",
         "2016-10/.. ../2022~"),
        ("He has been held since [26 July 2021]. [The next day] his son was.", "2021-07-26/.. 2021-07-27"),
    ],
    "seasons and weekends that something is set for lie ahead": [
        ("Moscow is readying an offensive for [the spring].", "2022-21"),
        ("They stayed there for [the summer].", "2021-22"),
        ("They asked for fuel to get them through [the summer].", "2022-22/2022-22"),
        ("They lived on bread through [the summer].", "2021-22/2021-22"),
        ("They fear a blockade before [the summer] is out.", "2022-22"),
        ("The fair was to have been held on [Sunday].", "2022-02-13"),
    ],
    "days of one verb lie on one side": [
        ("It fell on [24], [25] and [26 February].", "2021-02-24 2021-02-25 2021-02-26"),
    ],
    "what a text tells goes on behind a semicolon": [
        ("On [1 May 2014] he was seized; on [6 May] he was freed.", "2014-05-01 2014-05-06"),
        ("It was signed on [1 May 2014]; on [3 January] he said it was dead.", "2014-05-01 2022-01-03"),
    ],
    "days are counted from the last day told": [
        (
            "He won on [3 May 2014]. [That month] it rained. [Two days later] he left.",
            "2014-05-03 2014-05 2014-05-05",
        ),
        (
            "He spoke on [Friday]. Drills are to run until [20 February]. [Earlier in the day] it rained.",
            "2022-02-11 ../2022-02-20 2022-02-11",
        ),
    ],
    "a night may last": [
        ("They fought on through [the night].", "2022-02-12/2022-02-12"),
        ("It will rain through [Monday].", "../2022-02-14"),
    ],
    "a label before a colon has its verb after it": [
        ("[Friday]: Shells fell.\n[Thursday]: Talks failed.\n[Wednesday]: Talks began.",
         "2022-02-11 2022-02-10 2022-02-09"),
        ("[Wednesday]: Talks begin.\n[Thursday]: Talks fail.\n[Friday]: Shells fall.",
         "2022-02-09 2022-02-10 2022-02-11"),
    ],
    "a history of a few years has seasons": [
        ("The campaign of [1812] began in [June]. By [December] he lost. In [the spring of 1813] he fled.",
         "1812 1812-06 ../1812-12 1813-21"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meant"), [row for rows in PASSAGES.values() for row in rows], ids=lambda row: row[:40]
)
def test_a_passage_is_read_as_it_is_meant(text: str, meant: str) -> None:
    reads(text, meant, SATURDAY)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Over [the weekend]: [late on Saturday] a convoy was hit.", "[2022-02-12..2022-02-13] 2022-02-12"),
        (
            "Over [the weekend]:\n- [late on Saturday] a convoy was hit.",
            "[2022-02-12..2022-02-13] 2022-02-12",
        ),
        ("Over [the weekend]: shelling in Donetsk.", "[2022-02-12..2022-02-13]"),
    ],
)
def test_a_weekend_that_heads_what_is_told_is_over(text: str, meant: str) -> None:
    reads(text, meant, MONDAY)


def reads(text: str, meant: str, published: date) -> None:
    found = tag(text.replace("[", "").replace("]", ""), published)
    assert [timex.text for timex in found] == re.findall(r"\[(.+?)\]", text)
    assert " ".join(timex.when.edtf if timex.when else timex.value for timex in found) == meant
