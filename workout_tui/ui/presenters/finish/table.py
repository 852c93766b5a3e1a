"""What each exercise came to, and what the next time asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.model.exercise import Measure
from workout_tui.model.plan import SetKind
from workout_tui.model.session import PlanState
from workout_tui.ui.presenters import amounts
from workout_tui.ui.presenters.changes import change, step
from workout_tui.ui.presenters.finish.records import foremost, record_words
from workout_tui.ui.presenters.rows import EMPTY, HEAD, cell, cut, styled
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from workout_tui.model.overview import ExerciseSummary
    from workout_tui.model.session import Row
    from workout_tui.ui.presenters.finish.view import FinishView

_COLUMNS = "$faint"


def table(view: FinishView, width: int, room: int) -> list[Content]:
    """What each exercise came to; each set of it where there is room."""
    exercises = view.summary.exercises
    detailed = view.tall and 1 + 2 * len(exercises) <= room
    spaced = view.tall and 3 * len(exercises) <= room
    columns = _columns(view, width)
    rows = [_table_head(columns, width)]
    for one in exercises:
        rows.append(_exercise(one, view, columns, width))
        rows += [cut(styled(f"  {_sets(one, view)}", "$faint"), width, view.glyphs.dots)] if detailed else []
        rows += [EMPTY] if spaced else []
    if len(rows) > max(1, room) and not spaced:
        hidden = len(rows) - room + 1
        rows = [*rows[: room - 1], styled(f"and {hidden} more", "$dim")]
    return rows[:room]


def _columns(view: FinishView, width: int) -> tuple[int, int]:
    """The widths of names and top sets."""
    names = [plain(one.exercise.name) for one in view.summary.exercises]
    tops = [_top(one, view) for one in view.summary.exercises]
    top_width = max(7, *map(len, tops)) if tops else 7
    fixed = top_width + 4 + 6 + 9 + 9 + (3 if view.wide else 20)
    return min(max(8, *map(len, names)) if names else 8, max(10, width - fixed)), top_width


def _table_head(columns: tuple[int, int], width: int) -> Content:
    name, top_width = columns
    text = f"{'EXERCISE':{name}}  {'TOP SET':{top_width}}  {'SETS':>6}{'VOLUME':>9}{'VS LAST':>10}"
    return styled(text[:width], _COLUMNS)


def _exercise(one: ExerciseSummary, view: FinishView, columns: tuple[int, int], width: int) -> Content:
    name, top_width = columns
    short = one.done < one.total
    row = Content.assemble(
        cell(one.exercise.name, name, dots=view.glyphs.dots),
        "  ",
        cell(styled(_top(one, view), "bold"), top_width),
        "  ",
        cell(styled(f"{one.done}/{one.total}", "$warn" if short else "$dim"), 6, right=True),
        cell(styled(_volume(one, view), "$dim"), 9, right=True),
        cell(change(one.change if one.done else None, view.glyphs), 10, right=True),
    )
    if one.records:
        words = "" if view.wide else " " + record_words(foremost(one.records), view)
        row = Content.assemble(row, "   ", (f"{view.glyphs.record}{words}", "$pr"))
    return cut(row, width, view.glyphs.dots)


def _top(one: ExerciseSummary, view: FinishView) -> str:
    if one.top is None:
        return view.glyphs.dash
    measure = one.exercise.measure
    bare = amounts.without_effort(one.top)
    return amounts.set_text(bare, measure, view.glyphs)


def _volume(one: ExerciseSummary, view: FinishView) -> str:
    if one.exercise.measure in {Measure.TIME, Measure.DISTANCE}:
        return ""
    return amounts.volume_number(one.volume_kg, view.unit, view.glyphs)


def _sets(one: ExerciseSummary, view: FinishView) -> str:
    return "  ".join(filter(None, (_set(row, one, view) for row in one.rows)))


def _set(row: Row, one: ExerciseSummary, view: FinishView) -> str:
    if row.performed is None:
        skipped = row.planned is not None and row.planned.state is PlanState.SKIPPED
        return f"{view.glyphs.dash} skipped" if skipped else f"{view.glyphs.open} open"
    if row.performed.values.kind is SetKind.WARMUP:
        return ""
    return amounts.set_text(row.performed.values, one.exercise.measure, view.glyphs, tight=True)


def next_targets(view: FinishView, width: int, room: int) -> list[Content]:
    """What the next time asks for, and why."""
    lines = view.summary.next_targets
    rows = [Content.assemble(("NEXT TIME", HEAD), (f"   {view.glyphs.key('finish.targets', 't')} the table", "$faint"))]
    if not lines:
        return [*rows, EMPTY, styled("This workout has no targets of its own: next time offers what you did.", "$dim")]
    name = min(max(len(plain(line.exercise.name)) for line in lines), max(10, width - 50))
    sets = [amounts.sets_text(line.targets, view.glyphs) for line in lines]
    most = max(map(len, sets))
    for line, text in zip(lines, sets, strict=True):
        load = amounts.load_number(amounts.top_load(line.targets), line.exercise.measure, view.glyphs)
        row = Content.assemble(
            cell(line.exercise.name, name, dots=view.glyphs.dots), "   ", cell(styled(text, "$dim"), most), "   "
        )
        row = Content.assemble(
            row, cell(styled(load, "bold"), 8, right=True), " ", cell(step(line.delta, view.glyphs), 6)
        )
        rows.append(cut(Content.assemble(row, "  ", styled(line.why, "$dim")), width, view.glyphs.dots))
    return rows[:room]
