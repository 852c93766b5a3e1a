"""Shown while the window is too small to read anything in. It takes the keys: nothing is logged unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.screens.once import LeftOnce
from workout_tui.ui.widgets.canvas import Canvas

if TYPE_CHECKING:
    from textual.app import ComposeResult

SMALLEST = (60, 18)
"""columns and rows"""


class SmallScreen(LeftOnce[None]):
    """One line; goes away by itself when the window has grown."""

    CSS_PATH = "small.tcss"

    def compose(self) -> ComposeResult:
        """The line."""
        words = f"make the window larger ({SMALLEST[0]}x{SMALLEST[1]})"
        yield Canvas(lambda width, _height: [Content.styled(words[:width].center(width), "bold $now")])
