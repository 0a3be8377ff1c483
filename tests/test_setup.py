"""The set-up: what a package index, a wheel and the documentation promise holds."""

import configparser
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

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


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from a copy so that nothing is left in the checkout."""
    copy, out = tmp_path_factory.mktemp("checkout"), tmp_path_factory.mktemp("wheel")
    for name in ("timeline", "dashboard", "data"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "-w", out, copy], check=True)
    (built,) = out.glob("*.whl")
    return built


def test_a_wheel_carries_every_module_word_list_asset_and_bundled_article(wheel):
    inside = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        str(path.relative_to(ROOT))
        for top in ("timeline", "dashboard")
        for path in (ROOT / top).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    wanted |= {
        f"timeline/{path.relative_to(ROOT)}"
        for folder in ("articles", "gazetteers")
        for path in (ROOT / "data" / folder).glob("*.[tc][xs][tv]")
    }
    assert wanted - inside == set()
    assert "timeline/py.typed" in inside


def test_a_wheel_names_its_commands(wheel):
    with zipfile.ZipFile(wheel) as inside:
        (name,) = [name for name in inside.namelist() if name.endswith("entry_points.txt")]
        entries = configparser.ConfigParser()
        entries.read_string(inside.read(name).decode())
    assert entries["console_scripts"]["timeline"] == "timeline.cli:main"
    assert set(entries["crisis_timeline.commands"]) == {"serve"}


def test_what_a_wheel_installs_finds_its_own_data(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path)
    article = "Envoys of Russia and Ukraine signed an agreement in Kiev on Thursday."
    words = ["extract", "--published", "2015-02-13", "--json"]
    done = subprocess.run(
        [sys.executable, "-m", "timeline", *words],
        input=article,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert '"place": "Kyiv"' in done.stdout
    from_there = "from timeline.pipeline import bundled_articles as b; print(*b(), sep='\\n')"
    listed = subprocess.run([sys.executable, "-c", from_there], capture_output=True, text=True, cwd=tmp_path)
    paths = listed.stdout.splitlines()
    assert len(paths) == len(list((ROOT / "data" / "articles").glob("*.txt")))
    assert all(path.startswith(str(tmp_path)) for path in paths)
