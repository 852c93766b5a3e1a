"""The line that a session's note is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input

from workout_tui.ui.commands import Command, bindings
from workout_tui.ui.widgets.field import Harmless

if TYPE_CHECKING:
    from textual.binding import Binding

_LONGEST = 2000


class NoteField(Input):
    """The note, while it is being written; ⏎ and esc lead back to the page."""

    BINDINGS: ClassVar[list[Binding]] = bindings(  # type: ignore[assignment]
        [
            Command("note.done", "enter", "screen.end_note", "⏎", "done with the note", palette=False, priority=True),
            Command(
                "note.leave", "escape", "screen.end_note", "esc", "done with the note", palette=False, priority=True
            ),
        ]
    )

    def __init__(self) -> None:
        super().__init__(
            max_length=_LONGEST,
            id="note",
            placeholder=" how was it?",
            select_on_focus=False,
            highlighter=Harmless(),
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Its priority keys are for the field only while it has the focus."""
        return self.has_focus if action == "screen.end_note" else True
