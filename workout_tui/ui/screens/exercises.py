"""Exercises: the library, to be looked through, added to, settled, merged and put away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content

from workout_tui.ui.commands import bindings
from workout_tui.ui.marking import within
from workout_tui.ui.presenters.exercises import ExercisesView, page
from workout_tui.ui.presenters.use import use_words
from workout_tui.ui.screens.confirm import Answer, ConfirmScreen, Question
from workout_tui.ui.screens.exercises_keys import FOOTER, KEYS
from workout_tui.ui.screens.telling import Telling
from workout_tui.ui.text import count, plain
from workout_tui.ui.widgets.canvas import Canvas
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import Binding

    from workout_tui.logbook.exercises import Form
    from workout_tui.model.exercise import Exercise
    from workout_tui.ui.log.picking import Option


class ExercisesScreen(Telling):
    """The library that all lifters of a log share."""

    KEYS = KEYS
    WHERE = "in Exercises"
    RECORDED_AS = "exercises"
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    AUTO_FOCUS = ""

    def __init__(self, exercise_uid: str | None = None) -> None:
        """`exercise_uid`: which one is marked first; None: the one done last."""
        super().__init__()
        self._uid = exercise_uid
        self._library: tuple[Exercise, ...] = ()
        self._archived = False
        self._form: Form | None = None
        """of the marked one, as it was read"""

    def compose(self) -> ComposeResult:
        """A bar, one page, a row of keys."""
        yield TopBar(self.workout.glyphs)
        with Vertical(classes="body"):
            yield Canvas(id="exercises")
        yield KeyBar(self.shown(FOOTER))

    def reread(self) -> None:
        """Read the library; the mark stays on the one it was on."""
        logbook = self.workout.logbook
        self._library, self._form = logbook.exercises(), None
        if self._uid is None:
            self._uid = next((one.uid for one in logbook.practised()), None)

    # Moving

    def action_move(self, by: int) -> None:
        """Move the mark, not beyond the ends."""
        shown = self._shown
        if shown:
            self._mark(shown[within(self._place(shown) + by, len(shown))].uid)

    def action_find(self) -> None:
        """Pick one by a few letters."""
        self._pick("FIND AN EXERCISE", self._shown, "slash", lambda option: self._mark(option.exercise.uid))

    def action_archived(self) -> None:
        """Those that were put away, or the others."""
        self._archived, self._said = not self._archived, None
        self._show()

    def _mark(self, uid: str) -> None:
        self._uid, self._said = uid, None
        self._show()

    # Doing

    def action_open(self) -> None:
        """Settle the marked one."""
        one = self._marked
        if one is not None and not self._presses.is_repeat("enter"):
            self.workout.open_exercise(one.uid)

    def action_progress(self) -> None:
        """See how the marked one went."""
        if self._marked is not None:
            self.workout.open_progress(self._marked.uid)

    def action_add(self) -> None:
        """Pick a name that is not there yet, and how it is counted."""
        live = tuple(one for one in self._library if not one.archived)
        self._pick("ADD AN EXERCISE", live, "A", self._added, new=True)

    def _added(self, option: Option) -> None:
        one = option.exercise
        if not option.is_new:
            self._mark(one.uid)
            self.tell("warn", f"{plain(one.name)} is there already")
            return
        self._do(lambda: self._take(self.workout.logbook.add_exercise_to_library(one)))

    def _take(self, one: Exercise) -> str:
        self._uid, self._archived = one.uid, one.archived
        return f"{plain(one.name)} is in the library"

    def action_archive(self) -> None:
        """Put the marked one away, or take it out again."""
        one = self._marked
        if one is None or self._presses.is_repeat("D"):
            return
        where = "is offered again" if one.archived else "is offered no more; what was done of it stays"

        def put_away() -> str:
            self.workout.logbook.archive_exercise(one.uid, archived=not one.archived)
            return f"{plain(one.name)} {where}"

        self._do(put_away)

    def action_merge(self) -> None:
        """Pick what the marked one is the same as."""
        one = self._marked
        if one is None:
            return
        others = tuple(
            other
            for other in self._library
            if other.measure is one.measure and other.uid != one.uid and not other.archived
        )
        self._pick(f"{plain(one.name).upper()} IS THE SAME AS", others, "M", partial(self._ask_merge, one))

    def _ask_merge(self, gone: Exercise, option: Option) -> None:
        """Tell beforehand what will be of the other."""
        kept = option.exercise
        use = self.workout.logbook.exercise_form(gone.uid).use
        again = f" {count(use.sessions, 'workout')} will go to a connected sheet again." if use.sessions else ""
        question = Question(
            f"Merge {plain(gone.name)} into {plain(kept.name)}?",
            f"{use_words(use).capitalize()}: all of it will be of {plain(kept.name)}, which is found by both names."
            f"{again} “{self.workout.glyphs.key('exercises.undo', 'u')}” takes it back.",
            (Answer("y", "merge"),),
            keep="leave them apart",
            tone="now",
        )
        self.ask(ConfirmScreen(question), lambda _: self._merge(gone, kept))

    def _merge(self, gone: Exercise, kept: Exercise) -> None:
        merge = self.workout.logbook.merge_exercises
        self._do(lambda: f"{self._take(merge(gone.uid, kept.uid))}, and is {plain(gone.name)} too")

    def action_undo(self) -> None:
        """Take back the last change of the library."""
        self._do(lambda: f"undone: {self.workout.logbook.undo_exercises()}")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._do(lambda: f"redone: {self.workout.logbook.redo_exercises()}")

    def action_back(self) -> None:
        """Back to where one came from."""
        self.app.pop_screen()

    def _do(self, act: Callable[[], str]) -> None:
        """Write something, and say what was done."""
        self.workout.file.refuse_if_read_only()
        self._said = ("done", act())
        self.look()

    def _pick(
        self,
        title: str,
        exercises: tuple[Exercise, ...],
        opened_by: str,
        do: Callable[[Option], None],
        *,
        new: bool = False,
    ) -> None:
        from workout_tui.ui.screens.pick import Choices, PickScreen  # noqa: PLC0415 - only when it is asked for

        self.ask(PickScreen(Choices(title, exercises, new=new), opened_by), do)

    # Showing

    @property
    def _shown(self) -> tuple[Exercise, ...]:
        return tuple(one for one in self._library if one.archived == self._archived)

    @property
    def _marked(self) -> Exercise | None:
        shown = self._shown
        return shown[self._place(shown)] if shown else None

    def _place(self, shown: tuple[Exercise, ...]) -> int:
        return next((place for place, one in enumerate(shown) if one.uid == self._uid), 0)

    def draw(self) -> None:
        """The page, with the form of the marked one, and how many there are."""
        shown, one = self._shown, self._marked
        if one is None:
            self._form = None
        elif self._form is None or self._form.exercise.uid != one.uid:
            self._form = self.workout.logbook.exercise_form(one.uid)
        view = ExercisesView(
            exercises=shown,
            marked=self._place(shown),
            form=self._form,
            glyphs=self.workout.glyphs,
            wide=self.wide,
            archived=self._archived,
            said=self._said,
        )
        self.query_one(Canvas).show(partial(page, view))
        told = f"{len(shown)} put away" if self._archived else f"{len(shown)} in the library"
        self.query_one(TopBar).say(Content.styled("Exercises", "bold"), told, chip=self.workout.chip)
