"""The style sheets of the program, each parsed once."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet


class Sheets(Stylesheet):
    """Textual's, but a screen that brings a sheet of its own has only that one parsed.

    Textual parses all sheets of all widgets anew for it, which takes 10 to 20 ms after the key.
    """

    def reparse(self) -> None:
        """Parse what is not parsed yet; other colours make Textual forget all that was (`set_variables`)."""
        self.parse()
