"""One session in full: every set of every exercise, the records, the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.model.plan import SetKind
from workout_tui.model.records import RecordKind
from workout_tui.model.repeats import session_repeats
from workout_tui.ui.presenters import amounts, when
from workout_tui.ui.presenters.history.listing import minutes_text
from workout_tui.ui.presenters.rows import EMPTY, cut, styled, two_ends, wrapped
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.model.exercise import Exercise
    from workout_tui.model.looking_back import MadeRecord
    from workout_tui.model.session import SessionExercise, SetValues
    from workout_tui.ui.presenters.history.view import SessionView

_LETTERS = {SetKind.WARMUP: "w", SetKind.DROP: "d", SetKind.FAILURE: "f"}
_GAP = "  "
_NOTE_ROWS = 6


def head(view: SessionView, width: int) -> Content:
    """Name, day and duration; at the right end where the copy in the sheet stands."""
    one = view.session
    minutes = round(((one.ended_at or one.started_at) - one.started_at) / 60_000)
    times = f"{when.full(one.day)} · {minutes_text(minutes)}"
    sign = styled(f"{view.sign[0]} {view.sign[2]}", f"${view.sign[1]}") if view.sign else EMPTY
    return two_ends(Content.assemble(styled(one.title, "bold"), _GAP * 2, styled(times, "$dim")), sign, width)


def body(view: SessionView, width: int) -> list[Content]:
    """What is to be doubted, the exercises with their sets, a blank row between, then the notes."""
    rows = _doubts(view, width)
    for block in view.session.exercises:
        if block.performed:
            rows += [*([EMPTY] if rows else []), *_exercise(block, view, width)]
    if not rows:
        rows = [styled("No set was logged in it.", "$dim")]
    return rows + _notes(view, width)


def pane(view: SessionView, width: int, height: int) -> list[Content]:
    """The session beside the list: what does not fit is left out, and said."""
    rows = [head(view, width), EMPTY, *body(view, width)]
    if len(rows) > height:  # first the air goes, then the end
        rows = [rows[0], EMPTY, *(row for row in rows[1:] if row.cell_length)]
    if len(rows) > height:
        rows = [*rows[: max(0, height - 1)], Content.assemble((view.glyphs.enter, "bold $now"), (" all of it", "$dim"))]
    return rows


def _exercise(block: SessionExercise, view: SessionView, width: int) -> list[Content]:
    record = view.records.get(block.exercise.uid)
    made = record is not None and any(one.uid == record.set_uid for one in block.performed)
    words = f"{view.glyphs.record} {record_words(record, block.exercise, view)}" if record and made else ""
    name = f"{block.superset}  {block.exercise.name}" if block.superset else block.exercise.name
    sets = [_set(one.values, block.exercise, view) for one in sorted(block.performed, key=lambda one: one.n)]
    rows = [two_ends(styled(name), styled(words, "$pr"), width), *_flowing(sets, width)]
    if block.note:
        rows += [styled(row, "$faint") for row in wrapped(f"“{block.note}”", width, 2, view.glyphs.dots)]
    return rows


def _set(values: SetValues, exercise: Exercise, view: SessionView) -> Content:
    text = amounts.set_text(values, exercise.measure, view.glyphs, tight=True) + _LETTERS.get(values.kind, "")
    foreign = values.load is not None and values.load.milli and values.load.unit is not view.unit
    unit = str(values.load.unit) if foreign and values.load else ""
    note = f" “{plain(values.note)}”" if values.note else ""
    style = "$faint" if values.kind is SetKind.WARMUP else "$dim"
    return styled(f"{text}{unit}{note}", style)


def _flowing(parts: Sequence[Content], width: int) -> list[Content]:
    """The parts side by side in as many rows as they need."""
    rows: list[Content] = []
    for part in parts:
        longer = Content.assemble(rows[-1], _GAP, part) if rows else part
        if rows and longer.cell_length <= width:
            rows[-1] = longer
        else:
            rows.append(cut(part, width))
    return rows


def record_words(record: MadeRecord, exercise: Exercise, view: SessionView) -> str:
    """What was beaten: ``e1RM 120``, ``10 at 32.5``, ``heaviest 105``."""
    load = amounts.load_number(record.values.load, exercise.measure, view.glyphs)
    unit = record.values.load.unit if record.values.load else view.unit
    match record.kind:
        case RecordKind.E1RM:
            return f"e1RM {amounts.in_unit(record.e1rm_kg or 0.0, unit)}{'' if unit is view.unit else f' {unit}'}"
        case RecordKind.REPS:
            return f"{record.values.reps} at {load}" if load else f"{record.values.reps} reps"
        case RecordKind.WEIGHT:
            return f"heaviest {load}".rstrip()
        case _:
            return amounts.RECORD_WORDS[record.kind]


def _doubts(view: SessionView, width: int) -> list[Content]:
    """Whether all of it was brought twice over, which other programs have done."""
    if not session_repeats(view.session):
        return []
    edit = view.glyphs.key("session.edit", "e")
    words = f"{view.glyphs.warn} The second half repeats the first, set for set. Done only once? {edit} takes sets out."
    return [styled(row, "$warn") for row in wrapped(words, width, 2, view.glyphs.dots)]


def _notes(view: SessionView, width: int) -> list[Content]:
    one = view.session
    rows: list[Content] = []
    if one.bodyweight is not None:
        number = one.bodyweight.number
        rows += [EMPTY, Content.assemble(("Bodyweight ", "$dim"), f"{number} {one.bodyweight.unit}")]
    if one.note.strip():
        rows += [EMPTY, *(styled(row, "$dim") for row in wrapped(f"“{one.note}”", width, _NOTE_ROWS, view.glyphs.dots))]
    return rows
