"""Sync: where the copy in the sheet stands, what is to be decided, and what happened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content

from workout_tui import config
from workout_tui.errors import WorkoutError
from workout_tui.sync import overview
from workout_tui.sync.asking import Choice
from workout_tui.sync.standing import Standing, standing
from workout_tui.sync.state import Phase
from workout_tui.ui.commands import bindings
from workout_tui.ui.marking import within
from workout_tui.ui.presenters.history.head import said as drawn_said
from workout_tui.ui.presenters.rows import cut, fitted
from workout_tui.ui.presenters.sync.page import page
from workout_tui.ui.presenters.sync.report import report
from workout_tui.ui.presenters.sync.review import together
from workout_tui.ui.presenters.sync.view import SyncView
from workout_tui.ui.screens.confirm import Answer, ConfirmScreen, Question
from workout_tui.ui.screens.telling import Telling
from workout_tui.ui.sheet import connecting, keys
from workout_tui.ui.sheet.decisions import Decisions
from workout_tui.ui.text import plain
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.rows import Rows
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import Binding

    from workout_tui.sync.overview import Review, SyncPage
    from workout_tui.sync.state import SyncState

_NO_PAGE = overview.SyncPage(None, (), 0, 0, None, (), ())
_SHEET_GONE = "No sheet is connected yet."
_ASKED = ("done", "Asked Google just now …")
"""said until the thread tells how that went"""


class SyncScreen(Telling):
    """How the sync stands, for one lifter."""

    KEYS = keys.KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    CSS_PATH = "sync.tcss"
    WHERE = "on Sync"
    RECORDED_AS = "sync screen"
    ONLY_LOOKS = "This window only looks: another one has the log, and the sync."

    def __init__(self) -> None:
        super().__init__()
        self._page: SyncPage = _NO_PAGE
        self._standing = Standing()
        self._marked = 0
        self._seen: SyncState | None = None
        """what was told when the log was read last"""

    def compose(self) -> ComposeResult:
        """A bar, the page, a line for words, a row of keys."""
        yield TopBar(self.workout.glyphs)
        with Vertical(classes="body"):
            yield Rows(id="sync-page")
            yield Rows(self._draw_said, id="sync-said")
        yield KeyBar([])

    def on_mount(self) -> None:
        """Times pass."""
        self._decisions = Decisions(self.workout)
        self.set_interval(30, self._show)

    def reread(self) -> None:
        """Read what the log knows of the sheet."""
        app = self.workout
        lifter, today = app.logbook.lifter.uid, app.logbook.today()
        before = self._review
        self._seen = app.sync.state
        self._page = overview.page(app.file.store, lifter, api_root=config.api_root(app.config))
        self._standing = standing(app.file.store, lifter, today)
        ids = [one.id for one in self._page.reviews]
        if before is not None and before.id in ids:
            self._marked = ids.index(before.id)
        self._marked = within(self._marked, len(ids))

    def synced(self) -> None:
        """Show it as it goes; read the log again when more than the count of what is sent has changed."""
        super().synced()
        state = self.workout.sync.state
        if self._said == _ASKED and state.phase is not Phase.SENDING:
            self._said = None
        if self._seen is None or state._replace(sent=0, total=0) == self._seen._replace(sent=0, total=0):
            self._show()
        else:
            self.look()

    # Syncing and connecting

    def action_now(self) -> None:
        """Try everything now."""
        if self._page.sheet is None:
            self.tell("warn", f"{_SHEET_GONE} {self.workout.glyphs.key('sync.enter', self.workout.glyphs.enter)} does.")
        elif self.may_write():
            self.tell(*_ASKED)
            self.workout.sync.now()

    def action_enter(self) -> None:
        """Connect where there is no sheet; else try everything now."""
        if self._presses.is_repeat("enter"):
            return
        if self._page.sheet is None:
            self.action_connect()
        else:
            self.action_now()

    def action_connect(self) -> None:
        """To the steps of connecting."""
        if self.may_write():
            self.workout.open_connect("k" if self._page.sheet else "enter")

    def action_pull(self) -> None:
        """Look what the sheet has and this log lacks."""
        if self._page.sheet is None:
            self.tell("warn", _SHEET_GONE)
        elif self.may_write():
            self.workout.open_pull()

    def action_disconnect(self) -> None:
        """Ask before the sheet is left."""
        if self._page.sheet is None or self._presses.is_repeat("D") or not self.may_write():
            return
        words = "The key on this laptop is forgotten. What stands in the sheet stays, and what is known of it here too."
        question = Question(
            f"Leave {plain(self._page.sheet.title) or 'the sheet'}?", words, (Answer("D", "leave it", tone="bad"),)
        )
        self.ask(ConfirmScreen(question), self._leave)

    def _leave(self, _answer: str) -> None:
        connecting.disconnect(self.workout)
        self.look()
        self.tell("done", "The key is forgotten. In Google Sheets, Share removes the account.")

    # Copying

    def action_address(self) -> None:
        """Copy the sheet's address, and show it: not every terminal lets programs copy."""
        if self._page.sheet is None:
            self.tell("warn", _SHEET_GONE)
        else:
            self._copy(self._page.sheet.url)

    def action_copy(self) -> None:
        """Copy what the fix asks for; without it, the report."""
        problem = self.workout.sync.state.problem
        if problem is not None and problem.copy:
            self._copy(problem.copy)
        else:
            self.action_report()

    def action_report(self) -> None:
        """Copy the report, and show it."""
        from workout_tui.ui.screens.report import ReportScreen  # noqa: PLC0415 - rarely needed

        self.app.push_screen(ReportScreen("What happened, without anything of your log", report(self._view())))

    def _copy(self, text: str) -> None:
        self.app.copy_to_clipboard(text)
        self.tell("done", f"copied: {text}")

    # Deciding

    @property
    def _review(self) -> Review | None:
        return self._page.reviews[self._marked] if self._marked < len(self._page.reviews) else None

    def action_move(self, by: int) -> None:
        """To another review."""
        self._marked = within(self._marked + by, len(self._page.reviews))
        self._said = None
        self._show()

    def action_keep(self, choice: str) -> None:
        """Decide the marked one."""
        if self._review is not None:
            self._decide((self._review,), Choice(choice))

    def action_keep_all(self, choice: str) -> None:
        """Decide all of the marked one's session that are not decided."""
        if self._review is not None:
            those = together(self._page.reviews, self._review)
            self._decide(tuple(one for one in those if not one.choice), Choice(choice))

    def _decide(self, reviews: tuple[Review, ...], choice: Choice) -> None:
        if reviews and not self._presses.is_repeat(choice) and self.may_write():
            self._try(partial(self._decisions.make, reviews, choice))

    def action_undo(self) -> None:
        """Take the last decision back."""
        if not self._presses.is_repeat("u") and self.may_write():
            self._try(partial(self._decisions.undo, self._review))

    def _try(self, act: Callable[[], str]) -> None:
        """Decide, and show how things stand then, the next one that is not decided in front; or why it cannot be."""
        try:
            words = act()
        except WorkoutError as error:
            self.look()
            self.say(error)
            return
        self.look()
        reviews = self._page.reviews
        later = [place for place, one in enumerate(reviews) if not one.choice]
        self._marked = next((place for place in later if place >= self._marked), later[0] if later else self._marked)
        self.tell("done", words)

    def action_back(self) -> None:
        """Back to where one came from; what was decided is done now."""
        if any(one.choice for one in self._page.reviews) and not self.workout.file.read_only:
            self.workout.sync.now()
        self.app.pop_screen()

    # Showing

    def draw(self) -> None:
        """The page, what is said, which sheet it is, the keys."""
        self.query_one("#sync-page", Rows).show(partial(page, self._view()))
        self.query_one("#sync-said", Rows).show(self._draw_said)
        sheet = self._page.sheet
        title = [plain(sheet.title)] if sheet is not None else []
        self.query_one(TopBar).say(Content.styled("Sync", "bold"), *title, chip=self.workout.chip)
        self.query_one(KeyBar).show(self.shown(keys.footer(self._page)))

    def _draw_said(self, width: int, height: int) -> list[Content]:
        glyphs = self.workout.glyphs
        rows = [cut(drawn_said(self._said, glyphs), width, glyphs.dots)] if self._said else []
        return fitted(rows, width, height, glyphs)

    def _view(self) -> SyncView:
        app = self.workout
        return SyncView(
            page=self._page,
            told=app.sync.state,
            standing=self._standing,
            marked=self._marked,
            now=app.clock.now(),
            today=app.logbook.today(),
            offset=app.clock.utc_offset_min,
            glyphs=app.glyphs,
            wide=self.wide,
            tall=self.tall,
            read_only=app.file.read_only,
        )
