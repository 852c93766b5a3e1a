"""A card over a screen that is left once, whoever asks for it: a key, the mouse, or a timer that a key began."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType

from workout_tui.ui.till_the_end import TillTheEnd


class LeftOnce(TillTheEnd, ModalScreen[ScreenResultType]):
    """A card over a screen. Left, or under another one, it leaves nothing else."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Go, with this result; once it is gone, do nothing: Textual would close the screen below."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
