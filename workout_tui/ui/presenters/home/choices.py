"""The list of workouts on Home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.presenters import when
from workout_tui.ui.presenters.home.view import Spot
from workout_tui.ui.presenters.names import short_names
from workout_tui.ui.presenters.rows import EMPTY, HEAD, cell, cut, styled, two_ends

if TYPE_CHECKING:
    from workout_tui.model.overview import Choice
    from workout_tui.ui.presenters.home.view import HomeView


def list_head(view: HomeView, width: int) -> Content:
    """The head of the list, with the empty workout in it."""
    marked = view.spot.kind == "empty"
    empty = Content.assemble(("0", "bold $now"), (" empty one", "bold $now" if marked else "$dim"))
    if marked:
        empty = Content.assemble((f" {view.glyphs.now} ", "$now"), empty, " ").stylize_before("on $now-bg")
    last = styled("last done", "$faint")
    return two_ends(styled("WORKOUTS", HEAD), Content.assemble(empty, "        ", last), width)


def list_rows(view: HomeView, width: int, room: int) -> list[Content]:
    """The workouts: in two rows each where there is room, else as many as fit around the marked one."""
    choices = view.home.workouts
    if not choices:
        return [cut(row, width, view.glyphs.dots) for row in _none(view)[:room]]
    height = 2 if view.tall and room >= 2 * len(choices) else 1
    spaced = room >= (height + 1) * len(choices) - 1
    first, last = window(len(choices), room, view.spot.place if view.spot.kind == "choice" else 0)
    first, last = (first, last) if height == 1 else (0, len(choices))
    draw = _tall_choice if height == 2 else _choice
    rows: list[Content] = []
    for place in range(first, last):
        rows += draw(choices[place], view, width, marked=view.spot == Spot("choice", place))
        rows += [EMPTY] if spaced and place < last - 1 else []
    if last < len(choices) and len(rows) > 1:
        rows[-1] = styled(f"   {view.glyphs.up_down} {len(choices) - last + 1} more", "$dim")
    return rows


def _none(view: HomeView) -> list[Content]:
    """What to begin with where there is no workout to start from."""
    key, times = view.glyphs.key, view.glyphs.times
    ways = [
        (key("home.programs", "o"), "programs", f"full body, upper / lower, 5{times}5 and others, ready to begin"),
        (key("home.new", "n"), "a new one", "its exercises, sets and loads as you write them"),
        (key("home.empty", "0"), "an empty one", "add exercises as you go"),
        (key("home.history", "h"), "history", "a workout that was done becomes one to start from"),
    ]
    rows = [Content.assemble(cell(styled(way, "bold $now"), 3), cell(styled(what), 14)) for way, what, _ in ways]
    return [Content.assemble(row, (about, "$faint")) for row, (_, _, about) in zip(rows, ways, strict=True)]


def window(total: int, room: int, marked: int) -> tuple[int, int]:
    """Which of `total` rows are shown in `room` rows so that the marked one is among them, not at a hidden edge."""
    room = max(1, room)
    if total <= room:
        return 0, total
    # The last row of a window that goes on says so: the mark keeps clear of it.
    first = min(max(0, marked - max(0, room - 2)), total - room)
    return first, first + room


def _choice(choice: Choice, view: HomeView, width: int, *, marked: bool) -> list[Content]:
    name_width = min(max(len(one.title) for one in view.home.workouts), max(13, width // 3))
    days = _days(choice, view)
    name = cell(styled(choice.title, "bold" if marked else ""), name_width, dots=view.glyphs.dots)
    row = Content.assemble(_number(choice, view, marked=marked), name, "  ")
    most = width - row.cell_length - days.cell_length - 3
    exercises = cell(styled(_exercises(choice), "$dim" if marked else "$faint"), max(0, most), dots=view.glyphs.dots)
    return [_tinted(Content.assemble(row, exercises, "   ", days), width, marked=marked)]


def _tall_choice(choice: Choice, view: HomeView, width: int, *, marked: bool) -> list[Content]:
    title = Content.assemble(_number(choice, view, marked=marked), styled(choice.title, "bold" if marked else ""))
    return [
        _tinted(two_ends(title, _days(choice, view), width), width, marked=marked),
        _tinted(
            cut(styled(f"   {_exercises(choice)}", "$dim" if marked else "$faint"), width - 1, view.glyphs.dots),
            width,
            marked=marked,
        ),
    ]


def _number(choice: Choice, view: HomeView, *, marked: bool) -> Content:
    """The key of a workout; marked it becomes the bar of what is now."""
    digit = str(choice.number) if choice.number < 10 else " "
    if marked:
        return Content.assemble((digit, "bold $on-now on $now"), (f" {view.glyphs.now}", "$now"))
    return styled(f"{digit}  ", "bold $now")


def _exercises(choice: Choice) -> str:
    return " · ".join(short_names(choice.exercises))


def _days(choice: Choice, view: HomeView) -> Content:
    return styled(when.since(choice.last_done, view.home.today), "$dim")


def _tinted(row: Content, width: int, *, marked: bool) -> Content:
    return cell(row, width).stylize_before("on $now-bg") if marked else row
