"""What only the lifter can decide: how it was, how it is here, how it stands in the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.sync.asking import Choice
from workout_tui.ui.presenters import when
from workout_tui.ui.presenters.rows import EMPTY, HEAD, barred, cell, cut, styled, two_ends, wrapped
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.sync.overview import Line, Review
    from workout_tui.ui.presenters.sync.view import SyncView

_LABEL = 0.3
"""the share of the width that the names take"""
_END, _WIDE_END = 3, 11
"""columns for what was decided: its mark, and in a wide window its word"""
_WIDE = 100
_SET = ", set "
_WORDS = 3
_SMALLEST = 7


def review(view: SyncView, width: int, room: int) -> list[Content]:
    """The reviews of the session the marked one belongs to, and what each key would do."""
    one = view.review
    if one is None or room < _SMALLEST:
        return []
    below = _asked(one, view, width)
    rows, at = _rows(view, one, width)
    left = max(1, room - 2 - len(below))
    first = max(0, min(at - left // 2, len(rows) - left))
    return [_head(one, view, width), _columns(width), *rows[first : first + left], *below][:room]


def _head(one: Review, view: SyncView, width: int) -> Content:
    between = " · " if view.glyphs.unicode else ", "
    what = between.join(part for part in (when.full(one.day) if one.day else "", plain(one.title)) if part)
    place = f"  {view.marked + 1} of {len(view.page.reviews)}   "
    left = Content.assemble(("TO REVIEW", HEAD), (place, "bold $warn"), styled(what))
    return two_ends(left, Content(), width)


def _widths(width: int) -> tuple[int, int]:
    label = int((width - 2) * _LABEL)
    return label, (width - 2 - label - (_WIDE_END if width >= _WIDE else _END)) // 3


def _columns(width: int) -> Content:
    label, column = _widths(width)
    return styled(f"  {'':{label}}{'WAS':{column}}{'THIS LAPTOP':{column}}{'SHEET':{column}}".rstrip(), "$faint")


def _rows(view: SyncView, marked: Review, width: int) -> tuple[list[Content], int]:
    """All rows of the session, and where the marked one begins."""
    rows: list[Content] = []
    at = 0
    for one in together(view.page.reviews, marked):
        drawn = [_line(line, one, view, width) for line in one.lines]
        if one.id == marked.id:
            at = len(rows)
            drawn = [_under_mark(row, view, width) for row in drawn]
        else:
            drawn = [Content.assemble("  ", row) for row in drawn]
        rows += drawn
    return rows, at


def together(reviews: Sequence[Review], marked: Review) -> tuple[Review, ...]:
    """The reviews of the same session; of none, only itself."""
    if not marked.session_uid:
        return (marked,)
    return tuple(one for one in reviews if one.session_uid == marked.session_uid)


def _under_mark(row: Content, view: SyncView, width: int) -> Content:
    return barred([row], width, view.glyphs, "now", "now-bg")[0]


def _line(line: Line, one: Review, view: SyncView, width: int) -> Content:
    label, column = _widths(width)
    here, sheet = ("bold", "bold $warn") if line.differs else ("$dim", "$dim")
    if one.choice == Choice.HERE:
        here, sheet = "bold $done", "$faint"
    was, laptop, there = _without_unit(line)
    cells = ((was, "$dim"), (laptop, here), (there, sheet))
    drawn = [_cell(text, style, column, view) for text, style in cells]
    name = cell(styled(_named(line.label, label - 1, view), "" if line.differs else "$dim"), label)
    return Content.assemble(name, *drawn, _end(line, one, view, width))


def _cell(text: str, style: str, room: int, view: SyncView) -> Content:
    text = text.replace("×", view.glyphs.times)
    return Content.assemble(cell(styled(text, style), room - 1, dots=view.glyphs.dots), " ")


def _named(label: str, room: int, view: SyncView) -> str:
    """The name of a row; what is cut is the exercise, never the number of the set."""
    name, sign, number = label.rpartition(_SET)
    rest = f"{sign}{number}"
    return f"{cut(styled(name), max(4, room - len(rest)), view.glyphs.dots).plain}{rest}" if sign else label


def _without_unit(line: Line) -> tuple[str, str, str]:
    """What stands on the three sides; a unit that all have is left out."""
    sides = (line.was, line.here, line.sheet)
    for unit in (" kg ", " lb "):
        if all(unit in side for side in sides):
            return tuple(side.replace(unit, " ", 1) for side in sides)  # type: ignore[return-value]
    return sides


def _end(line: Line, one: Review, view: SyncView, width: int) -> Content:
    if one.choice == Choice.HERE:
        return styled(f"{view.glyphs.done}{' laptop' if width >= _WIDE else ''}", "$done")
    return styled(view.glyphs.differs, "$warn") if line.differs else styled("")


def _asked(one: Review, view: SyncView, width: int) -> list[Content]:
    """What happened, and what each answer does."""
    dots = view.glyphs.dots
    words = [Content.assemble("  ", styled(row)) for row in wrapped(one.words, width - 4, _WORDS, dots)]
    if one.choice:
        back = Content.assemble(
            ("  ", ""),
            ("Done when you leave this page.  ", "$dim"),
            (view.key("undo", "u"), "bold $now"),
            (" not so", "$dim"),
        )
        return [EMPTY, *words, back]
    laptop = _answer(view.key("laptop", "l"), "laptop", one.if_here, width, dots)
    sheet = _answer(view.key("take", "s"), "sheet", one.if_sheet, width, dots)
    of_all = []
    if len(together(view.page.reviews, one)) > 1:
        keys = f"{view.key('laptops', 'L')} {view.key('takes', 'S')}"
        of_all = [Content.assemble("  ", (keys, "bold $now"), styled(f"  for all of {one.title}", "$dim"))]
    return [EMPTY, *words, laptop, sheet, *of_all]


def _answer(key: str, what: str, does: str, width: int, dots: str) -> Content:
    row = Content.assemble("  ", (key, "bold $now"), (f"  {what:8}", ""), styled(does, "$dim"))
    return cell(row, width, dots=dots).rstrip()
