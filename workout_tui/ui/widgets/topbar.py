"""The top bar: the sign, where we are, facts beside it, and the sync chip at the right end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.widgets.line import Line

if TYPE_CHECKING:
    from workout_tui.ui.glyphs import Glyphs


class TopBar(Line):
    """One row at the top of every screen."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(id="topbar")
        self._sign = Content.assemble((glyphs.logo, "bold $now"), (" workout", "bold"))

    def say(self, *facts: Content | str, chip: Content | None = None) -> None:
        """Show `facts` beside the sign (a str is set dim) and `chip` at the right end."""
        parts = [fact if isinstance(fact, Content) else Content.styled(fact, "$dim") for fact in facts]
        self.show(Content("   ").join([self._sign, *parts]), chip)

    def mark(self, chip: Content) -> None:
        """Show another chip beside what stands there."""
        self.show(self._left, chip)
