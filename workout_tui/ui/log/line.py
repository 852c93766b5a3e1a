"""A line of text with a cursor, and what the editing keys do to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 500


@dataclass(frozen=True, slots=True)
class Line:
    """A text and the place in it where the next character goes."""

    text: str = ""
    cursor: int = 0

    @classmethod
    def of(cls, text: str) -> Line:
        """A text with the cursor at its end."""
        return cls(text, len(text))

    def insert(self, more: str) -> Line:
        """Type something; what is over the longest line is left out."""
        more = more[: LONGEST - len(self.text)]
        return Line(self.text[: self.cursor] + more + self.text[self.cursor :], self.cursor + len(more))

    def left(self) -> Line:
        """One character back."""
        return Line(self.text, max(0, self.cursor - 1))

    def right(self) -> Line:
        """One character on."""
        return Line(self.text, min(len(self.text), self.cursor + 1))

    def start(self) -> Line:
        """To the beginning."""
        return Line(self.text, 0)

    def end(self) -> Line:
        """To the end."""
        return Line.of(self.text)

    def word_left(self) -> Line:
        """To the beginning of a word."""
        before = self.text[: self.cursor].rstrip()
        return Line(self.text, before.rfind(" ") + 1)

    def rub_out(self) -> Line:
        """Without the character before the cursor."""
        return self._without(self.left())

    def rub_out_word(self) -> Line:
        """Without the word before the cursor."""
        return self._without(self.word_left())

    def rub_out_start(self) -> Line:
        """Without all that stands before the cursor."""
        return self._without(self.start())

    def delete(self) -> Line:
        """Without the character under the cursor."""
        return Line(self.text[: self.cursor] + self.text[self.cursor + 1 :], self.cursor)

    def delete_end(self) -> Line:
        """Without all that stands from the cursor on."""
        return Line.of(self.text[: self.cursor])

    def _without(self, back: Line) -> Line:
        return Line(self.text[: back.cursor] + self.text[self.cursor :], back.cursor)


EDITING: dict[str, Callable[[Line], Line]] = {
    "left": Line.left,
    "right": Line.right,
    "home": Line.start,
    "ctrl+a": Line.start,
    "end": Line.end,
    "ctrl+e": Line.end,
    "ctrl+left": Line.word_left,
    "backspace": Line.rub_out,
    "ctrl+h": Line.rub_out,
    "ctrl+w": Line.rub_out_word,
    "ctrl+u": Line.rub_out_start,
    "delete": Line.delete,
    "ctrl+d": Line.delete,
    "ctrl+k": Line.delete_end,
}
"""What a key does in a line that has been begun."""
