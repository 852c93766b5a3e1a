"""History: what was done, as a map of days, a list, and one session in full."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Label

from workout_tui.ui.commands import bindings
from workout_tui.ui.history import marks, showing
from workout_tui.ui.history.browser import Browser
from workout_tui.ui.history.keys import KEYS, footer
from workout_tui.ui.keynames import key
from workout_tui.ui.presenters.history import head, listing, session
from workout_tui.ui.presenters.history.view import MapView
from workout_tui.ui.screens.facts import ask_past
from workout_tui.ui.screens.of_session import SessionPlace
from workout_tui.ui.screens.write import Text, WriteScreen
from workout_tui.ui.text import count
from workout_tui.ui.widgets.field import Field
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.rows import Rows
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import Binding
    from textual.widgets import Input

    from workout_tui.model.exercise import Exercise
    from workout_tui.model.session import Session
    from workout_tui.ui.history.export import Exported
    from workout_tui.ui.presenters.history.view import FactsView, Made
    from workout_tui.ui.widgets.canvas import Draw

_LONGEST_QUERY = 100
_STARS_AFTER_S = 0.2
"""so long the screen has the machine to itself"""


def _wrong_name(texts: tuple[str, ...]) -> str:
    """What is wrong with the name of a file to be written."""
    target = Path(texts[0]).expanduser()
    if not texts[0] or target.is_dir():
        return "Type the name of a file."
    return f"There is a file {target} already. Give another name." if target.exists() else ""


class HistoryScreen(SessionPlace):
    """What was done.

    Args:
        exercise: only sessions of this one.
    """

    KEYS = KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    CSS_PATH = "../history.tcss"
    RECORDED_AS = "history"

    def __init__(self, exercise: Exercise | None = None) -> None:
        super().__init__()
        self._exercise = exercise
        self._browser: Browser | None = None
        """None until the log was read"""
        self._made: Made = {}
        self._made_at: tuple[int, ...] = ()
        self._is_wide = False
        """whether it was shown with a second column"""
        self._typing = False
        """whether the line of the search has the focus"""
        self._top = 0
        self._wanted: str | None = None
        """the session to be marked when the log is read next"""

    def compose(self) -> ComposeResult:
        """A bar, the map over the list, beside it one session, a row of keys."""
        yield TopBar(self.workout.glyphs)
        with Vertical(classes="body"):
            yield Rows(id="his-map")
            yield Rows(id="his-facts")
            with Horizontal(id="his-find"):
                yield Label("/", markup=False)
                yield Field("", "bench, hotel, 24 sep 2023 …", self.presses_after("slash"), _LONGEST_QUERY)
            with Horizontal():
                yield Rows(id="his-list")
                yield Rows(id="his-session")
        yield KeyBar([])

    def reread(self) -> None:
        """Read the list again, keeping the mark; the stars follow when they are found."""
        logbook = self.workout.logbook
        wanted, self._wanted = self._wanted, None
        if self._browser is None:
            self._browser = Browser(logbook, self._exercise)
        else:
            self._browser.read(wanted)
        if logbook.past_state() != self._made_at:
            self.set_timer(_STARS_AFTER_S, partial(self.attempt, self._look_for_stars))

    def _look_for_stars(self) -> None:
        marks.look(self.workout.parts, self.workout.logbook.lifter.uid, self)

    def on_records_found(self, event: marks.RecordsFound) -> None:
        """Show the stars."""
        event.stop()
        self._made, self._made_at = event.made, event.state
        self.attempt(self._show)

    def resized(self) -> None:
        """The widgets draw themselves anew; only whether there is a second column is decided here."""
        if self.wide is not self._is_wide:
            super().resized()

    @property
    def chosen(self) -> str | None:
        """The uid of the marked session."""
        return self._browser.chosen if self._browser else None

    def mark(self, uid: str) -> None:
        """Have this session in front when the log is read next."""
        self._wanted = uid

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Before the log could be read there is nothing to do but to leave."""
        return self._browser is not None or action in {"back", "open_keys"}

    @property
    def browser(self) -> Browser:
        """What is looked at."""
        if self._browser is None:
            raise RuntimeError("the log was not read yet")
        return self._browser

    # Moving

    def action_move(self, by: int) -> None:
        """Along the list, or by a day in the map."""
        self.browser.move(by)
        self._moved()

    def action_week(self, step: int) -> None:
        """To another week."""
        self.browser.to_week(step)
        self._moved()

    def action_page(self, step: int) -> None:
        """A screenful up or down the list."""
        self.browser.use_map(on=False)
        self.browser.move(step * max(1, self._room - 1))
        self._moved()

    def action_end(self, newest: bool) -> None:
        """To the newest session, or to the oldest."""
        self.browser.to_end(newest=newest)
        self._moved()

    def action_map(self) -> None:
        """The arrows are for the map, or for the list again."""
        self._set_typing(on=False)
        self.browser.use_map(on=not self.browser.on_map)
        self._moved()

    def _moved(self) -> None:
        self._said = self._put_aside = None
        self._show()

    # Searching

    def action_search(self) -> None:
        """Type what is looked for; the list follows each key."""
        self._set_typing(on=True)
        self.query_one(Field).focus()
        self._moved()

    def on_input_changed(self, event: Input.Changed) -> None:
        """List what fits."""
        event.stop()
        self.browser.search(event.value)
        self._top = 0
        self._moved()

    def on_input_submitted(self) -> None:
        """To the list; what was typed stays."""
        self._set_typing(on=False)
        self._show()

    def _set_typing(self, *, on: bool) -> None:
        self._typing = on
        self.query_one("#his-find").display = on
        self.query_one("#his-facts").display = not on
        if not on:
            self.set_focus(None)

    # What the keys do

    def action_open(self) -> None:
        """From the map into the list; from the list into the session."""
        if self.browser.on_map:
            self.action_map()
        elif self.chosen is not None:
            self.workout.open_session(self.chosen, self._made.get(self.chosen))

    def action_add(self) -> None:
        """Add a workout of a past day, then type its sets."""
        if self.may_write():
            marked = self.browser.shelf.marked
            ask_past(self, marked.title if marked else "", self._added, "a")

    def _added(self, added: Session) -> None:
        if self.browser.discarded:
            self.browser.turn()
        self.mark(added.uid)
        self.workout.open_past(added.uid)

    def action_export(self) -> None:
        """Ask for the name of a file, and write what is listed to it."""
        browser = self.browser
        if browser.discarded:
            self.tell("warn", f"What was put aside is not exported · {key('session.reopen', 'o')} takes it back")
            return
        many = browser.totals.sessions if browser.found is None else browser.found
        usual = Path.home() / f"workouts-{browser.weeks.today.isoformat()}.csv"
        text = Text("file, .csv or .json", str(usual))
        head = f"Write {count(many, 'session')} to a file"
        self.ask(WriteScreen(head, (text,), "x", _wrong_name), partial(self._export, self.workout.logbook.lifter.uid))

    def _export(self, lifter_uid: str, texts: tuple[str, ...]) -> None:
        from workout_tui.ui.history import export  # noqa: PLC0415 - History opens before anything is written

        export.start(self.workout.parts, lifter_uid, self.browser.uids, Path(texts[0]).expanduser(), self)

    def on_exported(self, event: Exported) -> None:
        """Tell what became of it."""
        event.stop()
        self.tell(event.token, event.words)

    def action_discarded(self) -> None:
        """Show what was put aside, or what was finished."""
        self.query_one(Field).value = ""
        self.browser.turn()
        self._top = 0
        self._moved()

    def action_back(self) -> None:
        """A step back: out of the map, the search, what was put aside, and at last out of here."""
        if self._browser is None:
            self.app.pop_screen()
        elif self._browser.on_map:
            self.action_map()
        elif self._browser.query or self._typing:
            self.query_one(Field).value = ""
            self._browser.search("")
            self._set_typing(on=False)
            self._moved()
        elif self._browser.discarded:
            self.action_discarded()
        else:
            self.app.pop_screen()

    # Showing

    @property
    def _room(self) -> int:
        """How many sessions the list shows at a time."""
        return max(1, self.query_one("#his-list").size.height - 1)

    def draw(self) -> None:
        """The map, the facts, the list and the session beside it, the keys."""
        browser, self._is_wide = self.browser, self.wide
        self._top = listing.scrolled(self._top, browser.shelf.at, self._room, len(browser.shelf.lines))
        days = partial(browser.weeks.days, marked=browser.cursor)
        map_view = MapView(days, browser.cursor, browser.on_map, self.workout.glyphs)
        self.query_one("#his-map", Rows).show(partial(head.heat, map_view))
        self.query_one("#his-facts", Rows).show(partial(head.facts, self._facts(browser)))
        self.query_one("#his-list", Rows).show(
            partial(listing.listing, showing.listed(browser, self._made, self._top, self.workout.glyphs))
        )
        self.query_one("#his-session", Rows).show(self._session(browser) if self.wide else _nothing)
        self.query_one(TopBar).say(*self._title(), chip=self.workout.chip)
        self.query_one(KeyBar).show(self.shown(footer(self.workout.glyphs.up_down, typing=self._typing)))

    def _facts(self, browser: Browser) -> FactsView:
        records = sum(map(len, self._made.values())) if self._made_at else None
        return showing.facts(browser, records, self._said, self.workout.glyphs)

    def _session(self, browser: Browser) -> Draw:
        front = browser.front
        if front is None:
            return _nothing
        return partial(session.pane, showing.session(front, browser, self._made, self.workout.glyphs))

    def _title(self) -> list[Content]:
        name = [Content.styled(self._exercise.name, "$dim")] if self._exercise else []
        return [Content.styled("History", "bold"), *name]


def _nothing(_width: int, _height: int) -> list[Content]:
    return []
