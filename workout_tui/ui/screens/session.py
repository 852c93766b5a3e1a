"""One past session in full: its sets, and what happened to it since."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical

from workout_tui.model.session import Status
from workout_tui.ui.commands import Command, bindings
from workout_tui.ui.history.keys import AGAIN, EDIT, FACTS, NOTE, SESSION_KEYS
from workout_tui.ui.marking import within
from workout_tui.ui.presenters import when
from workout_tui.ui.presenters.history import session as draw
from workout_tui.ui.presenters.history.head import said
from workout_tui.ui.presenters.history.listing import minutes_text
from workout_tui.ui.presenters.history.trail import rows as trail_rows
from workout_tui.ui.presenters.history.view import SessionView, sheet_sign
from workout_tui.ui.presenters.rows import fitted, styled
from workout_tui.ui.screens.of_session import SessionPlace
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.rows import Rows
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.binding import Binding
    from textual.content import Content

    from workout_tui.model.looking_back import MadeRecord
    from workout_tui.model.session import Session
    from workout_tui.model.trail import Trace

_HEAD = "THIS SESSION"
_TURN = Command("session.turn", "tab,shift+tab", "turn", "tab", "its sets, or what happened to it", "turn", _HEAD)
_UP = Command("session.up", "up", "scroll(-1)", "↑", "more of it", "", _HEAD, with_next=True, palette=False)
_DOWN = Command("session.down", "down", "scroll(1)", "↓", "", "", _HEAD, palette=False)
_PAGES = (
    Command("session.page_up", "pageup", "scroll(-10)", "PgUp", "up", palette=False),
    Command("session.page_down", "pagedown", "scroll(10)", "PgDn", "down", palette=False),
)
_BACK = Command("session.back", "escape", "back", "esc", "back", "back", _HEAD, palette=False)
_HELP = Command("session.keys", "question_mark", "app.open_keys", "?", "all keys", "keys", palette=False)


class SessionScreen(SessionPlace):
    """All there is to know about one session: the sets at the left, the trail at the right or behind tab."""

    KEYS = (*SESSION_KEYS, _TURN, _UP, _DOWN, *_PAGES, _BACK, _HELP)
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    CSS_PATH = "../history.tcss"
    RECORDED_AS = "session"

    def __init__(self, session_uid: str, records: Mapping[str, MadeRecord] | None = None) -> None:
        """`records`: the weightiest of each of its exercises, by their uids."""
        super().__init__()
        self._uid = session_uid
        self._about = {"session": session_uid}
        self._records = records or {}
        self._session: Session | None = None
        self._trail: Sequence[Trace] = ()
        self._due: frozenset[str] | None = None
        self._on_trail = False
        """whether the arrows, and in a narrow window the room, are for what happened"""
        self._is_wide = False
        """whether it was shown with a second column"""
        self._top = 0

    def compose(self) -> ComposeResult:
        """A bar, the sets and what happened, a line for what is said, a row of keys."""
        yield TopBar(self.workout.glyphs)
        with Vertical(classes="body"):
            with Horizontal():
                yield Rows(id="ses-sets")
                yield Rows(id="ses-trail")
            yield Rows(id="ses-said")
        yield KeyBar([])

    @property
    def chosen(self) -> str | None:
        """The session."""
        return self._uid

    def reread(self) -> None:
        """Read the session and its trail."""
        logbook = self.workout.logbook
        self._today, self._unit = logbook.today(), logbook.lifter.unit
        self._session = logbook.session(self._uid)
        self._trail = logbook.audit_trail(self._uid)
        self._due = logbook.due_for_the_sheet()

    def resized(self) -> None:
        """The widgets draw themselves anew; only which of them are there is decided here."""
        if self.wide is not self._is_wide:
            super().resized()

    def action_turn(self) -> None:
        """To what happened, or to the sets again."""
        self._on_trail, self._top, self._said = not self._on_trail, 0, None
        self._show()

    def action_scroll(self, by: int) -> None:
        """More of it, not beyond the end."""
        area = self.query_one("#ses-trail" if self._on_trail else "#ses-sets", Rows)
        rows = len(self._lines(on_trail=self._on_trail)(area.size.width))
        self._top = within(self._top + by, rows - area.size.height + 1)
        self._said = None
        self._show()

    def action_back(self) -> None:
        """Back to where one came from."""
        self.app.pop_screen()

    # Showing

    def draw(self) -> None:
        """The sets, what happened, what is said, the keys."""
        if self._session is None:
            return
        self._is_wide = self.wide
        sets, trail = self.query_one("#ses-sets", Rows), self.query_one("#ses-trail", Rows)
        sets.display = self.wide or not self._on_trail
        trail.display = self.wide or self._on_trail
        for area, on_trail in ((sets, False), (trail, True)):
            top = self._top if on_trail is self._on_trail else 0
            area.show(partial(self._draw, self._lines(on_trail=on_trail), top))
        self.query_one("#ses-said", Rows).show(self._draw_said)
        self.query_one(TopBar).say(*self._facts(self._session), chip=self.workout.chip)
        self.query_one(KeyBar).show(self.shown([EDIT, FACTS, NOTE, AGAIN, _TURN, _BACK, _HELP]))

    def _lines(self, *, on_trail: bool) -> Callable[[int], list[Content]]:
        """What draws all rows of a column."""
        app, one = self.workout, self._session
        if on_trail or one is None:
            return lambda width: trail_rows(self._trail, self._today, width, app.glyphs)
        view = SessionView(one, self._records, self._unit, self._today, app.glyphs)
        return lambda width: draw.body(view, width)

    def _draw(self, lines: Callable[[int], list[Content]], top: int, width: int, height: int) -> list[Content]:
        rows, glyphs = lines(width), self.workout.glyphs
        shown = rows[top : top + height]
        if len(rows) > top + height:
            shown[-1:] = [styled(f"{glyphs.dots} {len(rows) - top - height + 1} more", "$faint")]
        return fitted(shown, width, height, glyphs)

    def _draw_said(self, width: int, height: int) -> list[Content]:
        return fitted([said(self._said, self.workout.glyphs)] if self._said else [], width, height, self.workout.glyphs)

    def _facts(self, one: Session) -> list[Content]:
        end = one.started_at if one.ended_at is None else one.ended_at
        clock = partial(when.clock, offset_min=one.utc_offset_min)
        day = f"{when.weekday(one.day)} {when.short(one.day, self._today)}"
        times = f"{day}  {clock(one.started_at)} {self.workout.glyphs.dash} {clock(end)}"
        minutes = minutes_text(round((end - one.started_at) / 60_000))
        aside = [styled(f"{self.workout.glyphs.warn} put aside", "$warn")] if one.status is Status.DISCARDED else []
        sign = sheet_sign(one.uid, self._due, self.workout.glyphs)
        sent = [styled(f"{sign[0]} {sign[2]}", f"${sign[1]}")] if sign and not aside else []
        return [styled(one.title, "bold"), styled(times, "$dim"), styled(minutes, "$dim"), *sent, *aside]
