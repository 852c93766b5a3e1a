"""History: what was done, as a map of days, a list, and one session in full."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content

from workout_tui.ui.commands import Command, bindings
from workout_tui.ui.history import marks
from workout_tui.ui.history.shelf import Shelf, scrolled
from workout_tui.ui.history.weeks import Weeks
from workout_tui.ui.presenters.calendar import weeks_that_fit
from workout_tui.ui.presenters.history import head, listing, session
from workout_tui.ui.presenters.history.view import FactsView, ListView, MapView, SessionView
from workout_tui.ui.screens.facts import ask_past
from workout_tui.ui.screens.of_session import AGAIN, EDIT, FACTS, PROGRESS, SESSION_KEYS, SessionPlace
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.rows import Rows
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import Binding

    from workout_tui.errors import WorkoutError
    from workout_tui.model.looking_back import Totals
    from workout_tui.model.session import Session
    from workout_tui.ui.presenters.history.view import Made
    from workout_tui.ui.widgets.canvas import Draw

_OPEN = Command("history.open", "enter", "open", "⏎", "the session in full", "open", "HISTORY")
_UP = Command("history.up", "up", "move(-1)", "↑", "newer, older", "", "HISTORY", with_next=True, palette=False)
_DOWN = Command("history.down", "down", "move(1)", "↓", "", "", "HISTORY", palette=False)
_LEFT = Command(
    "history.left", "left", "week(-1)", "←", "a week earlier, later", "", "HISTORY", with_next=True, palette=False
)
_RIGHT = Command("history.right", "right", "week(1)", "→", "", "", "HISTORY", palette=False)
_MAP = Command("history.map", "tab,shift+tab", "map", "tab", "between map and list", "", "HISTORY", palette=False)
_ADD = Command("history.add", "a", "add", "a", "add a workout of a past day", "", "HISTORY")
_VIEW = Command("history.discarded", "v", "discarded", "v", "what was put aside, or back", "", "HISTORY")
_BACK = Command("history.back", "escape", "back", "esc", "back", "back", "HISTORY", palette=False)
_HELP = Command("history.keys", "question_mark", "app.open_keys", "?", "all keys", "keys", palette=False)
_PAGES = (
    Command("history.page_up", "pageup", "page(-1)", "PgUp", "a page up", palette=False),
    Command("history.page_down", "pagedown", "page(1)", "PgDn", "a page down", palette=False),
    Command("history.newest", "home", "newest", "Home", "the newest", palette=False),
    Command("history.oldest", "end", "oldest", "End", "the oldest", palette=False),
)

_NOTHING = "No workouts yet. Your first one lands here."


class HistoryScreen(SessionPlace):
    """What was done."""

    KEYS = (_OPEN, _UP, _DOWN, _LEFT, _RIGHT, _MAP, *SESSION_KEYS, _ADD, _VIEW, *_PAGES, _BACK, _HELP)
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    CSS_PATH = "../history.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._shelf: Shelf | None = None
        """None until the log was read"""
        self._weeks: Weeks | None = None
        self._totals: Totals | None = None
        self._made: Made = {}
        self._made_at: tuple[int, ...] = ()
        self._discarded = self._on_map = False
        self._cursor: date | None = None
        """the day the cursor of the map is on"""
        self._top = 0
        self._wanted: str | None = None
        """the session to be marked when the list is read next"""
        self._said: tuple[str, str] | None = None

    def compose(self) -> ComposeResult:
        """A bar, the map over the list, beside it one session, a row of keys."""
        yield TopBar(self.workout.glyphs)
        with Vertical(classes="body"):
            yield Rows(id="his-map")
            yield Rows(id="his-facts")
            with Horizontal():
                yield Rows(id="his-list")
                yield Rows(id="his-session")
        yield KeyBar([])

    def reread(self) -> None:
        """Read the list again, keeping the mark; the stars follow when they are found."""
        logbook = self.workout.logbook
        wanted, self._wanted = self._wanted or self.chosen, None
        self._totals = logbook.totals()
        self._weeks = Weeks(logbook, logbook.today())
        self._shelf = Shelf(logbook, discarded=self._discarded)
        if wanted is not None:
            self._shelf.to_uid(wanted)
        self._show()
        if logbook.past_state() != self._made_at:
            marks.look(self.workout.parts, logbook.lifter.uid, self)

    def on_records_found(self, event: marks.RecordsFound) -> None:
        """Show the stars."""
        event.stop()
        self._made, self._made_at = event.made, event.state
        self._show()

    def on_resize(self) -> None:
        """What is drawn depends on the room there is."""
        self.call_after_refresh(self._show)

    def say(self, error: WorkoutError) -> None:
        """Tell what went wrong in place of the facts."""
        self.workout.parts.log.failure("history", error)
        self.tell("bad", str(error))

    @property
    def chosen(self) -> str | None:
        """The uid of the marked session."""
        marked = self._shelf.marked if self._shelf else None
        return marked.uid if marked else None

    def tell(self, token: str, words: str) -> None:
        """Say something in place of the facts, until the next key."""
        self._said = (token, words)
        self._show()

    # Moving

    def action_move(self, by: int) -> None:
        """Along the list, or by a day in the map."""
        if self._on_map:
            self._to_day(by)
        elif self._shelf is not None:
            self._shelf.move(by)
            self._moved()

    def action_week(self, step: int) -> None:
        """To another week: the next one with a session, or the one beside in the map."""
        if self._on_map:
            self._to_day(7 * step)
        elif self._shelf is not None and self._weeks is not None and self._shelf.marked:
            self._shelf.to_week(step, self._weeks.begin(self._shelf.marked.day))
            self._moved()

    def action_page(self, step: int) -> None:
        """A screenful up or down the list."""
        if self._shelf is not None:
            self._shelf.move(step * max(1, self._room - 1))
            self._moved()

    def action_newest(self) -> None:
        """To the newest session."""
        if self._shelf is not None:
            self._shelf.at = 0
            self._moved()

    def action_oldest(self) -> None:
        """To the oldest session."""
        if self._shelf is not None:
            self._shelf.to_end()
            self._moved()

    def action_map(self) -> None:
        """The arrows are for the map, or for the list again."""
        self._on_map = not self._on_map and self._cursor is not None
        self._show()

    def _to_day(self, by: int) -> None:
        if self._shelf is None or self._weeks is None or self._cursor is None:
            return
        self._cursor = min(self._cursor + timedelta(days=by), self._weeks.today)
        self._shelf.to_day(self._cursor)
        self._said = None
        self._show()

    def _moved(self) -> None:
        self._said = None
        marked = self._shelf.marked if self._shelf else None
        self._cursor = marked.day if marked else None
        self._show()

    # What the keys do

    def action_open(self) -> None:
        """From the map into the list; from the list into the session."""
        if self._on_map:
            self.action_map()
        elif self.chosen is not None:
            self.workout.open_session(self.chosen, self._made.get(self.chosen))

    def action_add(self) -> None:
        """Add a workout of a past day, then type its sets."""
        if self._may_write():
            marked = self._shelf.marked if self._shelf else None
            ask_past(self.workout, marked.title if marked else "", self._added, self.say, "a")

    def _added(self, added: Session) -> None:
        self._discarded = False
        self._wanted = added.uid
        self.workout.open_past(added.uid)

    def action_discarded(self) -> None:
        """Show what was put aside, or what was finished."""
        self._discarded = not self._discarded
        self._shelf, self._top, self._on_map = None, 0, False
        self.look()
        self._moved()

    def action_back(self) -> None:
        """Back to where one came from."""
        if self._on_map:
            self.action_map()
        elif self._discarded:
            self.action_discarded()
        else:
            self.app.pop_screen()

    # Showing

    @property
    def _room(self) -> int:
        """How many sessions the list shows at a time."""
        return max(1, self.query_one("#his-list").size.height - 1)

    def _show(self) -> None:
        if self._shelf is None or self._weeks is None or self._totals is None or not self.alive:
            return
        shelf, marked = self._shelf, self._shelf.marked
        if not self._on_map:
            self._cursor = marked.day if marked else None
        self._top = scrolled(self._top, shelf.at, self._room, len(shelf.lines))
        self._show_map(self._weeks)
        self._show_facts(self._totals)
        self.query_one("#his-list", Rows).show(partial(listing.listing, self._list_view(shelf)))
        self.query_one("#his-session", Rows).show(self._session_drawn(marked.uid if marked and self.wide else None))
        self.query_one(TopBar).say(Content.styled("History", "bold"), chip=self.workout.chip)
        self.query_one(KeyBar).show(self.shown(self._footer()))

    def _show_map(self, weeks: Weeks) -> None:
        area = self.query_one("#his-map", Rows)
        days = weeks.days(max(1, weeks_that_fit(area.size.width)), self._cursor)
        view = MapView(days, self._cursor, self._on_map, self.workout.glyphs)
        area.show(partial(head.days, view))

    def _show_facts(self, totals: Totals) -> None:
        many = sum(len(one) for one in self._made.values()) if self._made_at else None
        view = FactsView(totals, many, self._discarded, "", self.workout.glyphs, self._said)
        self.query_one("#his-facts", Rows).show(partial(head.facts, view))

    def _list_view(self, shelf: Shelf) -> ListView:
        app = self.workout
        return ListView(
            lines=tuple(shelf.lines),
            at=shelf.at,
            top=self._top,
            today=self._weeks.today if self._weeks else app.logbook.today(),
            unit=app.logbook.lifter.unit,
            glyphs=app.glyphs,
            has_focus=not self._on_map,
            nothing="Nothing was put aside." if self._discarded else _NOTHING,
            stars={uid: len(made) for uid, made in self._made.items()},
        )

    def _session_drawn(self, uid: str | None) -> Draw:
        if uid is None:
            return lambda _width, _height: []
        app = self.workout
        view = SessionView(
            session=app.logbook.session(uid),
            records=self._made.get(uid, {}),
            unit=app.logbook.lifter.unit,
            today=app.logbook.today(),
            glyphs=app.glyphs,
        )
        return partial(session.pane, view)

    def _footer(self) -> list[Command]:
        up_down = replace(_UP, shown=self.workout.glyphs.up_down, label="session")
        return [_OPEN, up_down, EDIT, FACTS, AGAIN, PROGRESS, _BACK, _HELP]
