"""A session saved whole: only differences are written, and what was changed elsewhere is not run over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support import DAY, START, Gym, done, kg
from workout_tui.errors import InvalidEntry, NotFound, StaleSession
from workout_tui.model.plan import SetKind, Target
from workout_tui.model.session import PerformedSet, PlannedSet, PlanState, Session, SessionExercise


@pytest.fixture
def session(gym: Gym) -> Session:
    return gym.log(gym.log(gym.start(gym.push()), count=2), block=1)


def save(gym: Gym, session: Session) -> Session:
    return gym.logbook.save_session(session, expected_revision=session.revision)


def without_revision(session: Session) -> Session:
    return replace(session, revision=0)


class TestDifferences:
    def test_nothing_changed_nothing_written(self, gym: Gym, session: Session) -> None:
        traces = gym.store.value("SELECT count(*) FROM audit")
        assert save(gym, session) == session
        assert gym.store.value("SELECT count(*) FROM audit") == traces

    def test_one_number_is_one_row(self, gym: Gym, session: Session) -> None:
        first, *others = session.exercises[0].performed
        block = replace(session.exercises[0], performed=(replace(first, values=done(101, 5)), *others))
        ids = [tuple(row) for row in gym.store.rows("SELECT id, uid FROM performed_set")]
        traces = gym.store.value("SELECT count(*) FROM audit")
        after = save(gym, replace(session, exercises=(block, session.exercises[1])))
        assert after.exercises[0].performed[0].values == done(101, 5)
        assert gym.store.value("SELECT count(*) FROM audit") == traces + 1
        assert [tuple(row) for row in gym.store.rows("SELECT id, uid FROM performed_set")] == ids

    def test_everything_at_once(self, gym: Gym, session: Session) -> None:
        bench, press = session.exercises
        dips = SessionExercise(
            uid="dips",
            position=1,
            exercise=gym.exercise("Dips"),
            performed=(PerformedSet("d1", 1, done(20, 8), START),),
            planned=(PlannedSet("p1", 1, Target(8, 8), PlanState.DONE, "d1"), PlannedSet("p2", 2, Target(8, 8))),
            superset="A",
            rest_s=75,
            step=kg(2.5),
            note="slow",
        )
        wanted = replace(
            session,
            title="Push, hotel",
            note="new",
            bodyweight=kg(81),
            started_at=START - 1000,
            exercises=(
                dips,
                replace(press, position=2, note="strict"),
                _first_plan_open(replace(bench, position=3, performed=bench.performed[:1], planned=bench.planned[1:])),
            ),
        )
        assert without_revision(save(gym, wanted)) == without_revision(wanted)

    def test_sets_change_places(self, gym: Gym, session: Session) -> None:
        bench, press = session.exercises
        first, second = bench.performed
        swapped = replace(bench, performed=(replace(second, n=1), replace(first, n=2)))
        wanted = replace(session, exercises=(swapped, press))
        assert without_revision(save(gym, wanted)) == without_revision(wanted)

    def test_exercises_change_places(self, gym: Gym, session: Session) -> None:
        bench, press = session.exercises
        wanted = replace(session, exercises=(replace(press, position=1), replace(bench, position=2)))
        assert without_revision(save(gym, wanted)) == without_revision(wanted)

    def test_a_set_moves_to_another_exercise(self, gym: Gym, session: Session) -> None:
        bench, press = session.exercises
        moved = replace(bench.performed[1], n=4)
        opened = replace(bench.planned[1], state=PlanState.OPEN, set_uid=None)
        wanted = replace(
            session,
            exercises=(
                replace(bench, performed=bench.performed[:1], planned=(bench.planned[0], opened, bench.planned[2])),
                replace(press, performed=(*press.performed, moved)),
            ),
        )
        assert without_revision(save(gym, wanted)) == without_revision(wanted)

    def test_an_exercise_becomes_another(self, gym: Gym, session: Session) -> None:
        bench, press = session.exercises
        wanted = replace(session, exercises=(replace(bench, exercise=gym.exercise("Dips"), superset="B"), press))
        assert without_revision(save(gym, wanted)) == without_revision(wanted)

    def test_a_plan_is_skipped_and_gets_another_target(self, gym: Gym, session: Session) -> None:
        bench, press = session.exercises
        last = replace(bench.planned[2], state=PlanState.SKIPPED, target=Target(3, 5, kg(90), kind=SetKind.FAILURE))
        wanted = replace(session, exercises=(replace(bench, planned=(*bench.planned[:2], last)), press))
        assert without_revision(save(gym, wanted)) == without_revision(wanted)

    def test_it_can_be_undone(self, gym: Gym, session: Session) -> None:
        bench, _ = session.exercises
        save(gym, replace(session, note="new", exercises=(bench,)))
        assert without_revision(gym.logbook.undo(session.uid).session) == without_revision(session)


def _first_plan_open(block: SessionExercise) -> SessionExercise:
    first = replace(block.planned[0], state=PlanState.OPEN, set_uid=None)
    return replace(block, planned=(first, *block.planned[1:]))


class TestConflicts:
    def test_refused_with_both_sides(self, gym: Gym, session: Session) -> None:
        theirs = gym.again().note_session(session.uid, "theirs")
        with pytest.raises(StaleSession, match="changed elsewhere") as error:
            save(gym, replace(session, note="mine"))
        assert (error.value.mine.note, error.value.theirs) == ("mine", theirs)
        assert gym.logbook.session(session.uid).note == "theirs"

    def test_keep(self, gym: Gym, session: Session) -> None:
        gym.again().note_session(session.uid, "theirs")
        mine = replace(session, note="mine")
        kept = gym.logbook.save_session(mine, expected_revision=session.revision, on_conflict="keep")
        assert kept.note == "theirs"

    def test_replace(self, gym: Gym, session: Session) -> None:
        gym.again().remove_set(session.exercises[0].performed[0].uid)
        after = gym.logbook.save_session(session, expected_revision=session.revision, on_conflict="replace")
        assert without_revision(after) == without_revision(session)

    def test_without_a_revision_it_replaces(self, gym: Gym, session: Session) -> None:
        gym.again().note_session(session.uid, "theirs")
        assert gym.logbook.save_session(replace(session, note="mine"), expected_revision=None).note == "mine"


class TestRefused:
    def test_what_belongs_to_another_workout(self, gym: Gym, session: Session) -> None:
        gym.logbook.finish(session.uid)
        other = gym.log(gym.start(gym.push()))
        stolen = (
            replace(other, exercises=session.exercises),
            replace(other, exercises=(replace(other.exercises[0], performed=session.exercises[0].performed),)),
            replace(other, exercises=(replace(other.exercises[0], planned=session.exercises[0].planned),)),
        )
        for wanted in stolen:
            with pytest.raises((NotFound, InvalidEntry)):
                gym.logbook.save_session(wanted, expected_revision=None)
        assert gym.logbook.session(session.uid).done == 3
        assert gym.logbook.session(other.uid) == other

    def test_the_same_thing_twice(self, gym: Gym, session: Session) -> None:
        bench, press = session.exercises
        tuple(replace(one, n=1) for one in bench.performed)
        twice = (
            replace(session, exercises=(bench, bench)),
            replace(session, exercises=(replace(bench, performed=bench.performed * 2), press)),
            replace(
                session, exercises=(replace(bench, performed=tuple(replace(one, n=1) for one in bench.performed)),)
            ),
        )
        for wanted in twice:
            with pytest.raises(InvalidEntry, match="twice"):
                save(gym, wanted)

    def test_done_without_its_set(self, gym: Gym, session: Session) -> None:
        bench, press = session.exercises
        plan = replace(bench.planned[2], state=PlanState.DONE, set_uid="no such set")
        with pytest.raises(InvalidEntry, match="missing"):
            save(gym, replace(session, exercises=(replace(bench, planned=(*bench.planned[:2], plan)), press)))

    def test_an_end_for_what_runs(self, gym: Gym, session: Session) -> None:
        with pytest.raises(InvalidEntry):
            save(gym, replace(session, ended_at=START + DAY))
