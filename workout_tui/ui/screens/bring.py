"""Bringing a history: which file, what it leaves open, what would become of every row, and one key to take it in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.containers import Horizontal, Vertical
from textual.widgets import Label

from workout_tui.errors import UnitNeeded, WorkoutError
from workout_tui.model.load import Unit
from workout_tui.model.whole import WholeLog
from workout_tui.transfer import bringing, telling
from workout_tui.transfer.bringing import Here, Outcome
from workout_tui.transfer.importing import READERS
from workout_tui.ui.bring import files
from workout_tui.ui.bring.run import Ended, Run
from workout_tui.ui.commands import Command, bindings
from workout_tui.ui.presenters import bring as draw
from workout_tui.ui.presenters import when
from workout_tui.ui.presenters.bring import Asked, FileRow, Page
from workout_tui.ui.presses import Presses
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
    from workout_tui.transfer.bringing import Found
    from workout_tui.transfer.importing import Told
    from workout_tui.ui.bring.files import Candidate

_T = TypeVar("_T")

_LONGEST_PATH = 4000
_LOOK_S = 0.1
_DIGITS = "123456789"

_ENTER = Command("bring.enter", "enter", "enter", "⏎", "go on", "go on", "BRING", palette=False)
_COMPLETE = Command("bring.complete", "tab", "complete", "tab", "complete the path", "complete", "BRING", palette=False)
_PICK = Command("bring.pick", "f1", "", "1–9", "take a file of the list", "pick", palette=False)
_KG = Command("bring.kg", "k", "unit('kg')", "k", "the weights are kilograms", "kg", "BRING", palette=False)
_LB = Command("bring.lb", "l", "unit('lb')", "l", "the weights are pounds", "lb", "BRING", palette=False)
_YES = Command("bring.yes", "y", "answer(True)", "y", "the same exercise", "the same", "BRING", palette=False)
_NO = Command("bring.no", "n", "answer(False)", "n", "a new exercise", "a new one", "BRING", palette=False)
_ALL = Command("bring.all", "a", "all", "a", "all that are left are the same", "all the same", "BRING", palette=False)
_UNDO = Command("bring.undo", "u", "take_back", "u", "take the import back", "take it back", "BRING", palette=False)
_UP = Command("bring.up", "up", "scroll(-1)", "↑ ↓", "more of it", "more", "BRING", palette=False)
_SCROLL = (
    Command("bring.down", "down", "scroll(1)", "↓", "down", palette=False),
    Command("bring.page_up", "pageup", "scroll(-10)", "PgUp", "up", palette=False),
    Command("bring.page_down", "pagedown", "scroll(10)", "PgDn", "down", palette=False),
)
_BACK = Command("bring.back", "escape", "back", "esc", "a step back", "back", "BRING", priority=True, palette=False)


class Step(Enum):
    """Where the lifter is."""

    FILE = auto()
    UNIT = auto()
    SAME = auto()
    PREVIEW = auto()
    DONE = auto()
    BUSY = auto()
    """something is done beside the interface"""


@dataclass(frozen=True, slots=True)
class NewLifter:
    """Somebody who begins with their history; they come into the log with it."""

    name: str
    unit: Unit


class BringScreen(Place):
    """A file, one or two questions, a preview, and what became of it.

    Args:
        new: who begins with this; None: the lifter in front.
        opened_by: the key that opened it, so that its bouncing types nothing.
    """

    KEYS = (_ENTER, _COMPLETE, _KG, _LB, _YES, _NO, _ALL, _UNDO, _UP, *_SCROLL, _BACK)
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    WHERE = "while bringing a history"

    def __init__(self, new: NewLifter | None = None, *, opened_by: str = "i") -> None:
        super().__init__()
        self._new = new
        self._opened_by = opened_by
        self._begun: str | None = None
        """the uid of the lifter who was new"""
        self._step = self._behind = Step.FILE
        self._candidates: tuple[Candidate, ...] = ()
        self._wrong = self._doing = self._typed = ""
        self._path = Path()
        self._unit: Unit | None = None
        self._need: UnitNeeded | None = None
        self._found: Found | None = None
        self._suggested: dict[str, Exercise] = {}
        self._asked: tuple[Asked, ...] = ()
        self._outcome: Outcome | None = None
        self._top = 0
        self._run: Run | None = None

    def compose(self) -> ComposeResult:
        """The head, the line for the path, whatever the step has to show."""
        presses = Presses(self.workout.clock)
        presses.is_repeat(self._opened_by)
        yield TopBar(self.workout.glyphs)
        with Vertical(classes="body"):
            yield Canvas(self._draw_head, id="bring-head")
            with Horizontal(id="bring-file"):
                yield Label("file", markup=False)
                yield Field("", "type or paste its path, or pick one", presses, _LONGEST_PATH, leaves=_DIGITS)
            yield Canvas(self._draw_rows, id="bring-rows")
        yield KeyBar([])

    def on_mount(self) -> None:
        """Look which files there are; the line has the focus."""
        self._presses = Presses(self.workout.clock)
        self._timer = self.set_interval(_LOOK_S, self._draw_progress, pause=True)
        self.query_one(TopBar).say("bring a history", chip=self.workout.chip)
        look = Run(self, self._failed, self._stopped)
        look.start(lambda _told: files.candidates(Path.home(), Path.cwd()), self._offer)
        self._show()

    def on_unmount(self) -> None:
        """Left, by whatever way: what is not committed is given up."""
        if self._run is not None:
            self._run.stop()

    def on_ended(self, event: Ended) -> None:
        """Something beside the interface came to its end."""
        self._timer.pause()
        if self.is_attached:
            event.act()

    # The file

    def on_key(self, event: Key) -> None:
        """A digit on the empty line takes a file."""
        place = _DIGITS.find(event.character or " ")
        if self._step is Step.FILE and not self._line.value and 0 <= place < len(self._candidates):
            self._line.value = files.shown(self._candidates[place].path, Path.home())
            self._line.cursor_position = len(self._line.value)
            self._read_typed()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another path: what was wrong with the one before is no matter."""
        event.stop()
        if self._wrong and self._step is Step.FILE and event.value != self._typed:
            self._go(Step.FILE)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """⏎ in the line."""
        event.stop()
        if not self._presses.is_repeat("enter"):
            self._read_typed()

    def action_complete(self) -> None:
        """Add to the path what is beyond doubt."""
        if self._step is Step.FILE:
            self._line.value = files.completed(self._line.value)
            self._line.cursor_position = len(self._line.value)

    def _read_typed(self) -> None:
        self._typed = self._line.value
        if self.workout.file.read_only:
            self._go(Step.FILE, wrong="This window only looks: another one has the log. Bring the history in there.")
        elif not self._line.value.strip():
            self._go(Step.FILE, wrong="Type the path of the file, or pick one by its number.")
        else:
            self._path = files.meant(self._line.value)
            self._read(None)

    def _read(self, unit: Unit | None) -> None:
        here, path = self._here(), self._path

        def read(told: Told) -> tuple[Found, dict[str, Exercise]]:
            found = bringing.read(path, unit, told)
            return found, bringing.suggestions(found, here)

        self._unit = unit
        self._start(f"Reading {path.name}", read, self._was_read)

    def _was_read(self, read: tuple[Found, dict[str, Exercise]]) -> None:
        self._found, self._suggested = read
        self._asked = tuple(Asked(name, one.name) for name, one in self._suggested.items())
        if self._asked:
            self._go(Step.SAME)
        else:
            self._try_out()

    # What the file leaves open

    def action_unit(self, unit: str) -> None:
        """The unit of the weights."""
        if self._step is Step.UNIT:
            self._read(Unit(unit))

    def action_answer(self, same: bool) -> None:
        """Whether the name in question is an exercise that is known."""
        if self._step is Step.SAME:
            self._answer(1, same=same)

    def action_all(self) -> None:
        """All names that are left are the exercises that were suggested."""
        if self._step is Step.SAME:
            self._answer(len(self._asked), same=True)

    def _answer(self, how_many: int, *, same: bool) -> None:
        now = draw.first_open(self._asked)
        answered = (replace(one, answer=same) for one in self._asked[now : now + how_many])
        self._asked = (*self._asked[:now], *answered, *self._asked[now + how_many :])
        if draw.first_open(self._asked) == len(self._asked):
            self._try_out()
        else:
            self._show()

    # The preview, and taking it in

    def _try_out(self) -> None:
        if self._found is None:
            return
        work = partial(bringing.try_out, self._found, self._here(), self._confirmed())
        self._start("Trying it on a copy of the log", work, partial(self._came, Step.PREVIEW))

    def action_enter(self) -> None:
        """On to the next step."""
        if self._presses.is_repeat("enter"):
            return
        if self._step is Step.UNIT and self._need and self._need.likely:
            self._read(self._need.likely)
        elif self._step is Step.PREVIEW:
            self._take_in()
        elif self._step is Step.DONE:
            self._leave()

    def _take_in(self) -> None:
        if self._found is None:
            return
        try:
            self._begin()
        except WorkoutError as error:
            self._failed(error)
            return
        work = partial(bringing.take_in, self._found, self._here(), self._confirmed())
        self._start(f"Taking in {self._path.name}", work, partial(self._came, Step.DONE), behind=Step.PREVIEW)

    def _begin(self) -> None:
        """The lifter who is new comes into the log; one who comes with a whole log is in that."""
        if self._new is not None and self._begun is None and not isinstance(self._found, WholeLog):
            self._begun = bringing.begin(self.workout.file.store, self._here())

    def action_take_back(self) -> None:
        """Undo the import, as the command line does."""
        if self._step is Step.DONE and self._outcome and self._outcome.batch_uid:
            here, batch_uid = replace(self._here(), lifter_uid=self._outcome.lifter_uid), self._outcome.batch_uid
            back = partial(self._came, Step.DONE)
            self._start("Taking it back", lambda _told: bringing.take_back(here, batch_uid), back, behind=Step.DONE)

    def _came(self, step: Step, outcome: Outcome) -> None:
        self._outcome = outcome
        if step is Step.DONE and self._new is not None:
            self._begun = outcome.lifter_uid
        self._go(step)

    def _confirmed(self) -> dict[str, Exercise]:
        return {one.theirs: self._suggested[one.theirs] for one in self._asked if one.answer}

    def _here(self) -> Here:
        app = self.workout
        paths = app.parts.paths
        if self._new is not None:
            return Here(paths.database, paths.backups, app.clock, self._begun, self._new.name, self._new.unit)
        lifter = app.logbook.lifter
        return Here(paths.database, paths.backups, app.clock, lifter.uid, lifter.name, lifter.unit)

    # Beside the interface

    def _start(
        self, doing: str, work: Callable[[Told], _T], then: Callable[[_T], None], *, behind: Step = Step.FILE
    ) -> None:
        self._doing, self._behind = doing, behind
        self._run = Run(self, self._failed, self._stopped)
        self._go(Step.BUSY)
        self._timer.resume()
        self._run.start(work, then)

    def _failed(self, error: WorkoutError) -> None:
        self.workout.parts.log.failure("bring", error)
        if isinstance(error, UnitNeeded):
            self._need = error
            self._go(Step.UNIT)
        else:
            self._go(self._behind, wrong=str(error))

    def _stopped(self) -> None:
        self._go(self._behind, wrong="Stopped: nothing of the file was taken in.")

    def _offer(self, found: tuple[Candidate, ...]) -> None:
        self._candidates = found
        self._show()

    # Back, and away

    def action_back(self) -> None:
        """A step back; out, where there is none."""
        if self._step is Step.BUSY and self._run is not None:
            self._run.stop()
            self._show()
        elif self._step in {Step.FILE, Step.DONE}:
            self._leave()
        else:
            self._go(Step.FILE)

    def _leave(self) -> None:
        if self._new is not None and self._begun is not None:
            self.workout.train_as(self._begun)
        else:
            self.app.pop_screen()

    # Showing

    def action_scroll(self, by: int) -> None:
        """Show what is above or below."""
        self._top = min(max(0, self._top + by), self._furthest())
        self.query_one("#bring-rows", Canvas).refresh()

    def on_resize(self) -> None:
        """What fits depends on the room there is."""
        self._top = min(self._top, self._furthest())
        self.call_after_refresh(self._show_keys)

    def _furthest(self) -> int:
        size = self.query_one("#bring-rows", Canvas).size
        return draw.furthest(draw.account(self._lines(), size.width), size.height) if size else 0

    @property
    def _line(self) -> Field:
        return self.query_one(Field)

    def _go(self, step: Step, *, wrong: str = "") -> None:
        self._step, self._wrong, self._top = step, wrong, 0
        self._show()

    def _show(self) -> None:
        typing = self._step is Step.FILE
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
            self.query_one(KeyBar).show(self.shown(self._footer()))

    def _draw_progress(self) -> None:
        self.query_one("#bring-rows", Canvas).refresh()

    def _footer(self) -> list[Command]:
        takes_back = self._outcome is not None and self._outcome.batch_uid is not None
        likely = [replace(_ENTER, label=str(self._need.likely))] if self._need and self._need.likely else []
        more = [_UP] if self._step in {Step.PREVIEW, Step.DONE} and self._furthest() else []
        keys = {
            Step.FILE: [replace(_ENTER, label="read it"), *([_PICK] if self._candidates else []), _COMPLETE],
            Step.UNIT: [*likely, _KG, _LB],
            Step.SAME: [_YES, _NO, _ALL],
            Step.PREVIEW: [replace(_ENTER, label="take it in"), *more],
            Step.DONE: [replace(_ENTER, label="done"), *([_UNDO] if takes_back else []), *more],
            Step.BUSY: [],
        }
        back = replace(_BACK, label="stop") if self._step is Step.BUSY else _BACK
        return [*keys[self._step], back]

    def _draw_head(self, width: int, _height: int) -> list[Content]:
        return draw.page(self._page(), width, self.workout.glyphs)

    def _page(self) -> Page:
        if self._step is Step.UNIT and self._need is not None:
            return Page(self._path.name, self._need.message)
        if self._step is Step.BUSY:
            stopping = self._run is not None and self._run.stopping
            return Page(f"{self._doing} …", "Stopping." if stopping else "")
        return self._pages()[self._step]

    def _pages(self) -> dict[Step, Page]:
        names = dict.fromkeys(reader.name for reader in READERS)
        kinds = (
            f"An export of {', '.join(names)}, or a whole log of this program. Nothing is written before you say so."
        )
        first = next(iter(self._outcome.lines), "") if self._outcome else ""
        batch_uid = self._outcome.batch_uid if self._outcome else None
        way_back = telling.way_back(batch_uid) if batch_uid else ""
        count = len(self._asked)
        return {
            Step.FILE: Page("Bring your history", kinds, self._wrong),
            Step.SAME: Page(
                f"{telling.count(count, 'exercise')} of the file may be known here under another name",
                "What is the same goes on in one history; the name is kept with your exercise.",
            ),
            Step.PREVIEW: Page(first, "Nothing is written yet. This is what would become of it:", self._wrong),
            Step.DONE: Page(first, way_back, self._wrong, "done"),
        }

    def _lines(self) -> tuple[str, ...]:
        return self._outcome.lines[1:] if self._outcome else ()

    def _draw_rows(self, width: int, height: int) -> list[Content]:
        glyphs = self.workout.glyphs
        if self._step is Step.FILE:
            return draw.files(self._offered(), width, height, glyphs)
        if self._step is Step.UNIT:
            return draw.units(self._need.likely if self._need else None, width, height, glyphs)
        if self._step is Step.SAME:
            return draw.questions(self._asked, width, height, glyphs)
        if self._step is Step.BUSY:
            run = self._run
            return draw.progress(run.done, run.of, width, glyphs) if run else []
        return draw.scrolled(draw.account(self._lines(), width), self._top, width, height, glyphs)

    def _offered(self) -> list[FileRow]:
        home, now = Path.home(), self.workout.clock.now()
        return [
            FileRow(one.path.name, files.shown(one.path.parent, home), when.ago(one.changed_at, now))
            for one in self._candidates
        ]
