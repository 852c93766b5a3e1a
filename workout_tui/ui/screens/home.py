"""Home: take up the open session, or start the next one."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import Horizontal

from workout_tui.errors import DuplicateSession, WorkoutError
from workout_tui.model.plan import ProgramKind, Template
from workout_tui.ui import ahead
from workout_tui.ui.commands import bindings
from workout_tui.ui.home.board import Board
from workout_tui.ui.presenters import when
from workout_tui.ui.presenters.home import page
from workout_tui.ui.presenters.home.view import HomeView
from workout_tui.ui.screens.home_keys import KEYS, footer
from workout_tui.ui.screens.telling import Telling
from workout_tui.ui.text import plain
from workout_tui.ui.widgets.canvas import Canvas
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import Binding

    from workout_tui.model.session import Session
    from workout_tui.ui.commands import Command


class HomeScreen(Telling):
    """Where the program begins and where it comes back to."""

    KEYS = KEYS
    RECORDED_AS = "home"
    ONLY_LOOKS = f"{Telling.ONLY_LOOKS} Quit here, or start again to take over."
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self._board: Board | None = None
        """None until the log was read"""
        self._lifter: list[str] = []
        """the lifter's name, when there are several to mistake them for"""
        self._drawn_for: tuple[bool, bool] | None = None
        self._presses = self.workout.presses

    def compose(self) -> ComposeResult:
        """A bar, one or two columns, a row of keys."""
        yield TopBar(self.workout.glyphs)
        with Horizontal(classes="body"):
            yield Canvas(id="home-left")
            yield Canvas(id="home-right")
        yield KeyBar([])

    def on_mount(self) -> None:
        """Let ages grow."""
        self.set_interval(30, self._show)

    def reread(self) -> None:
        """Read where the lifter stands; the records, which need the whole past, once that is painted."""
        logbook = self.workout.logbook
        if self._board is None:
            self._board = Board(logbook)
        else:
            self._board.read()
        self._unit = logbook.lifter.unit
        self._lifter = [plain(logbook.lifter.name)] if len(logbook.lifters()) > 1 else []
        self.call_after_refresh(self._look_back)

    def _look_back(self) -> None:
        if self.alive and self._board is not None:
            self._read_records(self._board)

    @work(exclusive=True)
    async def _read_records(self, board: Board) -> None:
        logbook = self.workout.logbook
        try:
            while logbook.look_for_records():
                await asyncio.sleep(0)  # what was painted gets out, and keys get in
                if not self.alive:
                    return
            board.read_records()
            self._show()
            ahead.work_out_bests(logbook, board.home)
        except WorkoutError as error:
            self.admit(error)
        self.workout.check_file()

    def on_screen_resume(self) -> None:
        """Come back: what was said before one left is over. Textual calls the handler of `Place` too."""
        self._said = None

    def resized(self) -> None:
        """Draw again with another column or more air; what fills the room to the last column draws itself."""
        if (self.tall, self.wide) != self._drawn_for:
            super().resized()

    # What the keys do

    def action_move(self, by: int) -> None:
        """Move the mark, not beyond the ends."""
        self._said = None
        if self._board is not None:
            self._board.move(by)
            self._show()

    def action_pick(self, number: int) -> None:
        """Mark a workout by its number, 0 the empty one."""
        if self._board is not None:
            self._board.pick(number)
            self._show()

    def action_enter(self) -> None:
        """Take up the open session, or start what is marked."""
        board = self._board
        if self._presses.is_repeat("enter") or board is None:
            return
        if board.spot.kind == "open" and board.home.open:
            self.workout.open_log(board.home.open.uid)
        elif self.may_write():
            self._start(board.planned)

    def action_reopen(self) -> None:
        """Keep training in the workout just finished, or take back the one just discarded."""
        closed, logbook = self.workout.last_closed, self.workout.logbook
        if closed is None:
            self.tell("warn", "No workout was finished in this window yet.")
        elif self.may_write():
            self._train((logbook.undiscard if closed.discarded else logbook.reopen)(closed.session_uid))

    def action_lifter(self) -> None:
        """Choose or add a lifter."""
        from workout_tui.ui.screens.lifters import LiftersScreen  # noqa: PLC0415 - rarely needed

        logbook = self.workout.logbook
        self.app.push_screen(LiftersScreen(logbook.lifters(), logbook.lifter.uid))

    def action_exercises(self) -> None:
        """Look through the library."""
        self.workout.open_exercises()

    def action_progress(self) -> None:
        """See how it went."""
        self.workout.open_progress()

    def action_history(self) -> None:
        """Look back."""
        self.workout.open_history()

    def action_bring(self) -> None:
        """Bring what another program knows."""
        if self.may_write():
            self.workout.open_bring()

    def action_settings(self) -> None:
        """Change how one trains, and how the program looks."""
        self.workout.open_settings()

    def action_sync(self) -> None:
        """See where the copy in the sheet stands."""
        self.workout.open_sync()

    def action_edit(self) -> None:
        """Edit the template in the card; an imported workout becomes one of the lifter's own first."""
        template_uid = self._planned()
        if template_uid and self.may_write():
            self.workout.logbook.adopt_template(template_uid)
            self.workout.open_editor(template_uid)

    def action_change(self) -> None:
        """Change what the workout in the card asks for today, before it starts."""
        running = self._board.home.open if self._board else None
        if running is not None:
            self.tell("warn", f"{running.title} is open: change it there.")
            return
        template_uid = self._planned()
        if template_uid and self.may_write():
            self.workout.open_editor(template_uid, sketch=True)

    def _planned(self) -> str | None:
        """The template in the card; that the empty workout has none is said."""
        planned = self._board.planned if self._board else None
        if planned is None:
            new = self.workout.glyphs.key("home.new", "n")
            self.tell("warn", f"The empty workout has no plan. {new} makes one that has.")
        return planned

    def action_new(self) -> None:
        """Name a new workout, then fill it."""
        from workout_tui.ui.screens.write import Text, WriteScreen  # noqa: PLC0415 - rarely needed

        if self.may_write():
            card = WriteScreen("New workout", (Text("name", "", "Push A"),), "n")
            self.ask(card, self._named)

    def _named(self, texts: tuple[str, ...]) -> None:
        if texts[0]:
            new = Template("", texts[0], "", 1, "", "", ProgramKind.LOOSE, 0, 0)
            self.workout.open_editor(self.workout.logbook.save_template(new).uid)

    def action_shift(self, by: int) -> None:
        """Move the marked workout up or down the list, within its program."""
        board = self._board
        if board is not None and board.spot.kind == "choice" and self.may_write() and board.shift(by):
            self.look()

    def action_programs(self) -> None:
        """Choose a program, or look where it stands."""
        self.workout.open_programs()

    # Starting

    def _start(self, template_uid: str | None) -> None:
        try:
            session = self.workout.logbook.start(template_uid, session_uid=self.workout.uids.new())
        except DuplicateSession as error:
            from workout_tui.ui.screens import still_open  # noqa: PLC0415 - rarely needed

            still_open.ask(self, error.session_uid, partial(self._start, template_uid))
        else:
            self._train(session)

    def _train(self, session: Session) -> None:
        self._said = None
        if self._board is not None:
            self._board.give_way()
        self.workout.last_closed = None
        self.workout.open_log(session.uid)

    # Showing

    def draw(self) -> None:
        """Both columns, the day, the keys."""
        board = self._board
        if board is None:
            return
        self._drawn_for = (self.tall, self.wide)
        view = self._view(board)
        self.query_one("#home-left", Canvas).show(partial(page.left, view))
        self.query_one("#home-right", Canvas).show(partial(page.right, view))
        self.query_one(TopBar).say(when.full(board.home.today), *self._lifter, chip=self.workout.chip)
        self.query_one(KeyBar).show(self.shown(self._footer(board)))

    def _view(self, board: Board) -> HomeView:
        app = self.workout
        return HomeView(
            home=board.home,
            spot=board.spot,
            card=board.card,
            unit=self._unit,
            now=app.clock.now(),
            glyphs=app.glyphs,
            tall=self.tall,
            wide=self.wide,
            big=app.config.big_numbers,
            notices=tuple(app.notices.values()),
            said=self._said or self._left_words(),
        )

    def _left_words(self) -> tuple[str, str] | None:
        """What became of the session just left."""
        closed = self.workout.last_closed
        if closed is None:
            return None
        again = self.workout.glyphs.key("home.reopen", "u")
        if closed.discarded:
            return "warn", f"{closed.title} was discarded · {again} takes it back"
        return "done", f"{closed.title} is saved · {again} keeps training"

    def _footer(self, board: Board) -> list[Command]:
        closed = self.workout.last_closed
        return footer(
            resumes=board.spot.kind == "open",
            has_workouts=bool(board.home.workouts),
            discarded=closed.discarded if closed else None,
        )
