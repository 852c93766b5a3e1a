"""The ? page, drawn: commands by section at the left, what can be typed at the right."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.log.paint.signs import in_signs
from workout_tui.ui.presenters.rows import cell, cut, styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.ui.commands import Command
    from workout_tui.ui.glyphs import Glyphs

_KEY = 12
_GAP = 2


def page(
    commands: Sequence[Command], forms: Sequence[tuple[str, str]], width: int, height: int, *, glyphs: Glyphs
) -> list[Content]:
    """Two columns; without forms the sections flow into the second one."""
    lines = sections(commands)
    left = _column(lines, glyphs, heads=not forms or sum(1 + len(rows) for _, rows in lines) <= height)
    right = [styled("TYPE A SET", "bold $dim"), *(_line(form, words, glyphs) for form, words in forms)] if forms else []
    if not forms and len(left) > height:
        left, right = left[:height], left[height:]
    if len(right) > height:
        right = right[1:]
    return _side_by_side(left[:height], right[:height], width, glyphs)


def sections(commands: Sequence[Command]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The commands that are listed, by section: how the keys are written, and what they do.

    Commands that share a line share the words they begin with: “skip set” and “skip exercise” are
    “skip set, exercise”.
    """
    found = []
    listed = [command for command in commands if command.section]
    for section, group in groupby(listed, key=lambda command: command.section):
        rows: list[tuple[str, str]] = []
        is_joined = False
        for command in group:
            if is_joined and rows:
                shown, words = rows[-1]
                gap = " " if not command.help else "  "
                rows[-1] = (f"{shown}{gap}{command.shown}", _joined(words, command.help))
            else:
                rows.append((command.shown, command.help))
            is_joined = command.with_next
        found.append((section, rows))
    return found


def _joined(words: str, more: str) -> str:
    if not more:
        return words
    first, second = words.split(), more.split()
    same = 0
    while same < min(len(first), len(second)) - 1 and first[same] == second[same]:
        same += 1
    return f"{words}, {' '.join(second[same:])}"


def _column(lines: Sequence[tuple[str, Sequence[tuple[str, str]]]], glyphs: Glyphs, *, heads: bool) -> list[Content]:
    rows = []
    for section, pairs in lines:
        rows += [styled(section, "bold $dim")] if heads else []
        rows += [_line(shown, words, glyphs) for shown, words in pairs]
    return rows


def _line(shown: str, words: str, glyphs: Glyphs) -> Content:
    key = in_signs(shown, glyphs)
    return Content.assemble(
        "  ", cell(styled(key, "bold $now"), max(_KEY, len(key) + 1)), (in_signs(words, glyphs), "$dim")
    )


def _side_by_side(left: Sequence[Content], right: Sequence[Content], width: int, glyphs: Glyphs) -> list[Content]:
    if not right:
        return [cut(row, width, glyphs.dots) for row in left]
    # What the shorter column does not need, the other one may have.
    spare = width - max(row.cell_length for row in right)
    half = max(width // 2, min(max(row.cell_length for row in left) + _GAP, spare))
    rows = []
    for place in range(max(len(left), len(right))):
        first = left[place] if place < len(left) else Content()
        second = right[place] if place < len(right) else Content()
        rows.append(
            Content.assemble(cell(first, half, dots=glyphs.dots), cut(second, width - half, glyphs.dots)).rstrip()
        )
    return rows
