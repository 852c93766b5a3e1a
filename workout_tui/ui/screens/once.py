"""A card over a screen that is left once, however fast the key that leaves it comes again."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType

from workout_tui.ui.till_the_end import TillTheEnd


class LeftOnce(TillTheEnd, ModalScreen[ScreenResultType]):
    """A card over a screen. What comes after the key that left it, in one burst, leaves nothing else."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Go, with this result; once it is gone, do nothing: Textual would close the screen below."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
