"""Bringing a history: which file, what it leaves open, what would become of every row, and one key to take it in."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.containers import Horizontal, Vertical
from textual.widgets import Label

from workout_tui.errors import UnitNeeded, WorkoutError
from workout_tui.model.load import Unit
from workout_tui.ui.bring import files, showing, work
from workout_tui.ui.bring.keys import KEYS
from workout_tui.ui.bring.run import Ended, Run
from workout_tui.ui.bring.state import NewLifter, State, Step
from workout_tui.ui.commands import bindings
from workout_tui.ui.marking import within
from workout_tui.ui.presenters import bring as draw
from workout_tui.ui.screens.place import Place
from workout_tui.ui.widgets.canvas import Canvas
from workout_tui.ui.widgets.field import Field
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import Binding
    from textual.content import Content
    from textual.events import Key
    from textual.widgets import Input

    from workout_tui.model.exercise import Exercise
    from workout_tui.transfer.bringing import Found, Outcome
    from workout_tui.transfer.importing import Told
    from workout_tui.ui.bring.files import Candidate

_T = TypeVar("_T")

_LONGEST_PATH = 4000
_LOOK_S = 0.1
_DIGITS = "123456789"


class BringScreen(Place):
    """A file, one or two questions, a preview, and what became of it.

    Args:
        new: who begins with this; None: the lifter in front.
        opened_by: the key that opened it, so that its bouncing types nothing.
    """

    CSS_PATH = "bring.tcss"
    KEYS = KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    RECORDED_AS = "bring"
    WHERE = "while bringing a history"
    WITHOUT_LOG = True

    def __init__(self, new: NewLifter | None = None, *, opened_by: str = "i") -> None:
        super().__init__()
        self._opened_by = opened_by
        self._at = State(new)
        self._top = 0
        """how far the rows are scrolled"""

    def compose(self) -> ComposeResult:
        """The head, the line for the path, whatever the step has to show."""
        yield TopBar(self.workout.glyphs)
        with Vertical(classes="body"):
            yield Canvas(self._draw_head, id="bring-head")
            with Horizontal(id="bring-file"):
                yield Label("file", markup=False)
                presses = self.presses_after(self._opened_by)
                yield Field("", "type or paste its path, or pick one", presses, _LONGEST_PATH, leaves=_DIGITS)
            yield Canvas(self._draw_rows, id="bring-rows")
        yield KeyBar([])

    def on_mount(self) -> None:
        """Look which files there are; the line has the focus."""
        self._timer = self.set_interval(_LOOK_S, self._draw_progress, pause=True)
        self.query_one(TopBar).say("bring a history", chip=self.workout.chip)
        look = Run(self, self._failed, self._stopped)
        look.start(lambda _told: files.candidates(Path.home(), Path.cwd()), self._offer)

    def on_unmount(self) -> None:
        """Left, by whatever way: what is not committed is given up."""
        if self._at.run is not None:
            self._at.run.stop()

    def on_ended(self, event: Ended) -> None:
        """Something beside the interface came to its end."""
        self._timer.pause()
        if self.is_attached:
            event.act()

    # The file

    def on_key(self, event: Key) -> None:
        """A digit on the empty line takes a file."""
        place = _DIGITS.find(event.character or " ")
        if self._at.step is Step.FILE and not self._line.value and 0 <= place < len(self._at.candidates):
            self._line.value = files.shown(self._at.candidates[place].path, Path.home())
            self._line.cursor_position = len(self._line.value)
            self._read_typed()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another path: what was wrong with the one before is no matter."""
        event.stop()
        if self._at.wrong and self._at.step is Step.FILE and event.value != self._at.typed:
            self._go(Step.FILE)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """⏎ in the line."""
        event.stop()
        if not self._presses.is_repeat("enter"):
            self._read_typed()

    def action_complete(self) -> None:
        """Add to the path what is beyond doubt."""
        if self._at.step is Step.FILE:
            self._line.value = files.completed(self._line.value)
            self._line.cursor_position = len(self._line.value)

    def _read_typed(self) -> None:
        self._at.typed = self._line.value
        if self.workout.file.read_only:
            self._go(Step.FILE, wrong="This window only looks: another one has the log. Bring the history in there.")
        elif not self._line.value.strip():
            self._go(Step.FILE, wrong="Type the path of the file, or pick one by its number.")
        else:
            self._at.path = files.meant(self._line.value)
            self._read(None)

    def _read(self, unit: Unit | None) -> None:
        self._at.unit = unit
        self._start(f"Reading {self._at.path.name}", work.reading(self.workout, self._at), self._was_read)

    def _was_read(self, read: tuple[Found, dict[str, Exercise]]) -> None:
        self._at.read(*read)
        if self._at.asked:
            self._go(Step.SAME)
        else:
            self._try_out()

    # What the file leaves open

    def action_unit(self, unit: str) -> None:
        """The unit of the weights."""
        if self._at.step is Step.UNIT:
            self._read(Unit(unit))

    def action_answer(self, same: bool) -> None:
        """Whether the name in question is an exercise that is known."""
        if self._at.step is Step.SAME:
            self._answer(1, same=same)

    def action_all(self) -> None:
        """All names that are left are the exercises that were suggested."""
        if self._at.step is Step.SAME:
            self._answer(len(self._at.asked), same=True)

    def _answer(self, how_many: int, *, same: bool) -> None:
        if self._at.answer(how_many, same=same):
            self._try_out()
        else:
            self._show()

    # The preview, and taking it in

    def _try_out(self) -> None:
        if self._at.found is not None:
            trying = work.trying(self.workout, self._at, self._at.found)
            self._start("Trying it on a copy of the log", trying, partial(self._came, Step.PREVIEW))

    def action_enter(self) -> None:
        """On to the next step."""
        if self._presses.is_repeat("enter"):
            return
        if self._at.step is Step.UNIT and self._at.need and self._at.need.likely:
            self._read(self._at.need.likely)
        elif self._at.step is Step.PREVIEW:
            self._take_in()
        elif self._at.step is Step.DONE:
            self._leave()

    def _take_in(self) -> None:
        if self._at.found is None:
            return
        try:
            taking = work.taking(self.workout, self._at, self._at.found)
        except WorkoutError as error:
            self._failed(error)
            return
        words = f"Taking in {self._at.path.name}"
        self._start(words, taking, partial(self._came, Step.DONE), behind=Step.PREVIEW)

    def action_take_back(self) -> None:
        """Undo the import, as the command line does."""
        outcome, batch_uid = self._at.outcome, self._at.batch_uid
        if self._at.step is Step.DONE and outcome and batch_uid:
            back = work.taking_back(self.workout, self._at, outcome, batch_uid)
            self._start("Taking it back", back, partial(self._came, Step.DONE), behind=Step.DONE)

    def _came(self, step: Step, outcome: Outcome) -> None:
        self._at.outcome = outcome
        if step is Step.DONE and self._at.new is not None:
            self._at.begun = outcome.lifter_uid
        self._go(step)

    # Beside the interface

    def _start(
        self, doing: str, to_do: Callable[[Told], _T], then: Callable[[_T], None], *, behind: Step = Step.FILE
    ) -> None:
        self._at.doing, self._at.behind = doing, behind
        self._at.run = Run(self, self._failed, self._stopped)
        self._go(Step.BUSY)
        self._timer.resume()
        self._at.run.start(to_do, then)

    def _failed(self, error: WorkoutError) -> None:
        self.record(error)
        if isinstance(error, UnitNeeded):
            self._at.need = error
            self._go(Step.UNIT)
        else:
            self._go(self._at.behind, wrong=str(error))

    def _stopped(self) -> None:
        self._go(self._at.behind, wrong="Stopped: nothing of the file was taken in.")

    def _offer(self, found: tuple[Candidate, ...]) -> None:
        self._at.candidates = found
        self._show()

    # Back, and away

    def action_back(self) -> None:
        """A step back; out, where there is none."""
        if self._at.step is Step.BUSY and self._at.run is not None:
            self._at.run.stop()
            self._show()
        elif self._at.step in {Step.FILE, Step.DONE}:
            self._leave()
        else:
            self._go(Step.FILE)

    def _leave(self) -> None:
        if self._at.new is not None and self._at.begun is not None:
            self.workout.train_as(self._at.begun)
        else:
            self.app.pop_screen()

    # Showing

    def action_scroll(self, by: int) -> None:
        """Show what is above or below."""
        self._top = within(self._top + by, self._furthest() + 1)
        self.query_one("#bring-rows", Canvas).refresh()

    def resized(self) -> None:
        """What fits depends on the room there is."""
        self._top = min(self._top, self._furthest())
        self.call_after_refresh(self._show_keys)

    def _furthest(self) -> int:
        size = self.query_one("#bring-rows", Canvas).size
        return draw.furthest(draw.account(self._at.lines, size.width), size.height) if size else 0

    @property
    def _line(self) -> Field:
        return self.query_one(Field)

    def _go(self, step: Step, *, wrong: str = "") -> None:
        self._at.step, self._at.wrong, self._top = step, wrong, 0
        self._show()

    def draw(self) -> None:
        """The head, the line where a path is typed, what belongs to the step, the keys."""
        typing = self._at.step is Step.FILE
        self.query_one("#bring-file").display = typing
        if typing:
            self._line.focus()
        else:
            self.set_focus(None)
        self.query_one("#bring-head", Canvas).show(self._draw_head)
        self.query_one("#bring-rows", Canvas).show(self._draw_rows)
        self._show_keys()
        self.call_after_refresh(self._show_keys)  # only then is known whether all of it fits

    def _show_keys(self) -> None:
        if self.is_attached:
            scrolls = self._at.step in {Step.PREVIEW, Step.DONE} and self._furthest() > 0
            self.query_one(KeyBar).show(self.shown(showing.footer(self._at, scrolls=scrolls)))

    def _draw_progress(self) -> None:
        self.query_one("#bring-rows", Canvas).refresh()

    def _draw_head(self, width: int, _height: int) -> list[Content]:
        return draw.page(showing.head(self._at), width, self.workout.glyphs)

    def _draw_rows(self, width: int, height: int) -> list[Content]:
        return showing.rows(self._at, self._top, self.workout.clock.now(), width, height, self.workout.glyphs)
