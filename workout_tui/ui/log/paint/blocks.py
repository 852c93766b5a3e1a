"""The exercises of the session: a strip above the set in a narrow window, a list beside it in a wide one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.log.paint.signs import in_signs
from workout_tui.ui.log.paint.table import window
from workout_tui.ui.presenters.rows import EMPTY, cell, cut, styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.ui.glyphs import Glyphs
    from workout_tui.ui.log.blocks import BlockView

_DOTS_MOST = 12


def strip(views: Sequence[BlockView], width: int, glyphs: Glyphs) -> Content:
    """One row; the exercise that is on is always in it, with those before it as far as there is room."""
    items = [_item(view, glyphs) for view in views]
    if not items:
        return EMPTY
    now = next((place for place, view in enumerate(views) if view.is_now), 0)
    first = 0
    while first < now and _length(items[first : min(now + 2, len(items))]) > width - 2:
        first += 1
    more = Content.styled(glyphs.dots, "$faint") if first else EMPTY
    row = Content.assemble(more, Content(" ").join(items[first:]))
    return cut(row, width, glyphs.dots)


def listing(views: Sequence[BlockView], width: int, height: int, glyphs: Glyphs) -> list[Content]:
    """A list with a mark for each set; the more exercises, the closer it stands."""
    room = height - 4
    tall = 3 if len(views) * 3 - 1 <= room else 2 if len(views) * 2 <= room else 1
    now = next((place for place, view in enumerate(views) if view.is_now), 0)
    rows = [styled("EXERCISES", "bold $dim"), EMPTY]
    for place in window(len(views), now, room // tall):
        rows += _entry(views[place], width, glyphs, rows=min(tall, 2))
        rows += [EMPTY] if tall == 3 else []
    rows += [] if tall == 3 else [EMPTY]
    return [
        *rows,
        Content.assemble("  ", (glyphs.key("log.add_exercise", "A"), "bold $now"), (" add exercise", "$faint")),
    ]


def _length(items: Sequence[Content]) -> int:
    return sum(item.cell_length + 1 for item in items)


def _title(view: BlockView, name: str) -> str:
    return f"{view.group} {name}" if view.group else name


def _item(view: BlockView, glyphs: Glyphs) -> Content:
    name = _title(view, view.short)
    if view.is_now:
        text = f" {glyphs.now} {name} {view.count} " if view.marks else f" {glyphs.now} {name} "
        return styled(text, "bold $now on $now-bg")
    if view.is_over:
        mark = (glyphs.done, "$done") if view.done else (glyphs.skipped, "$faint")
        return Content.assemble(" ", mark, " ", styled(name, "$dim"), " ")
    return Content.assemble(" ", styled(name, "$dim"), (f" {view.count} " if view.marks else " ", "$faint"))


def _entry(view: BlockView, width: int, glyphs: Glyphs, *, rows: int) -> list[Content]:
    name = _title(view, view.name)
    style = "bold $ink" if view.is_now else "$dim" if view.is_over else "$ink"
    mark = Content.assemble((glyphs.done if view.done else glyphs.skipped, "$done"), " ") if view.is_over else EMPTY
    count = styled(view.count if view.marks else "", "$dim")
    if rows == 1:
        room = width - 2 - mark.cell_length - count.cell_length - 1
        lines = [Content.assemble(mark, cell(styled(name, style), room, dots=glyphs.dots), " ", count)]
    else:
        lines = [Content.assemble(mark, styled(name, style)), Content.assemble(_dots(view, glyphs), "  ", count)]
    return [
        _barred(line, width, glyphs) if view.is_now else Content.assemble("  ", _fit(line, width, glyphs))
        for line in lines
    ]


def _fit(line: Content, width: int, glyphs: Glyphs) -> Content:
    return cut(line, width - 2, glyphs.dots)


def _barred(line: Content, width: int, glyphs: Glyphs) -> Content:
    row = Content.assemble((glyphs.bar, "$now"), " ", cell(line, width - 2, dots=glyphs.dots))
    return row.stylize_before("on $now-bg")


def _dots(view: BlockView, glyphs: Glyphs) -> Content:
    if len(view.marks) > _DOTS_MOST:
        return EMPTY
    colour = "$done" if view.is_over else "$now"
    signs = {
        True: (glyphs.full, colour),
        False: (glyphs.empty, "$faint"),
        None: (in_signs("–", glyphs), "$faint"),
    }
    return Content.assemble(*(signs[mark] for mark in view.marks)) if view.marks else EMPTY
