"""What a reader types into the search, and what is found."""

import pytest
import sqlalchemy as sa

from tests.store.conftest import EACH, address
from tests.store.older import make_older
from tests.store.reports import numbered
from timeline.model import Event, Status, When
from timeline.store import open_store, schema
from timeline.store.search import read_search, searchable

TITLES = (
    "Zelenskyy receives Biden in Kyiv",
    "Putin speaks with Biden",
    "Putin visits Kharkiv's front",
    "A cease-fire takes hold in Donbas",
    "The leaders sign the Minsk agreement",
    "U.S. officials wait until May",
    "The UN and the United States call for calm",
    "Lukashenko: let us talk to Iran with the E.U. and the G7",
)


@pytest.fixture(scope="module", params=EACH)
def library(request, tmp_path_factory):
    """A store in which every event is only its title; none of the searches changes it."""
    with open_store(address(request, tmp_path_factory.mktemp("library"))) as store:
        for day, title in enumerate(TITLES, 1):
            store.add_event(Event("", title, When.from_edtf(f"2022-02-{day:02}"), Status.HAPPENED, "other"))
        yield store


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("biden", [0, 1]),
        ("putin biden", [1]),  # every word, in any order
        ("putin -biden", [2]),
        ("-biden -putin", [3, 4, 5, 6, 7]),
        ("Minsk agreement", [4]),
        ("agreement minsk", [4]),
        ('"minsk agreement"', [4]),
        ('"agreement Minsk"', []),
        ('"minsk agr', [4]),  # not yet closed
        ("putin -“visits Kharkov”", [1]),
        ("agree", [4]),  # the last word may go on
        ("agree minsk", []),  # others may not
        ("UN", [6]),  # nor may two letters: not "until"
        ("U.S.", [5, 6]),
        ("US", [5, 6]),
        ("us", [5, 7]),
        ("US officials", [5]),
        ('"US officials', [5]),
        ("lukashenko -US", [7]),
        ("lukashenko -us", []),
        ("EU", [7]),
        ("G7 EU", [7]),
        ("LET US", []),
        ("LET US LUKASHENKO", [7]),  # all in capitals
        ("IRAN", [7]),  # a name, not initials
        ("United States", [6]),
        ("Kharkiv", [2]),  # without its 's
        ("s", []),
        ("Kiev", [0]),
        ("Kharkov", [2]),
        ("Donbass", [3]),
        ("Zelenskiy", [0]),
        ("Vladimir Zelensky", []),  # of whom this tells no first name
        ("cease-fire", [3]),
        ("ceasefire", [3]),
        ("cease fire", [3]),
        ("?!", []),
        ("-", []),
    ],
)
def test_the_search_finds_what_was_asked_for(library, typed, found):
    titles = list(library.events(text=typed)["title"])
    assert titles == [TITLES[number] for number in found]


def test_a_full_name_is_found_as_the_gazetteer_has_it(store):
    call = Event(
        "", "A call", When.from_edtf("2022-02-12"), Status.HAPPENED, "call", actors=("Volodymyr Zelenskyy",)
    )
    store.add_event(call)
    assert store.count(text="Vladimir Zelensky") == 1


@pytest.mark.parametrize("kept", ["Kremlin", "us", "pace"])
def test_what_has_another_meaning_stands_only_for_itself(kept):
    assert [spelling.words for spelling in read_search(kept).wanted[0]] == [(kept.lower(),)]


def test_no_phrase_goes_from_one_part_of_an_event_into_the_next(store):
    store.add_event(Event("", "In Minsk", When.from_edtf("2022-02-12"), Status.HAPPENED, "agreement"))
    assert store.count(text="minsk agreement") == 1
    assert store.count(text='"minsk agreement"') == 0


def test_the_publisher_is_not_searched(store):
    store.add(numbered(0))
    publisher = store.articles()["publisher"].iloc[0]
    assert publisher
    assert store.count(text=publisher) == 0


def test_a_whole_pasted_text_is_looked_for_without_failing(store):
    assert store.count(text="cease-fire Kyiv " * 2000) == 0


def test_accents_do_not_matter(store):
    store.add_event(Event("", "Orbán in Київ", When.from_edtf("2022-02-12"), Status.HAPPENED, "visit"))
    assert store.count(text="orban") == store.count(text="kyiv") == 1


def test_what_is_searchable_twice_over_stays_the_same():
    text = searchable("Kyiv's cease-fire, say U.S. officials")
    assert searchable(text) == text


@pytest.mark.parametrize("older", [14, 15])
def test_an_older_store_comes_to_be_searched_in_the_same_way(store, older):
    store.add(numbered(0))
    with store.writing() as connection:
        now = connection.scalar(sa.select(schema.events.c.search))
        connection.execute(schema.events.update().values(search="Kyiv desk"))
    make_older(store, older)
    with store.writing() as connection:
        schema.migrate(connection)
        assert connection.scalar(sa.select(schema.events.c.search)) == now
    assert store.count(text="desk") == 0
    assert store.count(text="delegation signed") == store.count()
