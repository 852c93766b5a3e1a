"""What the command keys of the Log screen do to sets, each as one act of the logbook; and undo and redo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.plan import SetKind, Target
from workout_tui.model.plates import Rack
from workout_tui.model.ramp import ramp
from workout_tui.ui.log.before import kind_of
from workout_tui.ui.log.course import Cursor, into, key_of, onward
from workout_tui.ui.log.deeds import deed
from workout_tui.ui.log.hint import Said
from workout_tui.ui.log.named import REDO, UNDO
from workout_tui.ui.log.outcome import Outcome, block_of, into_block, refused
from workout_tui.ui.log.table import place_name
from workout_tui.ui.log.words import set_name
from workout_tui.ui.text import count, plain

if TYPE_CHECKING:
    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.load import Load
    from workout_tui.model.session import Row, Session, SessionExercise
    from workout_tui.ui.log.look import Look


def skip_set(logbook: Logbook, look: Look) -> Outcome:
    """s: leave a planned set out; on a skipped one, take it back."""
    if look.planned is None or look.is_editing:
        return refused(look, "only a planned set can be skipped")
    if look.is_skipped:
        return Outcome(logbook.unskip(look.planned.uid), said=Said("open again"))
    session = logbook.skip(look.planned.uid)
    return Outcome(session, _onward(session, look.block), Said(f"{place_name(look)} skipped · {UNDO} takes it back"))


def skip_exercise(logbook: Logbook, look: Look) -> Outcome:
    """S: leave all that is open of an exercise out; when nothing is open, take back what was skipped."""
    name = plain(look.block.exercise.name)
    if look.block.open_rows:
        session = logbook.skip_exercise(look.block.uid)
        return Outcome(session, _onward(session, look.block), Said(f"{name} skipped · {UNDO} takes it back"))
    session = logbook.unskip_exercise(look.block.uid)
    return Outcome(session, into_block(session, look.block.uid), Said(f"{name}: skipped sets are open again"))


def warm_up(logbook: Logbook, look: Look) -> Outcome:
    """w: make the set a warm-up, or a work set again."""
    kind = SetKind.WORK if kind_of(look.row) is SetKind.WARMUP else SetKind.WARMUP
    if look.done is not None:
        return Outcome(logbook.edit_set(look.done.uid, replace(look.done.values, kind=kind)))
    if look.planned is not None:
        return Outcome(logbook.set_kind(look.planned.uid, kind))
    session = logbook.add_set(look.block.uid, kind)
    return Outcome(session, _last_open(session, look.block.uid))


def ramp_up(logbook: Logbook, look: Look) -> Outcome:
    """W: plan the warm-up, from the bar to the working load, over loads that can be loaded."""
    rows = look.block.rows
    if any(kind_of(row) is SetKind.WARMUP for row in rows):
        return refused(look, "a warm-up is planned already")
    first = next(iter(rows), None)
    if first is not None and not first.is_open:
        return refused(look, "a warm-up goes before the first set")
    work = _working_load(look, first)
    if work is None or look.block.exercise.measure is not Measure.WEIGHT:
        return refused(look, "there is no working load to warm up to")
    sets = ramp(work, Rack(look.known.step, look.known.bar, look.known.plates))
    if not sets:
        return refused(look, f"{work} needs no warm-up sets before it")
    place = first.n if first else 1
    session = logbook.insert_sets(look.block.uid, place, sets)
    words = f"{count(len(sets), 'warm-up set')} on the way to {work} · {UNDO} takes the warm-up out"
    return Outcome(session, _at_place(session, look.block.uid, place), Said(words))


def _working_load(look: Look, first: Row | None) -> Load | None:
    """What is written for the first set, else what is shown for it."""
    if first is not None and first.planned is not None and first.planned.target.load is not None:
        return first.planned.target.load
    return look.shown.load if look.shown else None


def drop_set(logbook: Logbook, look: Look) -> Outcome:
    """d: the next set logged is a drop set of the one before; on an open drop set, a work set again."""
    if look.planned is not None and look.row and look.row.is_open and kind_of(look.row) is SetKind.DROP:
        return Outcome(logbook.set_kind(look.planned.uid, SetKind.WORK))
    if not look.block.performed:
        return refused(look, "a drop set follows a set: log one first")
    if look.row is None:
        session = logbook.add_set(look.block.uid, SetKind.DROP)
        return Outcome(session, _last_open(session, look.block.uid))
    place = look.row.n + 1 if look.is_editing else look.row.n
    session = logbook.insert_sets(look.block.uid, place, [Target(kind=SetKind.DROP)])
    return Outcome(session, _at_place(session, look.block.uid, place))


def add_set(logbook: Logbook, look: Look) -> Outcome:
    """a: plan one more set of the exercise."""
    session = logbook.add_set(look.block.uid)
    there = _last_open(session, look.block.uid) if look.row is None else None
    return Outcome(session, there, Said(f"one more set of {plain(look.block.exercise.name)}"))


def remove(logbook: Logbook, look: Look) -> Outcome:
    """⌫: take a set out: what was done of it, else its plan; on an exercise without sets, the exercise."""
    if look.done is not None:
        session = logbook.remove_set(look.done.uid)
    elif look.planned is not None:
        session = logbook.remove_planned(look.planned.uid)
    elif look.block.rows:
        return refused(look, "no set here")
    else:
        session = logbook.remove_exercise(look.block.uid)
        return Outcome(session, None, Said(f"{plain(look.block.exercise.name)} taken out · {UNDO} takes it back"))
    return Outcome(session, into_block(session, look.block.uid), Said(f"removed · {UNDO} takes it back"))


def removing(look: Look) -> str:
    """What the first ⌫ says; nothing when there is nothing to remove."""
    if look.row is None:
        return "" if look.block.rows else f"⌫ again takes {plain(look.block.exercise.name)} out"
    if look.done is None:
        return f"⌫ again takes {place_name(look)} out of the plan"
    values = set_name(look.done.values, look.block.exercise.measure, look.known.unit)
    return f"⌫ again removes {place_name(look)}, {values}"


def undo(logbook: Logbook, look: Look) -> Outcome:
    """u: take the last act back."""
    undone = logbook.undo(look.session.uid)
    return Outcome(
        undone.session,
        _where_changed(look, undone.session),
        Said(f"taken back: {deed(undone.kind)} · {REDO} does it again"),
    )


def redo(logbook: Logbook, look: Look) -> Outcome:
    """U: do again what was taken back."""
    undone = logbook.redo(look.session.uid)
    return Outcome(
        undone.session,
        _where_changed(look, undone.session),
        Said(f"done again: {deed(undone.kind)}"),
    )


def _onward(session: Session, before: SessionExercise) -> Cursor | None:
    block = block_of(session, before.uid)
    return onward(session, block) if block else None


def _last_open(session: Session, uid: str) -> Cursor | None:
    block = block_of(session, uid)
    return Cursor(uid, key_of(block.open_rows[-1])) if block and block.open_rows else None


def _at_place(session: Session, uid: str, n: int) -> Cursor | None:
    block = block_of(session, uid)
    row = next((row for row in block.rows if row.n == n), None) if block else None
    return Cursor(uid, key_of(row)) if row else None


def _where_changed(look: Look, session: Session) -> Cursor | None:
    """Into the exercise that is not as it was, the one in front if that changed too."""
    before = {block.uid: block for block in look.session.exercises}
    changed = [block for block in session.exercises if before.get(block.uid) != block]
    here = next((block for block in changed if block.uid == look.block.uid), None)
    block = here or next(iter(changed), None)
    return into(block) if block else None
