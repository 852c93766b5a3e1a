"""The keys of all commands, each to be changed by pressing another one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual.containers import Vertical
from textual.content import Content

from workout_tui.logbook.preferences import Setting
from workout_tui.ui import keymap
from workout_tui.ui.commands import Command, bindings
from workout_tui.ui.marking import to_section, within
from workout_tui.ui.presenters import settings as draw
from workout_tui.ui.presenters.rows import EMPTY, styled, wrapped
from workout_tui.ui.presenters.settings import SettingsView
from workout_tui.ui.presses import Presses
from workout_tui.ui.screens.once import LeftOnce
from workout_tui.ui.screens.telling import Telling
from workout_tui.ui.widgets.canvas import Canvas
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import PurePath

    from textual.app import ComposeResult
    from textual.binding import Binding
    from textual.events import Key

    from workout_tui.ui.app import WorkoutApp

_PAGE = 10

_CHANGE = Command("keymap.change", "enter", "change", "⏎", "give it another key", "other key", "KEYS")
_RESET = Command("keymap.reset", "backspace", "reset", "⌫", "back to the key it had", "as it was", "KEYS")
_UP = Command("keymap.up", "up", "move(-1)", "↑", "mark what is above", "", "KEYS", palette=False)
_DOWN = Command("keymap.down", "down", "move(1)", "↓", "mark what is below", "", "KEYS", palette=False)
_SECTION = Command("keymap.next", "tab", "section(1)", "tab", "next screen", "next screen", "KEYS", palette=False)
_BEFORE = Command("keymap.before", "shift+tab", "section(-1)", "⇧tab", "screen before", palette=False)
_PAGE_UP = Command("keymap.page_up", "pageup", f"move(-{_PAGE})", "PgUp", "far up", palette=False)
_PAGE_DOWN = Command("keymap.page_down", "pagedown", f"move({_PAGE})", "PgDn", "far down", palette=False)
_BACK = Command("keymap.back", "escape", "app.pop_screen", "esc", "back", "back", "KEYS", palette=False)
_HELP = Command("keymap.keys", "question_mark", "app.open_keys", "?", "all keys", "keys")


class PressScreen(LeftOnce[str | None]):
    """A card that waits for one key; the result is its name, None for esc."""

    CSS_PATH: ClassVar[str | PurePath] = "card.tcss"

    def __init__(self, command: Command) -> None:
        super().__init__(classes="-card")
        self._command = command

    def compose(self) -> ComposeResult:
        """The card."""
        yield Canvas(self._draw)

    def on_mount(self) -> None:
        """The key that opened it may still be held."""
        presses = Presses(cast("WorkoutApp", self.app).clock)
        presses.is_repeat("enter")
        self._presses = presses

    def on_key(self, event: Key) -> None:
        """Take the key, whatever it is."""
        event.stop()
        event.prevent_default()
        if self._presses.is_repeat(event.key):
            return
        if event.key == "escape":
            self.dismiss(None)
        else:
            character = event.character or ""
            printable = len(character) == 1 and character.isprintable() and not character.isspace()
            self.dismiss(character if printable else event.key)

    def _draw(self, width: int, _height: int) -> list[Content]:
        words = wrapped(f"The key for “{self._command.help}”, now {self._command.shown}", width - 6, 3)
        return [
            styled("Press the new key", "bold"),
            EMPTY,
            *(styled(row, "$dim") for row in words),
            EMPTY,
            Content.assemble(("esc", "bold $now"), " leave it"),
        ]


class KeymapScreen(Telling):
    """Every command by its screen, with the key it has."""

    CSS_PATH: ClassVar[str | PurePath] = "settings.tcss"
    KEYS = (_CHANGE, _RESET, _UP, _DOWN, _SECTION, _BEFORE, _PAGE_UP, _PAGE_DOWN, _BACK, _HELP)
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    WHERE = "while choosing keys"
    RECORDED_AS = "keymap"
    WITHOUT_LOG = True
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self._marked = 0

    def compose(self) -> ComposeResult:
        """The list, a line for words, a row of keys."""
        yield TopBar(self.workout.glyphs)
        with Vertical(classes="body"):
            yield Canvas(id="settings-rows")
            yield Canvas(id="settings-hint")
        yield KeyBar([])

    def on_mount(self) -> None:
        """Learn what there is."""
        from workout_tui.ui.places import commands_by_place  # noqa: PLC0415 - it knows this screen too

        self._places = commands_by_place()
        self._listed = _listed(self._places)
        self._commands = [one for commands in self._listed.values() for one in commands]

    # What the keys do

    def action_move(self, by: int) -> None:
        """Move the mark, not beyond the ends."""
        self._mark(within(self._marked + by, len(self._commands)))

    def action_section(self, by: int) -> None:
        """To the commands of the next screen, or of the one before."""
        self._mark(to_section(self._marked, draw.places(self._sections()), by))

    def action_change(self) -> None:
        """Wait for the new key."""
        if not self._presses.is_repeat("enter"):
            (command,) = self.shown([self._command])
            self.ask(PressScreen(command), self._give)

    def action_reset(self) -> None:
        """Back to the key the command came with."""
        if self._command.id in self.workout.config.keys:
            self._give(None)

    def _give(self, key: str | None) -> None:
        from workout_tui.ui.settings import keys  # noqa: PLC0415 - it knows this screen too

        app, command = self.workout, self._command
        app.take_config(keys.give(app.parts.paths.settings, command, key))
        self.tell("done", f"{command.help}: {self._setting(command).value}")

    # Showing

    @property
    def _command(self) -> Command:
        return self._commands[self._marked]

    def _mark(self, place: int) -> None:
        self._marked, self._said = place, None
        self._show()

    def _sections(self) -> tuple[tuple[str, tuple[Setting, ...]], ...]:
        return tuple(
            (place.upper(), tuple(self._setting(one) for one in commands)) for place, commands in self._listed.items()
        )

    def _setting(self, command: Command) -> Setting:
        (now,) = self.shown([command])
        (was,) = keymap.in_marks([command], self.workout.glyphs)
        about = f"was {was.shown}" if command.id in self.workout.config.keys else ""
        return Setting(command.id, now.help, about, "", now.shown)

    def draw(self) -> None:
        """The commands, what is known of the marked one, the keys."""
        glyphs, said = self.workout.glyphs, self._said
        view = SettingsView(self._sections(), self._marked, glyphs, self.tall)
        named = replace(self._setting(self._command), allowed="")
        self.query_one("#settings-rows", Canvas).show(partial(draw.page, view))
        self.query_one("#settings-hint", Canvas).show(lambda width, _: draw.line(named, said, width, glyphs))
        self.query_one(TopBar).say(Content.styled("Keys", "bold"), self._command.id, chip=self.workout.chip)
        self.query_one(KeyBar).show(self.shown([_CHANGE, _RESET, _SECTION, _BACK, _HELP]))


def _listed(places: Mapping[str, Sequence[Command]]) -> dict[str, list[Command]]:
    """The commands that have words of their own, each on the first screen that has it; two screens may share one."""
    seen: set[str] = set()
    listed: dict[str, list[Command]] = {}
    for place, commands in places.items():
        for one in commands:
            if one.id not in seen and one.help and (one.palette or one.section):
                seen.add(one.id)
                listed.setdefault(place, []).append(one)
    return listed
