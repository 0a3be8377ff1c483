"""Short reports of our own that the tests of the store add."""

from datetime import date

from timeline.model import Article

SIGNED = "The leaders of Russia, Ukraine, Germany and France signed a ceasefire agreement in Minsk"
MINSK = Article(
    f"{SIGNED} on Thursday.\n\nHeavy weapons will be withdrawn on Tuesday, the mediators said.",
    published=date(2015, 2, 13),
    title="Ceasefire agreed in Minsk",
    publisher="Reuters",
    url="https://example.org/minsk",
)
MINSK_AGAIN = Article(
    f"{SIGNED} on 12 February 2015.",
    published=date(2015, 2, 20),
    title="What was agreed in Minsk",
    publisher="Associated Press",
)
BERLIN = Article(
    "Joe Biden met Volodymyr Zelensky in Washington on Wednesday.\n\n"
    "Protesters rallied in Berlin on 18 December 2022 against the war.",
    published=date(2022, 12, 22),
    title="Zelensky visits Washington",
    publisher="BBC News",
)


def numbered(n: int) -> Article:
    """The n-th of many reports, each of another day."""
    day = date.fromordinal(date(2016, 1, 4).toordinal() + 3 * n)
    return Article(
        f"Delegation number {n} signed an agreement in Kyiv on {day.day} {day:%B %Y}.",
        published=day,
        title=f"Report {n}",
        publisher="Ukrinform",
    )
