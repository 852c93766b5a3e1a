"""Telling the program what the digit row types without shift, by pressing it: on AZERTY ``& é " ' ( - è _ ç à``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.content import Content

from workout_tui.errors import WorkoutError
from workout_tui.ui.presenters.rows import EMPTY, join, styled
from workout_tui.ui.screens.once import LeftOnce
from workout_tui.ui.settings import machine
from workout_tui.ui.settings.machine import UNSHIFTED_DIGITS
from workout_tui.ui.widgets.canvas import Canvas

if TYPE_CHECKING:
    from pathlib import PurePath

    from textual.app import ComposeResult
    from textual.events import Key

    from workout_tui.ui.app import WorkoutApp

_ROW = "1234567890"


class DigitsScreen(LeftOnce[None]):
    """A card that takes ten keys, the row from 1 to 0, pressed without shift."""

    CSS_PATH: ClassVar[str | PurePath] = "card.tcss"

    def __init__(self) -> None:
        super().__init__(classes="-card")
        self._pressed = ""
        self._wrong = ""

    def compose(self) -> ComposeResult:
        """The card."""
        yield Canvas(self._draw)

    def on_key(self, event: Key) -> None:
        """Take a key; every other is held back from what lies below."""
        event.stop()
        event.prevent_default()
        self._wrong = ""
        if event.key == "escape":
            self.dismiss()
            return
        if event.key == "backspace":
            self._pressed = self._pressed[:-1]
        elif event.character and event.character.isprintable() and not event.character.isspace():
            self._take(event.character)
        if self.is_attached:
            self.query_one(Canvas).refresh(layout=True)

    def _take(self, character: str) -> None:
        if character in self._pressed:
            self._wrong = f"“{character}” was pressed before."
            return
        self._pressed += character
        if len(self._pressed) == len(_ROW):
            self._keep()

    def _keep(self) -> None:
        app = self._app
        try:
            app.take_config(machine.change(app.parts.paths.settings, UNSHIFTED_DIGITS, self._pressed))
        except WorkoutError as error:
            self._pressed, self._wrong = "", str(error)
        else:
            self.dismiss()

    @property
    def _app(self) -> WorkoutApp:
        return cast("WorkoutApp", self.app)

    def _draw(self, _width: int, _height: int) -> list[Content]:
        glyphs = self._app.glyphs
        done = len(self._pressed)
        asked = [
            Content.styled(one, "$faint" if place < done else "bold $now" if place == done else "")
            for place, one in enumerate(_ROW)
        ]
        wrong = [EMPTY, Content.assemble((f"{glyphs.bad} ", "$bad"), styled(self._wrong))] if self._wrong else []
        keys = [
            Content.assemble((glyphs.backspace, "bold $now"), " one back"),
            Content.assemble(("esc", "bold $now"), " leave"),
        ]
        return [
            styled("Press the keys 1 to 0, without shift", "bold"),
            EMPTY,
            join(asked, "  "),
            join([styled(one, "bold $done") for one in self._pressed], "  "),
            *wrong,
            EMPTY,
            join(keys, "   "),
        ]
