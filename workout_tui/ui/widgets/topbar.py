"""The top bar: the sign, where we are, facts beside it, and the sync chip at the right end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.widgets.line import Line, two_ends

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.ui.glyphs import Glyphs


class TopBar(Line):
    """One row at the top of every screen. A fact that has no room is left out; only the first one is ever cut."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(id="topbar")
        self._sign = Content.assemble((glyphs.logo, "bold $now"), (" workout", "bold"))
        self._facts: tuple[Content, ...] = ()

    def say(self, *facts: Content | str, chip: Content | None = None) -> None:
        """Show `facts` beside the sign (a str is set dim) and `chip` at the right end."""
        self._facts = tuple(fact if isinstance(fact, Content) else Content.styled(fact, "$dim") for fact in facts)
        self.show(self._beside_sign(self._facts), chip)

    def mark(self, chip: Content) -> None:
        """Show another chip beside what stands there."""
        self.show(self._left, chip)

    def render(self) -> Content:
        """The row at the bar's present width."""
        facts, room = self._facts, self.size.width - self._right.cell_length - 1
        while len(facts) > 1 and self._beside_sign(facts).cell_length > room:
            facts = facts[:-1]
        return two_ends(self._beside_sign(facts), self._right, self.size.width)

    def _beside_sign(self, facts: Sequence[Content]) -> Content:
        return Content("   ").join([self._sign, *facts])
