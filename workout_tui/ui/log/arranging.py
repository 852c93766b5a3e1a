"""What the command keys of the Log screen do to exercises: their order, which they are, which sets are theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.ui.log.course import Cursor, block_at, into, joined, moved, superset_name
from workout_tui.ui.log.hint import Said
from workout_tui.ui.log.named import UNDO
from workout_tui.ui.log.outcome import Act, Outcome, block_of, into_block, refused
from workout_tui.ui.text import count, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.session import Session
    from workout_tui.ui.log.look import Look


def move_exercise(step: int) -> Act:
    """K and J: the exercise one place up or down."""

    def act(logbook: Logbook, look: Look) -> Outcome:
        order = moved(look.session, look.block.uid, step)
        if order is None:
            return refused(look, f"{plain(look.block.exercise.name)} is at the end already")
        return Outcome(logbook.reorder(look.session.uid, order))

    return act


def superset(logbook: Logbook, look: Look) -> Outcome:
    """g: do the exercise in turns with the one below it; in a superset, take it out."""
    letters = joined(look.session, look.block.uid)
    if letters is None:
        return refused(look, "a superset needs an exercise below this one")
    session = logbook.set_superset(look.session.uid, letters)
    block = block_of(session, look.block.uid)
    name = superset_name(session, block) if block else ""
    words = f"superset {name[:-1]}: sets in turns, rest after the round" if name else "out of the superset"
    return Outcome(session, said=Said(words))


def add_exercise(exercise_uid: str) -> Callable[[Logbook, Session, Cursor | None], Outcome]:
    """A: one more exercise, after the one the cursor is in once that is done, else at the end."""

    def act(logbook: Logbook, session: Session, cursor: Cursor | None) -> Outcome:
        here = block_at(session, cursor)
        after = here.uid if here is not None and not here.open_rows else None
        before = {block.uid for block in session.exercises}
        fresh = logbook.add_exercise(session.uid, exercise_uid, after)
        added = next(block for block in fresh.exercises if block.uid not in before)
        return Outcome(fresh, into(added))

    return act


def swap_exercise(exercise_uid: str, *, everything: bool) -> Act:
    """e: another exercise in the place of this one, for what is open or for all of it."""

    def act(logbook: Logbook, look: Look) -> Outcome:
        before = {block.uid for block in look.session.exercises}
        session = logbook.swap_exercise(look.block.uid, exercise_uid, everything=everything)
        new = next((block for block in session.exercises if block.uid not in before), None)
        there = into(new) if new else into_block(session, look.block.uid)
        return Outcome(session, there, Said(f"{plain(look.block.exercise.name)} swapped · {UNDO} takes it back"))

    return act


def move_sets(exercise_uid: str) -> Act:
    """M: what was done here was another exercise."""

    def act(logbook: Logbook, look: Look) -> Outcome:
        session = logbook.move_sets(look.block.uid, exercise_uid)
        sets = count(len(look.block.performed), "set")
        to = next(block for block in session.exercises if block.exercise.uid == exercise_uid)
        words = f"{sets} moved to {plain(to.exercise.name)} · {UNDO} takes it back"
        return Outcome(session, into_block(session, look.block.uid), Said(words))

    return act
