"""The line below the entry, cut to what fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.log.paint.signs import fitting, painted
from workout_tui.ui.presenters.rows import cut

if TYPE_CHECKING:
    from workout_tui.ui.glyphs import Glyphs
    from workout_tui.ui.log.hint import HintView


def hint(view: HintView, width: int, glyphs: Glyphs, *, scrolled: int = 0) -> Content:
    """The hint in `width` columns. `scrolled`: how many columns of the line above are out of sight at its left."""
    pieces = [painted(piece, glyphs) for piece in view.pieces]
    if view.under is None:
        return fitting(pieces, width, dots=glyphs.dots)
    at, length = max(0, view.under[0] - scrolled), view.under[1]
    carets = Content.styled("^" * max(1, min(length, width - at)), "bold $bad")
    after = width - at - carets.cell_length - 1
    if pieces[0].cell_length <= after or at < width // 2:
        words = fitting(pieces, after, "  ", glyphs.dots)
        return Content.assemble(" " * min(at, width - 1), carets, " ", words)
    words = cut(fitting(pieces, at - 1, "  ", glyphs.dots), at - 1, glyphs.dots)
    return Content.assemble(" " * (at - 1 - words.cell_length), words, " ", carets)
