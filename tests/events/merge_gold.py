"""Reports written for the tests, grouped by the occurrence that they tell: the gold of merging.

A group is a list of reports (day of publication, sentence); near-misses stand in groups of their own.
"""

GROUPS: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("2022-02-12", "US President Joe Biden called Vladimir Putin on Saturday."),
        ("2022-02-13", "Mr Biden spoke with Mr Putin by telephone on Saturday."),
        ("2022-02-14", "Biden and Putin talked for an hour on 12 February."),
    ),
    (("2022-02-12", "President Emmanuel Macron called Vladimir Putin on Saturday."),),
    (
        ("2021-12-31", "Biden called Putin on Thursday."),
        ("2022-01-02", "Biden and Putin spoke on 30 December."),
    ),
    (
        ("2014-07-18", "Malaysia Airlines flight MH17 was shot down over eastern Ukraine on Thursday."),
        ("2014-07-20", "A missile shot down flight MH17 on 17 July."),
        ("2022-11-17", "Flight MH17 was shot down over eastern Ukraine on 17 July 2014."),
    ),
    (("2014-07-18", "Separatists shot down a transport plane near Luhansk on Monday."),),
    (
        ("2014-03-19", "Russia annexed Crimea on Tuesday."),
        ("2015-03-01", "Russia annexed Crimea in March 2014."),
        ("2022-01-10", "Moscow's annexation of Crimea in 2014 is not recognised."),
    ),
    (
        (
            "2015-02-12",
            "The leaders of Russia, Ukraine, Germany and France signed an agreement in Minsk on Thursday.",
        ),
        ("2015-02-14", "Ukraine and Russia agreed a new ceasefire in Minsk on Thursday."),
    ),
    (("2014-09-06", "Ukraine and the separatists signed a ceasefire in Minsk on Friday."),),
    (
        ("2022-02-22", "President Vladimir Putin recognised the separatist republics on Monday."),
        ("2022-02-23", "Putin recognised Donetsk and Luhansk as independent on 21 February."),
    ),
    (
        ("2022-02-24", "Russia invaded Ukraine on Thursday."),
        ("2022-03-01", "The invasion began on 24 February."),
    ),
    (
        ("2021-12-08", "Biden and Putin talked by video on Tuesday."),
        ("2021-12-10", "Presidents Biden and Putin spoke by video on 7 December."),
    ),
    (("2022-02-22", "Chancellor Olaf Scholz halted the Nord Stream 2 pipeline on Tuesday."),),
    (("2022-02-22", "Britain imposed sanctions on five Russian banks on Tuesday."),),
    (("2022-02-22", "The European Union imposed sanctions on Russian lawmakers on Tuesday."),),
    (
        ("2022-03-03", "Russian troops captured Kherson on Wednesday."),
        ("2022-03-05", "Russian forces seized the city of Kherson on 2 March."),
    ),
    (("2022-11-12", "Ukrainian troops entered Kherson on Friday."),),
    (
        ("2022-04-15", "The cruiser Moskva sank on Thursday."),
        ("2022-04-16", "The Russian cruiser Moskva sank in the Black Sea on 14 April."),
    ),
    (("2022-04-09", "A missile hit the railway station in Kramatorsk on Friday."),),
    (("2022-04-09", "A missile hit a bridge in Odesa on Friday."),),
    (
        ("2022-02-08", "Macron met Putin in Moscow on Monday."),
        ("2022-02-09", "President Emmanuel Macron held talks with Vladimir Putin in Moscow on Monday."),
    ),
    (("2022-02-09", "Macron met Volodymyr Zelensky in Kyiv on Tuesday."),),
    (("2022-02-16", "Chancellor Olaf Scholz met Putin in Moscow on Tuesday."),),
    (
        ("2019-04-22", "Volodymyr Zelensky won the presidential election on Sunday."),
        ("2021-06-01", "Zelensky won the election in April 2019."),
    ),
    (("2014-05-26", "Petro Poroshenko won the presidential election on Sunday."),),
    (
        ("2022-02-12", "The two ministers will meet in Geneva on 20 February."),
        ("2022-02-13", "The ministers are due to meet in Geneva on 20 February."),
    ),
    (("2022-02-21", "The two ministers met in Berlin on Sunday."),),
)
