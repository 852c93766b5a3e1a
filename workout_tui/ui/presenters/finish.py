"""Finish, drawn: what the session came to, figure by figure and exercise by exercise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.model.exercise import Measure
from workout_tui.model.notation import clock
from workout_tui.model.plan import SetKind
from workout_tui.model.records import RecordKind
from workout_tui.model.session import PlanState
from workout_tui.ui.presenters import amounts, when
from workout_tui.ui.presenters.changes import change, step
from workout_tui.ui.presenters.names import short_names
from workout_tui.ui.presenters.pixels import big
from workout_tui.ui.presenters.rows import EMPTY, cell, cut, fitted, join, styled, two_ends, wrapped
from workout_tui.ui.text import count, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.model.load import Unit
    from workout_tui.model.overview import ExerciseSummary, NewRecord, NextExercise, Summary
    from workout_tui.model.session import Row
    from workout_tui.ui.glyphs import Glyphs

_HEAD = "bold $dim"
_COLUMNS = "$faint"
_RANKS = (
    RecordKind.E1RM,
    RecordKind.WEIGHT,
    RecordKind.TIME,
    RecordKind.DISTANCE,
    RecordKind.REPS,
    RecordKind.VOLUME,
)
"""the kinds of record, foremost first"""
_TILE_GAP = {False: 1, True: 2}


@dataclass(frozen=True, slots=True)
class FinishView:
    """Everything Finish is drawn from."""

    summary: Summary
    unit: Unit
    glyphs: Glyphs
    tall: bool = False
    wide: bool = False
    big: bool = True
    targets: bool = False
    """whether the next targets stand in the place of the table"""
    end_now: bool = False
    """whether the session ends now although its last set was long ago"""
    now: int = 0
    said: tuple[str, str] | None = None
    """a colour token and a message"""

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to save."""
        return not any(row.performed for one in self.summary.exercises for row in one.rows)


def facts(view: FinishView) -> str:
    """Day and times, for the top bar: ``Tue 24 Sep · 17:34 – 18:32``."""
    one, dash = view.summary, view.glyphs.dash
    end = view.now if view.end_now else one.ended_at
    times = f"{when.clock(one.started_at, one.utc_offset_min)} {dash} {when.clock(end, one.utc_offset_min)}"
    return f"{when.full(one.day)}{' · ' if view.glyphs.unicode else ', '}{times}"


def top(view: FinishView, width: int, height: int) -> list[Content]:
    """The headline and the four figures."""
    return fitted([*_headline(view, width), EMPTY, *_tiles(view, width), EMPTY], width, height, view.glyphs)


def main(view: FinishView, width: int, height: int) -> list[Content]:
    """The table of exercises, or the next targets; under it, in a narrow window, the note and what follows."""
    bottom = [] if view.wide else _bottom(view, width)
    room = height - len(bottom)
    rows = (_targets if view.targets else _table)(view, width, max(0, room))
    return fitted([*rows, *[EMPTY] * (room - len(rows)), *bottom], width, height, view.glyphs)


def side(view: FinishView, width: int, height: int) -> list[Content]:
    """The second column of a wide window: the records, the note, what happens after saving."""
    gap = [EMPTY] * (2 if view.tall else 1)
    note = wrapped(view.summary.note or view.glyphs.dash, width, 5, view.glyphs.dots)
    key = Content.assemble(("n", "bold $now"), (" edit", "$dim"))
    rows = [two_ends(styled("NOTE", _HEAD), key, width), EMPTY, *(styled(row) for row in note), *gap]
    rows += [styled("AFTER SAVING", _HEAD), EMPTY, *_after(view, width)]
    if view.summary.records:
        room = height - len(rows) - len(gap) - 2
        rows = [styled("RECORDS", _HEAD), EMPTY, *_records(view, width, room), *gap, *rows]
    return fitted(rows, width, height, view.glyphs)


# The head


def _headline(view: FinishView, width: int) -> list[Content]:
    one = view.summary
    save = EMPTY if view.nothing else Content.assemble((view.glyphs.enter, "bold $now"), (" save", "bold"))
    if view.nothing:
        words = Content.assemble(("Nothing logged.", "bold"), ("  esc back · D discard", "$dim"))
    else:
        since = f"Best volume since {when.spoken(one.best_since, one.day)}." if one.best_since else ""
        state = "so far" if one.open else "done"
        words = join(
            [
                styled(f"{state.capitalize()}." if view.tall else f"{one.title}, {state}.", "bold"),
                styled(since, "$dim"),
            ],
            "  ",
        )
    if not view.tall:
        return [two_ends(cut(words, width - 8, view.glyphs.dots), save, width)]
    room = width - words.cell_length - save.cell_length - 8
    name = big(one.title, "$ink", max(0, room), view.glyphs)
    wide = max(row.cell_length for row in name)
    return [
        name[0],
        two_ends(Content.assemble(cell(name[1], wide), "    ", words), save, width),
        name[2],
    ]


def _tiles(view: FinishView, width: int) -> list[Content]:
    one, gap = view.summary, _TILE_GAP[view.tall]
    wide = (width - 3 * gap) // 4
    number, unit = amounts.volume(one.volume_kg, view.unit)
    stars = " ".join(view.glyphs.record for _ in one.records[: 5 if view.tall else 3])
    tiles = [
        _tile(
            view,
            wide,
            "TIME",
            _minutes(None if view.nothing else one.minutes_change),
            str(_duration(view)),
            "min",
            "$ink",
        ),
        _tile(
            view, wide, "VOLUME", change(None if view.nothing else one.volume_change, view.glyphs), number, unit, "$ink"
        ),
        _tile(view, wide, "SETS", _left_out(view), str(one.done), f"of {one.total}", "$ink"),
        _tile(view, width - 3 * (wide + gap), "RECORDS", styled(stars, "$pr"), str(len(one.records)), "", "$pr"),
    ]
    return [Content(" " * gap).join([tile[row] for tile in tiles]) for row in range(len(tiles[0]))]


def _tile(  # noqa: PLR0917 - one value a part of the tile
    view: FinishView, width: int, name: str, extra: Content, figure: str, unit: str, style: str
) -> list[Content]:
    """A figure on a ground of its own."""
    pad = 2 if view.tall else 1
    inner = width - 2 * pad
    drawn = big(figure, style if figure != "0" else "$faint", inner - len(unit) - 2, view.glyphs)
    if not view.big:
        drawn = [EMPTY, styled(figure, f"bold {style}"), EMPTY]
    across = max(row.cell_length for row in drawn)
    rows = [two_ends(styled(name, _HEAD), extra, inner)]
    rows += [EMPTY] if view.tall else []
    rows += [drawn[0], Content.assemble(cell(drawn[1], across), "  ", (unit, "$dim")), drawn[2]]
    rows = [EMPTY, *rows, EMPTY] if view.tall else rows
    return [Content.assemble(" " * pad, cell(row, inner), " " * pad).stylize_before("on $card") for row in rows]


def _duration(view: FinishView) -> int:
    one = view.summary
    return max(0, round((view.now - one.started_at) / 60_000)) if view.end_now else one.minutes


def _minutes(difference: int | None) -> Content:
    if difference is None:
        return EMPTY
    return styled("same" if not difference else f"{abs(difference)} {'more' if difference > 0 else 'less'}", "$dim")


def _left_out(view: FinishView) -> Content:
    one = view.summary
    if one.open:
        return styled(f"{view.glyphs.warn} {one.open} open", "$warn")
    return styled(f"{one.skipped} {'skipped' if view.tall else 'skip'}", "$dim") if one.skipped else EMPTY


# The table


def _table(view: FinishView, width: int, room: int) -> list[Content]:
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
        words = "" if view.wide else " " + record_words(_foremost(one.records), view)
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


# The next targets


def _targets(view: FinishView, width: int, room: int) -> list[Content]:
    lines = view.summary.next_targets
    rows = [Content.assemble(("NEXT TIME", _HEAD), ("   t the table", "$faint"))]
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


# The note and what follows


def _bottom(view: FinishView, width: int) -> list[Content]:
    note = styled(view.summary.note) if view.summary.note else styled(f"{view.glyphs.dash}   n writes one", "$faint")
    rows = [
        Content.assemble(cell(styled("NOTE", _HEAD), 7), note),
        Content.assemble(cell(styled("AFTER", _HEAD), 7), _kept(view)),
        Content.assemble(cell(styled("NEXT", _HEAD), 7), _rising(view), ("   t", "bold $now"), (" see", "$dim")),
    ]
    if view.nothing:
        rows = []
    if view.said:
        rows = [_said(view, view.said), *rows]
    elif view.summary.idle_end:
        rows = [_idle(view), *rows]
    return [EMPTY, *(cut(row, width, view.glyphs.dots) for row in rows)]


def _after(view: FinishView, width: int) -> list[Content]:
    rows = [_kept(view)]
    rows.append(Content.assemble(_rising(view), ("   t", "bold $now"), (" see", "$dim")))
    if view.said:
        said = wrapped(_said(view, view.said).plain, width, 5, view.glyphs.dots)
        rows += [EMPTY, *(styled(row, f"${view.said[0]}") for row in said)]
    elif view.summary.idle_end:
        rows += [EMPTY, *(styled(row, "$dim") for row in wrapped(_idle(view).plain, width, 3, view.glyphs.dots))]
    return [cut(row, width, view.glyphs.dots) for row in rows]


def _kept(view: FinishView) -> Content:
    return Content.assemble((f"{view.glyphs.done} ", "$done"), "kept on this laptop at once")


def _rising(view: FinishView) -> Content:
    """Which lifts go up: by name while they are few."""
    rising = [line for line in view.summary.next_targets if line.delta and line.delta.milli > 0]
    if not rising:
        return styled("the same targets", "$dim")
    verb = "goes" if len(rising) == 1 else "go"
    what = count(len(rising), "lift") if len(rising) > 3 or view.wide else _listed(rising)
    return Content.assemble((f"{view.glyphs.up} ", "$done"), styled(f"{what} {verb} up{_by(rising, view)}"))


def _listed(lines: Sequence[NextExercise]) -> str:
    names = [plain(name) for name in short_names([line.exercise.name for line in lines])]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _by(lines: Sequence[NextExercise], view: FinishView) -> str:
    steps = {str(line.delta) for line in lines}
    return f" {steps.pop()}" if len(steps) == 1 and not view.wide else " next time"


def _idle(view: FinishView) -> Content:
    """The end was set back to the last set; one key says otherwise."""
    one = view.summary
    last = when.clock(one.ended_at, one.utc_offset_min)
    if view.end_now:
        return Content.assemble(
            (f"Ends now; the last set was at {last}.   ", "$dim"), ("e", "bold $now"), (" end there", "$dim")
        )
    return Content.assemble(
        (f"Ends with the last set at {last}, {when.ago(one.ended_at, view.now)}.   ", "$dim"),
        ("e", "bold $now"),
        (" end now", "$dim"),
    )


def _said(view: FinishView, said: tuple[str, str]) -> Content:
    token, words = said
    mark = {"warn": view.glyphs.warn, "bad": view.glyphs.bad}.get(token, view.glyphs.done)
    return Content.assemble((f"{mark} ", f"${token}"), styled(words))


# Records


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


def _foremost(records: Sequence[NewRecord]) -> NewRecord:
    """The one worth the room when there is room for one."""
    return min(records, key=lambda one: _RANKS.index(one.kind))


def _records(view: FinishView, width: int, room: int) -> list[Content]:
    """The records by exercise: all of each while there is room, else a row an exercise."""
    by_exercise = [one.records for one in view.summary.exercises if one.records]
    full = sum(len(records) + 1 for records in by_exercise)
    if full <= room:
        air = [EMPTY] if full + len(by_exercise) - 1 <= room else []
        rows: list[Content] = []
        for records in by_exercise:
            rows += [*(air if rows else []), _record_name(records[0], view), *(_beaten(one, view) for one in records)]
    else:
        rows = [_record_row(_foremost(records), view) for records in by_exercise]
    if len(rows) > room:
        rows = [*rows[: max(0, room - 1)], styled(f"  {count(len(view.summary.records), 'record')} in all", "$dim")]
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
