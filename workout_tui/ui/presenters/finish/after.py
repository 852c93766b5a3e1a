"""What is kept, what comes next, and what has to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.sync.state import Phase
from workout_tui.ui.presenters import when
from workout_tui.ui.presenters.names import short_names
from workout_tui.ui.presenters.rows import EMPTY, HEAD, cell, cut, join, styled, wrapped
from workout_tui.ui.text import count, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.model.overview import NextExercise
    from workout_tui.ui.presenters.finish.view import FinishView

_HERE = ("on this laptop", "here")


def lower(view: FinishView, width: int) -> list[Content]:
    """The last rows of a narrow window: note, what is kept, what comes next."""
    none = f"{view.glyphs.dash}   {view.glyphs.key('finish.note', 'n')} writes one"
    note = styled(view.summary.note) if view.summary.note else styled(none, "$faint")
    rows = [
        Content.assemble(cell(styled("NOTE", HEAD), 7), note),
        Content.assemble(cell(styled("AFTER", HEAD), 7), join([_kept(view), *_to_the_sheet(view)])),
        Content.assemble(cell(styled("NEXT", HEAD), 7), _rising(view), *_see(view)),
    ]
    if view.nothing:
        rows = []
    if view.said:
        rows = [_said(view, view.said), *rows]
    elif view.summary.idle_end:
        rows = [_idle(view), *rows]
    return [EMPTY, *(cut(row, width, view.glyphs.dots) for row in rows)]


def after_saving(view: FinishView, width: int) -> list[Content]:
    """The same for the second column, which has a head for the note."""
    rows = [_kept(view), *_to_the_sheet(view)]
    rows.append(Content.assemble(_rising(view), *_see(view)))
    if view.said:
        said = wrapped(_said(view, view.said).plain, width, 5, view.glyphs.dots)
        rows += [EMPTY, *(styled(row, f"${view.said[0]}") for row in said)]
    elif view.summary.idle_end:
        rows += [EMPTY, *(styled(row, "$dim") for row in wrapped(_idle(view).plain, width, 3, view.glyphs.dots))]
    return [cut(row, width, view.glyphs.dots) for row in rows]


def _kept(view: FinishView) -> Content:
    return Content.assemble((f"{view.glyphs.done} ", "$done"), f"kept {_HERE[view.sync is not None]} at once")


def _to_the_sheet(view: FinishView) -> list[Content]:
    """What becomes of it beyond this laptop; nothing without a sheet."""
    if view.sync is None:
        return []
    glyphs, which = view.glyphs, count(view.sync.waiting + 1, "workout")
    if view.sync.phase is Phase.NEEDS_USER:
        why = f"{which} will wait: {glyphs.key('home.sync', 'y')} on Home says why"
        return [Content.assemble((f"{glyphs.warn} ", "$warn"), styled(why, "$dim"))]
    how = "when online" if view.sync.phase is Phase.OFFLINE else "by itself"
    return [Content.assemble((f"{glyphs.waiting} ", "$sync"), (f"{which} to the sheet {how}", "$dim"))]


def _rising(view: FinishView) -> Content:
    """Which lifts go up: by name while they are few."""
    if not view.summary.next_targets:
        return styled("what you did this time", "$dim")
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


def _see(view: FinishView) -> tuple[tuple[str, str], tuple[str, str]]:
    return (f"   {view.glyphs.key('finish.targets', 't')}", "bold $now"), (" see", "$dim")


def _idle(view: FinishView) -> Content:
    """The end was set back to the last set; one key says otherwise."""
    one = view.summary
    last = when.clock(one.ended_at, one.utc_offset_min)
    end = view.glyphs.key("finish.end", "e")
    if view.end_now:
        return Content.assemble(
            (f"Ends now; the last set was at {last}.   ", "$dim"), (end, "bold $now"), (" end there", "$dim")
        )
    return Content.assemble(
        (f"Ends with the last set at {last}, {when.ago(one.ended_at, view.now)}.   ", "$dim"),
        (end, "bold $now"),
        (" end now", "$dim"),
    )


def _said(view: FinishView, said: tuple[str, str]) -> Content:
    token, words = said
    mark = {"warn": view.glyphs.warn, "bad": view.glyphs.bad}.get(token, view.glyphs.done)
    return Content.assemble((f"{mark} ", f"${token}"), styled(words))
