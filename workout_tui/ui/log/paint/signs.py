"""The marks of the views, put into those a terminal has."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.glyphs import UNICODE
from workout_tui.ui.keynames import named
from workout_tui.ui.presenters.rows import EMPTY, cut, styled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workout_tui.ui.glyphs import Glyphs
    from workout_tui.ui.log.words import Span

_SAME = (
    "done",
    "now",
    "record",
    "up",
    "down",
    "bad",
    "open",
    "skipped",
    "times",
    "minus",
    "dots",
    "enter",
    "backspace",
)
_ALSO = {
    "←": "Left",
    "→": "Right",
    "⇧": "Shift+",
    "±": "+/-",
    "“": '"',
    "”": '"',
    "—": "-",
    "▁": ".",
    "━": "=",
    "╸": "-",
    "●": "#",
    "○": "o",
    "↓": "Down",
    "↑": "Up",
}


def in_signs(text: str, glyphs: Glyphs) -> str:
    """`text` with the user's keys in it, and plain characters in place of those this terminal lacks."""
    text = named(text, glyphs.keys)
    return text if glyphs.unicode or text.isascii() else text.translate(_table(glyphs))


def painted(spans: Iterable[Span], glyphs: Glyphs) -> Content:
    """Spans as content; whatever they hold is text, never markup."""
    parts = [styled(in_signs(text, glyphs), style) for text, style in spans]
    return EMPTY.join(parts) if parts else EMPTY


def fitting(pieces: Sequence[Content], width: int, gap: str = "   ", dots: str = "…") -> Content:
    """As many pieces from the first on as fit; the first is cut when it does not."""
    kept: list[Content] = []
    room = width
    for piece in pieces:
        need = piece.cell_length + (len(gap) if kept else 0)
        if need > room:
            break
        kept.append(piece)
        room -= need
    if not kept and pieces:
        return cut(pieces[0], width, dots)
    return Content(gap).join(kept)


@lru_cache(maxsize=4)
def _table(glyphs: Glyphs) -> dict[int, str]:
    marks = {getattr(UNICODE, name): getattr(glyphs, name) for name in _SAME}
    return {ord(mark): plain for mark, plain in (_ALSO | marks).items()}


def keys_row(keys: Iterable[tuple[str, str]], width: int) -> Content:
    """Keys and what they do, as many as fit."""
    return fitting([Content.assemble((key, "bold $now"), " ", (words, "$dim")) for key, words in keys], width, "  ")
