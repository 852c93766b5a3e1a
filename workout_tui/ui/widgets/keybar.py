"""The footer: the keys of the screen in front, by frequency, as many as fit; ``? keys`` always does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.ui.commands import Command

_GAP = "  "
_WIDEST = 77
"""columns: beyond that nobody reads a row of keys, however wide the window"""


class KeyBar(Widget):
    """One row of keys and words."""

    DEFAULT_CSS = "KeyBar { dock: bottom; height: 1; margin: 0 1 0 2; }"

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands

    def show(self, commands: Sequence[Command]) -> None:
        """Show other commands."""
        if commands != self._commands:
            self._commands = commands
            self.refresh(layout=False)

    def render(self) -> Content:
        """The keys that fit the present width. The last one, and the way back before it, stay whatever is left out."""
        commands = [command for command in self._commands if command.label]
        ends = 2 if len(commands) > 1 and commands[-2].key == "escape" else 1
        last = [_item(command) for command in commands[-ends:]]
        room = min(self.size.width, _WIDEST) - sum(item.cell_length + len(_GAP) for item in last) + len(_GAP)
        kept = []
        for item in map(_item, commands[:-ends]):
            room -= item.cell_length + len(_GAP)
            if room < 0:
                break
            kept.append(item)
        return Content(_GAP).join([*kept, *last])


def _item(command: Command) -> Content:
    return Content.assemble((command.shown, "bold $now"), " ", (command.label, "$dim"))
