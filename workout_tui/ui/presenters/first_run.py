"""The first run, drawn: who trains, and what to begin with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.model.load import Unit
from workout_tui.ui.presenters.pixels import big
from workout_tui.ui.presenters.rows import EMPTY, barred, cell, fitted, styled

if TYPE_CHECKING:
    from workout_tui.ui.glyphs import Glyphs

_INDENT = 8


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to begin with."""

    key: str
    title: str
    about: str


EMPTY_WORKOUT = Offer("0", "start an empty workout", "add exercises as you go")

BRING = Offer("i", "bring your history", "from an export of Strong, Hevy and others")
"""a key of its own, never marked: it leads on to another screen"""

SHEET = Offer("g", "use your Google Sheet", "what is in it comes back")
"""the same"""


@dataclass(frozen=True, slots=True)
class OffersView:
    """The second step."""

    title: str
    offers: tuple[Offer, ...]
    marked: int
    glyphs: Glyphs
    tall: bool
    wrong: str = ""
    """what went wrong, when something did"""


def welcome(name: str, width: int, glyphs: Glyphs, *, tall: bool) -> list[Content]:
    """The head of both steps."""
    above = [EMPTY] * 3 if tall else []
    return _indented([*above, *big(name, "$now", width, glyphs)], tall=tall)


def units(chosen: Unit, glyphs: Glyphs) -> Content:
    """The choice of unit."""
    parts = [
        Content.assemble((f"{glyphs.now} ", "$now"), styled(unit, "bold $now"))
        if unit is chosen
        else styled(f"  {unit}", "$dim")
        for unit in Unit
    ]
    return Content("   ").join(parts)


def offers(view: OffersView, width: int, height: int) -> list[Content]:
    """The list of what to begin with, the marked one in the colour of now."""
    inner = min(width, 96) - (_INDENT if view.tall else 0)
    names = max(len(offer.title) for offer in (*view.offers, BRING, SHEET)) + 2
    rows = [styled(view.title), EMPTY]
    for place, offer in enumerate((*view.offers, BRING, SHEET)):
        rows += [_offer(offer, view, inner, names, marked=place == view.marked)]
        rows += [EMPTY] if view.tall else []
    if view.wrong:
        rows += [EMPTY, Content.assemble((f"{view.glyphs.bad} ", "$bad"), styled(view.wrong))]
    rows = _indented([cell(row, inner, dots=view.glyphs.dots) for row in rows], tall=view.tall)
    return fitted(rows, width, height, view.glyphs)


def _offer(offer: Offer, view: OffersView, width: int, names: int, *, marked: bool) -> Content:
    key = Content.styled(view.glyphs.enter if marked else offer.key, "bold $now")
    title = cell(styled(offer.title, "bold" if marked else ""), names, dots=view.glyphs.dots)
    row = Content.assemble(
        cell(key, len(view.glyphs.enter) + 2), title, "  ", styled(offer.about, "$dim" if marked else "$faint")
    )
    row = cell(row, width - 2, dots=view.glyphs.dots)
    return barred([row], width, view.glyphs, "now", "now-bg")[0] if marked else Content.assemble("  ", row)


def _indented(rows: list[Content], *, tall: bool) -> list[Content]:
    return [Content.assemble(" " * _INDENT, row) for row in rows] if tall else rows
