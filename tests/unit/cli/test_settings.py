"""``workout settings``: the same words as on the screen, and the same refusals."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support import Gym
from tests.unit.cli.conftest import RUN
from workout_tui import config
from workout_tui.logbook.preferences import NAMES
from workout_tui.ui.settings.machine import MACHINE


def value(run: RUN, name: str) -> str:
    ran = run("settings", name, "--json")
    assert ran.code == 0, ran.err
    (one,) = json.loads(ran.out)
    return str(one["value"])


def test_all_are_listed_with_what_they_can_be(gym: Gym, run: RUN) -> None:
    listed = json.loads(run("settings", "--json").out)
    assert [one["setting"] for one in listed] == [*NAMES, *(one.name for one in MACHINE)]
    assert all(one["value"] and one["can be"] for one in listed)
    assert "rest" in run("settings").out


def test_before_there_is_a_log_there_is_the_machine(home: Path, run: RUN) -> None:
    assert [one["setting"] for one in json.loads(run("settings", "--json").out)] == [one.name for one in MACHINE]
    refused = run("settings", "rest", "3:00")
    assert (refused.code, "There is no setting “rest”" in refused.err) == (1, True)


def test_a_lifters_setting_is_changed_beside_an_open_window(gym: Gym, run: RUN) -> None:
    assert "3:00" in run("settings", "rest", "3:00").out
    assert gym.logbook.lifter.rest_s == 180
    assert value(run, "rest") == "3:00"
    gym.logbook.undo_setting()
    assert value(run, "rest") == "2:00"
    assert run("settings", "plates-kg", "25x2 20").code == 0
    assert value(run, "plates_kg") == "25×2 20×1"


def test_the_machines_settings_keep_the_users_comments(gym: Gym, run: RUN) -> None:
    file = gym.path.parent / "workout.toml"
    file.write_text('# by day\ntheme = "chalk"\n')
    assert run("settings", "theme", "ember").code == 0
    assert run("settings", "big-numbers", "off").code == 0
    assert file.read_text() == '# by day\ntheme = "ember"\nbig_numbers = false\n'


def test_a_command_is_given_another_key_and_its_own_again(gym: Gym, run: RUN) -> None:
    file = gym.path.parent / "workout.toml"
    assert value(run, "log.undo") == "u"
    assert run("settings", "log.undo", "z").code == 0
    assert config.load(file).keys == {"log.undo": "z"}
    assert json.loads(run("settings", "--json").out)[-1]["setting"] == "log.undo"
    assert run("settings", "log.undo", "").code == 0
    assert config.load(file).keys == {}
    run("settings", "log.undo", "z")
    assert run("settings", "log.undo", "u").code == 0
    assert config.load(file).keys == {}


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("rest", "soon", "3:00, 90s or 2min"),
        ("resst", "3:00", "Did you mean “rest”"),
        ("theme", "neon", "iron, chalk, ember"),
        ("unshifted_digits", "abc", "Ten different characters"),
        ("log.undo", "s", "wanted by log.undo and by log.skip"),
        ("log.undo", "5", "“5” begins a line"),
        ("log.undo", "ctrl+p", "command palette"),
        ("log.undoo", "z", "Did you mean “log.undo”"),
    ],
)
def test_what_cannot_be_is_refused(gym: Gym, run: RUN, name: str, typed: str, words: str) -> None:
    ran = run("settings", name, typed)
    assert (ran.code, ran.out) == (1, "")
    assert words in ran.err
    assert not (gym.path.parent / "workout.toml").exists()


def test_a_key_of_a_command_that_is_no_more_is_taken_out(gym: Gym, run: RUN) -> None:
    file = gym.path.parent / "workout.toml"
    file.write_text('[keys]\n"log.gone" = "z"  # once\n')
    refused = run("settings", "log.undo", "y")
    assert (refused.code, "workout settings log.gone" in refused.err) == (1, True)
    assert run("settings", "log.gone", "").out == "It is taken out.\n"
    assert config.load(file).keys == {}
