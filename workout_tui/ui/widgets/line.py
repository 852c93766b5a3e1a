"""A line of text with two ends: what stands left, and what stands right as far as there is room."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget


def two_ends(left: Content, right: Content, width: int) -> Content:
    """`left` and `right` at the two ends of `width` cells; the left end is cut when both do not fit."""
    room = width - right.cell_length
    if left.cell_length > room - 1:
        left = left.truncate(max(0, room - 1), ellipsis=True)
    return Content.assemble(left, " " * max(0, room - left.cell_length), right)


def same(one: Content, other: Content) -> bool:
    """Whether two texts look the same, colours too; comparing contents compares their letters alone."""
    return one.plain == other.plain and one.spans == other.spans


class Line(Widget):
    """One row with a left and a right end."""

    DEFAULT_CSS = "Line { height: 1; }"

    def __init__(self, left: Content | None = None, right: Content | None = None, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._left = left or Content()
        self._right = right or Content()

    def show(self, left: Content, right: Content | None = None) -> None:
        """Show other ends."""
        right = right or Content()
        if not (same(left, self._left) and same(right, self._right)):
            self._left, self._right = left, right
            self.refresh(layout=False)

    def render(self) -> Content:
        """The row at the widget's present width."""
        return two_ends(self._left, self._right, self.size.width)
