"""What the editor asks on cards: which exercise, what note, what name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workout_tui.model.sequence import lately
from workout_tui.ui.editor.bench import EditorBench
from workout_tui.ui.screens.confirm import Answer, ConfirmScreen, Question
from workout_tui.ui.screens.pick import Choices, PickScreen
from workout_tui.ui.screens.write import Text, WriteScreen
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.model.exercise import Exercise
    from workout_tui.ui.log.picking import Option
    from workout_tui.ui.screens.place import Place

    Write = Callable[[Callable[[EditorBench], None]], None]
    """does something that is kept, and shows how things stand then"""


class EditorAsking:
    """The cards of one bench."""

    def __init__(self, place: Place, bench: EditorBench, write: Write) -> None:
        self._place = place
        self._bench = bench
        self._write = write

    def add(self, opened_by: str) -> None:
        """One more exercise."""
        self._pick("ADD AN EXERCISE", opened_by, EditorBench.add)

    def swap(self) -> None:
        """Another exercise in the place of the marked one."""
        if self._bench.one is not None:
            self._pick(f"IN PLACE OF {plain(self._bench.one.exercise.name).upper()}", "e", EditorBench.swap)

    def note(self) -> None:
        """The note of the marked exercise."""
        one = self._bench.one
        if one is not None:
            text = Text(f"{plain(one.exercise.name)}, in this workout", one.note, "reps for each leg")
            self._place.ask(WriteScreen("Note", (text,), "n"), partial(self._wrote, EditorBench.note))

    def rename(self) -> None:
        """Another name for the template."""
        text = Text("name", self._bench.template.name, "Push A")
        self._place.ask(WriteScreen("Rename", (text,), "R"), partial(self._wrote, EditorBench.rename))

    def archive(self, do: Callable[[], None]) -> None:
        """Whether the template is to be put away; `do` puts it away."""
        question = Question(
            f"Put {plain(self._bench.template.name)} away?",
            "It is no longer offered. What was done from it stays, and its name can be used again.",
            (Answer("D", "put it away", tone="bad"),),
        )
        self._place.ask(ConfirmScreen(question), lambda _: do())

    def _pick(self, title: str, opened_by: str, do: Callable[[EditorBench, Exercise], None]) -> None:
        logbook = self._place.workout.logbook
        choices = Choices(title, logbook.exercises(), recent=lately(logbook.orders()))
        self._place.ask(PickScreen(choices, opened_by), partial(self._picked, do))

    def _picked(self, do: Callable[[EditorBench, Exercise], None], option: Option) -> None:
        self._write(lambda bench: do(bench, self._in_library(option)))

    def _in_library(self, option: Option) -> Exercise:
        """What was picked; a new exercise is added to the library first."""
        exercise = option.exercise
        return self._place.workout.logbook.add_exercise_to_library(exercise) if option.is_new else exercise

    def _wrote(self, do: Callable[[EditorBench, str], None], texts: tuple[str, ...]) -> None:
        self._write(lambda bench: do(bench, texts[0]))
