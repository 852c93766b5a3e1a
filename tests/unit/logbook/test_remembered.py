"""Bests and recent records are remembered, and never a moment too long."""

from __future__ import annotations

from tests.support import HOUR, MINUTE, Gym, amend, done
from workout_tui.model.bests import Bests


def heaviest(bests: Bests) -> float | None:
    return bests.weight.value if bests.weight else None


def test_a_new_session_an_edit_and_a_removal_are_seen_at_once(gym: Gym) -> None:
    push = gym.push()
    bench = push.exercises[0].exercise.uid
    assert heaviest(gym.logbook.bests(bench)) is None
    gym.trained(push, done(100, 5))
    assert heaviest(gym.logbook.bests(bench)) == 100
    second = gym.trained(push, done(105, 5))
    assert heaviest(gym.logbook.bests(bench)) == 105
    one = second.exercises[0].performed[0]
    gym.logbook.edit_set(one.uid, done(110, 5))
    assert heaviest(gym.logbook.bests(bench)) == 110
    gym.logbook.remove_set(one.uid)
    assert heaviest(gym.logbook.bests(bench)) == 100


def test_what_another_program_writes_is_seen(gym: Gym) -> None:
    push = gym.push()
    bench = push.exercises[0].exercise.uid
    session = gym.trained(push, done(100, 5))
    assert heaviest(gym.logbook.bests(bench)) == 100
    gym.again().edit_set(session.exercises[0].performed[0].uid, done(120, 5))
    assert heaviest(gym.logbook.bests(bench)) == 120


def test_what_was_looked_up_before_a_session_began_is_at_hand_in_it(gym: Gym) -> None:
    push = gym.push()
    bench = push.exercises[0].exercise.uid
    gym.trained(push, done(100, 5))
    gym.clock.pass_ms(HOUR)
    looked_up = gym.logbook.bests(bench)
    session = gym.start(push)
    assert gym.logbook.bests(bench, before=session.uid) is looked_up
    gym.logbook.finish(gym.log(session, done(110, 5)).uid)
    assert gym.logbook.bests(bench, before=session.uid) == looked_up
    assert heaviest(gym.logbook.bests(bench)) == 110


def test_a_running_session_moved_back_in_time_has_less_to_beat(gym: Gym) -> None:
    push = gym.push()
    bench = push.exercises[0].exercise.uid
    gym.trained(push, done(100, 5))
    gym.clock.pass_ms(HOUR)
    running = gym.start(push)
    assert heaviest(gym.logbook.bests(bench, before=running.uid)) == 100
    amend(gym.logbook, running.uid, started_at=running.started_at - 5 * HOUR, ended_at=None)
    assert heaviest(gym.logbook.bests(bench, before=running.uid)) is None


def test_looked_for_exercise_by_exercise_the_records_are_the_same(gym: Gym) -> None:
    push = gym.push()
    for load in (100, 105, 110):
        session = gym.start(push)
        session = gym.log(session, done(load, 5))
        session = gym.log(session, done(load / 2, 5), block=1)
        gym.clock.pass_ms(30 * MINUTE)
        gym.logbook.finish(session.uid)
    looked = 1
    while gym.logbook.look_for_records():
        looked += 1
    assert looked == 2, "one look for each exercise"
    assert len(gym.logbook.home().records) == 4
    assert gym.logbook.home() == gym.again().home()
