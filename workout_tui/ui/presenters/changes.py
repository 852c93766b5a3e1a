"""What went up and what went down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.ui.presenters.rows import EMPTY, styled

if TYPE_CHECKING:
    from textual.content import Content

    from workout_tui.model.load import Load
    from workout_tui.ui.glyphs import Glyphs


def change(share: float | None, glyphs: Glyphs) -> Content:
    """A change against before: ``▲ 6 %``; nothing when there is nothing to compare with."""
    if share is None:
        return EMPTY
    percent = round(share * 100)
    if percent == 0:
        return styled("same", "$dim")
    return (
        styled(f"{glyphs.up} {percent} %", "$done") if percent > 0 else styled(f"{glyphs.down} {-percent} %", "$warn")
    )


def step(delta: Load | None, glyphs: Glyphs) -> Content:
    """By how much a load goes up or down: ``▲2.5``."""
    if delta is None or not delta.milli:
        return EMPTY
    if delta.milli > 0:
        return styled(f"{glyphs.up}{delta.number}", "$done")
    return styled(f"{glyphs.down}{delta.number.lstrip('-')}", "$warn")
