"""“workout progress”: a chart in a plain terminal, and its points as JSON."""

from __future__ import annotations

import json

import pytest

from tests.support import DAY, Gym, done, kg
from tests.unit.cli.conftest import RUN
from workout_tui.cli.progress import METRICS, SPANS
from workout_tui.model.exercise import Measure
from workout_tui.model.load import Distance, DistanceUnit
from workout_tui.model.session import SetValues
from workout_tui.model.span import Span
from workout_tui.model.trend import Metric


@pytest.fixture
def trained(gym: Gym) -> Gym:
    """Bench Press once a week, heavier each time."""
    template = gym.push()
    gym.clock.pass_ms(-29 * DAY)
    for load in (100, 102.5, 105, 107.5):
        gym.trained(template, done(load, 5), done(load, 4))
        gym.clock.pass_ms(7 * DAY)
    return gym


def test_what_can_be_asked_is_what_there_is() -> None:
    assert tuple(Metric) == METRICS
    assert tuple(Span) == SPANS


def test_the_chart_fits_the_terminal(trained: Gym, run: RUN, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    ran = run("progress", "bench", "--range", "3m")
    lines = ran.out.splitlines()
    assert ran.code == 0
    assert lines[0].startswith("Bench Press · e1RM · 125 kg · ▲ 9 kg in 3 months")
    assert max(map(len, lines)) <= 72
    assert "★" in ran.out
    assert "█" in ran.out
    assert "5 reps   107.5 kg" in ran.out


def test_a_terminal_without_blocks_gets_ascii(trained: Gym, run: RUN, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    assert run("progress", "bench", "--metric", "top").out.isascii()


def test_the_points_as_json(trained: Gym, run: RUN) -> None:
    told = json.loads(run("progress", "bench", "--metric", "top", "--json").out)
    assert (told["exercise"], told["metric"], told["unit"], told["formula"]) == ("Bench Press", "top", "kg", None)
    assert [point["value"] for point in told["points"]] == [100, 102.5, 105, 107.5]
    assert [point.get("was") for point in told["points"]] == [None, 100, 102.5, 105]
    assert json.loads(run("progress", "bench", "--json").out)["formula"] == "Epley"


def test_reps_at_a_load(trained: Gym, run: RUN) -> None:
    told = json.loads(run("progress", "bench", "--metric", "reps", "--at", "105", "--json").out)
    assert told["at"] == "105 kg"
    assert [point["value"] for point in told["points"]] == [5, 5]
    refused = run("progress", "bench", "--metric", "reps", "--at", "heavy")
    assert (refused.code, "isn't a number" in refused.err) == (1, True)


def test_a_pace_is_printed_as_it_is_run(gym: Gym, run: RUN) -> None:
    running = gym.exercise("Run", Measure.DISTANCE)
    gym.clock.pass_ms(-15 * DAY)
    for seconds in (1500, 1470):
        session = gym.logbook.add_exercise(gym.start().uid, running.uid)
        session = gym.log(session, SetValues(distance=Distance(5000, DistanceUnit.KM), seconds=seconds))
        gym.logbook.finish(session.uid)
        gym.clock.pass_ms(7 * DAY)
    assert (
        "Run · pace over 5 km · 4:54 /km · ▲ 0:06 /km faster in a year"
        in run("progress", "run", "--metric", "pace").out
    )
    told = json.loads(run("progress", "run", "--metric", "pace", "--json").out)
    assert (told["unit"], told["over"]) == ("s/km", "5 km")
    assert [(point["value"], point.get("was")) for point in told["points"]] == [(300, None), (294, 300)]


def test_one_session_is_said_to_be_none_too_many(gym: Gym, run: RUN) -> None:
    gym.trained(gym.push(), done(100, 5))
    assert "Two sessions of Bench Press make a line. One so far." in run("progress", "bench").out
    assert json.loads(run("progress", "bench", "--json").out)["points"]


def test_a_metric_that_says_nothing_is_refused_with_those_that_do(gym: Gym, run: RUN) -> None:
    gym.exercise("Plank", Measure.TIME)
    ran = run("progress", "plank", "--metric", "e1rm")
    assert ran.code == 1
    assert "longest, total" in ran.err
    assert run("progress", "plank").code == 0


def test_a_loaded_carry_can_be_told_by_its_load(gym: Gym, run: RUN) -> None:
    carry = gym.exercise("Farmer’s Hold", Measure.TIME)
    session = gym.logbook.add_exercise(gym.start().uid, carry.uid)
    session = gym.log(session, SetValues(kg(40), seconds=30))
    gym.logbook.finish(session.uid)
    assert json.loads(run("progress", "farmer", "--metric", "top", "--json").out)["points"][0]["value"] == 40
