"""What everyone sees: where the keyboard is, and what colours tell where the system chooses them."""

import pytest

pytestmark = pytest.mark.browser


def frame(field):
    """The colour and the width of what is drawn round a field."""
    style = field.evaluate("(one) => [getComputedStyle(one).borderColor, getComputedStyle(one).outlineStyle]")
    return tuple(style)


@pytest.mark.parametrize(("path", "field"), [("/", "#search-input"), ("/", "#tz"), ("/add", "#add-text")])
def test_a_field_that_the_keyboard_is_in_is_framed(page, site, path, field):
    page.goto(site.url + path)
    box = page.locator(field)
    box.wait_for()
    before = frame(box)
    box.focus()
    page.wait_for_function(f"getComputedStyle(document.querySelector('{field}')).outlineStyle === 'solid'")
    assert frame(box)[0] != before[0]


def test_dots_keep_their_lanes_colours_and_only_the_open_tab_a_line_where_the_system_chooses_colours(
    page, site
):
    page.emulate_media(forced_colors="active")
    page.goto(site.url)
    dot = page.locator("#event-strip .dot:not(.hollow)").first
    dot.wait_for()
    canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dot.evaluate("(one) => getComputedStyle(one).backgroundColor") != canvas
    lines = page.locator(".tab").evaluate_all(
        "(tabs) => tabs.map((tab) => getComputedStyle(tab).borderBottomColor)"
    )
    assert [line != canvas for line in lines] == [True] + [False] * (len(lines) - 1)
