"""Every construction that the tagger covers, by kind: a sentence, its timexes in brackets, and their values.

The publication date is Saturday 12 February 2022. A value is followed by its TIMEX3 mod where it has one.
"""

import re
from datetime import date

import pytest

from timeline.temporal import tag

SATURDAY = date(2022, 2, 12)
CONSTRUCTIONS = {
    "weekdays": [
        ("They met on [Saturday].", "2022-02-12"),
        ("They will meet on [Saturday].", "2022-02-12"),
        ("They will meet on [Friday].", "2022-02-18"),
        ("They met [last Wednesday].", "2022-02-09"),
        ("The summit begins on [Tuesday].", "2022-02-15"),
        ("They meet [next Wednesday].", "2022-02-16"),
        ("They meet [this Thursday].", "2022-02-17"),
        ("They met [this past Thursday].", "2022-02-10"),
        ("They meet [this coming Thursday].", "2022-02-17"),
        ("They met on [the Monday of last week].", "2022-01-31"),
        ("They met on [Friday, February 4].", "2022-02-04"),
    ],
    "dates": [
        ("It began on [24 February 2021].", "2021-02-24"),
        ("It began on [Feb. 24, 2021].", "2021-02-24"),
        ("It began on [24/02/2021] and [2021-02-24].", "2021-02-24 2021-02-24"),
        ("It began on [24.02.21].", "2021-02-24"),
        ("It began on [February 24th 2021].", "2021-02-24"),
        ("It began on [the 24th of February 2021].", "2021-02-24"),
        ("It ran from [Feb 2]–[4].", "2022-02-02 2022-02-04"),
        ("It ran from [2] to [4 February].", "2022-02-02 2022-02-04"),
        ("They met on [2] and [4 February].", "2022-02-02 2022-02-04"),
        ("It lasted through [February]–[March 2014].", "2014-02 2014-03"),
        ("They met on [the 4th].", "2022-02-04"),
        ("They met on [the 4th] and [5th].", "2022-02-04 2022-02-05"),
        ("They met on [7], [8] and [9 February].", "2022-02-07 2022-02-08 2022-02-09"),
        ("He spoke on [the eve of 9 February].", "2022-02-08"),
        ("[May]–[June 2014] was bloody.", "2014-05 2014-06"),
        ("On [7] or [8 February] he fled.", "2022-02-07 2022-02-08"),
        ("Filed [20210224].", "2021-02-24"),
    ],
    "years and parts of years": [
        ("It began in [2014] and ended in [the 1990s].", "2014 199"),
        ("In [the 21st century] and in [the nineteenth century].", "20 18"),
        (
            "In [the first quarter of 2021], [Q3 2021] and [the second half of 2020].",
            "2021-Q1 2021-Q3 2020-H2",
        ),
        ("In [spring 2014] and [last winter].", "2014-SP 2020-WI"),
        ("In [fiscal 2021] and [FY2020].", "2021 2020"),
        ("At [the beginning of 2021].", "2021/START"),
        ("At [the end of last month].", "2022-01/END"),
        ("In [mid-2014], [early 2015] and [late 2016].", "2014/MID 2015/START 2016/END"),
        ("In [the early hours of Friday].", "2022-02-11/START"),
    ],
    "counted": [
        ("It fell [two days ago].", "2022-02-10"),
        ("It fell [a year ago].", "2021"),
        ("They meet [two days from now].", "2022-02-14"),
        ("It fell [eight years ago this week].", "2014-W06"),
        ("It fell [two years ago this month].", "2020-02"),
        ("They meet [in three days' time].", "2022-02-15"),
        ("On [3 May 2014] he fell. [A year to the day after 3 May 2014] he rose.", "2014-05-03 2015-05-03"),
        ("On [3 May 2014] he fell; [two years on] he rose.", "2014-05-03 2016"),
        ("On [3 May 2014] he fell; [a week earlier] he had spoken.", "2014-05-03 2014-04-26"),
        ("They met in [the past three days].", "P3D"),
        ("They meet in [the next 48 hours].", "PT48H"),
        ("They met in [the last two weeks].", "P2W"),
        ("In [recent months] and in [the coming days].", "PXM PXD"),
    ],
    "since, until": [
        ("Since [2014] it grew.", "2014"),
        ("It lasts until [Friday].", "2022-02-18"),
        ("It must end by [the end of March].", "2022-03/END"),
        ("It ended before [9 February].", "2022-02-09"),
        ("As of [Friday] 12 died.", "2022-02-11"),
        ("It was held between [2014] and [2016].", "2014 2016"),
        ("Talks ran from [Monday] until [Friday].", "2022-02-07 2022-02-11"),
        ("It went on from [8 p.m. Monday] until [2 a.m. Tuesday].", "2022-02-07T20:00 2022-02-08T02:00"),
        ("It lasted from [May] through [July].", "2021-05 2021-07"),
    ],
    "times of day": [
        ("The blast hit at [12:50 GMT].", "2022-02-12T12:50"),
        ("It hit at [5 a.m. local time].", "2022-02-12T05:00"),
        ("It hit at [noon] and at [midnight].", "2022-02-12T12:00 2022-02-12T24:00"),
        ("It hit at [dawn].", "2022-02-12TMO"),
        ("It hit [overnight].", "2022-02-12TNI"),
        ("It hit on [Saturday morning].", "2022-02-12TMO"),
        ("It hit [last night].", "2022-02-11TNI"),
        ("It hit [early on Thursday].", "2022-02-10/START"),
        ("It hit at [14.30 CET on 3 February].", "2022-02-03T14:30"),
        ("It hit at [half past nine].", "2022-02-12T09:30"),
        ("Monitors heard it at [19:30hrs on 3 February].", "2022-02-03T19:30"),
        ("It was between [09:10] and [11:45 on 3 February].", "2022-02-03T09:10 2022-02-03T11:45"),
        ("It was between [23:00] and [01:30 on 4 February].", "2022-02-03T23:00 2022-02-04T01:30"),
        ("The curfew ran from [10pm] until [5am].", "2022-02-12T22:00 2022-02-13T05:00"),
        ("It fell at [06.30hrs local time].", "2022-02-12T06:30"),
        ("The corridor is open from [10] to [2 p.m.]", "2022-02-12T10:00 2022-02-12T14:00"),
        ("In [the small hours of Friday] it fell.", "2022-02-11/START"),
        ("It began at [dawn on Thursday]; at [5am] it was over.", "2022-02-10TMO 2022-02-10T05:00"),
    ],
    "durations": [
        ("It took [more than 24 hours].", "PT24H/MORE_THAN"),
        ("It took [nearly eight years].", "P8Y/LESS_THAN"),
        ("It took [up to three weeks].", "P3W/EQUAL_OR_LESS"),
        ("It took [at least 10 days].", "P10D/EQUAL_OR_MORE"),
        ("It took [some 10 days].", "P10D/APPROX"),
        ("It was an [hour-long] call.", "PT1H"),
        ("It took [two and a half hours].", "PT2H30M"),
        ("It took [half an hour].", "PT30M"),
        ("It fell in [the last ten days] of [March].", "P10D 2021-03"),
        ("It was a [weeklong] drill.", "P1W"),
    ],
    "sets": [
        ("They met [every Friday].", "XXXX-WXX-5"),
        ("They met [each July].", "XXXX-07"),
        ("They meet [weekly].", "P1W"),
        ("They meet [twice a year].", "P1Y"),
        ("They met on [Fridays].", "XXXX-WXX-5"),
        ("They meet [every other week].", "P2W"),
        ("They meet [every two weeks].", "P2W"),
        ("They vote [every second year].", "P2Y"),
        ("They march [every 9 May].", "XXXX-05-09"),
        ("They fire hundreds of shells [a day].", "P1D"),
        ("They fight [24 hours a day].", "P1D"),
    ],
    "holidays": [
        ("They met on [Christmas Day].", "2021-12-25"),
        ("They met on [New Year's Eve].", "2021-12-31"),
        ("They met at [Easter 2014].", "2014-04-20"),
        ("They marched on [Victory Day].", "2021-05-09"),
        ("They marched on the [Independence Day of Ukraine].", "2021-08-24"),
        ("They met on [Orthodox Easter 2022].", "2022-04-24"),
        ("They met on [Old New Year].", "2022-01-14"),
        ("They marched on [Independence Day].", "2021-07-04"),
        ("They fasted on [Holodomor Remembrance Day].", "2021-11-27"),
        ("They marched on [Flag Day of Ukraine 2021].", "2021-08-23"),
    ],
    "narrative": [
        ("On [3 May 2014] it burned. [The following day] it was gone.", "2014-05-03 2014-05-04"),
        ("In [May 2014] he won. [That month] he took office.", "2014-05 2014-05"),
        ("In [May 2014] he won. He spoke [earlier in the day].", "2014-05 2022-02-12/START"),
        ("They fought on for [the rest of the year]; at [13h30] it fell.", "2022/END 2022-02-12T13:30"),
        ("On [3 May 2014] it burned. [The same evening] he fled.", "2014-05-03 2014-05-03TEV"),
        ("On [3 May 2014] it burned. [Two days later] he fled.", "2014-05-03 2014-05-05"),
        ("KYIV, [Feb 11] (Reuters) - Troops moved on [Thursday].", "2022-02-11 2022-02-10"),
    ],
    "no dates": [
        ("They may march, and the second man sat in the sun.", ""),
        ("It may fall, and spring to life.", ""),
        ("Resolution 2202 and 1,990 troops.", ""),
        ("20–30 people won 3-1.", ""),
        ("Version 2.10.1 and 10.12.20.14 of the driver.", ""),
        ("Call +380 44 255 1234 or 555-2014.", ""),
        ("It cost $2014, or 2014 dollars.", ""),
        ("The ratio was 12 to 1.", ""),
        ("He lives at 1600 Pennsylvania Avenue.", ""),
        ("April Jones and Theresa May spoke on the Long March.", ""),
        ("Sat next to him, he read the Sunday Times and an august report.", ""),
        ("They live at 9 May Street and on September 11 Street.", ""),
        ("The 2000-strong force met 1500 to 2000 soldiers.", ""),
        ("Resolution No. 1991; call 020 7946 2012.", ""),
    ],
}
ROWS = [(kind, *row) for kind, rows in CONSTRUCTIONS.items() for row in rows]


@pytest.mark.parametrize(("kind", "text", "values"), ROWS)
def test_a_construction_is_read(kind: str, text: str, values: str) -> None:
    found = tag(text.replace("[", "").replace("]", ""), SATURDAY)
    assert [timex.text for timex in found] == re.findall(r"\[(.+?)\]", text), kind
    assert " ".join(timex.value + (f"/{timex.mod}" if timex.mod else "") for timex in found) == values
