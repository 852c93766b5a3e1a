"""Settings, drawn: sections of rows, the marked one tinted, and a line on what the marked one can be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from workout_tui.ui.presenters.rows import EMPTY, HEAD, barred, cell, fitted, styled, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.logbook.preferences import Setting
    from workout_tui.ui.glyphs import Glyphs

_MOST_LABEL = 36
_MOST_SAID = 3
_WIDEST = 110


@dataclass(frozen=True, slots=True)
class SettingsView:
    """What stands on the screen."""

    sections: tuple[tuple[str, tuple[Setting, ...]], ...]
    """each with its title"""
    marked: int
    """the place of the marked one among all of them"""
    glyphs: Glyphs
    tall: bool

    @property
    def label_width(self) -> int:
        """Columns for the names of the settings."""
        longest = max((len(one.label) for _, settings in self.sections for one in settings), default=0)
        return min(longest + 3, _MOST_LABEL)


def page(view: SettingsView, width: int, height: int) -> list[Content]:
    """As many rows as fit around the marked one."""
    rows, marked = _rows(view, min(width, _WIDEST))
    first = _first(len(rows), height, marked)
    last = min(first + height, len(rows))
    if last < len(rows):
        while last - first > 2 and not rows[last - 2].is_setting:  # no head without a setting under it
            last -= 1
    shown = [row.content for row in rows[first:last]]
    if first:
        shown[0] = _more(rows[: first + 1], view)
    if last < len(rows):
        shown[-1] = _more(rows[last - 1 :], view)
    return fitted(shown, width, height, view.glyphs)


def line(setting: Setting | None, said: tuple[str, str] | None, width: int, glyphs: Glyphs) -> list[Content]:
    """What has just happened (a token and words), or else what the marked setting can be."""
    if said is not None:
        token, words = said
        mark = {"warn": glyphs.warn, "bad": glyphs.bad, "done": glyphs.done}[token]
        rows = [styled(row) for row in wrapped(words, width - len(mark) - 1, _MOST_SAID, glyphs.dots)]
        rows[0] = Content.assemble((f"{mark} ", f"${token}"), rows[0])
    else:
        words = f"{setting.label} can be {setting.allowed}" if setting and setting.allowed else ""
        rows = [styled(words, "$dim")]
    return fitted(rows, width, _MOST_SAID, glyphs)


class _Row(NamedTuple):
    content: Content
    is_setting: bool = False
    """not a head, nor the gap before one"""


def _rows(view: SettingsView, width: int) -> tuple[list[_Row], int]:
    """All rows, and the place of the marked one among them."""
    rows: list[_Row] = []
    place = marked = 0
    for title, settings in view.sections:
        rows += [_Row(EMPTY)] if rows and view.tall else []
        rows.append(_Row(styled(title, HEAD)))
        for setting in settings:
            if place == view.marked:
                marked = len(rows)
            rows.append(_Row(_row(setting, view, width, marked=place == view.marked), is_setting=True))
            place += 1
    return rows, marked


def _row(setting: Setting, view: SettingsView, width: int, *, marked: bool) -> Content:
    about = _choices(setting) if marked and len(setting.choices) > 1 else styled(setting.about, "$faint")
    row = Content.assemble(
        cell(styled(setting.label), view.label_width - 2, dots=view.glyphs.dots),
        "  ",
        styled(setting.value, "bold $now" if marked else "bold"),
        "   ",
        about,
    )
    if marked:
        return barred([row], width, view.glyphs, "now", "now-bg")[0]
    return Content.assemble("  ", cell(row, width - 2, dots=view.glyphs.dots))


def _choices(setting: Setting) -> Content:
    return (
        Content(" · ")
        .join([styled(one, "bold $ink" if one == setting.value else "$dim") for one in setting.choices])
        .stylize_before("$dim")
    )


def _first(total: int, height: int, marked: int) -> int:
    """The first row shown; the mark keeps clear of the edges that say how much more there is."""
    if total <= height:
        return 0
    return min(max(0, marked - height // 2), total - height)


def _more(hidden: Sequence[_Row], view: SettingsView) -> Content:
    return styled(f"  {view.glyphs.up_down} {sum(row.is_setting for row in hidden)} more", "$dim")


def places(sections: Sequence[tuple[str, tuple[Setting, ...]]]) -> list[int]:
    """The place of the first setting of each section: where tab leads."""
    found, place = [], 0
    for _, settings in sections:
        found.append(place)
        place += len(settings)
    return found
