"""Past workouts on the command line: one in full, and what happened to it."""

import json

import pytest

from tests.support import DAY, HOUR, Gym, done
from tests.unit.cli.conftest import RUN
from workout_tui.model.session import Session


@pytest.fixture
def yesterday(gym: Gym) -> Session:
    gym.clock.at -= DAY
    session = gym.log(gym.start(gym.push()), count=2)
    gym.clock.pass_ms(HOUR)
    session = gym.logbook.finish(session.uid)
    gym.clock.pass_ms(DAY - HOUR)
    return session


@pytest.mark.parametrize("which", ["last", "yesterday", "day", "uid"])
def test_a_workout_in_full(run: RUN, yesterday: Session, which: str) -> None:
    name = {"day": yesterday.day.isoformat(), "uid": yesterday.uid}.get(which, which)
    shown = run("history", name)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith(yesterday.day.isoformat())
    assert "Push A · finished · 60 min · 2/6 sets" in shown.out
    assert "2/3  Bench Press  2 sets of 100 kg × 5" in shown.out
    told = json.loads(run("history", name, "--json").out)
    assert (told["session_uid"], told["done"]) == (yesterday.uid, 2)


def test_an_exercise_is_still_an_exercise(run: RUN, yesterday: Session) -> None:
    assert "2 sets of 100 kg × 5" in run("history", "bench").out


def test_a_day_without_a_workout_and_one_with_two(gym: Gym, run: RUN, yesterday: Session) -> None:
    refused = run("history", "2001-02-03")
    assert (refused.code, refused.out) == (1, "")
    assert "No workout was finished on 2001-02-03." in refused.err
    again = gym.logbook.add_past(
        None, session_uid="second-one", started_at=yesterday.started_at + 1, ended_at=yesterday.started_at + 2
    )
    refused = run("history", yesterday.day.isoformat())
    assert "There were 2" in refused.err
    assert again.uid in refused.err
    assert run("history", again.uid).code == 0


def test_what_happened_to_it(gym: Gym, run: RUN, yesterday: Session) -> None:
    first = yesterday.exercises[0].performed[0].uid
    gym.logbook.edit_set(first, done(102.5, 5))
    gym.logbook.undo(yesterday.uid)
    lines = run("trail", "yesterday").out.splitlines()
    assert [line[18:].split("  ")[0] for line in lines[2:]] == [
        "began, 2 exercises, 6 sets planned",
        "logged Bench Press 2 sets of 100 kg × 5",
        "finished",
        "changed Bench Press 100 kg × 5 → 102.5 kg × 5",
        "undone: changed Bench Press 100 kg × 5 → 102.5 kg × 5",
    ]
    told = json.loads(run("trail", "--json").out)
    assert [one["undone"] for one in told] == ["", "", "", "undone", ""]


def test_a_trail_of_nothing(gym: Gym, run: RUN) -> None:
    assert "No workout was finished yet." in run("trail").err
    assert "“soon” is no day" in run("trail", "soon").err
