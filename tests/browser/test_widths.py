"""Windows of any width: nothing sticks out, nothing of the header lies over another part of it."""

import pytest

from tests.browser.conftest import opened

pytestmark = pytest.mark.browser


def overlap(one, other):
    """Whether two boxes share more than an edge."""
    return all(
        one[at] + one[size] > other[at] + 1 and other[at] + other[size] > one[at] + 1
        for at, size in (("x", "width"), ("y", "height"))
    )


@pytest.mark.parametrize("width", [641, 700, 900, 1101, 1440])
def test_the_page_fits_its_window_and_the_header_shows_all_that_it_has(browser, site, width):
    event = site.store.event_list(begin="2022-02-01")[0]
    for page in opened(browser, {"width": width, "height": 800}):
        page.goto(f"{site.url}/?from=2022-01-01&to=2022-04-01&sel={event.id}")
        page.locator("#card h2").wait_for()
        page.locator("#timeline-graph .js-plotly-plot").wait_for()
        page.wait_for_function("document.documentElement.scrollWidth <= innerWidth")
        parts = page.locator(".brand, .tab, .search, .actions > *, #filter-bar").all()
        boxes = [part.bounding_box() for part in parts if part.is_visible()]
        assert all(box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes)
        assert not [(a, b) for at, a in enumerate(boxes) for b in boxes[at + 1 :] if overlap(a, b)]
