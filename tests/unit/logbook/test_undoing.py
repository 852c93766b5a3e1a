"""Every act in a session can be taken back and done again, also after a kill."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.support import Gym, amend, done, kg
from workout_tui.errors import CannotUndo
from workout_tui.logbook.logbook import Logbook
from workout_tui.model.plan import SetKind, Target
from workout_tui.model.session import Session

ACTS: dict[str, Callable[[Gym, Session], Session]] = {
    "log sets": lambda gym, session: gym.log(session, count=3),
    "edit set": lambda gym, session: gym.logbook.edit_set(session.exercises[0].performed[0].uid, done(95, 6)),
    "remove set": lambda gym, session: gym.logbook.remove_set(session.exercises[0].performed[0].uid),
    "move sets": lambda gym, session: gym.logbook.move_sets(session.exercises[0].uid, gym.exercise("Dips").uid),
    "skip set": lambda gym, session: gym.logbook.skip(session.exercises[0].planned[2].uid),
    "skip exercise": lambda gym, session: gym.logbook.skip_exercise(session.exercises[0].uid),
    "set kind": lambda gym, session: gym.logbook.set_kind(session.exercises[0].planned[2].uid, SetKind.WARMUP),
    "add set": lambda gym, session: gym.logbook.add_set(session.exercises[0].uid),
    "insert sets": lambda gym, session: gym.logbook.insert_sets(session.exercises[0].uid, 1, [Target(), Target()]),
    "remove planned set": lambda gym, session: gym.logbook.remove_planned(session.exercises[0].planned[2].uid),
    "add exercise": lambda gym, session: gym.logbook.add_exercise(session.uid, gym.exercise("Dips").uid),
    "remove exercise": lambda gym, session: gym.logbook.remove_exercise(session.exercises[1].uid),
    "swap exercise": lambda gym, session: gym.logbook.swap_exercise(session.exercises[0].uid, gym.exercise("Dips").uid),
    "reorder": lambda gym, session: gym.logbook.reorder(session.uid, [session.exercises[1].uid]),
    "superset": lambda gym, session: gym.logbook.set_superset(session.uid, {session.exercises[0].uid: "A"}),
    "note exercise": lambda gym, session: gym.logbook.note_exercise(session.exercises[0].uid, "wide grip"),
    "note session": lambda gym, session: gym.logbook.note_session(session.uid, "tired"),
    "bodyweight": lambda gym, session: gym.logbook.set_bodyweight(session.uid, kg(80)),
    "edit session": lambda gym, session: amend(gym.logbook, session.uid, title="Hotel"),
}


def facts(session: Session) -> object:
    """All of a session but its count of changes."""
    return replace(session, revision=0)


class TestEveryAct:
    @pytest.mark.parametrize("kind", ACTS)
    def test_is_taken_back_and_done_again(self, gym: Gym, kind: str) -> None:
        before = gym.log(gym.start(gym.push()), count=2)
        after = ACTS[kind](gym, before)
        assert facts(after) != facts(before)
        undone = gym.logbook.undo(before.uid)
        assert (undone.kind, facts(undone.session)) == (kind, facts(before))
        redone = gym.again().redo(before.uid)
        assert (redone.kind, facts(redone.session)) == (kind, facts(after))

    def test_all_of_them_one_after_the_other(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()), count=2)
        steps = [session]
        for kind in ("skip set", "note session", "add exercise", "reorder", "add set", "log sets", "bodyweight"):
            steps.append(ACTS[kind](gym, steps[-1]))
        for step in reversed(steps[:-1]):
            assert facts(gym.logbook.undo(session.uid).session) == facts(step)
        for step in steps[1:]:
            assert facts(gym.logbook.redo(session.uid).session) == facts(step)


class TestLimits:
    def test_nothing_before_the_start(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        with pytest.raises(CannotUndo, match="began the workout"):
            gym.logbook.undo(session.uid)

    def test_nothing_to_redo(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        with pytest.raises(CannotUndo):
            gym.logbook.redo(session.uid)

    def test_finishing_and_reopening_are_passed_by(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        gym.logbook.finish(session.uid)
        gym.logbook.reopen(session.uid)
        undone = gym.logbook.undo(session.uid)
        assert (undone.kind, undone.session.done, undone.session.status) == ("log sets", 0, session.status)

    def test_what_was_changed_since_is_refused_in_words(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        uid = session.exercises[0].performed[0].uid
        other: Logbook = gym.again()
        gym.store.connection.execute("UPDATE performed_set SET reps = 7")
        with pytest.raises(CannotUndo, match="changed since"):
            other.undo(session.uid)
        assert other.session(session.uid).exercises[0].performed[0].uid == uid

    def test_changing_the_template_on_the_way_is_not_of_the_session(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        session = gym.logbook.add_exercise(session.uid, gym.exercise("Dips").uid)
        session = gym.log(session, block=2)
        gym.logbook.update_template(session.uid)
        assert gym.logbook.undo(session.uid).kind == "log sets"
        assert len(gym.logbook.templates()[0].exercises) == 3
