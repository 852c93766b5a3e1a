"""``workout pull`` over real HTTP: a new laptop, a table of one's own, and the words for each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import START, FakeClock, Gym, done, make_gym
from tests.sync import here
from tests.unit.cli.conftest import RUN, gym, home, run
from workout_tui.loopback.hands import Hands
from workout_tui.loopback.server import Server
from workout_tui.paths import Paths
from workout_tui.sync import sending

__all__ = ["gym", "home", "run"]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(sending, "_PACE_S", 0.0)
    with here.server() as one:
        monkeypatch.setenv("WORKOUT_SHEET_API", one.url)
        yield one


@pytest.fixture
def sent(gym: Gym, run: RUN, server: Server, tmp_path: Path) -> list[str]:
    """Two workouts in the sheet; the arguments that connect another laptop to it."""
    push = gym.push()
    gym.trained(push, done(100, 5), done(102.5, 4))
    gym.trained(push, done(105, 5))
    file = tmp_path / "key.json"
    file.write_text(here.key_text(server))
    connect = ["connect", "--key", str(file), "--spreadsheet", here.BOOK, "--yes"]
    assert run(*connect).code == run("sync").code == 0
    return connect


def to_a_new_laptop(run: RUN, connect: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "new laptop"
    monkeypatch.setenv("WORKOUT_HOME", str(folder))
    Paths.of().make()
    make_gym(Paths.of().database, clock=FakeClock(START + 1)).close()
    assert run(*connect).code == 0


def test_a_new_laptop_gets_everything_and_sends_nothing_again(
    sent: list[str], run: RUN, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run("export").out
    to_a_new_laptop(run, sent, tmp_path, monkeypatch)
    looked = run("pull", "--dry-run")
    assert looked.out.startswith("“Training log”: 2 workouts this log has not, with 3 sets\n")
    assert run("export").out.count("\n") == 1
    refused = run("pull")
    assert (refused.code, refused.err) == (
        1,
        "workout: Nothing was taken: that wants a yes. Add --yes, or --dry-run to look only.\n",
    )
    taken = run("pull", "--yes")
    assert (taken.code, taken.out.splitlines()[-2]) == (0, "Taken.")
    assert [line.split(",")[3:] for line in run("export").out.splitlines()] == [
        line.split(",")[3:] for line in before.splitlines()
    ]
    rows = here.rows(server)
    synced = json.loads(run("sync", "--json").out)
    assert here.rows(server) == rows, synced
    assert run("verify").code == 0
    assert run("pull").out == "“Training log”: 0 workouts this log has not, with 0 sets\n"


def test_a_tab_of_ones_own_comes_as_an_import(sent: list[str], run: RUN, server: Server) -> None:
    hands = Hands(server.service.api, here.BOOK)
    hands.add_tab("2019")
    table: list[list[object]] = [
        ["reps", "lift", "date", "weight"],
        [5, "Bench Press", 43_500, 80],
        ["five", "Bench Press", 43_500, 80],
    ]
    for row, line in enumerate(table):
        for column, value in enumerate(line):
            hands.edit("2019", row, column, value)
    assert "kg or lb" in run("pull", "--tab", "2019").err
    trial = run("pull", "--tab", "2019", "--unit", "kg", "--dry-run")
    assert trial.out == "2019: 1 set in 1 workout could be read\n  row 2: the reps “five” is no number\n"
    brought = run("pull", "--tab", "2019", "--unit", "kg", "--yes")
    assert "1 set added, in 1 new workout" in brought.out
    assert "2019-02-04" in run("export").out
    assert "0 sets added" in run("pull", "--tab", "2019", "--unit", "kg", "--yes").out
    assert "no tab “1999” of yours" in run("pull", "--tab", "1999").err
    assert run("pull", "--by-hand").out == "No row was typed by hand.\n"
