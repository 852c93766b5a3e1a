"""The chip at the right end of every top bar: where the log's copy in the sheet stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from workout_tui.ui.glyphs import Glyphs


def chip(glyphs: Glyphs, *, read_only: bool = False) -> Content:
    """The chip; with the log open for reading only it says that instead."""
    if read_only:
        return Content.assemble((glyphs.warn, "$warn"), (" read-only", "$ink"))
    return Content.assemble((glyphs.offline, "$faint"), (" no sheet yet", "$dim"))
