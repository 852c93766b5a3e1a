"""Settings: the lifter's, which the log keeps and takes back, and the machine's, which a file keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.screens.form import FormScreen
from workout_tui.ui.screens.form_keys import KEYS
from workout_tui.ui.settings.sections import sections
from workout_tui.ui.settings.steps import Step

if TYPE_CHECKING:
    from workout_tui.ui.settings.form import Section


class SettingsScreen(FormScreen):
    """All settings; on the first run, before there is a log, those of the machine."""

    KEYS = KEYS
    WHERE = "in Settings"
    WITHOUT_LOG = True

    def on_mount(self) -> None:
        """Know with which marks the screens below were made."""
        self._is_unicode = self.workout.glyphs.unicode

    def read_sections(self) -> tuple[Section, ...]:
        """All rows, as they stand now."""
        return sections(self.workout)

    def log_step(self) -> Step:
        """The log takes back the lifter's settings; before there is one, nothing."""
        if not self.workout.file.is_open:
            return Step(_nothing, _nothing)
        return Step(self.workout.logbook.undo_setting, self.workout.logbook.redo_setting)

    def head(self) -> tuple[Content | str, ...]:
        """What stands in the top bar."""
        return (Content.styled("Settings", "bold"),)

    def leave(self) -> None:
        """Go back; to Home made anew, when it was made with other marks."""
        if self.workout.file.is_open and self.workout.glyphs.unicode != self._is_unicode:
            self.workout.train_as(self.workout.logbook.lifter.uid)
        else:
            super().leave()


def _nothing() -> None:
    """What a log that is not there takes back."""
