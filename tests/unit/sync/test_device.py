"""This laptop's id: one for all programs, whichever makes it, and whatever becomes of them meanwhile."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults.killing import NEVER
from tests.processes import outcomes, start
from tests.support import FakeClock
from workout_tui.clock import Uids
from workout_tui.errors import StoreUnavailable
from workout_tui.paths import Paths
from workout_tui.sync.device import this_device

# Waits for the word together with all others, and prints the id it takes.
ASK = """
import sys
from pathlib import Path
from workout_tui.clock import SystemClock, Uids
from workout_tui.paths import Paths
from workout_tui.sync.device import this_device
paths, uids = Paths.of({"WORKOUT_HOME": sys.argv[1]}), Uids(SystemClock())
print("ready", flush=True)
sys.stdin.readline()
print(this_device(paths, uids))
"""

# Makes the id in a life that ends at a chosen moment of it; prints how many moments it had.
MAKE = """
import sys
from tests.faults.killing import Death, live
from workout_tui.clock import SystemClock, Uids
from workout_tui.paths import Paths
from workout_tui.sync.device import this_device
paths, uids = Paths.of({"WORKOUT_HOME": sys.argv[1]}), Uids(SystemClock())
print(live(lambda: this_device(paths, uids), Death(int(sys.argv[2]))))
"""


def uids() -> Uids:
    return Uids(FakeClock(), random.Random(3))


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.of({"WORKOUT_HOME": str(tmp_path)})


def test_programs_that_start_at_once_take_the_same_id(paths: Paths) -> None:
    processes = [start(ASK, paths.config) for _ in range(4)]
    for one in processes:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in processes:
        assert one.stdin is not None
        one.stdin.write("now\n")
        one.stdin.flush()
    told = outcomes(processes)
    assert [(code, complaints) for code, _, complaints in told] == [(0, "")] * 4
    assert {out.strip() for _, out, _ in told} == {this_device(paths, uids())}
    assert [one.name for one in paths.config.iterdir()] == ["device"]


def test_a_program_killed_while_it_makes_the_id_leaves_it_whole_or_not_there(tmp_path: Path) -> None:
    homes = [Paths.of({"WORKOUT_HOME": str(tmp_path / str(death))}) for death in (NEVER, 1, 2)]
    for one in homes:
        one.make()
    told = outcomes([start(MAKE, home.config, death) for death, home in enumerate(homes)])
    assert told == [(0, "2\n", ""), (0, f"{NEVER}\n", ""), (0, f"{NEVER}\n", "")]  # linked, and the first name gone
    for home, is_there in zip(homes[1:], (False, True), strict=True):
        left = [one.read_text().strip() for one in home.config.glob("device")]
        assert len(left) == is_there
        now = this_device(home, uids())
        assert left in ([], [now])
        assert this_device(home, Uids(FakeClock(), random.Random(4))) == now


def test_a_log_that_was_copied_to_a_new_laptop_finds_no_folder_and_makes_it(tmp_path: Path) -> None:
    paths = Paths(tmp_path, tmp_path / "not" / "there", tmp_path)
    made = this_device(paths, Uids(FakeClock(), random.Random(1)))
    assert this_device(paths, Uids(FakeClock(), random.Random(2))) == made
    assert paths.config.stat().st_mode & 0o077 == 0


def test_an_id_that_was_emptied_is_made_anew_and_one_that_cannot_be_read_is_told(paths: Paths) -> None:
    (paths.config / "device").touch()
    made = this_device(paths, uids())
    assert made == (paths.config / "device").read_text().strip() != ""
    (paths.config / "device").write_bytes(b"\xff")
    with pytest.raises(StoreUnavailable, match="device cannot be used"):
        this_device(paths, uids())
