"""The top bar: the sign, where we are, facts beside it, and the sync chip at the right end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.widgets.line import Line, two_ends

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.ui.glyphs import Glyphs


class TopBar(Line):
    """One row at the top of every screen. Where there is no room, first the name goes, then the last facts."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(id="topbar")
        self._logo = Content.styled(glyphs.logo, "bold $now")
        self._sign = Content.assemble(self._logo, (" workout", "bold"))
        self._facts: tuple[Content, ...] = ()

    def say(self, *facts: Content | str, chip: Content | None = None) -> None:
        """Show `facts` beside the sign (a str is set dim) and `chip` at the right end."""
        self._facts = tuple(fact if isinstance(fact, Content) else Content.styled(fact, "$dim") for fact in facts)
        self.show(_beside(self._sign, self._facts), chip)

    def mark(self, chip: Content) -> None:
        """Show another chip beside what stands there."""
        self.show(self._left, chip)

    def render(self) -> Content:
        """The row at the bar's present width."""
        room = self.size.width - self._right.cell_length - 1
        fewer = (self._facts[:count] for count in range(len(self._facts), 1, -1))
        tries = [_beside(self._sign, self._facts), *(_beside(self._logo, facts) for facts in fewer)]
        shortest = _beside(self._logo, self._facts[:1])
        return two_ends(next((one for one in tries if one.cell_length <= room), shortest), self._right, self.size.width)


def _beside(sign: Content, facts: Sequence[Content]) -> Content:
    return Content("   ").join([sign, *facts])
