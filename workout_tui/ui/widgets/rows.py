"""A canvas that draws again only the rows that are not as they were.

While a set is being typed one row of the table changes and the others stand; making text into cells
is most of what a key costs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Region
from textual.visual import Visual

from workout_tui.ui.widgets.canvas import Canvas
from workout_tui.ui.widgets.line import same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Resize
    from textual.strip import Strip

    from workout_tui.ui.widgets.canvas import Draw

_EMPTY = Content()


class Rows(Canvas):
    """A canvas of a height that the style sheet gives it."""

    ALLOW_SELECT = False

    def __init__(self, draw: Draw | None = None, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(draw, id=id)
        self._rows: Sequence[Content] | None = None
        """the rows at the present size; None: not drawn yet"""
        self._strips: dict[int, Strip] = {}
        """the cells of rows, by place, as far as they were needed"""

    def show(self, draw: Draw) -> None:
        """Draw with another function; only rows that it draws differently are painted again."""
        self._draw = draw
        if self._rows is None or not self.size:
            self._forget()  # hidden: it may come back in the size it had
            self.refresh(layout=False)
            return
        before, self._rows = self._rows, self._drawn()
        changed = [place for place in range(self.size.height) if not same(_row(before, place), _row(self._rows, place))]
        for place in changed:
            self._strips.pop(place, None)
        if changed:
            self.refresh(*(Region(0, place, self.size.width, 1) for place in changed), layout=False)

    def on_resize(self, _event: Resize) -> None:
        """What is drawn depends on the room there is."""
        self._forget()

    def notify_style_update(self) -> None:
        """Colours mean something else now."""
        super().notify_style_update()
        self._forget()

    def render_line(self, y: int) -> Strip:
        """The cells of one row."""
        strip = self._strips.get(y)
        if strip is None:
            if self._rows is None:
                self._rows = self._drawn()
            width = self.size.width
            (strip,) = Visual.to_strips(self, _row(self._rows, y), width, 1, self.visual_style, pad=True)
            self._strips[y] = strip
        return strip

    def _drawn(self) -> Sequence[Content]:
        width, height = self.size
        return self._draw(width, height) if self._draw and width else ()

    def _forget(self) -> None:
        self._rows = None
        self._strips.clear()


def _row(rows: Sequence[Content], place: int) -> Content:
    return rows[place] if place < len(rows) else _EMPTY
