"""A form: values in sections; the one that is marked is changed in place, or on a line below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label

from workout_tui.errors import WorkoutError
from workout_tui.ui.commands import bindings
from workout_tui.ui.marking import to_section, within
from workout_tui.ui.presenters import settings as draw
from workout_tui.ui.presenters.settings import SettingsView
from workout_tui.ui.screens.form_keys import KEYS, footer
from workout_tui.ui.screens.telling import Telling
from workout_tui.ui.settings.steps import Step, Steps
from workout_tui.ui.widgets.canvas import Canvas
from workout_tui.ui.widgets.field import Harmless
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import PurePath

    from textual.app import ComposeResult
    from textual.binding import Binding
    from textual.content import Content

    from workout_tui.logbook.preferences import Setting
    from workout_tui.ui.settings.form import Row, Section

_LONGEST = 200


class FormScreen(Telling):
    """A list of values that can be changed, and taken back step by step."""

    CSS_PATH: ClassVar[str | PurePath] = "settings.tcss"
    RECORDED_AS = "settings"
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self._sections: tuple[Section, ...] = ()
        self._marked = 0
        self._editing = False

    def compose(self) -> ComposeResult:
        """The list, the line to type in, a line for words, a row of keys."""
        yield TopBar(self.workout.glyphs)
        with Vertical(classes="body"):
            yield Canvas(id="settings-rows")
            with Horizontal(id="settings-line"):
                yield Label("", markup=False)
                yield Input(max_length=_LONGEST, select_on_focus=False, disabled=True, highlighter=Harmless())
            yield Canvas(id="settings-hint")
        yield KeyBar([])

    def on_mount(self) -> None:
        """Nothing was changed yet."""
        self._steps = Steps(self.log_step())

    # What each form does in its own way

    def read_sections(self) -> tuple[Section, ...]:
        """All rows, as they stand now."""
        raise NotImplementedError

    def log_step(self) -> Step:
        """How the log takes a change back, and does it again."""
        raise NotImplementedError

    def head(self) -> tuple[Content | str, ...]:
        """What stands in the top bar."""
        raise NotImplementedError

    def leave(self) -> None:
        """Go back to where one came from."""
        self.dismiss()

    def reread(self) -> None:
        """Read all rows; the mark stays on the one it was on."""
        before = self._row.setting.name if self._sections else ""
        self._sections = self.read_sections()
        names = [row.setting.name for row in self._rows]
        self._marked = names.index(before) if before in names else within(self._marked, len(names))

    # Moving

    def action_move(self, by: int) -> None:
        """Move the mark, not beyond the ends."""
        self._mark(within(self._marked + by, len(self._rows)))

    def action_section(self, by: int) -> None:
        """To the first row of the next section, or of this one or the one before."""
        self._mark(to_section(self._marked, draw.places(self._drawn()), by))

    def _mark(self, place: int) -> None:
        if not self._editing:
            self._marked, self._said = place, None
            self._show()

    # Changing

    def action_change(self) -> None:
        """The next choice, a line to type in, or on to another screen."""
        row = self._row
        if self._presses.is_repeat("enter") or self._editing:
            return
        if row.open is not None:
            row.open()
        elif row.setting.choices:
            self.action_turn(1)
        elif row.change is not None:
            self._edit(row)

    def action_turn(self, by: int) -> None:
        """Another of the choices, round and round."""
        choices = self._row.setting.choices
        if choices and not self._editing:
            place = choices.index(self._row.setting.value)
            self._change(self._row, choices[(place + by) % len(choices)])

    def action_undo(self) -> None:
        """Take back the last change."""
        self._go_back(self._steps.back, "undone")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._go_back(self._steps.forth, "redone")

    def _go_back(self, go: Callable[[], object], done: str) -> None:
        before = self._values()
        try:
            go()
        except WorkoutError as error:
            self.say(error)
            return
        self.reread()
        self._show()
        moved = [one for one in self._rows if before.get(one.setting.name) != one.setting.value]
        if moved:
            self._marked = self._rows.index(moved[0])
            self.tell("done", f"{done}: {moved[0].setting.label} is {moved[0].setting.value}")

    def _change(self, row: Row, typed: str) -> bool:
        """Whether it could be changed; if not, the reason is said."""
        change = row.change
        if change is None:
            return False
        try:
            change(typed)
        except WorkoutError as error:
            self.say(error)
            return False
        self._said = None
        self.reread()
        self._show()
        if self._row.setting.value != row.setting.value:
            log, was = self._steps.log, row.setting.value
            self._steps.took(log if row.is_logged else Step(partial(change, was), partial(change, typed)))
        return True

    def _values(self) -> dict[str, str]:
        return {row.setting.name: row.setting.value for row in self._rows}

    # The line

    def _edit(self, row: Row) -> None:
        field = self.query_one(Input)
        self.query_one("#settings-line Label", Label).update(row.setting.label)
        self._editing, self._said = True, None
        field.disabled = False
        field.value = row.setting.value.replace("×", "x")  # as fingers can type it
        field.cursor_position = len(field.value)
        field.focus()
        self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how it would be read, or why it can't be."""
        event.stop()
        row = self._row
        if not self._editing or row.read is None:
            return
        try:
            self._said = ("done", f"{row.setting.label}: {row.read(event.value)}")
        except WorkoutError as error:
            self._said = ("warn", str(error))
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was typed; what cannot be stays in the line, with the reason."""
        event.stop()
        if not self._presses.is_repeat("enter") and self._change(self._row, event.value):
            self._leave_line()

    def action_back(self) -> None:
        """Leave the line as it was, or the screen."""
        if self._editing:
            self._said = None
            self._leave_line()
        else:
            self.leave()

    def _leave_line(self) -> None:
        self._editing = False
        self.set_focus(None)
        self.query_one(Input).disabled = True
        self._show()

    # Showing

    @property
    def _rows(self) -> list[Row]:
        return [row for section in self._sections for row in section.rows]

    @property
    def _row(self) -> Row:
        return self._rows[self._marked]

    def _drawn(self) -> tuple[tuple[str, tuple[Setting, ...]], ...]:
        return tuple((one.title, tuple(row.setting for row in one.rows)) for one in self._sections)

    def draw(self) -> None:
        """The rows, what is known of the marked one, the keys."""
        glyphs = self.workout.glyphs
        view = SettingsView(self._drawn(), self._marked, glyphs, self.tall)
        self.set_class(self._editing, "-editing")
        self.set_class(self._editing and self._said is not None and self._said[0] == "bad", "-bad")
        self.query_one("#settings-rows", Canvas).show(partial(draw.page, view))
        setting, said = self._row.setting, self._said
        hint = self.query_one("#settings-hint", Canvas)
        hint.show(lambda width, _height: draw.line(setting, said, width, glyphs))
        self.query_one(TopBar).say(*self.head(), chip=self.workout.chip)
        self.query_one(KeyBar).show(self.shown(footer(is_editing=self._editing, has_choices=bool(setting.choices))))
