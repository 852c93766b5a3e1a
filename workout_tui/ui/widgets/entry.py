"""The line that always has the focus. While it is empty most keys are commands; once begun, keys type."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input

from workout_tui.ui.log.typing import STARTERS, KeypadArrows, typed_by
from workout_tui.ui.presses import Presses

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import Binding
    from textual.events import Key

    from workout_tui.clock import Clock

_MAY_BE_HELD = frozenset({"up", "down", "left", "right", "tab", "shift+tab", "backspace", "delete"})
"""keys that may come fast: moving about, and rubbing out what was typed"""
_NOT_WHILE_EMPTY = frozenset({"delete_left", "cursor_left", "cursor_right"})
"""what Input's own keys do in a line; on the empty one these keys are the screen's"""
_NEVER = frozenset({"submit", "scroll_up", "scroll_down"})
"""what Input does by keys that are the screen's"""
_ENTRY_KEYS = frozenset({"enter", "escape", "up", "down", "tab", "shift+tab"})
"""commands in whatever state the line is"""


class Entry(Input):
    """One line of text.

    Its changes are told by a call, not by a message, and commands run at once: keys that come in a
    burst must each meet the line as the one before has left it, or 4⏎5⏎ would log 45.
    """

    BINDINGS: ClassVar[list[Binding]] = []  # type: ignore[assignment]

    def __init__(self, hears: Callable[[str], None], clock: Clock, digit: Callable[[str], str]) -> None:
        """`hears` is told what the line then reads; `digit` gives the digit a key of the digit row stands for."""
        super().__init__(select_on_focus=False, id="entry")
        self.cursor_blink = False
        self._hears = hears
        self._clock = clock
        self._digit = digit
        self._presses = Presses(clock)
        self._arrows = KeypadArrows()

    @property
    def may_change_exercise(self) -> bool:
        """Whether ← and → mean the exercises, and not a number pad without NumLock."""
        return not self.value and self._arrows.may_move(self._clock.monotonic())

    def put(self, text: str) -> None:
        """Replace the line."""
        if self.value != text:
            self.value = text
            self.cursor_position = len(text)

    def watch_value(self, value: str) -> None:
        """Tell of the change."""
        self._hears(value)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave to the screen what is the screen's: ⏎, ↑ and ↓, and on the empty line ←, → and ⌫."""
        if action in _NEVER or (action in _NOT_WHILE_EMPTY and not self.value):
            return False
        return super().check_action(action, parameters)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key types."""
        return self._types(typed_by(key, character))

    async def _on_key(self, event: Key) -> None:
        # Whatever the key does it does here and now, so nothing is left to Input or to the app.
        event.stop()
        event.prevent_default()
        repeated = self._presses.is_repeat(event.key)
        text = self._mapped(typed_by(event.key, event.character))
        if event.key not in _ENTRY_KEYS and self._types(text):
            self._type(text)
        elif not repeated or (event.key in _MAY_BE_HELD and (self.value or event.key != "backspace")):
            await self._command(event.key)

    def _types(self, text: str) -> bool:
        return bool(text) and (bool(self.value) or text in STARTERS)

    def _mapped(self, text: str) -> str:
        """The text a key stands for: digits of an unshifted row, but not within a note."""
        return text if "#" in self.value[: self.cursor_position] else self._digit(text)

    def _type(self, text: str) -> None:
        self._arrows.typed(text, self._clock.monotonic())
        if self.selection.is_empty:
            self.insert_text_at_cursor(text)
        else:
            self.replace(text, *self.selection)

    async def _command(self, key: str) -> None:
        active = self.screen.active_bindings.get(key)
        if active is not None:
            await self.app.run_action(active.binding.action, active.node)
