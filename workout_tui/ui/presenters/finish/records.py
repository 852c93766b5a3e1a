"""The records of a session, in words and in rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.model.notation import clock
from workout_tui.model.records import FOREMOST_FIRST, RecordKind
from workout_tui.ui.presenters import amounts, when
from workout_tui.ui.presenters.rows import EMPTY, cut, styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.model.overview import NewRecord
    from workout_tui.ui.presenters.finish.view import FinishView


def record_words(record: NewRecord, view: FinishView) -> str:
    """What was beaten: ``e1RM 120``, ``heaviest 102.5``, ``10 reps at 32.5``, ``longest``."""
    load = amounts.load_number(record.values.load, record.exercise.measure, view.glyphs)
    match record.kind:
        case RecordKind.E1RM:
            return f"e1RM {amounts.in_unit(record.value, view.unit)}"
        case RecordKind.REPS:
            return f"{record.value:g} reps" + (f" at {load}" if load else "")
        case RecordKind.WEIGHT:
            return f"heaviest {load}".rstrip()
        case _:
            return amounts.RECORD_WORDS[record.kind]


def foremost(records: Sequence[NewRecord]) -> NewRecord:
    """The one worth the room when there is room for one."""
    return min(records, key=lambda one: FOREMOST_FIRST.index(one.kind))


def record_rows(view: FinishView, width: int, room: int) -> list[Content]:
    """The records by exercise: all of each while there is room, else a row an exercise."""
    by_exercise = [one.records for one in view.summary.exercises if one.records]
    full = sum(len(records) + 1 for records in by_exercise)
    if full <= room:
        air = [EMPTY] if full + len(by_exercise) - 1 <= room else []
        rows: list[Content] = []
        for records in by_exercise:
            rows += [*(air if rows else []), _record_name(records[0], view), *(_beaten(one, view) for one in records)]
    else:
        rows = [_record_row(foremost(records), view) for records in by_exercise]
    if len(rows) > room:
        kept = rows[: max(0, room - 1)]
        rows = [*kept, styled(f"  {len(rows) - len(kept)} more", "$dim")]
    return [cut(row, width, view.glyphs.dots) for row in rows]


def _record_name(record: NewRecord, view: FinishView) -> Content:
    return Content.assemble((f"{view.glyphs.record} ", "$pr"), styled(record.exercise.name, "bold"))


def _record_row(record: NewRecord, view: FinishView) -> Content:
    return Content.assemble(_record_name(record, view), "   ", styled(record_words(record, view), "$pr"))


def _beaten(record: NewRecord, view: FinishView) -> Content:
    was = f"was {_was(record, view)}" + (f", {when.short(record.was_day)}" if record.was_day else "")
    return Content.assemble("  ", styled(record_words(record, view), "$pr"), "   ", styled(was, "$dim"))


def _was(record: NewRecord, view: FinishView) -> str:
    match record.kind:
        case RecordKind.REPS:
            return f"{record.was:g}"
        case RecordKind.TIME:
            return clock(round(record.was))
        case RecordKind.DISTANCE:
            return f"{record.was:g} m"
        case RecordKind.VOLUME:
            return " ".join(amounts.volume(record.was, view.unit))
        case _:
            return amounts.in_unit(record.was, view.unit)
