"""The template under the fingers: the mark, the line being typed, and what each key makes of it.

Every edit is kept at once, as a step that u takes back, so that leaving loses nothing and asks nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workout_tui.errors import WorkoutError
from workout_tui.model.written import Reading, Written, read, write
from workout_tui.ui.editor import changes, known
from workout_tui.ui.editor.hint import Meant, hint
from workout_tui.ui.keynames import key
from workout_tui.ui.log.hint import Bar, HintView, Said
from workout_tui.ui.marking import within
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.exercise import Exercise
    from workout_tui.model.load import Load
    from workout_tui.model.overview import Suggestion
    from workout_tui.model.plan import Template, TemplateExercise
    from workout_tui.ui.editor.keeping import Keeper
    from workout_tui.ui.editor.known import Beside, Known

UNDO, REDO = key("editor.undo", "u"), key("editor.redo", "U")
"""named in words, and filled in where they are shown"""


class EditorBench:
    """A template being edited; it knows no widget."""

    def __init__(self, logbook: Logbook, keeper: Keeper) -> None:
        self.keeper = keeper
        self._logbook = logbook
        self._known: dict[str, Known] = {}
        """what was read of exercises, by uid"""
        self.mark = 0
        self.text = ""
        self._is_whole = False
        """whether the line says all there is of the exercise, and not only what it names"""
        self._insists = False
        self.said: Said | None = None
        self.template: Template = keeper.read()
        self.ahead: Suggestion | None = keeper.ahead()

    def reread(self) -> None:
        """Somebody else may have changed it."""
        self._known.clear()
        self._take(self.keeper.read())

    # What stands

    @property
    def one(self) -> TemplateExercise | None:
        """The marked exercise; None on the row that adds one."""
        return self.template.exercises[self.mark] if self.mark < len(self.template.exercises) else None

    @property
    def beside(self) -> Beside | None:
        """What stands beside the marked exercise."""
        one = self.one
        if one is None:
            return None
        lines = self.ahead.lines if self.ahead else ()
        following = lines[self.mark] if self.mark < len(lines) else None
        return known.beside(self._known_of(one), one, following)

    @property
    def reading(self) -> Reading | None:
        """What the line says; None while nothing is typed."""
        one = self.one
        if one is None or not self.text:
            return None
        return read(self.text, self._known_of(one).frame)

    @property
    def hint(self) -> HintView:
        """The row below the line."""
        return hint(self._meant, self.said, insists=self._insists)

    # The line and the mark

    def type(self, text: str) -> None:
        """The line reads so now."""
        self.text, self.said, self._insists = text, None, False
        self._is_whole = self._is_whole and bool(text)

    def clear(self) -> bool:
        """Empty the line; whether there was anything in it."""
        had = bool(self.text)
        self.type("")
        return had

    def enter(self) -> bool:
        """Begin to edit the marked exercise, or keep what was typed; True: an exercise is to be added."""
        one, reading = self.one, self.reading
        if one is None:
            return True
        if reading is None:
            found = self._known_of(one)
            self.type(write(self._stands(one), found.frame))
            self._is_whole = True
        elif reading.problem is not None:
            self._insists = True
        elif self._meant and self._meant.whole:
            self._keep_line(one, self._meant.whole)
        return False

    def move(self, by: int) -> None:
        """Mark another exercise; a line that was begun is dropped with it."""
        self.clear()
        self.mark = within(self.mark + by, len(self.template.exercises) + 1)

    # What the keys do

    def add(self, exercise: Exercise) -> None:
        """One more exercise, behind the marked one."""
        place = min(self.mark + 1, len(self.template.exercises))
        if self._keep(changes.added(self.template, place, exercise), f"{plain(exercise.name)} added · ⏎ says how"):
            self.mark = place

    def swap(self, exercise: Exercise) -> None:
        """Another exercise in the place of the marked one."""
        if self.one is not None:
            gone = plain(self.one.exercise.name)
            words = f"{plain(exercise.name)} in place of {gone} · {UNDO} takes it back"
            self._keep(changes.swapped(self.template, self.mark, exercise), words)

    def remove(self) -> None:
        """Take the marked exercise out."""
        if self.one is not None:
            name = plain(self.one.exercise.name)
            self._keep(changes.without(self.template, self.mark), f"{name} taken out · {UNDO} takes it back")

    def shift(self, step: int) -> None:
        """The marked exercise one place up or down; the mark goes with it."""
        order = changes.moved(self.template, self.mark, step) if self.one else None
        if order is not None and self._keep(order):
            self.mark += step

    def group(self) -> None:
        """The marked exercise in a superset with the one below it, or out of it."""
        if self.one is None:
            return
        found = changes.grouped(self.template, self.mark)
        if found is None:
            self.said = Said("a superset needs an exercise below this one", Bar.WARN)
        else:
            self._keep(found, "superset: sets in turns" if found.exercises[self.mark].superset else "on its own again")

    def note(self, text: str) -> None:
        """Write the note of the marked exercise."""
        if self.one is not None:
            self._keep(changes.noted(self.template, self.mark, text), "noted")

    def rename(self, name: str) -> None:
        """Give the template another name."""
        self._keep(replace(self.template, name=name), f"renamed · {UNDO} takes it back")

    def undo(self) -> None:
        """Take the last step back."""
        self._step(self.keeper.undo, f"taken back · {REDO} does it again")

    def redo(self) -> None:
        """Do it again."""
        self._step(self.keeper.redo, "done again")

    # Within

    @property
    def _meant(self) -> Meant | None:
        """What the line means; None on the row that adds an exercise."""
        one, reading = self.one, self.reading
        if one is None:
            return None
        frame, stands = self._known_of(one).frame, self._stands(one)
        if reading is None or reading.problem is not None:
            return Meant(frame, stands, reading)
        whole = reading.written if self._is_whole else changes.merged(stands, reading.written)
        return Meant(frame, stands, reading, whole)

    def _stands(self, one: TemplateExercise) -> Written:
        percents = any(target.percent10 is not None for target in one.targets)
        return Written.of(one, self._known_of(one).training_max if percents else None)

    def _keep_line(self, one: TemplateExercise, line: Written) -> None:
        maximum = line.training_max
        settled = {one.exercise.uid: maximum} if maximum and maximum != self._known_of(one).training_max else {}
        self._keep(changes.written(self.template, self.mark, line), f"kept · {UNDO} takes it back", settled)

    def _keep(self, template: Template, words: str = "", training_maxes: dict[str, Load] | None = None) -> bool:
        return self._step(lambda: self.keeper.keep(template, training_maxes or {}), words)

    def _step(self, step: Callable[[], Template], words: str) -> bool:
        """Do something that is kept. When it cannot be, the line stays as it is."""
        try:
            template = step()
        except WorkoutError as error:
            self.said = Said(str(error), Bar.BAD)
            return False
        self.clear()
        self._known.clear()
        self._take(template)
        self.said = Said(words) if words else None
        return True

    def _take(self, template: Template) -> None:
        self.template, self.ahead = template, self.keeper.ahead()
        self.mark = min(self.mark, len(template.exercises))

    def _known_of(self, one: TemplateExercise) -> Known:
        uid = one.exercise.uid
        if uid not in self._known:
            self._known[uid] = known.read(self._logbook, one, self.template.program_kind)
        return self._known[uid]
