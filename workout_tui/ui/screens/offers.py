"""What a new lifter begins with: a starter program, or an empty workout."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical

from workout_tui.errors import WorkoutError
from workout_tui.logbook import lifters, starters
from workout_tui.ui.commands import Command, bindings
from workout_tui.ui.marking import within
from workout_tui.ui.presenters import first_run as draw
from workout_tui.ui.presenters.first_run import EMPTY_WORKOUT, Offer, OffersView
from workout_tui.ui.screens.place import Place
from workout_tui.ui.widgets.canvas import Canvas
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import Binding
    from textual.content import Content

    from workout_tui.model.load import Unit

_BEGIN = Command("offers.begin", "enter", "begin", "⏎", "begin with the marked one", "begin")
_PICK = tuple(
    Command(
        f"offers.pick{digit}", str(digit), f"pick({digit})", "0–6", "mark one", "" if digit else "pick", palette=False
    )
    for digit in range(10)
)
_UP = Command("offers.up", "up", "move(-1)", "↑", "mark what is above", palette=False)
_DOWN = Command("offers.down", "down", "move(1)", "↓", "mark what is below", palette=False)
_BRING = Command("offers.bring", "i", "bring", "i", "bring your history from another program", "history")
_SHEET = Command("offers.sheet", "g", "sheet", "g", "bring it from the Google Sheet you have", "sheet")
_SETTINGS = Command("offers.settings", "comma", "settings", ",", "settings of this machine", "settings")
_BACK = Command("offers.back", "escape", "back", "esc", "back to the name", "back")
_QUIT = Command("offers.quit", "q", "app.quit", "q", "quit", "quit")


class OffersScreen(Place):
    """A list with one mark. The lifter comes into the log only with the choice: leaving leaves nothing behind."""

    CSS_PATH = "first_run.tcss"
    KEYS = (_BEGIN, *_PICK, _UP, _DOWN, _BRING, _SHEET, _SETTINGS, _BACK, _QUIT)
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    RECORDED_AS = "offers"

    def __init__(self, name: str, unit: Unit) -> None:
        super().__init__()
        self._name_of_lifter = name
        self._unit = unit
        self._marked = 0
        self._wrong = ""

    def compose(self) -> ComposeResult:
        """The head and the list."""
        yield TopBar(self.workout.glyphs)
        with Vertical(classes="body"):
            yield Canvas(self._draw_head, id="welcome")
            yield Canvas(self._draw_offers, id="offers")
        yield KeyBar([])

    def on_mount(self) -> None:
        """Read the starter programs."""
        self._starters = starters.starters(self._unit, self.workout.uids)
        self.query_one(TopBar).say(self._name_of_lifter, chip=self.workout.chip)
        self.query_one(KeyBar).show(self.shown([_BEGIN, _PICK[0], _BRING, _SHEET, _SETTINGS, _BACK, _QUIT]))

    def say(self, error: WorkoutError) -> None:
        """Tell what went wrong under the list."""
        self.record(error)
        self._wrong = str(error)
        self.query_one("#offers", Canvas).refresh()

    def action_move(self, by: int) -> None:
        """Move the mark, not beyond the ends."""
        self.action_pick(within(self._marked + by, len(self._starters) + 1))

    def action_pick(self, place: int) -> None:
        """Mark an offer; 0 is the empty workout."""
        if place <= len(self._starters):
            self._marked = place
            self.query_one("#offers", Canvas).refresh()

    def action_bring(self) -> None:
        """Begin with what another program knows."""
        from workout_tui.ui.bring.state import NewLifter  # noqa: PLC0415 - rarely needed

        self.workout.open_bring(NewLifter(self._name_of_lifter, self._unit))

    def action_sheet(self) -> None:
        """Make the lifter, connect the sheet they have, and bring what stands in it."""
        if self._began():
            app = self.workout
            try:
                starters.fill_library(app.logbook, self._unit)
            except WorkoutError as error:
                app.notices["first run"] = str(error)
            app.open_connect("g", then_pull=True)

    def action_settings(self) -> None:
        """Look and keyboard, before there is a lifter."""
        self.workout.open_settings()

    def action_back(self) -> None:
        """Back to the name."""
        self.app.pop_screen()

    def action_begin(self) -> None:
        """Make the lifter, with what is marked."""
        if self._presses.is_repeat("enter"):
            return
        if self._began():
            self._fill()

    def _began(self) -> bool:
        """Whether the lifter could be made; they train from now on."""
        app = self.workout
        try:
            lifter = lifters.add_lifter(
                app.file.store, self._name_of_lifter, self._unit, clock=app.clock, uids=app.uids
            )
        except WorkoutError as error:
            self.say(error)
            return False
        app.train_as(lifter.uid)
        return True

    def _fill(self) -> None:
        """Fill the library, then add the program or start the empty workout; Home says what went wrong, if anything."""
        app = self.workout
        try:
            starters.fill_library(app.logbook, self._unit)
            if self._marked:
                added = app.logbook.add_program(self._starters[self._marked - 1].program)
                app.logbook.start_program(added.uid)
            else:
                session = app.logbook.start(None, session_uid=app.uids.new())
                app.open_log(session.uid)
        except WorkoutError as error:
            app.notices["first run"] = str(error)

    def _draw_head(self, width: int, _height: int) -> list[Content]:
        return draw.welcome("LIFT", width, self.workout.glyphs, tall=self.tall)

    def _draw_offers(self, width: int, height: int) -> list[Content]:
        offers = (
            EMPTY_WORKOUT,
            *(Offer(str(n), one.program.name, one.about) for n, one in enumerate(self._starters, 1)),
        )
        view = OffersView(
            title="Nothing logged yet. Pick one:",
            offers=offers,
            marked=self._marked,
            glyphs=self.workout.glyphs,
            tall=self.tall,
            wrong=self._wrong,
        )
        return draw.offers(view, width, height)
