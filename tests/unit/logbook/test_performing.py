"""Logging sets: places, retries, corrections, and two who log at once."""

from __future__ import annotations

import signal
from collections.abc import Callable

import pytest

from tests.processes import outcomes, start
from tests.support import Gym, done, kg, open_place
from workout_tui.errors import InvalidEntry, NotFound, StoreFull
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.lifters import first_lifter
from workout_tui.logbook.logbook import Logbook, NewSet, Place
from workout_tui.model.exercise import ExerciseSetting
from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import SetKind, Target
from workout_tui.model.session import PlanState, Session, SetValues
from workout_tui.store.connection import Store


def new(*uids: str, values: SetValues | None = None) -> list[NewSet]:
    return [NewSet(uid, values or done(100, 5)) for uid in uids]


def places(session: Session, block: int = 0) -> dict[str, int]:
    return {one.uid: one.n for one in session.exercises[block].performed}


class TestPlaces:
    def test_a_set_takes_its_planned_place(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        block = session.exercises[0]
        place = Place(block.uid, block.exercise.uid, block.planned[1].uid)
        after = gym.logbook.log_sets(session.slot, place, new("a"))
        assert places(after) == {"a": 2}
        planned = after.exercises[0].planned
        assert [one.state for one in planned] == [PlanState.OPEN, PlanState.DONE, PlanState.OPEN]
        assert planned[1].set_uid == "a"

    def test_several_take_the_next_open_places_then_free_ones(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        after = gym.logbook.log_sets(session.slot, open_place(session), new("a", "b", "c", "d", "e"))
        assert places(after) == {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}
        assert [row.planned is None for row in after.exercises[0].rows] == [False] * 3 + [True] * 2

    def test_warm_ups_of_one_line_leave_the_work_sets_open(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        gym.logbook.set_kind(session.exercises[0].planned[0].uid, SetKind.WARMUP)
        warm = done(60, 5, kind=SetKind.WARMUP)
        after = gym.logbook.log_sets(session.slot, open_place(session), new("a", "b", values=warm))
        assert places(after) == {"a": 1, "b": 2}
        assert [row.n for row in after.exercises[0].open_rows] == [3, 4]

    def test_one_more_set_leaves_the_plan_alone(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        block = session.exercises[0]
        after = gym.logbook.log_sets(session.slot, Place(block.uid, block.exercise.uid), new("a"))
        assert places(after) == {"a": 4}
        assert len(after.exercises[0].open_rows) == 3

    def test_a_place_that_is_taken_meanwhile_makes_way(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        stale = open_place(session)
        gym.logbook.log_sets(session.slot, stale, new("first"))
        after = gym.logbook.log_sets(session.slot, stale, new("second"))
        assert places(after) == {"first": 1, "second": 2}

    def test_a_skipped_place_is_not_taken(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        place = open_place(session)
        gym.logbook.skip(place.planned_uid or "")
        after = gym.logbook.log_sets(session.slot, place, new("a"))
        assert places(after) == {"a": 2}

    def test_drop_sets_stand_behind_the_set_they_drop_from(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        line = [
            NewSet("top", done(100, 8)),
            NewSet("drop", done(80, 6, SetKind.DROP)),
            NewSet("last", done(60, 10, SetKind.DROP)),
        ]
        after = gym.logbook.log_sets(session.slot, open_place(session), line)
        assert places(after) == {"top": 1, "drop": 2, "last": 3}
        assert [row.n for row in after.exercises[0].open_rows] == [4, 5]

    def test_a_planned_drop_set_is_taken_by_a_drop_set(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        gym.logbook.set_kind(session.exercises[0].planned[1].uid, SetKind.DROP)
        line = [NewSet("top", done(100, 8)), NewSet("drop", done(80, 6, SetKind.DROP))]
        after = gym.logbook.log_sets(session.slot, open_place(session), line)
        assert [row.planned is not None for row in after.exercises[0].rows] == [True] * 3

    def test_no_set_is_no_act(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        with pytest.raises(InvalidEntry):
            gym.logbook.log_sets(session.slot, open_place(session), [])
        assert gym.logbook.session(session.uid) == session

    def test_equal_sets_are_all_real(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()), count=3)
        assert session.done == 3

    def test_there_is_room_for_99(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()), count=99)
        assert session.done == 99
        bench, press = session.exercises
        session = gym.log(session, block=1)
        last = NewSet(bench.performed[-1].uid, bench.performed[-1].values)
        drop = NewSet("drop", done(80, 8, SetKind.DROP))
        ways: tuple[Callable[[], Session], ...] = (
            lambda: gym.log(session),
            lambda: gym.logbook.log_sets(session.slot, Place(bench.uid, bench.exercise.uid), [last, drop]),
            lambda: gym.logbook.add_set(bench.uid),
            lambda: gym.logbook.insert_sets(bench.uid, 1, [Target(kind=SetKind.WARMUP)]),
            lambda: gym.logbook.move_sets(press.uid, bench.exercise.uid),
        )
        for one_more in ways:
            with pytest.raises(InvalidEntry, match="room for 99 sets"):
                one_more()
        assert gym.logbook.session(session.uid) == session


class TestRetry:
    def test_the_same_uid_is_one_row(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        place = open_place(session)
        for _ in range(3):
            after = gym.logbook.log_sets(session.slot, place, new("a", "b"))
        assert places(after) == {"a": 1, "b": 2}

    def test_a_retry_with_other_values_corrects(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        place = open_place(session)
        gym.logbook.log_sets(session.slot, place, new("a"))
        gym.clock.pass_ms(5000)
        after = gym.logbook.log_sets(session.slot, place, new("a", values=done(102.5, 4)))
        (one,) = after.exercises[0].performed
        assert (one.values, one.at, one.n) == (done(102.5, 4), session.started_at, 1)

    def test_a_retry_that_changes_nothing_leaves_no_trace(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        place = open_place(session)
        before = gym.logbook.log_sets(session.slot, place, new("a"))
        traces = gym.store.value("SELECT count(*) FROM audit")
        assert gym.logbook.log_sets(session.slot, place, new("a")) == before
        assert gym.store.value("SELECT count(*) FROM audit") == traces
        assert gym.store.value("SELECT count(*) FROM act WHERE kind = 'log sets'") == 1

    def test_a_line_of_which_a_part_arrived_is_completed(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        place = open_place(session)
        gym.logbook.log_sets(session.slot, place, new("a"))
        after = gym.logbook.log_sets(session.slot, place, new("a", "b"))
        assert places(after) == {"a": 1, "b": 2}

    def test_a_refused_set_is_not_half_there(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        bad = [NewSet("good", done(100, 5)), NewSet("bad", SetValues(kg(100), 1000))]
        with pytest.raises(InvalidEntry):
            gym.logbook.log_sets(session.slot, open_place(session), bad)
        assert gym.logbook.session(session.uid) == session

    def test_after_a_full_disk_the_same_uid_is_one_row(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        pages = gym.store.value("PRAGMA page_count")
        gym.store.value(f"PRAGMA max_page_count = {pages}")
        accepted = _until_full(gym, session)
        gym.store.value("PRAGMA max_page_count = 1000000")
        assert gym.logbook.session(session.uid).done == accepted
        assert _log_long(gym, session, f"set {accepted}").done == accepted + 1


def _until_full(gym: Gym, session: Session) -> int:
    """How many sets were accepted until the disk was full."""
    for number in range(90):
        try:
            _log_long(gym, session, f"set {number}")
        except StoreFull:
            return number
    raise AssertionError("the disk was never full")


def _log_long(gym: Gym, session: Session, uid: str) -> Session:
    values = SetValues(kg(100), 5, note="x" * 3000)
    block = session.exercises[0]
    return gym.logbook.log_sets(session.slot, Place(block.uid, block.exercise.uid), [NewSet(uid, values)])


class TestTwoRecorders:
    def test_d3_two_windows_log_into_one_session(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        watch = gym.again()
        gym.logbook.log_sets(session.slot, open_place(session), new("laptop 1"))
        watch.log_sets(session.slot, open_place(session), new("watch 1"))
        stale = open_place(session, 1)
        gym.logbook.log_sets(session.slot, stale, new("laptop 2"))
        after = watch.log_sets(session.slot, stale, new("watch 2"))
        assert places(after) == {"laptop 1": 1, "watch 1": 2}
        assert places(after, 1) == {"laptop 2": 1, "watch 2": 2}

    def test_d3_a_set_both_of_them_send_is_one(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        place = open_place(session)
        gym.logbook.log_sets(session.slot, place, new("same"))
        after = gym.again().log_sets(session.slot, place, new("same"))
        assert places(after) == {"same": 1}


class TestKilled:
    CODE = """
import os, signal, sys
from pathlib import Path
from tests.support import START, FakeClock, make_gym, done
gym = make_gym(Path(sys.argv[1]))
session = gym.start(gym.push())
for _ in range(5):
    session = gym.log(session, done(100, 5))
    print(session.done, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""

    def test_l2_kill_9_after_an_accepted_set_and_the_set_is_there(self, gym: Gym) -> None:
        path = gym.path.with_name("killed.db")
        ((code, told, complaint),) = outcomes([start(self.CODE, path)])
        assert (code, complaint) == (-signal.SIGKILL, "")
        assert told.split() == ["1", "2", "3", "4", "5"]
        store = Store(path)
        lifter = first_lifter(store)
        assert lifter is not None
        session = Logbook(store, lifter.uid, clock=gym.clock, uids=gym.uids, metrics=Metrics()).active()
        store.close()
        assert session is not None
        assert session.done == 5


class TestCorrections:
    def test_edit_keeps_place_and_time(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()), count=2)
        (first, second) = session.exercises[0].performed
        gym.clock.pass_ms(60_000)
        after = gym.logbook.edit_set(first.uid, done(95, 6))
        assert after.exercises[0].performed[0].values == done(95, 6)
        assert (after.exercises[0].performed[0].at, after.exercises[0].performed[0].n) == (first.at, first.n)
        assert after.exercises[0].performed[1] == second
        assert after.revision > session.revision

    def test_remove_opens_the_planned_place_again(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()), count=2)
        first = session.exercises[0].performed[0]
        after = gym.logbook.remove_set(first.uid)
        assert [row.n for row in after.exercises[0].open_rows] == [1, 3]
        assert after.done == 1

    def test_a_removed_set_is_gone_for_another_edit(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        uid = session.exercises[0].performed[0].uid
        gym.logbook.remove_set(uid)
        with pytest.raises(NotFound):
            gym.logbook.edit_set(uid, done(1, 1))

    def test_loads_stay_as_typed(self, gym: Gym) -> None:
        typed = SetValues(Load(233_125, Unit.LB), 5)
        session = gym.log(gym.start(gym.push()), typed)
        assert gym.again().session(session.uid).exercises[0].performed[0].values == typed

    def test_moving_sets_to_an_exercise_of_the_session(self, gym: Gym) -> None:
        session = gym.log(gym.log(gym.start(gym.push()), count=2), block=1)
        press = session.exercises[1].exercise
        after = gym.logbook.move_sets(session.exercises[0].uid, press.uid)
        assert after.exercises[0].performed == ()
        assert len(after.exercises[0].open_rows) == 3
        assert len(after.exercises[1].performed) == 3
        assert {one.uid for one in session.exercises[0].performed} <= set(places(after, 1))

    def test_moving_sets_to_an_exercise_that_is_not_there_yet(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()), count=2)
        incline = gym.exercise("Incline Press")
        gym.logbook.set_exercise_setting(incline.uid, ExerciseSetting(rest_s=150))
        after = gym.logbook.move_sets(session.exercises[0].uid, incline.uid)
        assert after.exercises[1].rest_s == 150
        assert [block.exercise.name for block in after.exercises] == ["Bench Press", "Incline Press", "Overhead Press"]
        assert [len(block.performed) for block in after.exercises] == [0, 2, 0]


class TestRestTimer:
    def test_it_survives_but_is_no_act(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        acts = gym.store.value("SELECT count(*) FROM act")
        gym.logbook.rest(session.uid, gym.clock.now() + 180_000, 180)
        after = gym.again().session(session.uid)
        assert (after.rest_ends_at, after.rest_s) == (gym.clock.now() + 180_000, 180)
        assert after.revision == session.revision
        assert gym.store.value("SELECT count(*) FROM act") == acts

    def test_stopping_it(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        gym.logbook.rest(session.uid, gym.clock.now() + 180_000, 180)
        gym.logbook.rest(session.uid, None, None)
        assert gym.logbook.session(session.uid).rest_ends_at is None

    def test_finishing_stops_it(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        gym.logbook.rest(session.uid, gym.clock.now() + 180_000, 180)
        assert gym.logbook.finish(session.uid).rest_ends_at is None
