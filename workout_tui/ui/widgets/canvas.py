"""A widget that is drawn row by row by a pure function of its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.geometry import Size

    Draw = Callable[[int, int], Sequence[Content]]
    """columns and rows at hand → rows, none of them wider"""


class Canvas(Widget):
    """Shows what its drawing function returns; with height auto it is as high as that."""

    def __init__(self, draw: Draw | None = None, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._draw = draw

    def show(self, draw: Draw) -> None:
        """Draw with another function."""
        self._draw = draw
        self.refresh(layout=self.styles.is_auto_height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """As many rows as the function draws when it has all the room it wants."""
        return len(self._draw(width, container.height)) if self._draw else 0

    def render(self) -> Content:
        """All rows at the present size."""
        if self._draw is None or not self.size.width:
            return Content()
        return Content("\n").join(self._draw(self.size.width, self.size.height)[: self.size.height])
