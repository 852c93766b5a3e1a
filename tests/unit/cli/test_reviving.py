"""reopen and undiscard: nothing that was ended or put aside is out of reach."""

import json

import pytest

from tests.support import DAY, Gym, done
from tests.unit.cli.conftest import RUN
from workout_tui.model.session import Status


def test_the_workout_finished_last_goes_on_and_takes_sets(gym: Gym, run: RUN) -> None:
    finished = gym.trained(gym.push(), done(100, 5))
    assert run("reopen").out.startswith("Push A · open")
    assert run("log", "110x5").code == 0
    session = gym.logbook.active()
    assert session is not None
    assert session.uid == finished.uid
    assert session.done == 2


def test_the_newest_that_was_put_aside_counts_again(gym: Gym, run: RUN) -> None:
    push = gym.push()
    older = gym.trained(push, done(100, 5))
    gym.logbook.discard(older.uid)
    gym.clock.pass_ms(DAY)
    newer = gym.trained(push, done(105, 5))
    gym.logbook.discard(newer.uid)
    assert json.loads(run("undiscard", "--json").out)["session_uid"] == newer.uid
    assert [one.uid for one in gym.logbook.past_page(discarded=True)] == [older.uid]
    assert run("undiscard").code == 0
    assert gym.logbook.past_page(discarded=True) == ()


def test_one_that_was_open_when_it_was_put_aside_is_open_again(gym: Gym, run: RUN) -> None:
    gym.push()
    run("start")
    run("log", "100x5")
    run("discard", "--sure")
    assert run("undiscard").out.startswith("Push A · open")
    assert run("log", "100x5").code == 0


def test_a_name_or_a_day_says_which(gym: Gym, run: RUN) -> None:
    push, legs = gym.push(), gym.template("Legs", gym.planned("Squat"))
    first = gym.trained(push, done(100, 5))
    gym.clock.pass_ms(DAY)
    second = gym.trained(push, done(105, 5))
    gym.clock.pass_ms(DAY)
    gym.trained(legs, done(140, 5))
    assert json.loads(run("reopen", "pus", "--json").out)["session_uid"] == second.uid
    assert gym.logbook.finish(second.uid).status is Status.COMPLETED
    for day in (first.day.isoformat(), f"{first.day:%d %b %Y}"):
        assert json.loads(run("reopen", day, "--json").out)["session_uid"] == first.uid
        gym.logbook.finish(first.uid)


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("reopen",), "No workout was finished yet."),
        (("undiscard",), "No workout was put aside."),
    ],
)
def test_where_there_is_none_it_says_so(gym: Gym, run: RUN, command: tuple[str, ...], says: str) -> None:
    ran = run(*command)
    assert (ran.code, ran.out) == (1, "")
    assert says in ran.err


def test_what_does_not_fit_is_refused_in_words(gym: Gym, run: RUN) -> None:
    gym.trained(gym.push(), done(100, 5))
    ran = run("reopen", "Legs")
    assert ran.code == 1
    assert "There is no finished workout “Legs”. “workout history” shows what there is." in ran.err
    gym.clock.pass_ms(DAY)
    gym.start()
    ran = run("reopen")
    assert ran.code == 1
    assert "is still open" in ran.err
