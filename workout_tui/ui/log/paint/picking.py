"""The rows of the exercise picker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.log.paint.signs import in_signs
from workout_tui.ui.log.paint.table import window
from workout_tui.ui.presenters.rows import cell, styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.ui.glyphs import Glyphs
    from workout_tui.ui.log.picking import Option

_NAME = 34


def listing(options: Sequence[Option], now: int, width: int, height: int, glyphs: Glyphs) -> list[Content]:
    """The options around the marked one."""
    if not options:
        return [styled("  nothing like it · type its whole name to add it", "$dim")]
    return [_row(options[place], width, glyphs, is_now=place == now) for place in window(len(options), now, height)]


def _row(option: Option, width: int, glyphs: Glyphs, *, is_now: bool) -> Content:
    number = str(option.number) if option.number else "+" if option.is_new else " "
    name = in_signs(f"new “{option.exercise.name}”", glyphs) if option.is_new else option.exercise.name
    row = Content.assemble(
        (glyphs.bar if is_now else " ", "$now"),
        " ",
        (number, "bold $now"),
        "  ",
        cell(styled(name, "bold $ink" if is_now else "$ink"), min(_NAME, max(10, width - 24)), dots=glyphs.dots),
        "  ",
        styled(in_signs(option.about, glyphs), "$faint"),
    )
    row = cell(row, width, dots=glyphs.dots)
    return row.stylize_before("on $now-bg") if is_now else row
