"""What all places of the program have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual.screen import Screen

from workout_tui.ui.commands import Command

if TYPE_CHECKING:
    from workout_tui.ui.app import WorkoutApp


class Place(Screen[None]):
    """A full screen: one top bar, a body, one row of keys.

    A screen reads the logbook when it comes to the front and whenever the file changed elsewhere:
    override `reread`. Its commands are declared once, in `KEYS`
    (`COMMANDS` is Textual's name for something else).
    """

    KEYS: ClassVar[Sequence[Command]] = ()

    @property
    def workout(self) -> WorkoutApp:
        """The app, typed."""
        return cast("WorkoutApp", self.app)

    def on_screen_resume(self) -> None:
        """Come to the front."""
        self.reread()

    def reread(self) -> None:
        """Read everything shown from the logbook again."""
