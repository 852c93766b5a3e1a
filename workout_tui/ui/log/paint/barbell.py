"""One side of the bar as a picture, with the plates in figures below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from workout_tui.ui.log.paint.signs import in_signs
from workout_tui.ui.presenters.rows import EMPTY, cut, styled, two_ends, wrapped

if TYPE_CHECKING:
    from workout_tui.model.load import Load
    from workout_tui.ui.glyphs import Glyphs
    from workout_tui.ui.log.loading import BarView

_HALVES = 10
"""height of the picture in half rows"""
_SHAFT = 5


class _Disc(NamedTuple):
    width: int
    halves: int
    token: str


_DISCS = (
    (24.0, _Disc(2, 10, "$plate-25")),
    (18.0, _Disc(2, 10, "$plate-20")),
    (13.0, _Disc(2, 8, "$plate-15")),
    (9.0, _Disc(2, 6, "$plate-10")),
    (4.0, _Disc(1, 6, "$plate-5")),
    (2.0, _Disc(1, 4, "$plate-small")),
    (0.0, _Disc(1, 2, "$plate-tiny")),
)
"""from how many kilograms on a plate looks like this"""
_COLLAR = _Disc(1, 4, "$dim")


def barbell(view: BarView, width: int, glyphs: Glyphs) -> list[Content]:
    """The picture, or what could be loaded instead."""
    head = two_ends(styled("EACH SIDE", "bold $dim"), styled(f"{view.bar} bar", "$faint"), width)
    if view.wanted is not None:
        return [head, EMPTY, *_impossible(view, width, glyphs)]
    plates = view.plates.replace("+", " + ") if len(view.plates) * 2 < width else view.plates
    words = cut(styled(plates or "the bare bar"), width, glyphs.dots)
    if not glyphs.unicode:
        return [head, EMPTY, words]
    return [head, EMPTY, *_picture(view.side, width), words]


def _impossible(view: BarView, width: int, glyphs: Glyphs) -> list[Content]:
    words = [styled(line, "$warn") for line in wrapped(f"{view.wanted} can't be loaded", width, 2, glyphs.dots)]
    if view.nearest:
        nearest = " or ".join(load.number for load in view.nearest)
        words.append(styled(in_signs(f"nearest: {nearest} {view.bar.unit}", glyphs), "$dim"))
    return words


def _picture(side: tuple[Load, ...], width: int) -> list[Content]:
    discs = [_disc(plate) for plate in side]
    gap = 1 if _SHAFT + 1 + sum(disc.width + 1 for disc in discs) + 2 <= width else 0
    rows = []
    for row in range(_HALVES // 2):
        is_shaft = row == _HALVES // 4
        ground = "━" if is_shaft else " "
        pieces: list[tuple[str, str]] = [(ground * _SHAFT, "$faint"), _slice(_COLLAR, row)]
        for place, disc in enumerate(discs):
            pieces.append((ground * (gap if place else 0), "$faint"))
            pieces.append(_slice(disc, row))
        drawn = sum(len(text) for text, _ in pieces)
        pieces.append((ground * max(0, min(7, width - drawn)), "$faint"))
        rows.append(Content.assemble(*pieces).truncate(width))
    return rows


def _slice(disc: _Disc, row: int) -> tuple[str, str]:
    """One row of a disc, centred on the bar."""
    rim = (_HALVES - disc.halves) // 2
    upper, lower = (rim <= half < _HALVES - rim for half in (2 * row, 2 * row + 1))
    char = "█" if upper and lower else "▀" if upper else "▄" if lower else " "
    return char * disc.width, disc.token


def _disc(plate: Load) -> _Disc:
    return next(disc for least, disc in _DISCS if plate.kg >= least)
