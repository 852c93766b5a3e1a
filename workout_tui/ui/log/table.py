"""The set table as rows of short texts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.notation import clock, one_line, rpe_text
from workout_tui.model.plan import SetKind
from workout_tui.model.records import records
from workout_tui.model.session import PlanState, SetValues
from workout_tui.model.strength import set_e1rm
from workout_tui.ui.log.before import at_same_place, done_before, kind_of
from workout_tui.ui.log.course import key_of
from workout_tui.ui.log.words import COUNTED, DOT, RECORD_NAMES, amount_cell, load_cell, reps_range, short

if TYPE_CHECKING:
    from workout_tui.model.bests import Bests
    from workout_tui.model.records import Record
    from workout_tui.model.session import Row, SessionExercise
    from workout_tui.ui.log.look import Look


class Mark(StrEnum):
    """What became of a row."""

    DONE = "done"
    OPEN = "open"
    NOW = "now"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of the table."""

    mark: Mark
    is_now: bool
    """whether the cursor is on it"""
    label: str
    """W a warm-up, D a drop set, else the number of the set"""
    last: str
    cells: tuple[str, ...]
    """one for each column of `TableView.columns`"""
    star: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class TableView:
    """The table of one exercise."""

    columns: tuple[str, ...]
    rows: tuple[RowView, ...]

    @property
    def now(self) -> int:
        """The place of the row with the cursor."""
        return next((place for place, row in enumerate(self.rows) if row.is_now), 0)


def table(look: Look) -> TableView:
    """The table of the exercise the cursor is in."""
    rows = _done_and_open(look)
    if look.row is None:
        rows.append(_view(look, None, _label_after(look.block), (), is_now=True))
    return TableView(_columns(look), tuple(rows))


def labels(block: SessionExercise) -> dict[str, str]:
    """The label of each row by its key: work sets are numbered."""
    count, found = 0, {}
    for row in block.rows:
        kind = kind_of(row)
        if kind in {SetKind.WARMUP, SetKind.DROP}:
            found[key_of(row)] = "W" if kind is SetKind.WARMUP else "D"
        else:
            count += 1
            found[key_of(row)] = str(count)
    return found


def place_name(look: Look) -> str:
    """The current place in a sentence: ``set 3``, ``this warm-up``, ``this drop set``."""
    name = labels(look.block)[key_of(look.row)] if look.row else _label_after(look.block)
    return {"W": "this warm-up", "D": "this drop set"}.get(name, f"set {name}")


def caption(look: Look) -> str:
    """``SET 3 OF 4``, ``WARM-UP 1 OF 2``, ``DROP SET``, ``SET 5``."""
    kind = look.shown.kind if look.shown and look.text else kind_of(look.row)
    if kind is SetKind.DROP:
        return "DROP SET"
    group = [row for row in look.block.rows if _same_group(kind_of(row), kind)]
    word = "WARM-UP" if kind is SetKind.WARMUP else "SET"
    place = next((n for n, row in enumerate(group, 1) if look.row and key_of(row) == key_of(look.row)), None)
    return f"{word} {place} OF {len(group)}" if place else f"{word} {len(group) + 1}"


def stars(found: tuple[Record, ...]) -> str:
    """The kinds of records in words: ``e1RM weight``."""
    return " ".join(name for kind, name in RECORD_NAMES.items() if any(record.kind is kind for record in found))


def _same_group(one: SetKind, other: SetKind) -> bool:
    return one is not SetKind.DROP and (one is SetKind.WARMUP) is (other is SetKind.WARMUP)


def _done_and_open(look: Look) -> list[RowView]:
    names, bests = labels(look.block), look.known.bests
    for values in done_before(look.session, look.block, next(iter(look.block.rows), None)):
        bests = bests.and_set(values, look.session.day, look.session.bodyweight)
    views = []
    for row in look.block.rows:
        is_now = look.row is not None and key_of(row) == key_of(look.row)
        views.append(_view(look, row, names[key_of(row)], _made(look, bests, row), is_now=is_now))
        if row.performed is not None:
            bests = bests.and_set(row.performed.values, look.session.day, look.session.bodyweight)
    return views


def _made(look: Look, bests: Bests, row: Row) -> tuple[Record, ...]:
    if row.performed is None:
        return ()
    return records(bests, row.performed.values, look.session.bodyweight)


def _view(look: Look, row: Row | None, label: str, made: tuple[Record, ...], *, is_now: bool) -> RowView:
    last = at_same_place(look.block, row, look.known)
    values = _values(look, row, last, is_now=is_now)
    star = stars(made)
    if is_now and look.text:
        star = "PR" if look.records else ""
    elif is_now and not look.is_editing and look.records:
        star = "PR"
    return RowView(
        mark=_mark(row, is_now=is_now),
        is_now=is_now,
        label=_typed_label(look, label) if is_now else label,
        last=short(last, look.block.exercise.measure, look.known.unit) if last else "",
        cells=_cells(look, values, row, is_now=is_now),
        star=star,
        note=_remark(row.performed.values) if row and row.performed else "",
    )


def _remark(values: SetValues) -> str:
    """What is to be said of a done set besides its numbers."""
    failed = ["to failure"] if values.kind is SetKind.FAILURE else []
    return " · ".join([*failed, *([f"“{one_line(values.note)}”"] if values.note else [])])


def _values(look: Look, row: Row | None, last: SetValues | None, *, is_now: bool) -> SetValues | None:
    """What a row shows: the set done or shown, else the plan, else last time's; never an iterated guess."""
    if is_now:
        return look.shown
    if row is not None and row.performed is not None:
        return row.performed.values
    if row is None or row.planned is None:
        return None
    target = row.planned.target
    if target.load is None and target.reps_lo is None and target.seconds is None and target.distance is None:
        return last
    reps = target.reps_lo if target.reps_lo is not None else target.reps_hi
    load = target.load or (last.load if last else None)
    return SetValues(load, reps, target.seconds, target.distance, None, target.kind)


def _columns(look: Look) -> tuple[str, ...]:
    unit = look.known.unit.value.upper()
    measure = look.block.exercise.measure
    if measure is Measure.WEIGHT:
        return (unit, "REPS", "RPE", "e1RM")
    if measure is Measure.BODYWEIGHT:
        return (unit, "REPS", "RPE")
    return (unit, "TIME", "RPE") if measure is Measure.TIME else ("DISTANCE", "TIME", "RPE")


def _cells(look: Look, values: SetValues | None, row: Row | None, *, is_now: bool) -> tuple[str, ...]:
    columns = len(_columns(look))
    if values is None:
        return (DOT,) * columns
    measure = look.block.exercise.measure
    effort = DOT if values.rpe10 is None else rpe_text(values.rpe10)
    if measure is Measure.DISTANCE:
        time = DOT if values.seconds is None else clock(values.seconds)
        return (amount_cell(values, measure), time, effort)
    load = load_cell(values.load, measure, look.known.unit)
    amount = amount_cell(values, measure)
    if measure in COUNTED and not is_now and row and row.performed is None and row.planned:
        amount = reps_range(row.planned.target) or amount
    if measure is not Measure.WEIGHT:
        return (load, amount, effort)
    estimate = set_e1rm(measure, values)
    return (load, amount, effort, DOT if estimate is None else f"{estimate:.0f}")


def _mark(row: Row | None, *, is_now: bool) -> Mark:
    if row is not None and row.performed is not None:
        return Mark.DONE
    if row is not None and row.planned is not None and row.planned.state is PlanState.SKIPPED:
        return Mark.SKIPPED
    return Mark.NOW if is_now else Mark.OPEN


def _typed_label(look: Look, label: str) -> str:
    """The label as it will be once the typed line is logged."""
    if not look.text or look.shown is None:
        return label
    marks = {SetKind.WARMUP: "W", SetKind.DROP: "D"}
    return marks.get(look.shown.kind, label if label not in marks.values() else "·")


def _label_after(block: SessionExercise) -> str:
    return str(sum(kind_of(row) not in {SetKind.WARMUP, SetKind.DROP} for row in block.rows) + 1)
