"""What the current place comes to: the sets before it, what Enter would log, and what was typed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from workout_tui.model import entry, prefill
from workout_tui.model.entry import Context, Entry
from workout_tui.model.exercise import Measure
from workout_tui.model.plan import SetKind
from workout_tui.model.records import records
from workout_tui.model.session import SetValues, Status
from workout_tui.ui.log.before import at_same_place, done_before, done_here, kind_of
from workout_tui.ui.log.course import block_at, row_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.model.bests import Bests
    from workout_tui.model.plan import Target
    from workout_tui.model.records import Record
    from workout_tui.model.session import PerformedSet, PlannedSet, Row, Session, SessionExercise
    from workout_tui.ui.log.course import Cursor
    from workout_tui.ui.log.known import Known


@dataclass(frozen=True, slots=True)
class Look:
    """The current place, thought through."""

    session: Session
    block: SessionExercise
    row: Row | None
    """None: the free place below the last row"""
    known: Known
    ideas: tuple[SetValues, ...]
    """what the next set will probably be, best first; for a done row what it is"""
    idea: int
    """which of them is shown"""
    text: str
    entry: Entry
    """what was read from the text; for an empty line what is shown"""
    context: Context

    @property
    def done(self) -> PerformedSet | None:
        """The set that was done in the row, if one was."""
        return self.row.performed if self.row else None

    @property
    def planned(self) -> PlannedSet | None:
        """What the row was planned as, if it was."""
        return self.row.planned if self.row else None

    @property
    def is_past(self) -> bool:
        """Whether the session is over: what is written puts it right."""
        return self.session.status is not Status.ACTIVE

    @property
    def is_editing(self) -> bool:
        """Whether the cursor is on a set that was done."""
        return self.done is not None

    @property
    def is_skipped(self) -> bool:
        """Whether the cursor is on a planned set that was left out."""
        return self.row is not None and not self.is_editing and not self.row.is_open

    @property
    def is_beyond(self) -> bool:
        """Whether the cursor is below the last row of a plan: nothing is logged there unless it is asked for.

        In a session that is over what was done is as good as a plan.
        """
        return self.row is None and bool(self.block.planned or (self.is_past and self.block.performed))

    @property
    def shown(self) -> SetValues | None:
        """What Enter logs, or as much of it as was understood; None: nothing is known."""
        if self.entry.sets:
            return self.entry.sets[0]
        if self.ideas:
            return self.ideas[self.idea]
        return self.context.shown if self.context.shown.reps is not None else None

    @property
    def records(self) -> tuple[Record, ...]:
        """The records the shown sets would make."""
        if (self.is_editing or self.is_beyond) and not self.text:
            return ()
        bests = self.bests
        found: list[Record] = []
        for values in self.entry.sets:
            found += records(bests, values, self.session.bodyweight)
            bests = bests.and_set(values, self.session.day, self.session.bodyweight)
        return tuple(found)

    @property
    def records_over_past(self) -> tuple[Record, ...]:
        """The same records against the sessions before this one: what they beat is worth more than a set of today."""
        kinds = {record.kind for record in self.records}
        found = (
            one for values in self.entry.sets for one in records(self.known.bests, values, self.session.bodyweight)
        )
        return tuple(one for one in found if one.kind in kinds) or self.records

    @property
    def bests(self) -> Bests:
        """All there is to beat with the shown set."""
        return bests_before(self.session, self.block, self.row, self.known)


def look(session: Session, cursor: Cursor, known: Known, text: str = "", idea: int = 0) -> Look | None:
    """Think the place of the cursor through; None when its exercise is no longer there."""
    block = block_at(session, cursor)
    if block is None:
        return None
    row = row_at(session, cursor)
    before = done_before(session, block, row)
    alike = done_here(block, row) if known.listing else before
    ideas = ideas_for(session, block, row, known, alike)
    shown = idea % len(ideas) if ideas else 0
    context = _context(block, row, known, before, ideas[shown] if ideas else None)
    if context.shown.kind is SetKind.WARMUP:
        context = replace(context, warmups=_warmups_ahead(block, row, known, len(alike)))
    read = entry.read(text, context) if text.strip() else Entry(ideas[shown : shown + 1])
    return Look(session, block, row, known, ideas, shown, text, read, context)


def ideas_for(
    session: Session, block: SessionExercise, row: Row | None, known: Known, alike: Sequence[SetValues]
) -> tuple[SetValues, ...]:
    """What stands in a row, or will probably stand there, best first; `alike`: today's sets like `Known.alike`."""
    if row is not None and row.performed is not None:
        return (row.performed.values,)
    target = row.planned.target if row and row.planned else None
    suggest = partial(
        prefill.suggest,
        known.alike,
        alike,
        session.title,
        measure=block.exercise.measure,
        unit=known.unit,
        distance_unit=known.distance_unit,
        own_step=known.step,
    )
    if target is not None and _is_remarked(block, target):
        warmups = suggest(kind=SetKind.WARMUP)
        if warmups:
            return warmups
    return suggest(planned=target)


def bests_before(session: Session, block: SessionExercise, row: Row | None, known: Known) -> Bests:
    """All there is to beat at a place: the past and today's sets before it."""
    bests = known.bests
    for values in done_before(session, block, row):
        bests = bests.and_set(values, session.day, session.bodyweight)
    return bests


def _is_remarked(block: SessionExercise, target: Target) -> bool:
    """Whether a warm-up is as heavy as a work set: a work set that was made a warm-up, so its load says nothing."""
    work = (one.target.load for one in block.planned if one.target.kind is not SetKind.WARMUP)
    return (
        target.kind is SetKind.WARMUP
        and target.load is not None
        and any(load is not None and load.kg <= target.load.kg for load in work)
    )


def _asked(row: Row | None) -> SetValues:
    """What the plan alone asks for, when nothing else is known: the reps stand, and the load is to be typed."""
    target = row.planned.target if row and row.planned else None
    return SetValues(reps=target.reps_lo if target else None, kind=kind_of(row))


def _asks(target: Target, measure: Measure) -> bool:
    """Whether the plan says how much; of a weight reps alone do not."""
    reps = None if measure is Measure.WEIGHT else target.reps_lo
    return any(one is not None for one in (target.load, target.seconds, target.distance, reps))


def _beside(measure: Measure, row: Row | None) -> tuple[SetValues | None, str]:
    """What a slip is measured by: a set that is put right by what it was planned as, not by what is wrong with it."""
    target = row.planned.target if row and row.planned else None
    if target is None or not _asks(target, measure):
        return None, "what stood here"
    planned = SetValues(load=target.load, reps=target.reps_lo, seconds=target.seconds, distance=target.distance)
    return (planned if row is not None and row.performed is not None else None), "the plan"


def _warmups_ahead(block: SessionExercise, row: Row | None, known: Known, place: int) -> int | None:
    """How many sets in a row, from a place on, are expected to be warm-ups: by the plan, else by last time.

    None where one set is put right.
    """
    if row is None:
        return prefill.warmups_ahead(known.alike, place)
    if row.performed is not None:
        return None
    ahead = (one for one in block.open_rows if one.n >= row.n)
    return sum(1 for _ in takewhile(lambda one: kind_of(one) is SetKind.WARMUP, ahead))


def _context(
    block: SessionExercise, row: Row | None, known: Known, before: Sequence[SetValues], shown: SetValues | None
) -> Context:
    bests = known.bests
    heaviest = bests.rungs[-1].load if bests.rungs else None
    beside, name = _beside(block.exercise.measure, row)
    return Context(
        measure=block.exercise.measure,
        shown=shown or _asked(row),
        beside=beside,
        beside_name=name,
        last=before[-1] if before else at_same_place(block, row, known),
        best=heaviest,
        step=known.step,
        unit=known.unit,
        distance_unit=known.distances,
        open_sets=len(block.open_rows) if block.planned and not (row and row.performed) else None,
    )
