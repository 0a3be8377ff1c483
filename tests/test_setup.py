"""The set-up: what a package index, a wheel and the documentation promise holds."""

import configparser
import re
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_package_folder_is_listed_in_setup_cfg():
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg")
    listed = set(setup["options"]["packages"].split())
    on_disk = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for top in ("timeline", "dashboard")
        for path in (ROOT / top).rglob("*.py")
    }
    assert listed == on_disk | {"timeline.data"}


def test_library_never_imports_the_dashboard():
    offenders = [
        path
        for path in (ROOT / "timeline").rglob("*.py")
        if re.search(r"^\s*(from|import) dashboard", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert offenders == []


def test_reading_dates_does_not_load_pandas_or_plotly():
    loaded = subprocess.run(
        [sys.executable, "-c", "import timeline.temporal, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert not {"pandas", "plotly", "dash", "sqlalchemy"} & set(loaded)


def test_a_wheel_carries_the_bundled_articles_and_assets(tmp_path):
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "-q",
            "--no-deps",
            "--no-build-isolation",
            "-w",
            tmp_path,
            ROOT,
        ],
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    inside = zipfile.ZipFile(wheel).namelist()
    articles = [name for name in inside if name.startswith("timeline/data/articles/")]
    assert len(articles) >= 40
    for needed in ("timeline/data/gazetteers/people.csv", "dashboard/assets/tokens.css", "timeline/py.typed"):
        assert needed in inside
