"""A line to write in, on a card over the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.highlighter import Highlighter
from textual.widgets import Input

from workout_tui.ui.text import one_for_one

if TYPE_CHECKING:
    from rich.text import Text
    from textual.events import Key

    from workout_tui.ui.presses import Presses


class Harmless(Highlighter):
    """Has an input show what stands in it as text, whatever it is; what stands in it stays as it is.

    A note can come from a file or the sheet: an input writes its escape sequences to the terminal, and its line breaks.
    """

    def highlight(self, text: Text) -> None:
        """Change how the text is shown."""
        text.plain = one_for_one(text.plain)


class Field(Input):
    """An input that a bouncing or held key does not begin: the key that opened the card must not write into it."""

    def __init__(self, value: str, placeholder: str, presses: Presses, longest: int, *, leaves: str = "") -> None:
        """`leaves`: characters that it leaves to the screen while it is empty."""
        super().__init__(
            value,
            placeholder=f" {placeholder}",
            max_length=longest,
            select_on_focus=False,
            highlighter=Harmless(),
        )
        self.cursor_blink = False
        self._presses = presses
        self._leaves = leaves
        self._begun = False

    async def _on_key(self, event: Key) -> None:
        repeated = self._presses.is_repeat(event.key)
        if repeated and not self._begun:
            event.stop()
            event.prevent_default()
            return
        self._begun = True
        if not self.value and event.character and event.character in self._leaves:
            event.prevent_default()
