"""The line that always has the focus. While it is empty most keys are commands; once begun, keys type.

It is no `Input`: that one lays the whole screen out anew at every key, and lets the next key of a
burst in before the screen has seen the one before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Offset
from textual.widget import Widget

from workout_tui.ui.log.line import EDITING, Line
from workout_tui.ui.log.typing import STARTERS, KeypadArrows, typed_by
from workout_tui.ui.presenters.rows import cut, styled
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.events import Key, Paste

    from workout_tui.clock import Clock
    from workout_tui.ui.presses import Presses

_MAY_BE_HELD = frozenset({"up", "down", "left", "right", "tab", "shift+tab"})
"""commands that may come fast: moving about"""
_CURSOR = "bold $on-now on $now"


class Entry(Widget, can_focus=True):
    """One line of text. What a key does, it does here and now: 4⏎5⏎ in one burst are two sets."""

    def __init__(
        self,
        hears: Callable[[str], None],
        clock: Clock,
        digit: Callable[[str], str],
        presses: Presses,
        starters: frozenset[str] = STARTERS,
    ) -> None:
        """A line, empty at first.

        Args:
            hears: is told what the line then reads.
            clock: tells the arrows of a number pad from the others.
            digit: gives the digit a key of the digit row stands for.
            presses: tells a held key from a pressed one.
            starters: what types on the empty line; any other key there is a command.
        """
        super().__init__(id="entry")
        self._starters = starters
        self._line = Line()
        self._placeholder = ""
        self._hears = hears
        self._clock = clock
        self._digit = digit
        self._presses = presses
        self._arrows = KeypadArrows()

    @property
    def value(self) -> str:
        """What the line reads."""
        return self._line.text

    @property
    def scrolled(self) -> int:
        """How many columns of the text are out of sight at the left."""
        before = Content(plain(self._line.text[: self._line.cursor])).cell_length
        return max(0, before + 1 - self.size.width)

    @property
    def may_change_exercise(self) -> bool:
        """Whether ← and → mean the exercises, and not a number pad without NumLock."""
        return not self.value and self._arrows.may_move(self._clock.monotonic())

    def put(self, text: str) -> None:
        """Replace the line; nobody is told."""
        if text != self.value:
            self._line = Line.of(text)
            self.refresh(layout=False)

    def invite(self, placeholder: str) -> None:
        """What stands there while the line is empty."""
        if placeholder != self._placeholder:
            self._placeholder = placeholder
            self.refresh(layout=False)

    def render(self) -> Content:
        """The part of the line around the cursor."""
        cursor = _CURSOR if self.has_focus else "on $line"
        if not self.value:
            room = self.size.width - 1
            return Content.assemble((" ", cursor), cut(styled(self._placeholder, "$faint"), room).stylize("not bold"))
        text, at = self._line.text, self._line.cursor
        before, under, after = plain(text[:at]), plain(text[at : at + 1]) or " ", plain(text[at + 1 :])
        row = Content.assemble((before, "bold $ink"), (under, cursor), (after, "bold $ink"))
        return row[self.scrolled :] if self.scrolled else row

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key types."""
        return self._types(typed_by(key, character))

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh(layout=False)

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.refresh(layout=False)

    def on_paste(self, event: Paste) -> None:
        """Take in the first line of what is pasted."""
        event.stop()
        self._presses.forget()
        lines = event.text.splitlines()
        if lines:
            self._change(self._line.insert(plain(lines[0])))

    async def on_key(self, event: Key) -> None:
        """Type, edit, or do the command the key is bound to."""
        event.stop()
        event.prevent_default()
        repeated = self._presses.is_repeat(event.key)
        text = self._mapped(typed_by(event.key, event.character))
        if self._types(text):
            self._arrows.typed(text, self._clock.monotonic())
            self._change(self._line.insert(text))
        elif self.value and event.key in EDITING:
            self._change(EDITING[event.key](self._line))
        elif event.key in _MAY_BE_HELD or not repeated:
            await self._command(event.key)

    def _types(self, text: str) -> bool:
        return bool(text) and (bool(self.value) or text in self._starters)

    def _mapped(self, text: str) -> str:
        """The text a key stands for: digits of an unshifted row, but not within a note."""
        return text if "#" in self.value[: self._line.cursor] else self._digit(text)

    def _change(self, line: Line) -> None:
        before, self._line = self._line, line
        self.refresh(layout=False)
        # For input methods, which put their window where the cursor is.
        self.app.cursor_position = self.content_region.offset + Offset(min(line.cursor, self.size.width - 1), 0)
        if line.text != before.text:
            self._hears(line.text)

    async def _command(self, key: str) -> None:
        active = self.screen.active_bindings.get(key)
        if active is not None:
            await self.app.run_action(active.binding.action, active.node)
