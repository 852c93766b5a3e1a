"""Connect: the key, the spreadsheet, and every step proved as it is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.widgets import Label

from workout_tui.errors import WorkoutError
from workout_tui.store import sheets
from workout_tui.sync import address, key
from workout_tui.ui.bring import files
from workout_tui.ui.commands import bindings
from workout_tui.ui.presenters import connect as draw
from workout_tui.ui.screens.confirm import Answer, ConfirmScreen, Question
from workout_tui.ui.screens.place import Place
from workout_tui.ui.screens.sync import SyncScreen
from workout_tui.ui.sheet import connecting
from workout_tui.ui.sheet.way import KEYS, Step, Way
from workout_tui.ui.text import plain
from workout_tui.ui.widgets.canvas import Canvas
from workout_tui.ui.widgets.field import Field
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import Binding
    from textual.content import Content
    from textual.events import Key as Press
    from textual.widgets import Input

    from workout_tui.ui.sheet.connecting import KeysFound, Stepped

_LONGEST = 4000
_DIGITS = "123456789"


class ConnectScreen(Place):
    """A path, a link, and what Google says to them.

    Args:
        opened_by: the key that opened it, so that its bouncing types nothing.
        then_pull: whether what stands in the sheet is to be brought.
    """

    KEYS = KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    CSS_PATH = "sync.tcss"
    WHERE = "while connecting a sheet"

    def __init__(self, *, opened_by: str = "enter", then_pull: bool = False) -> None:
        super().__init__()
        self._opened_by = opened_by
        self._at = Way(then_pull)

    def compose(self) -> ComposeResult:
        """A card, the line for path or link, what belongs to the step, a row of keys."""
        yield TopBar(self.workout.glyphs)
        with Vertical(classes="body"):
            yield Canvas(self._draw_head, id="connect-head")
            with Horizontal(id="connect-line"):
                yield Label("key file", markup=False)
                yield Field("", "", self.presses_after(self._opened_by), _LONGEST, leaves=f"{_DIGITS}c")
            yield Canvas(self._draw_rows, id="connect-rows")
        yield KeyBar([])

    def on_mount(self) -> None:
        """Look which keys there are; a key that is kept already needs no file."""
        self._presses.is_repeat(self._opened_by)
        self.query_one(TopBar).say("connect a sheet", chip=self.workout.chip)
        self._at.key = connecting.kept(self.workout)
        connecting.look_for_keys(self)
        self._go(Step.KEY)

    def on_keys_found(self, event: KeysFound) -> None:
        """Offer them."""
        event.stop()
        self._at.found = event.found
        self._show()

    # The line

    def on_key(self, event: Press) -> None:
        """A digit on the empty line takes a key; c copies the address there is."""
        if self._line.value or not self._at.is_typing:
            return
        place = _DIGITS.find(event.character or " ")
        if self._at.step is Step.KEY and 0 <= place < len(self._at.found):
            self._write(files.shown(self._at.found[place].path, Path.home()))
            self._read_path()
        elif event.character == "c" and self._at.step is Step.LINK:
            self.action_copy()
        elif event.character and event.character in f"{_DIGITS}c":
            self._write(event.character)  # what the line left to the screen, and nobody wants

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """⏎ in the line."""
        event.stop()
        self.action_go()

    def action_complete(self) -> None:
        """Add to the path what is beyond doubt."""
        if self._at.step is Step.KEY:
            self._write(files.completed(self._line.value))

    def _write(self, text: str) -> None:
        self._line.value = text
        self._line.cursor_position = len(text)

    # On, step by step

    def action_go(self) -> None:
        """On to the next step; after a failure the same again."""
        if self._presses.is_repeat("enter"):
            return
        if self._at.step is Step.KEY:
            self._read_path()
        elif self._at.step is Step.LINK:
            self._read_link()
        elif self._at.step is Step.FAILED:
            self._begin()
        elif self._at.step is Step.DONE:
            self._leave()

    def _leave(self) -> None:
        """To Sync, which may be where one came from, or to what the sheet has."""
        self.app.pop_screen()
        if self._at.then_pull:
            self.workout.open_pull()
        elif not isinstance(self.app.screen, SyncScreen):
            self.workout.open_sync()

    def _read_path(self) -> None:
        typed = self._keep_typed()
        if not typed.strip() and self._at.key is None:
            self._go(Step.KEY, wrong="Type or paste the path of the key file.")
            return
        try:
            if typed.strip():
                self._at.key = key.read(files.meant(typed))
        except WorkoutError as error:
            self._go(Step.KEY, wrong=str(error))
        else:
            self._go(Step.LINK)

    def _read_link(self) -> None:
        typed = self._keep_typed()
        row = sheets.of_lifter(self.workout.file.store, self.workout.logbook.lifter.uid)
        try:
            if not typed.strip() and row is not None:
                self._at.spreadsheet_id = row.spreadsheet_id
            else:
                self._at.spreadsheet_id = address.spreadsheet_id(typed)
        except WorkoutError as error:
            self._go(Step.LINK, wrong=str(error))
            return
        if row is None or row.spreadsheet_id == self._at.spreadsheet_id:
            self._begin()
            return
        title = plain(row.title) or "another sheet"
        question = Question(
            f"Leave {title} for another sheet?",
            "What was sent stays there. The other sheet begins with nothing sent, and gets all of it.",
            (Answer("y", "take the other one"),),
            keep="stay",
            tone="now",
        )
        self.ask(ConfirmScreen(question), lambda _: self._begin())

    def _begin(self) -> None:
        if self._at.key is None:
            self._go(Step.KEY)
        elif self.workout.file.read_only:
            self._go(Step.LINK, wrong="This window only looks: another one has the log. Connect there.")
        else:
            self._at.told = []
            self._go(Step.BUSY)
            connecting.start(self.workout, self._at.key, self._at.spreadsheet_id, self)

    def on_stepped(self, event: Stepped) -> None:
        """Show a step; with the last one the sync begins."""
        event.stop()
        if event.step is not None:
            self._at.told.append(event.step)
            self._show()
        elif self._at.told and self._at.told[-1].done:
            self.workout.sync.now()
            self._go(Step.DONE)
        else:
            self._go(Step.FAILED)

    # The other keys

    def action_copy(self) -> None:
        """Copy the address that is asked for; it stands on the screen too, for terminals that copy nothing."""
        text = self._at.address
        if text:
            self.app.copy_to_clipboard(text)
            self.notify(f"copied: {plain(text)}", markup=False)

    def action_back(self) -> None:
        """A step back; out, where there is none. What Google was asked meanwhile is answered all the same."""
        if self._at.step is Step.LINK:
            self._keep_typed()
            self._go(Step.KEY)
        elif self._at.step is Step.FAILED:
            self._go(Step.LINK)
        else:
            self.app.pop_screen()

    # Showing

    @property
    def _line(self) -> Field:
        return self.query_one(Field)

    def _keep_typed(self) -> str:
        """What stands in the line, kept for when one comes back to it."""
        typed = self._at.typed[self._at.step] = self._line.value
        return typed

    def _go(self, step: Step, *, wrong: str = "") -> None:
        self._at.step, self._at.wrong = step, wrong
        if self._at.is_typing:
            self.query_one("#connect-line Label", Label).update("key file" if step is Step.KEY else "link")
            self._write(self._at.typed[step])
        self._show()

    def draw(self) -> None:
        """The head, the line where something is typed, what belongs to the step, the keys."""
        self.query_one("#connect-line").display = self._at.is_typing
        if self._at.is_typing:
            self._line.focus()
        else:
            self.set_focus(None)
        self.query_one("#connect-head", Canvas).show(self._draw_head)
        self.query_one("#connect-rows", Canvas).show(self._draw_rows)
        self.query_one(KeyBar).show(self.shown(self._at.footer()))

    def _draw_head(self, width: int, _height: int) -> list[Content]:
        glyphs = self.workout.glyphs
        return draw.head(*self._at.words(glyphs), self._at.wrong, width, glyphs, tall=self.tall)

    def _draw_rows(self, width: int, height: int) -> list[Content]:
        return self._at.rows(width, height, self.workout.glyphs)
