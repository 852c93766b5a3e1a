"""Importing has no effect, and starting loads only what starting needs. Each in a process of its own."""

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import workout_tui
from workout_tui.clock import SystemClock, Uids
from workout_tui.logbook.lifters import add_lifter
from workout_tui.model.load import Unit
from workout_tui.paths import Paths
from workout_tui.store import sheets
from workout_tui.store.connection import Store

IMPORT_ALL = """
import importlib, json, logging, os, pkgutil, signal, sys, threading, warnings
import gspread, textual.app, sqlite_utils, platformdirs, rapidfuzz  # what these do is theirs
import workout_tui

def state():
    return {
        "environment": dict(os.environ),
        "excepthook": str(sys.excepthook),
        "folder": os.getcwd(),
        "handlers": [str(one) for name in (None, "workout_tui") for one in logging.getLogger(name).handlers],
        "signals": [str(signal.getsignal(one)) for one in signal.valid_signals()],
        "threads": threading.active_count(),
        "warnings": len(warnings.filters),
        "umask": os.umask(0o077) and os.umask(0o077),
    }

before = state()
names = [one.name for one in pkgutil.walk_packages(workout_tui.__path__, "workout_tui.")]
for name in names:
    importlib.import_module(name)
print(json.dumps({"modules": len(names), "changed": [key for key, value in state().items() if value != before[key]]}))
"""


HOME = """
import asyncio
from workout_tui.clock import SystemClock
from workout_tui.config import Config
from workout_tui.paths import Paths
from workout_tui.ui.app import WorkoutApp
from workout_tui.ui.parts import Parts

async def main():
    app = WorkoutApp(Parts.of(Paths.of(), Config(), SystemClock()))
    async with app.run_test() as pilot:
        await pilot.pause()
        print(type(app.screen).__name__)

asyncio.run(main())
"""


SYNC = """
import asyncio
from workout_tui.clock import SystemClock
from workout_tui.config import Config
from workout_tui.paths import Paths
from workout_tui.sync.state import Phase
from workout_tui.ui.app import WorkoutApp
from workout_tui.ui.parts import Parts

async def main():
    app = WorkoutApp(Parts.of(Paths.of(), Config(), SystemClock()))
    async with app.run_test() as pilot:
        app.sync.begin()
        while app.sync.state.phase is Phase.NO_SHEET:
            await pilot.pause(0.01)
        print(app.sync.state.phase.value)

asyncio.run(main())
"""


def python(code: str, folder: Path) -> str:
    """What a fresh process prints, at home in an empty folder."""
    root = Path(workout_tui.__file__).parents[1]
    environment = dict(os.environ) | {"HOME": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(root)}
    environment["WORKOUT_HOME"] = str(folder / "home")
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=folder, env=environment
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def loaded(code: str, folder: Path) -> set[str]:
    """The top packages that are loaded after `code`."""
    tell = "import sys; print(*{name.partition('.')[0] for name in sys.modules})"
    return set(python(f"{code}\n{tell}", folder).split())


def test_importing_any_module_has_no_effect(tmp_path: Path) -> None:
    found = json.loads(python(IMPORT_ALL, tmp_path))
    assert found["modules"] > 40
    assert found["changed"] == []
    assert list(tmp_path.iterdir()) == [], "no file was made"


def test_the_command_loads_next_to_nothing_before_it_knows_what_to_do(tmp_path: Path) -> None:
    found = loaded("import workout_tui.cli", tmp_path)
    assert not found & {"textual", "rich", "sqlite3", "sqlite_utils", "platformdirs", "rapidfuzz", "tomllib", "asyncio"}


def test_the_interface_loads_no_network_and_no_migrations(tmp_path: Path) -> None:
    found = loaded("import workout_tui.ui.app", tmp_path)
    assert "textual" in found
    assert not found & {"gspread", "requests", "urllib3", "sqlite_utils", "click"}


def test_home_is_painted_without_migrations_and_fuzzy_search(tmp_path: Path) -> None:
    clock = SystemClock()
    paths = Paths.of({"WORKOUT_HOME": str(tmp_path / "home")})
    paths.make()
    with closing(Store(paths.database)) as store:
        add_lifter(store, "Ada", Unit.KG, clock=clock, uids=Uids(clock))
    found = loaded(HOME, tmp_path)
    assert "HomeScreen" in found
    assert not found & {"gspread", "requests", "urllib3", "sqlite_utils", "rapidfuzz"}


def test_a_sheet_with_nothing_due_loads_nothing_that_speaks_to_google(tmp_path: Path) -> None:
    clock = SystemClock()
    paths = Paths.of({"WORKOUT_HOME": str(tmp_path / "home")})
    paths.make()
    with closing(Store(paths.database)) as store:
        add_lifter(store, "Ada", Unit.KG, clock=clock, uids=Uids(clock))
        with store.write():
            sheets.connect(store, 1, sheets.Destination("x", 1, 2, title="x", account=""), at=0, anew=True)
    found = loaded(SYNC, tmp_path)
    assert "idle" in found, "the thread has looked"
    assert not found & {"gspread", "google", "requests", "urllib3"}


def test_the_model_loads_neither_interface_nor_database(tmp_path: Path) -> None:
    code = (
        "import importlib, pkgutil, workout_tui.model as model\n"
        "for one in pkgutil.walk_packages(model.__path__, 'workout_tui.model.'): importlib.import_module(one.name)"
    )
    assert not loaded(code, tmp_path) & {"textual", "rich", "sqlite3", "sqlite_utils", "logging", "socket"}
