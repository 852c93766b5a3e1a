"""Several lifters on one laptop: choose whose log is in front, or add one."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.content import Content

from workout_tui.errors import WorkoutError
from workout_tui.ui.presenters.rows import EMPTY, fitted, styled
from workout_tui.ui.screens.first_run import FirstRunScreen
from workout_tui.ui.screens.once import LeftOnce
from workout_tui.ui.text import plain_lines
from workout_tui.ui.widgets.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.events import Key

    from workout_tui.model.lifter import Lifter
    from workout_tui.ui.app import WorkoutApp

_MOST = 9


class LiftersScreen(LeftOnce[None]):
    """A short list over Home; digits choose."""

    CSS_PATH = "card.tcss"

    def __init__(self, lifters: Sequence[Lifter], here: str) -> None:
        """`here`: the uid of the one in front."""
        super().__init__(classes="-card")
        self._lifters, self._here = lifters[:_MOST], here

    def compose(self) -> ComposeResult:
        """The card."""
        yield Canvas(self._draw)

    def on_key(self, event: Key) -> None:
        """Choose, add, or leave; everything else is held back from what lies below."""
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.dismiss()
        elif event.key == "a" and not self._app.file.read_only:
            self._app.switch_screen(FirstRunScreen(adding=True))
        elif event.key.isdecimal() and 0 < int(event.key) <= len(self._lifters):
            self._train_as(self._lifters[int(event.key) - 1])

    def _train_as(self, lifter: Lifter) -> None:
        try:
            self._app.train_as(lifter.uid)
        except WorkoutError as error:
            self.notify(plain_lines(str(error)), severity="error", markup=False)

    @property
    def _app(self) -> WorkoutApp:
        return cast("WorkoutApp", self.app)

    def _draw(self, width: int, _height: int) -> list[Content]:
        rows = [styled("Who is training?", "bold"), EMPTY]
        for number, lifter in enumerate(self._lifters, 1):
            now = f"  {self._app.glyphs.now} here" if lifter.uid == self._here else ""
            rows.append(
                Content.assemble(
                    (f"{number}", "bold $now"), "  ", styled(lifter.name), (f"  {lifter.unit}", "$dim"), (now, "$now")
                )
            )
        add = [] if self._app.file.read_only else [Content.assemble(("a", "bold $now"), "  add a lifter")]
        rows += [*add, EMPTY, Content.assemble(("esc", "bold $now"), " back")]
        return fitted(rows, width, len(rows), self._app.glyphs)
