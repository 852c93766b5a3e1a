"""The ways from screen to screen. A screen is imported by the way that leads there: the first paint waits for none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.ui.screens.place import Place
from workout_tui.ui.steady import Steady

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_tui.model.exercise import Exercise
    from workout_tui.model.looking_back import MadeRecord
    from workout_tui.ui.bring.state import NewLifter
    from workout_tui.ui.palette import Offer


class Ways(Steady):
    """Where one can go; what `WorkoutApp` offers to its screens."""

    @property
    def front(self) -> Place | None:
        """The place in front; None under a dialog and while the program closes."""
        stack = self.screen_stack
        return stack[-1] if stack and isinstance(stack[-1], Place) else None

    def open_log(self, session_uid: str) -> None:
        """Go to the set table of a session; leaving it leads Home."""
        from workout_tui.ui.screens.log import LogScreen

        self.go_home()
        self.push_screen(LogScreen(session_uid))

    def open_finish(self, session_uid: str) -> None:
        """Go to the page that closes a session; esc on it leads back to the set table."""
        from workout_tui.ui.screens.finish import FinishScreen

        self.push_screen(FinishScreen(session_uid))

    def open_history(self, exercise: Exercise | None = None) -> None:
        """Go to what was done; of one exercise, if it is named."""
        from workout_tui.ui.screens.history import HistoryScreen

        self.push_screen(HistoryScreen(exercise))

    def open_progress(self, exercise_uid: str | None = None) -> None:
        """Go to how an exercise went; None: the one done last."""
        from workout_tui.ui.screens.progress import ProgressScreen

        self.push_screen(ProgressScreen(exercise_uid))

    def open_settings(self) -> None:
        """Go to the settings of the lifter and the machine; before there is a lifter, of the machine alone."""
        from workout_tui.ui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen())

    def open_sync(self) -> None:
        """Go to where the copy in the sheet stands."""
        from workout_tui.ui.screens.sync import SyncScreen

        self.push_screen(SyncScreen())

    def open_connect(self, opened_by: str = "enter", *, then_pull: bool = False) -> None:
        """Go to the steps of connecting a sheet.

        Args:
            opened_by: the key that asked for it.
            then_pull: whether what stands in the sheet is to be brought.
        """
        from workout_tui.ui.screens.connect import ConnectScreen

        self.push_screen(ConnectScreen(opened_by=opened_by, then_pull=then_pull))

    def open_pull(self) -> None:
        """Go to what the sheet has and this log lacks."""
        from workout_tui.ui.screens.pull import PullScreen

        self.push_screen(PullScreen())

    def open_programs(self) -> None:
        """Go to the programs."""
        from workout_tui.ui.screens.programs import ProgramsScreen

        self.push_screen(ProgramsScreen())

    def open_editor(self, template_uid: str, *, sketch: bool = False) -> None:
        """Go to the exercises of a template; as a `sketch`, change only what the next session begins with."""
        from workout_tui.ui.screens.editor import EditorScreen

        self.push_screen(EditorScreen(template_uid, sketch=sketch))

    def open_past(self, session_uid: str) -> None:
        """Go to the set table of a session that is over, to put it right; leaving it leads back."""
        from workout_tui.ui.screens.past import PastScreen

        self.push_screen(PastScreen(session_uid))

    def open_session(self, session_uid: str, records: Mapping[str, MadeRecord] | None = None) -> None:
        """Go to a past session in full. `records`: the weightiest of each of its exercises, by their uids."""
        from workout_tui.ui.screens.session import SessionScreen

        self.push_screen(SessionScreen(session_uid, records))

    def open_exercises(self, exercise_uid: str | None = None) -> None:
        """Go to the library, to one exercise if it is named."""
        from workout_tui.ui.screens.exercises import ExercisesScreen

        self.push_screen(ExercisesScreen(exercise_uid))

    def open_exercise(self, exercise_uid: str) -> None:
        """Go to what is settled of one exercise: its unit, step, bar …."""
        from workout_tui.ui.screens.exercise import ExerciseScreen

        self.push_screen(ExerciseScreen(exercise_uid))

    def open_bring(self, new: NewLifter | None = None) -> None:
        """Go to bringing a history. `new`: who begins with it; None: the lifter in front."""
        from workout_tui.ui.screens.bring import BringScreen

        self.push_screen(BringScreen(new))

    def action_open_keys(self) -> None:
        """Show the keys of the screen in front."""
        from workout_tui.ui.screens.keys import KeysScreen

        if self.front is not None:
            self.push_screen(KeysScreen(self.front))

    def action_command_palette(self) -> None:
        """Open the palette over the place in front, in place of Textual's own: that one cannot be left twice."""
        from workout_tui.ui import palette
        from workout_tui.ui.screens.keys import KeysScreen
        from workout_tui.ui.screens.palette import PaletteScreen

        if isinstance(self.front, KeysScreen):
            self.pop_screen()  # what it lists are the commands of the place below
        if self.front is not None:
            self.push_screen(PaletteScreen(tuple(palette.offers(self.front))), self._chosen)

    def _chosen(self, offer: Offer | None) -> None:
        if offer is not None:
            self.call_later(offer.act)

    def go_home(self) -> None:
        """Close everything above Home."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
