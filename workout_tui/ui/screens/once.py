"""A card over a screen that is left once, however fast the key that leaves it comes again."""

from __future__ import annotations

from textual.screen import ModalScreen, ScreenResultType


class LeftOnce(ModalScreen[ScreenResultType]):
    """A card over a screen. What comes after the key that left it, in one burst, leaves nothing else."""

    def leave(self, result: ScreenResultType) -> None:
        """Go, with this result; once it is gone, do nothing: Textual would close the screen below."""
        if self.is_active:
            self.dismiss(result)
