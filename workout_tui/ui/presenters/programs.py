"""The programs of a lifter and those that come with the program, and the days of the marked one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.model.plan import ProgramKind
from workout_tui.model.program import days
from workout_tui.ui.presenters import amounts, when
from workout_tui.ui.presenters.editor.table import rule_words
from workout_tui.ui.presenters.home.choices import window
from workout_tui.ui.presenters.names import short_names
from workout_tui.ui.presenters.rows import EMPTY, HEAD, cell, fitted, styled, two_ends, wrapped
from workout_tui.ui.text import count, plain

if TYPE_CHECKING:
    from datetime import date

    from workout_tui.model.plan import Program, Template
    from workout_tui.model.program import Standing
    from workout_tui.ui.glyphs import Glyphs

_LIST = 45
"""columns of the list in a wide window"""


@dataclass(frozen=True, slots=True)
class Offered:
    """A program in the list."""

    program: Program
    is_own: bool
    about: str = ""
    """what a starter says of itself"""


@dataclass(frozen=True, slots=True)
class ProgramsView:
    """Everything the screen is drawn from."""

    offered: tuple[Offered, ...]
    """the lifter's own first"""
    marked: int
    standing: Standing | None
    today: date
    glyphs: Glyphs
    tall: bool = False
    wide: bool = False
    said: tuple[str, str] | None = None
    """a colour token and a message"""

    @property
    def one(self) -> Offered | None:
        """The marked one."""
        return self.offered[self.marked] if self.marked < len(self.offered) else None


def page(view: ProgramsView, width: int, height: int) -> list[Content]:
    """The list and the days, side by side or one below the other, and below them what is to be said."""
    tail = [EMPTY, *_said(view, width)] if view.said else []
    room = height - len(tail)
    if view.wide:
        left = _list(view, _LIST, room)
        right = _days(view, width - _LIST - 4, room)
        rows = [
            Content.assemble(cell(_at(left, n), _LIST, dots=view.glyphs.dots), "    ", _at(right, n))
            for n in range(max(len(left), len(right)))
        ]
    else:
        needed = 1 + (len(days(view.one.program)) if view.one else 0)
        below = min(needed + 1, room // 2)
        rows = _list(view, width, room - below - 1)
        rows = [*rows, EMPTY, *_days(view, width, room - len(rows) - 1)]
    spare = [EMPTY] * (room - len(rows))
    return fitted([*rows, *spare, *tail], width, height, view.glyphs)


def facts(view: ProgramsView) -> list[Content | str]:
    """What the top bar says."""
    stands = view.standing
    if stands is None:
        return [Content.styled("Programs", "bold"), "none leads what comes next"]
    if stands.next_day is None:
        return [Content.styled("Programs", "bold"), plain(f"{stands.program.name} is done")]
    why = [plain(stands.why)] if view.wide else []
    return [Content.styled("Programs", "bold"), plain(f"next {stands.next_day.name}"), *why]


def _list(view: ProgramsView, width: int, room: int) -> list[Content]:
    heads = 1 + (1 if any(not one.is_own for one in view.offered) else 0)
    first, last = window(len(view.offered), max(1, room - heads - 1), view.marked)
    rows: list[Content] = []
    for is_own, group in groupby(range(first, last), key=lambda place: view.offered[place].is_own):
        rows += [EMPTY] if rows else []
        rows.append(styled("YOURS" if is_own else "TO BEGIN WITH", HEAD))
        rows += [_row(view, place, width) for place in group]
    return rows[:room] if rows else [styled("No programs yet.", "$faint")]


def _row(view: ProgramsView, place: int, width: int) -> Content:
    offered, marked, glyphs = view.offered[place], place == view.marked, view.glyphs
    runs = view.standing is not None and view.standing.program.uid == offered.program.uid
    sign = f"{glyphs.now} " if runs else "  "
    words = Content.styled("under way", "$now") if runs else styled(_kind(offered), "$dim" if marked else "$faint")
    name = Content.assemble((sign, "$now"), styled(offered.program.name, "bold" if marked or runs else ""))
    row = two_ends(Content.assemble("  ", name), words, width - 1)
    if not marked:
        return row
    bar = Content.styled(glyphs.bar, "$now")
    return cell(Content.assemble(bar, row[1:]), width).stylize_before("on $now-bg")


def _kind(offered: Offered) -> str:
    """``3 days in turn``, ``6 weeks``, ``4 workouts``."""
    many = len(days(offered.program))
    if offered.program.kind is ProgramKind.CYCLE:
        return f"{count(many, 'day')} in turn"
    if offered.program.kind is ProgramKind.LOOSE:
        return count(many, "workout")
    weeks = len({day.week for day in days(offered.program)})
    return f"{count(weeks, 'week')}, {count(many, 'day')}"


def _days(view: ProgramsView, width: int, room: int) -> list[Content]:
    one = view.one
    if one is None or room < 2:
        return []
    order = days(one.program)
    stands = view.standing if view.standing and view.standing.program.uid == one.program.uid else None
    following = next((n for n, day in enumerate(order) if stands and day == stands.next_day), 0)
    first, last = window(len(order), room - 1, following)
    label = "WORKOUTS" if one.program.kind is ProgramKind.LOOSE else "DAYS"
    rows = [two_ends(styled(label, HEAD), _when(view, one, stands), width)]
    rows += [_day(view, order, place, stands, width) for place in range(first, last)]
    for day in (*order[following:], *order[:following]) if view.wide else ():
        more = _exercises(view, day, width)
        if len(rows) + len(more) <= room:
            rows += more
    return rows


def _exercises(view: ProgramsView, day: Template, width: int) -> list[Content]:
    """What a day asks for, an exercise a row."""
    rows = [EMPTY, styled(day.name, "bold")]
    for one in day.exercises:
        load = amounts.load_number(amounts.top_load(one.targets), one.exercise.measure, view.glyphs)
        row = Content.assemble(
            "  ", cell(styled(one.exercise.name, "$dim"), 22, dots=view.glyphs.dots), "  ",
            cell(styled(amounts.sets_text(one.targets, view.glyphs)), 12, dots=view.glyphs.dots),
            cell(styled(load, "bold"), 7, right=True), "   ",
            styled(rule_words(one, day.program_kind, ""), "$faint"),
        )  # fmt: skip
        rows.append(cell(row, width, dots=view.glyphs.dots))
    return rows


def _when(view: ProgramsView, one: Offered, stands: Standing | None) -> Content:
    if stands is not None:
        return styled(f"begun {when.short(stands.started_on, view.today)}", "$dim")
    return styled(one.about, "$dim")


def _day(view: ProgramsView, order: tuple[Template, ...], place: int, stands: Standing | None, width: int) -> Content:
    day, glyphs = order[place], view.glyphs
    week = f"{day.week + 1}  " if day.program_kind is ProgramKind.PLAN else ""
    is_next = stands is not None and stands.next_day == day
    mark = _mark(view, day, stands)
    number = Content.styled(
        f"{place + 1}" if place < 9 else " ", "bold $now" if view.one and view.one.is_own else "$faint"
    )
    names = max(len(other.name) for other in order)
    row = Content.assemble(
        number, " ", mark, " ", (week, "$faint"),
        cell(styled(day.name, "bold" if is_next else ""), min(names, width // 2), dots=glyphs.dots), "   ",
        styled(" · ".join(short_names([one.exercise.name for one in day.exercises])), "$dim"),
    )  # fmt: skip
    return cell(row, width, dots=glyphs.dots)


def _mark(view: ProgramsView, day: Template, stands: Standing | None) -> Content:
    """Whether a day was done ``✓``, left out ``–``, or comes next ``▸``."""
    glyphs = view.glyphs
    if stands is None:
        return Content(" ")
    if stands.next_day == day:
        return Content.styled(glyphs.now, "$now")
    last = next((one for one in reversed(stands.taken) if one.template_uid == day.uid), None)
    if last is None:
        return Content.styled(glyphs.open, "$faint")
    return Content.styled(glyphs.skipped, "$dim") if last.is_skipped else Content.styled(glyphs.done, "$done")


def _said(view: ProgramsView, width: int) -> list[Content]:
    if view.said is None:
        return []
    token, words = view.said
    mark = {"warn": view.glyphs.warn, "bad": view.glyphs.bad, "done": view.glyphs.done}.get(token, "")
    first, *more = wrapped(words, width - 4, 2, view.glyphs.dots)
    return [Content.assemble((f"{mark} ", f"${token}"), styled(first)), *(styled(f"  {row}") for row in more)]


def _at(rows: list[Content], n: int) -> Content:
    return rows[n] if n < len(rows) else EMPTY
