"""What all places of the program have in common."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.screen import Screen

from workout_tui.errors import WorkoutError
from workout_tui.ui import keymap
from workout_tui.ui.presses import Presses
from workout_tui.ui.text import plain_lines
from workout_tui.ui.till_the_end import TillTheEnd
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from workout_tui.ui.app import WorkoutApp
    from workout_tui.ui.commands import Command

_Answer = TypeVar("_Answer")

WIDE = 104
"""columns from which on there is a second column"""
TALL = 32
"""rows from which on there is air"""


class Place(TillTheEnd, Screen[None]):
    """A full screen: one top bar, a body, one row of keys.

    A screen reads the logbook when it comes to the front and whenever the file changed elsewhere:
    override `reread`. What was read is drawn then, in a window of another size, and by `_show`:
    override `draw`. Its commands are declared once, in `KEYS` (`COMMANDS` is Textual's name for something else).
    """

    KEYS: ClassVar[Sequence[Command]] = ()
    TYPES: ClassVar[frozenset[str]] = frozenset()
    """what begins a line on it: characters that can be no command's key"""
    FORMS: ClassVar[Sequence[tuple[str, str]]] = ()
    """what can be typed on it and what that means, for the ``?`` page"""
    WHERE: ClassVar[str] = ""
    """where its keys work, for the head of the ``?`` page: “while logging”"""
    RECORDED_AS: ClassVar[str] = "screen"
    """under which name its errors are recorded"""
    WITHOUT_LOG: ClassVar[bool] = False
    """whether it is of use before there is a log"""

    _has_read = False
    """whether there is something to show"""

    def __init__(self) -> None:
        super().__init__()
        self._presses = Presses(self.workout.clock)
        self._about: dict[str, str] = {}
        """whose uid its errors are recorded with"""
        # Textual looks at the window only after the first frame, and would draw each screen narrow and low before.
        self.add_class("-wide" if self.wide else "-narrow", "-tall" if self.tall else "-short")

    @property
    def workout(self) -> WorkoutApp:
        """The app, typed."""
        return cast("WorkoutApp", self.app)

    @property
    def wide(self) -> bool:
        """Whether there is room for a second column: what the style sheet calls -wide."""
        return self.app.size.width >= WIDE

    @property
    def tall(self) -> bool:
        """Whether there are rows to spare: what the style sheet calls -tall."""
        return self.app.size.height >= TALL

    @property
    def alive(self) -> bool:
        """Whether there is a log to read, if it needs one, and a screen to show it on.

        While the program closes, or another place takes over, a screen may still be told something
        after its widgets are gone; or, by a tick, before they are there.
        """
        return (
            (self.WITHOUT_LOG or self.workout.file.is_open)
            and self.app.is_running
            and self.is_attached
            and self.is_mounted
        )

    def presses_after(self, key: str) -> Presses:
        """For a line to type in: the key that led to it, bouncing or held, types nothing."""
        presses = Presses(self.workout.clock)
        presses.is_repeat(key)
        return presses

    def on_screen_resume(self) -> None:
        """Come to the front."""
        self.look()

    def look(self) -> None:
        """Read and show everything again; an error is said in words and what stands stays."""
        if self.alive:
            self.attempt(self._read_anew)

    def _read_anew(self) -> None:
        self.reread()
        self._has_read = True
        self._show()

    def reread(self) -> None:
        """Read everything shown from the logbook again."""

    def on_resize(self) -> None:
        """Another size. Textual calls this handler whatever a screen has; its own way of taking it is in `resized`."""
        self.resized()

    def resized(self) -> None:
        """Draw again: what is drawn depends on the room there is."""
        self.attempt(self._show)

    def _show(self) -> None:
        if self._has_read and self.alive:
            self.draw()

    def draw(self) -> None:
        """Put what was read on the screen."""

    def synced(self) -> None:
        """The copy in the sheet stands elsewhere: the chip says so."""
        for bar in self.query(TopBar):
            bar.mark(self.workout.chip)

    def attempt(self, act: Callable[[], object]) -> None:
        """Do what needs the log; an error is said in words and what stands stays."""
        try:
            act()
        except WorkoutError as error:
            self.admit(error)

    def ask(self, card: Screen[_Answer | None], then: Callable[[_Answer], object]) -> None:
        """Show a card, and do `then` with its answer, as `attempt` does it; esc is no answer."""

        def answered(answer: _Answer | None) -> None:
            if answer is not None:
                self.attempt(partial(then, answer))

        self.app.push_screen(card, answered)

    def admit(self, error: WorkoutError) -> None:
        """Say what went wrong; in a notice, while there is nothing yet, or nothing can be read, to say it beside."""
        if self._has_read:
            with suppress(WorkoutError):  # of the same cause
                self.say(error)
                return
        Place.say(self, error)

    def say(self, error: WorkoutError) -> None:
        """Tell the user what went wrong; screens with a line of their own for it use that."""
        self.record(error)
        self.notify(plain_lines(str(error)), severity="error", markup=False)

    def record(self, error: WorkoutError) -> None:
        """Put what went wrong into the records."""
        self.workout.parts.log.failure(self.RECORDED_AS, error, **self._about)

    def flush(self) -> None:
        """Write what waits to be written: the program is about to let go of the file."""

    def shown(self, commands: Iterable[Command]) -> list[Command]:
        """`commands` with the user's keys and this terminal's marks, for the row of keys and the ``?`` page."""
        return keymap.in_marks(keymap.applied(commands, self.workout.config.keys), self.workout.glyphs)
