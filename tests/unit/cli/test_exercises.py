"""“workout exercises”: the library, and what can be done with one exercise or two."""

from __future__ import annotations

import json

import pytest

from tests.support import Gym, done
from tests.unit.cli.conftest import RUN
from workout_tui.cli import questions


@pytest.fixture
def trained(gym: Gym) -> Gym:
    """Bench Press done once, Flat Bench never."""
    gym.trained(gym.push(), done(100, 5))
    gym.exercise("Flat Bench")
    return gym


def test_one_is_shown_with_all_that_is_settled(trained: Gym, run: RUN) -> None:
    assert run("exercises", "set", "bench press", "load_of", "each").out.strip().endswith("each dumbbell or side")
    told = {row["field"]: row["value"] for row in json.loads(run("exercises", "show", "bench press", "--json").out)}
    assert (told["load_of"], told["sets"], told["templates"]) == ("each dumbbell or side", "1", "1")


def test_another_name(trained: Gym, run: RUN) -> None:
    ran = run("exercises", "rename", "bench press", "Paused Bench")
    assert ran.out == "Bench Press is Paused Bench now; 1 workout will go to a connected sheet again.\n"
    assert "Paused Bench" in run("exercises").out
    assert run("exercises", "undo").out == "Taken back: exercise name.\n"


def test_a_merge_asks_first(trained: Gym, run: RUN, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = run("exercises", "merge", "bench press", "flat bench")
    assert refused.code == 1
    assert "Bench Press (1 workout, 1 set, in 1 template) will be of Flat Bench" in refused.err
    monkeypatch.setattr(questions, "can_ask", lambda: True)
    assert run("exercises", "merge", "bench press", "flat bench", stdin="n\n").out == "They stay apart.\n"
    assert "Flat Bench is Bench Press too" in run("exercises", "merge", "bench press", "flat bench", stdin="y\n").out
    assert run("history", "bench press", "--json").out.count("date") == 1
    assert run("exercises", "undo").code == 0
    assert run("exercises", "merge", "bench press", "flat bench", "--yes").code == 0


def test_put_away_and_taken_out_again(trained: Gym, run: RUN) -> None:
    assert "offered no more" in run("exercises", "archive", "flat bench").out
    assert "Flat Bench" not in run("exercises").out
    assert run("exercises", "archive", "flat bench").code == 1
    assert "offered again" in run("exercises", "restore", "flat bench").out
    assert "Flat Bench" in run("exercises").out


@pytest.mark.parametrize(
    "arguments",
    [["rename", "Bench Press"], ["merge"], ["show"], ["undo", "it"], ["set", "Bench Press", "step", "heavy"],
     ["set", "Bench Press", "colour", "red"], ["rename", "Bench Press", "Flat Bench"], ["undo"],
     ["rename", "bench press", "Bench Press "]],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_what_can(gym: Gym, run: RUN, arguments: list[str]) -> None:
    gym.exercise("Bench Press")
    gym.exercise("Flat Bench")
    ran = run("exercises", *arguments)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err
