#!/usr/bin/env python3
"""Set up and run Crisis Timeline with nothing but Python 3.11 or newer.

    python3 run.py              install (first time only), load the bundled articles, serve the timeline
    python3 run.py test         install what the tests need and run them all
    python3 run.py COMMAND …    any `timeline` command, e.g. `python3 run.py add article.txt`

Everything goes into the folder .venv beside this file; the versions and their hashes are locked in
requirements.lock and requirements-test.lock. Written for the standard library alone.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
INSTALLED = VENV / "installed.txt"
EVERY_TEST = ["--numprocesses=auto", "--maxprocesses=8", "--dist=worksteal"]  # a browser in each process
LOCKS = {"run": HERE / "requirements.lock", "test": HERE / "requirements-test.lock"}


def main(arguments):
    if sys.version_info < (3, 11):  # noqa: UP036 - said in words rather than as a syntax error
        sys.exit("Crisis Timeline needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info))
    testing = arguments[:1] == ["test"]
    install("test" if testing else "run")
    if testing:
        command = ["pytest", *(arguments[1:] or EVERY_TEST)]
    else:
        command = ["timeline", *(arguments or ["serve"])]
    try:
        where = str(HERE) if testing else None  # tests run from any folder; a user's paths stay relative
        sys.exit(subprocess.run([str(PYTHON), "-m", *command], cwd=where).returncode)
    except KeyboardInterrupt:
        sys.exit(130)


def install(kind):
    """Make .venv hold exactly what the lock says, unless it already does."""
    wanted = {name: fingerprint(lock) for name, lock in LOCKS.items()}
    if installed() & ({wanted["test"]} if kind == "test" else set(wanted.values())):
        return
    say(f"Installing Crisis Timeline into {VENV.name} (once; about a minute) …")
    make_venv()
    pip("-r", str(LOCKS[kind]))
    pip("--no-deps", "--no-build-isolation", "--editable", str(HERE))
    INSTALLED.write_text(wanted[kind] + "\n", encoding="utf-8")


def fingerprint(lock):
    """What an installation depends on: interpreter, place, lock and package metadata."""
    parts = [sys.version, str(HERE), lock.read_text(encoding="utf-8")]
    parts += [(HERE / name).read_text(encoding="utf-8") for name in ("setup.cfg", "pyproject.toml")]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def installed():
    return set(INSTALLED.read_text(encoding="utf-8").split()) if INSTALLED.exists() and works() else set()


def works():
    return PYTHON.exists() and subprocess.run([str(PYTHON), "-c", "import pip"]).returncode == 0


def make_venv():
    if works():
        return
    try:
        import ensurepip  # noqa: F401 - Debian packages it apart
        import venv
    except ImportError:
        sys.exit("This Python has no venv module; on Debian or Ubuntu run: sudo apt install python3-venv")
    venv.create(VENV, clear=True, with_pip=True)


def pip(*arguments):
    done = subprocess.run(
        [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments]
    )
    if done.returncode:
        sys.exit("Installing failed; pip's message above says why. A network connection is needed once.")


def say(sentence):
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
