"""Pull: what the sheet has and this log lacks, looked at first, taken with one key, and taken back with another."""

from __future__ import annotations

from contextlib import closing
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.containers import Vertical

from workout_tui.clock import Uids
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.logbook import Logbook
from workout_tui.store.connection import Store
from workout_tui.sync import pulling
from workout_tui.sync.connecting import Desk
from workout_tui.ui.bring.run import Ended, Run
from workout_tui.ui.commands import Command, bindings
from workout_tui.ui.presenters import connect, pull
from workout_tui.ui.presenters.bring import progress
from workout_tui.ui.screens.place import Place
from workout_tui.ui.text import plain
from workout_tui.ui.widgets.canvas import Canvas
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import Binding
    from textual.content import Content

    from workout_tui.errors import WorkoutError
    from workout_tui.model.intake import TakenBack
    from workout_tui.sync.pulling import Pull
    from workout_tui.transfer.importing import Told

_T = TypeVar("_T")

_LOOK_S = 0.1
_GO = Command("pull.go", "enter", "go", "⏎", "take it; try again; go on", "take it")
_AGAIN = Command("pull.go", "enter", "", "⏎", "", "look again")
_ON = Command("pull.go", "enter", "", "⏎", "", "go on")
_UNDO = Command("pull.undo", "u", "take_back", "u", "take back what was just brought", "take it back", palette=False)
_BACK = Command("pull.back", "escape", "back", "esc", "back, nothing taken", "back", priority=True)


class Step(Enum):
    """Where the lifter is."""

    LOOKING = auto()
    FOUND = auto()
    TAKING = auto()
    DONE = auto()
    RETURNING = auto()
    RETURNED = auto()
    FAILED = auto()


class PullScreen(Place):
    """What a pull would bring, and one key that brings it."""

    KEYS = (_GO, _UNDO, _BACK)
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    RECORDED_AS = "pull"
    CSS_PATH = "sync.tcss"
    WHERE = "while the sheet is looked at"

    def __init__(self) -> None:
        super().__init__()
        self._step = Step.LOOKING
        self._found: Pull | None = None
        self._returned: TakenBack | None = None
        self._wrong = ""
        self._run: Run | None = None

    def compose(self) -> ComposeResult:
        """A card, and the counts below it."""
        yield TopBar(self.workout.glyphs)
        with Vertical(classes="body"):
            yield Canvas(self._draw_head, id="connect-head")
            yield Canvas(self._draw_rows, id="connect-rows")
        yield KeyBar([])

    def on_mount(self) -> None:
        """Look at once."""
        self._timer = self.set_interval(_LOOK_S, self._draw_progress, pause=True)
        self.query_one(TopBar).say("bring from the sheet", chip=self.workout.chip)
        self._look()

    def on_ended(self, event: Ended) -> None:
        """What was done beside the interface came to its end."""
        self._timer.pause()
        if self.is_attached:
            event.act()

    # Beside the interface

    def _look(self) -> None:
        work = self._with_log(lambda desk, logbook, _: pulling.look(desk, logbook.lifter.uid))
        self._start(Step.LOOKING, work, self._looked)

    def _take(self) -> None:
        self._start(Step.TAKING, self._with_log(pulling.take), self._took)

    def _return(self, batch_uid: str) -> None:
        work = self._with_log(lambda _desk, logbook, _told: logbook.undo_import(batch_uid))
        self._start(Step.RETURNING, work, self._gave_back)

    def _start(self, step: Step, work: Callable[[Told], _T], then: Callable[[_T], None]) -> None:
        self._go(step)
        self._timer.resume()
        self._run = Run(self, partial(self._failed, step), self._stopped)
        self._run.start(work, then)

    def _with_log(self, do: Callable[[Desk, Logbook, Told], _T]) -> Callable[[Told], _T]:
        """`do` with a log of the thread's own."""
        app = self.workout
        paths, config, clock, lifter_uid = app.parts.paths, app.config, app.clock, app.logbook.lifter.uid

        def work(told: Told) -> _T:
            with closing(Store(paths.database, create=False)) as store:
                logbook = Logbook(store, lifter_uid, clock=clock, uids=Uids(clock), metrics=Metrics())
                return do(Desk(store, paths, config, clock), logbook, told)

        return work

    def _looked(self, found: Pull) -> None:
        self._found = found
        self._go(Step.FOUND)

    def _took(self, taken: Pull) -> None:
        self._found = taken
        self._go(Step.DONE)

    def _gave_back(self, returned: TakenBack) -> None:
        self._returned = returned
        self._go(Step.RETURNED)

    def _failed(self, step: Step, error: WorkoutError) -> None:
        self.record(error)
        self._go(Step.DONE if step is Step.RETURNING else Step.FAILED, wrong=str(error))

    def _stopped(self) -> None:
        self._go(Step.FAILED, wrong="Stopped: what was not taken yet is still in the sheet.")

    # What the keys do

    def action_go(self) -> None:
        """Take it, look again, or go on."""
        if self._presses.is_repeat("enter"):
            return
        if self._step is Step.FAILED:
            self._look()
        elif self._step is Step.FOUND and self._found is not None and not self._found.is_empty:
            if self.workout.file.read_only:
                self._go(Step.FAILED, wrong="This window only looks: another one has the log.")
            else:
                self._take()
        elif self._step in {Step.FOUND, Step.DONE, Step.RETURNED}:
            self._leave()

    def action_take_back(self) -> None:
        """Undo the pull, as the command line does."""
        if self._step is Step.DONE and self._found is not None and self._found.batch_uid is not None:
            self._return(self._found.batch_uid)

    def action_back(self) -> None:
        """Back; what is being taken is given up at the next workout."""
        if self._step is Step.TAKING and self._run is not None:
            self._run.stop()
        elif self._step in {Step.DONE, Step.RETURNED}:
            self._leave()
        elif self._step is not Step.RETURNING:
            self.app.pop_screen()

    def _leave(self) -> None:
        """To the reviews there are; else Home, as the lifter the log now has."""
        if self._found is None or self._step is Step.FOUND:
            self.app.pop_screen()
            return
        self.workout.train_as(self.workout.logbook.lifter.uid)
        if self._found.edited:
            self.workout.open_sync()

    # Showing

    def _go(self, step: Step, *, wrong: str = "") -> None:
        self._step, self._wrong = step, wrong
        self._show()

    def draw(self) -> None:
        """The head, the counts, the keys."""
        self.query_one("#connect-head", Canvas).show(self._draw_head)
        self.query_one("#connect-rows", Canvas).show(self._draw_rows)
        self.query_one(KeyBar).show(self.shown(self._footer()))

    def _draw_progress(self) -> None:
        self.query_one("#connect-rows", Canvas).refresh()

    def _words(self) -> tuple[str, str]:
        if self._step is Step.LOOKING:
            return "Looking at the sheet", "Nothing is changed, here or there."
        if self._found is None:
            return "The sheet could not be looked at", "Nothing was changed."
        where = plain(self._found.title) or "the sheet"
        if self._step is Step.RETURNING:
            return "Taking it back", f"Nothing is changed in {where}."
        if self._returned is not None:
            return "Taken back.", pull.returned(self._returned)
        if self._step is Step.DONE:
            return pull.taken(self._found)
        return pull.title(self._found), pull.about(self._found, where)

    def _draw_head(self, width: int, _height: int) -> list[Content]:
        return connect.head(*self._words(), self._wrong, width, self.workout.glyphs, tall=self.tall)

    def _draw_rows(self, width: int, height: int) -> list[Content]:
        glyphs = self.workout.glyphs
        if self._step in {Step.LOOKING, Step.TAKING}:
            return progress(self._run.done, self._run.of, width, glyphs) if self._run else []
        if self._found is None or self._step in {Step.RETURNING, Step.RETURNED}:
            return []
        return pull.rows(self._found, width, height, glyphs)

    def _footer(self) -> list[Command]:
        if self._step is Step.FOUND and self._found is not None and not self._found.is_empty:
            return [_GO, _BACK]
        undo = [_UNDO] if self._found is not None and self._found.batch_uid is not None else []
        keys = {Step.FAILED: [_AGAIN, _BACK], Step.DONE: [_ON, *undo], Step.RETURNING: [], Step.RETURNED: [_ON]}
        return keys.get(self._step, [_BACK])
