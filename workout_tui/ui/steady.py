"""What goes wrong while a key is obeyed, with the log or with the program's own files, is said and ends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.errors import ProgramReplaced, WorkoutError
from workout_tui.ui.key_by_key import KeyByKey
from workout_tui.ui.screens.place import Place
from workout_tui.ui.till_the_end import TillTheEnd

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.actions import ActionParseResult
    from textual.dom import DOMNode


class Steady(TillTheEnd, KeyByKey):
    """An app that outlives a log which cannot be read just now: what stands on the screen stays."""

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key or the palette asks for; an error is said on the place in front."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except WorkoutError as error:
            self._admit(error)
        except ImportError as error:
            message = "Another version was installed while this one runs, and has to be started for that."
            self._admit(ProgramReplaced(message, "Every set is kept: quit, and start it.", part=error.name))
        return True

    def _admit(self, error: WorkoutError) -> None:
        place = next((one for one in reversed(self.screen_stack) if isinstance(one, Place)), None)
        if place is None:
            raise error
        place.admit(error)
