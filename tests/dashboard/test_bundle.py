"""The page asks for all of our scripts at once, and for all of our styles."""

import re
from pathlib import Path

import dashboard
from dashboard.server import application

ASSETS = Path(dashboard.__file__).parent / "assets"


def test_the_page_has_one_script_and_one_style_of_ours_which_browsers_keep(store):
    client = application(store).test_client()
    page = client.get("/").text
    assert "/assets/" not in page
    for address, sort in re.findall(r'"(/own/\w+\.(js|css))"', page):
        answer = client.get(address)
        assert "immutable" in answer.headers["Cache-Control"]
        assert all(file.read_text("utf-8") in answer.text for file in ASSETS.glob(f"*.{sort}"))


def test_a_page_of_another_version_is_told_to_load_again(store):
    answer = application(store).test_client().get("/own/0123.js")
    assert (answer.status_code, "load it again" in answer.text) == (404, True)
