"""What is planned changes while it is done, and stands in the database at once."""

from __future__ import annotations

import pytest

from tests.support import Gym, done, kg
from workout_tui.errors import InvalidEntry, NotFound
from workout_tui.model.plan import SetKind, Target
from workout_tui.model.session import PlanState, Session


def states(session: Session, block: int = 0) -> list[PlanState]:
    return [one.state for one in session.exercises[block].planned]


def names(session: Session) -> list[str]:
    return [block.exercise.name for block in session.exercises]


class TestSkipping:
    def test_a_set_and_back(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        uid = session.exercises[0].planned[1].uid
        assert states(gym.logbook.skip(uid)) == [PlanState.OPEN, PlanState.SKIPPED, PlanState.OPEN]
        assert states(gym.logbook.unskip(uid)) == [PlanState.OPEN] * 3

    def test_what_is_done_stays_done(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        after = gym.logbook.skip(session.exercises[0].planned[0].uid)
        assert after == session

    def test_an_exercise_and_back(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        block = session.exercises[0].uid
        assert states(gym.logbook.skip_exercise(block)) == [PlanState.DONE, PlanState.SKIPPED, PlanState.SKIPPED]
        assert states(gym.logbook.unskip_exercise(block)) == [PlanState.DONE, PlanState.OPEN, PlanState.OPEN]


class TestSets:
    def test_one_more(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()), count=4)
        after = gym.logbook.add_set(session.exercises[0].uid, SetKind.DROP)
        last = after.exercises[0].planned[-1]
        assert (last.n, last.target) == (5, Target(kind=SetKind.DROP))

    def test_warm_ups_before_the_first(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        warm_ups = [Target(10, 10, kg(20), kind=SetKind.WARMUP), Target(5, 5, kg(60), kind=SetKind.WARMUP)]
        after = gym.logbook.insert_sets(session.exercises[0].uid, 1, warm_ups)
        rows = after.exercises[0].rows
        assert [row.n for row in rows] == [1, 2, 3, 4, 5]
        assert [row.performed is not None for row in rows] == [False, False, True, False, False]

    def test_a_warm_up_mark(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        uid = session.exercises[0].planned[0].uid
        assert gym.logbook.set_kind(uid, SetKind.WARMUP).exercises[0].planned[0].target.kind is SetKind.WARMUP

    def test_taking_out_one_that_is_not_done(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        done_one, open_one, _ = session.exercises[0].planned
        assert len(gym.logbook.remove_planned(open_one.uid).exercises[0].planned) == 2
        with pytest.raises(InvalidEntry):
            gym.logbook.remove_planned(done_one.uid)


class TestExercises:
    def test_added_after_another(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        dips = gym.exercise("Dips")
        assert names(gym.logbook.add_exercise(session.uid, dips.uid, session.exercises[0].uid)) == [
            "Bench Press",
            "Dips",
            "Overhead Press",
        ]
        assert names(gym.logbook.add_exercise(session.uid, dips.uid))[-1] == "Dips"

    def test_taken_out_unless_something_was_done(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        bench, press = session.exercises
        assert names(gym.logbook.remove_exercise(press.uid)) == ["Bench Press"]
        with pytest.raises(InvalidEntry):
            gym.logbook.remove_exercise(bench.uid)

    def test_reorder(self, gym: Gym) -> None:
        template = gym.template("A", *[gym.planned(name) for name in "abcd"])
        session = gym.start(template)
        uids = {block.exercise.name: block.uid for block in session.exercises}
        assert names(gym.logbook.reorder(session.uid, [uids[name] for name in "dbac"])) == list("dbac")
        assert names(gym.again().session(session.uid)) == list("dbac")

    def test_reorder_keeps_what_is_not_named(self, gym: Gym) -> None:
        session = gym.start(gym.template("A", *[gym.planned(name) for name in "abcd"]))
        assert names(gym.logbook.reorder(session.uid, [session.exercises[2].uid])) == list("cabd")

    def test_a_block_of_another_session_has_no_place_here(self, gym: Gym) -> None:
        old = gym.trained(gym.push(), done(100, 5)).exercises[0]
        session = gym.start(gym.push())
        with pytest.raises(NotFound):
            gym.logbook.add_exercise(session.uid, old.exercise.uid, old.uid)
        with pytest.raises(NotFound):
            gym.logbook.reorder(session.uid, [old.uid])
        with pytest.raises(NotFound):
            gym.logbook.set_superset(session.uid, {old.uid: "A"})
        assert gym.logbook.session(session.uid) == session

    def test_supersets(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        letters = {block.uid: "A" for block in session.exercises}
        after = gym.logbook.set_superset(session.uid, letters)
        assert [block.superset for block in after.exercises] == ["A", "A"]


class TestSwap:
    def test_of_what_is_open(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        after = gym.logbook.swap_exercise(session.exercises[0].uid, gym.exercise("Dumbbell Press").uid)
        assert names(after) == ["Bench Press", "Dumbbell Press", "Overhead Press"]
        assert [len(block.planned) for block in after.exercises] == [1, 2, 3]
        assert after.exercises[0].performed == session.exercises[0].performed
        assert after.exercises[1].planned[0].target == Target(5, 5)

    def test_of_everything(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        after = gym.logbook.swap_exercise(session.exercises[0].uid, gym.exercise("Dumbbell Press").uid, everything=True)
        assert names(after) == ["Dumbbell Press", "Overhead Press"]
        assert after.exercises[0].performed == session.exercises[0].performed

    def test_before_anything_was_done(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        after = gym.logbook.swap_exercise(session.exercises[0].uid, gym.exercise("Dumbbell Press").uid)
        assert names(after) == ["Dumbbell Press", "Overhead Press"]
        assert [one.target for one in after.exercises[0].planned] == [Target(5, 5)] * 3
