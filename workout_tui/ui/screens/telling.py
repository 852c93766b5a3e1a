"""A place with a line for words: what was done, what stands in the way, what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from workout_tui.ui.screens.place import Place

if TYPE_CHECKING:
    from workout_tui.errors import WorkoutError


class Telling(Place):
    """A place that keeps what it said in `_said`, to be drawn with the rest."""

    ONLY_LOOKS: ClassVar[str] = "This window only looks: another one has the log."
    """said instead of writing, where another window may write"""

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[str, str] | None = None
        """a colour and words, until the next key"""

    def tell(self, token: str, words: str) -> None:
        """Say something; `token` is a colour."""
        self._said = (token, words)
        self._show()

    def say(self, error: WorkoutError) -> None:
        """Tell what went wrong."""
        self.record(error)
        self.tell("bad", str(error))

    def may_write(self) -> bool:
        """Whether this window may write; that it may not is said."""
        if self.workout.file.read_only:
            self.tell("warn", self.ONLY_LOOKS)
        return not self.workout.file.read_only
