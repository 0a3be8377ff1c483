"""Components written as HTML: what they say cannot become markup, and what is off is not there."""

from dash import html

from dashboard.markup import html_of
from dashboard.server import application
from timeline.events import find_mentions
from timeline.model import Article


def test_text_and_attributes_are_escaped():
    told = html.P("1 < 2 & <b>", title='"quoted"')
    assert html_of(told) == '<p title="&#34;quoted&#34;">1 &lt; 2 &amp; &lt;b&gt;</p>'


def test_attributes_have_their_names_in_html_and_those_that_are_off_are_left_out():
    told = html.Div(html.Br(), className="row", tabIndex="0", hidden=False, **{"aria-expanded": "false"})
    assert html_of(told) == '<div class="row" tabindex="0" aria-expanded="false"><br></div>'
    assert html_of([html.Section(hidden=True), None, "and ", 2]) == "<section hidden></section>and 2"


def test_the_card_is_html_in_which_a_title_is_only_text(store):
    report = Article(
        "Austria signed an agreement with Slovakia on 3 March 2022.",
        title="<script>alert(1)</script>",
        publisher="The Ledger",
    )
    store.save(report, find_mentions(report))
    event = next(one for one in store.event_list() if one.mentions[0].article_id == report.id)
    answer = application(store).test_client().get("/card", query_string={"id": event.id})
    assert answer.mimetype == "text/html"
    assert f"<h2>{event.title}</h2>" in answer.text
    assert "<mark>3 March 2022</mark>" in answer.text
    assert "<script>" not in answer.text


def test_the_card_of_what_is_not_there_says_so(store):
    assert "This event is not here" in application(store).test_client().get("/card?id=nothing").text
