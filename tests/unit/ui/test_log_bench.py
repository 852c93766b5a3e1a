"""The bench on a real log, without a screen: what is written once stays written once, whatever answers get lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import DAY, MINUTE, Gym, done, kg, make_gym
from workout_tui.errors import StoreFull
from workout_tui.logbook.logbook import Logbook
from workout_tui.model.plan import SetKind, Target, TemplateExercise
from workout_tui.ui.log import acts
from workout_tui.ui.log.bench import Bench
from workout_tui.ui.log.course import Cursor
from workout_tui.ui.log.hint import Bar
from workout_tui.ui.log.identity import NextUids
from workout_tui.ui.log.rest import Rest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from workout_tui.logbook.performing import NewSet, Place
    from workout_tui.model.session import Session, SetValues, Slot


@pytest.fixture
def gym(tmp_path: Path) -> Iterator[Gym]:
    made = make_gym(tmp_path / "workout.db")
    yield made
    made.close()


def bench_of(gym: Gym, logbook: Logbook | None = None, session: Session | None = None) -> Bench:
    running = session or gym.start(gym.push())
    return Bench(logbook or gym.logbook, running.uid, gym.clock, gym.uids)


def enter(gym: Gym, bench: Bench, text: str = "") -> None:
    gym.clock.pass_ms(10_000)
    bench.type(text)
    bench.enter()


def performed(gym: Gym, bench: Bench, block: int = 0) -> list[SetValues]:
    session = gym.logbook.session(bench.session.uid)
    return [one.values for one in session.exercises[block].performed]


class LosesAnswers(Logbook):
    """Writes, and then the answer is lost, as often as it is told to."""

    lose = 0

    def log_sets(self, slot: Slot, place: Place, sets: Sequence[NewSet]) -> Session:
        session = super().log_sets(slot, place, sets)
        if self.lose:
            self.lose -= 1
            raise StoreFull("The disk is full.", "Make room.")
        return session


def test_a_set_whose_answer_was_lost_is_not_written_twice(gym: Gym) -> None:
    logbook = LosesAnswers(gym.store, gym.logbook.lifter.uid, clock=gym.clock, uids=gym.uids, metrics=gym.metrics)
    bench = bench_of(gym, logbook)
    logbook.lose = 2
    enter(gym, bench, "x5x2")
    assert bench.said is not None
    assert bench.said.bar is Bar.BAD
    assert bench.text == "x5x2"
    gym.clock.pass_ms(1000)
    bench.enter()
    gym.clock.pass_ms(1000)
    bench.enter()
    assert bench.text == ""
    assert performed(gym, bench) == [done(100, 5)] * 2


def test_a_line_that_was_changed_after_its_answer_was_lost_corrects_the_set(gym: Gym) -> None:
    logbook = LosesAnswers(gym.store, gym.logbook.lifter.uid, clock=gym.clock, uids=gym.uids, metrics=gym.metrics)
    bench = bench_of(gym, logbook)
    logbook.lose = 1
    enter(gym, bench, "x5")
    enter(gym, bench, "x4")
    assert performed(gym, bench) == [done(100, 4)]


def test_what_was_typed_belongs_to_the_place_it_is_logged_at(gym: Gym) -> None:
    bench = bench_of(gym)
    bench.type("x4")
    bench.to_exercise(1)
    enter(gym, bench, "x4")
    assert performed(gym, bench, 1) == [done(100, 4)]


def test_a_rest_that_cannot_be_kept_runs_all_the_same(gym: Gym) -> None:
    bench = bench_of(gym)
    gym.store.run("PRAGMA query_only = 1")
    bench.toggle_rest()
    gym.store.run("PRAGMA query_only = 0")
    assert bench.timer.rest == Rest(120, 120)
    assert bench.said is not None
    assert "would not survive" in bench.said.words


def test_a_lifter_who_starts_rests_by_hand_is_left_alone(gym: Gym) -> None:
    from dataclasses import replace

    gym.logbook.change_lifter(replace(gym.logbook.lifter, rest_auto=False))
    bench = bench_of(gym)
    enter(gym, bench)
    assert bench.timer.rest is None


def test_a_command_that_fails_says_so_and_changes_nothing(gym: Gym) -> None:
    bench = bench_of(gym)
    before = bench.session
    gym.store.run("PRAGMA query_only = 1")
    bench.do(acts.add_set)
    gym.store.run("PRAGMA query_only = 0")
    assert bench.session == before
    assert bench.said is not None
    assert bench.said.words.startswith("not saved:")


def test_when_the_past_cannot_be_read_sets_are_logged_all_the_same(gym: Gym, monkeypatch: pytest.MonkeyPatch) -> None:
    bench = bench_of(gym)

    def unreadable(*_: object, **__: object) -> None:
        raise StoreFull("The disk is full.")

    monkeypatch.setattr(gym.logbook, "history", unreadable)
    bench.to_exercise(1)
    assert bench.said is not None
    assert "out of reach" in bench.said.words
    enter(gym, bench, "60x5")
    assert performed(gym, bench, 1) == [done(60, 5)]


def test_undo_with_nothing_to_undo_says_so(gym: Gym) -> None:
    bench = bench_of(gym)
    bench.do(acts.undo)
    assert bench.said is not None
    assert bench.said.bar is Bar.WARN


def test_undo_goes_where_something_changed(gym: Gym) -> None:
    bench = bench_of(gym)
    enter(gym, bench)
    bench.to_exercise(1)
    bench.do(acts.undo)
    assert bench.look is not None
    assert bench.look.block.exercise.name == "Bench Press"
    assert not bench.look.is_editing


def test_the_elapsed_time_does_not_follow_a_clock_that_is_set(gym: Gym) -> None:
    bench = bench_of(gym)
    gym.clock.pass_ms(5 * MINUTE)
    gym.clock.set_wall(gym.clock.at + 600 * MINUTE)
    assert bench.elapsed_s == 300


def test_a_drop_set_needs_a_set_before_it(gym: Gym) -> None:
    bench = bench_of(gym)
    bench.do(acts.drop_set)
    assert bench.said is not None
    assert "log one first" in bench.said.words
    enter(gym, bench)
    for kind in (SetKind.DROP, SetKind.WORK):
        bench.do(acts.drop_set)
        assert bench.look is not None
        assert bench.look.planned is not None
        assert bench.look.planned.target.kind is kind


def test_an_exercise_without_sets_is_taken_out(gym: Gym) -> None:
    session = gym.start()
    session = gym.logbook.add_exercise(session.uid, gym.exercise("Dips").uid)
    bench = bench_of(gym, session=session)
    while bench.look is not None and bench.look.row is not None:
        bench.do(acts.remove)
    bench.do(acts.remove)
    assert bench.session.exercises == ()
    assert bench.look is None


def test_a_plan_without_a_load_takes_the_lifters_word_for_it(gym: Gym) -> None:
    template = gym.template("New", gym.planned("Curl", Target(8, 8)))
    bench = bench_of(gym, session=gym.start(template))
    enter(gym, bench)
    assert bench.said is not None
    assert "nothing to go by" in bench.said.words
    enter(gym, bench, "30x")
    assert performed(gym, bench) == [done(30, 8)]


def test_prefill_follows_the_sets_of_today(gym: Gym) -> None:
    template = gym.template("New", gym.planned("Curl", *(Target(8, 8),) * 3))
    bench = bench_of(gym, session=gym.start(template))
    enter(gym, bench, "30x8")
    enter(gym, bench)
    assert performed(gym, bench) == [done(30, 8)] * 2


def test_uids_stay_until_they_are_used(gym: Gym) -> None:
    uids, here = NextUids(gym.uids), Cursor("block", None)
    uids.settle(here)
    first = uids.take(2)
    uids.settle(here)
    assert uids.take(1) == first[:1]
    assert uids.take(3)[:2] == first
    uids.used()
    uids.settle(here)
    assert set(uids.take(3)).isdisjoint(first)


def test_a_weight_never_lifted_before_is_no_reason_to_forget_the_past(gym: Gym) -> None:
    template = gym.push()
    gym.trained(template, done(100, 5), done(100, 5))
    bench = bench_of(gym, session=gym.start(template))
    bench.type("102.5")
    assert bench.look is not None
    assert {record.kind.value for record in bench.look.records} == {"weight", "e1rm"}
    assert bench.look.known.history[-1].sets[0].load == kg(100)


def test_a_line_goes_on_from_the_warm_ups_to_the_work_sets(gym: Gym) -> None:
    plan = (Target(5, 5, kg(50), kind=SetKind.WARMUP), *(Target(5, 5, kg(100)),) * 3)
    bench = bench_of(gym, session=gym.start(gym.template("Push A", gym.planned("Bench Press", *plan))))
    enter(gym, bench, "50x5,5,4")
    assert [one.kind for one in performed(gym, bench)] == [SetKind.WARMUP, SetKind.WORK, SetKind.WORK]
    assert [row.is_open for row in bench.session.exercises[0].rows] == [False, False, False, True]
    assert bench.timer.rest is not None


def test_of_an_exercise_listed_twice_each_goes_by_its_own_sets_of_last_time(gym: Gym) -> None:
    squat = TemplateExercise("", gym.exercise("Squat"))
    template = gym.template("Legs", squat, squat)
    heavy_then_light = gym.log(gym.log(gym.start(template), done(140, 3), count=3), done(90, 10), block=1, count=2)
    gym.logbook.finish(heavy_then_light.uid)
    gym.clock.pass_ms(DAY)
    bench = bench_of(gym, session=gym.start(template))
    enter(gym, bench)
    bench.go(Cursor(bench.session.exercises[1].uid, bench.session.exercises[1].planned[0].uid))
    assert bench.look
    assert (bench.look.shown, bench.look.known.last) == (done(90, 10), (done(90, 10), done(90, 10)))
    assert bench.look.context.last == done(140, 3)
    assert len(bench.look.known.history[-1].sets) == 5
