"""Programs: which one leads from workout to workout, its days, and those to begin with."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical

from workout_tui.errors import InvalidEntry
from workout_tui.model.plan import ProgramKind
from workout_tui.model.program import days
from workout_tui.ui.commands import bindings
from workout_tui.ui.marking import within
from workout_tui.ui.presenters import programs as draw
from workout_tui.ui.presenters.programs import Offered, ProgramsView
from workout_tui.ui.screens import programs_asking as asking
from workout_tui.ui.screens import programs_keys as keys
from workout_tui.ui.screens.telling import Telling
from workout_tui.ui.text import plain
from workout_tui.ui.widgets.canvas import Canvas
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import Binding

    from workout_tui.model.program import Standing


class ProgramsScreen(Telling):
    """A list with one mark, and the days of what is marked."""

    KEYS = keys.KEYS
    RECORDED_AS = "programs"
    BINDINGS: ClassVar[list[Binding]] = bindings(keys.KEYS)  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self._offered: tuple[Offered, ...] = ()
        self._starters: tuple[Offered, ...] = ()
        """the programs to begin with, read once"""
        self._standing: Standing | None = None
        self._today = date.min
        """until it is read"""
        self._marked = 0
        self._acted_on = ""
        """the program that was acted on last: put away, it is no longer in the list to be marked"""

    def compose(self) -> ComposeResult:
        """A bar, the page, a row of keys."""
        yield TopBar(self.workout.glyphs)
        with Vertical(classes="body"):
            yield Canvas(id="programs")
        yield KeyBar([])

    def reread(self) -> None:
        """Read what the lifter has and where they stand."""
        logbook = self.workout.logbook
        self._starters = self._starters or self._to_begin_with()
        self._standing, self._today = logbook.standing(), logbook.today()
        own = [one for one in logbook.programs() if not one.archived and days(one)]
        own.sort(key=lambda one: (not self._runs(one.uid), one.kind is ProgramKind.LOOSE))
        names = {one.name for one in own}
        starters = [one for one in self._starters if one.program.name not in names]
        self._offered = (*(Offered(one, is_own=True) for one in own), *starters)
        self._marked = within(self._marked, len(self._offered))

    def _to_begin_with(self) -> tuple[Offered, ...]:
        from workout_tui.logbook import starters  # noqa: PLC0415 - the files are read when they are shown

        found = starters.starters(self.workout.logbook.lifter.unit, self.workout.uids)
        return tuple(Offered(one.program, is_own=False, about=one.about) for one in found)

    # What the keys do

    def action_move(self, by: int) -> None:
        """Move the mark, not beyond the ends."""
        self._said, self._acted_on = None, ""
        self._marked = within(self._marked + by, len(self._offered))
        self._show()

    def action_start(self) -> None:
        """Begin the marked program; asks when one is under way."""
        one = self._one
        if one is None or self._presses.is_repeat("enter") or not self.may_write():
            return
        if one.program.kind is ProgramKind.LOOSE:
            self.tell("warn", "Workouts in no order are started from Home.")
        elif self._standing is None:
            self._begin(one)
        else:
            running = self._standing.program
            card = (
                asking.begin_again(running) if self._runs(one.program.uid) else asking.take_over(one.program, running)
            )
            self.ask(card, partial(self._answered, one))

    def _answered(self, one: Offered, answer: str) -> None:
        if answer == "b":
            self._begin(one)
        else:
            words = f"{plain(one.program.name)} is left · {self._undo_key} takes it back"
            self._do(self.workout.logbook.leave_program, words)

    def _begin(self, one: Offered) -> None:
        logbook = self.workout.logbook

        def begin() -> None:
            added = one.program if one.is_own else logbook.add_program(one.program)
            logbook.start_program(added.uid)

        self._do(begin, f"{plain(one.program.name)} has begun: Home starts its first day.")
        self._marked = next((n for n, other in enumerate(self._offered) if self._runs(other.program.uid)), 0)
        self._show()

    def action_skip(self) -> None:
        """Leave out the day that comes next."""
        stands = self._standing
        if stands is None or stands.next_day is None:
            self.tell("warn", "No day of a program comes next.")
        elif not self._presses.is_repeat("s") and self.may_write():
            name = plain(stands.next_day.name)
            self._do(self.workout.logbook.skip_day, f"{name} is left out · {self._undo_key} brings it back")

    def action_edit(self, number: int) -> None:
        """Edit a day of the marked program."""
        one = self._one
        order = days(one.program) if one else ()
        if one is None or number > len(order):
            return
        if one.is_own:
            self.workout.open_editor(order[number - 1].uid)
        else:
            self.tell("warn", "Begin it first: then it is yours to edit.")

    def action_new(self) -> None:
        """Name a program and its days."""
        if self.may_write():
            self.ask(asking.new(), self._named)

    def _named(self, texts: tuple[str, ...]) -> None:
        name, names, weeks = texts

        def arrange() -> None:
            if not weeks.isdecimal():
                raise InvalidEntry("The weeks are a whole number.", "Type 1 for days in turn.", field="weeks")
            self._acted_on = self.workout.logbook.arrange_program(name, names.split(","), int(weeks)).uid

        self._do(arrange, f"{plain(name)} is made: the digits edit its days, {self.workout.glyphs.enter} begins it.")
        self._marked = next(
            (n for n, one in enumerate(self._offered) if one.program.uid == self._acted_on), self._marked
        )
        self._show()

    def action_archive(self) -> None:
        """Ask before a program is put away."""
        one = self._one
        if one is None or not one.is_own or one.program.kind is ProgramKind.LOOSE or not self.may_write():
            return
        self.ask(asking.put_away(one.program, self._undo_key), lambda _: self._archive(one))

    def _archive(self, one: Offered) -> None:
        self._acted_on = one.program.uid
        self._do(
            lambda: self.workout.logbook.archive_program(one.program.uid),
            f"{plain(one.program.name)} was put away · {self._undo_key} brings it back",
        )

    def action_undo(self) -> None:
        """Take back the last act about the program acted on last, or the marked one."""
        self._step(self.workout.logbook.undo_program, "taken back")

    def action_redo(self) -> None:
        """Do it again."""
        self._step(self.workout.logbook.redo_program, "done again")

    # Within

    def _step(self, move: Callable[[str], str], words: str) -> None:
        one = self._one
        uid = self._acted_on or (one.program.uid if one and one.is_own else "")
        if not uid:
            self.tell("warn", "Nothing was done with it yet.")
        elif self.may_write():
            self._acted_on = uid
            self._do(lambda: move(uid), words)

    @property
    def _undo_key(self) -> str:
        return self.workout.glyphs.key("programs.undo", "u")

    @property
    def _one(self) -> Offered | None:
        return self._offered[self._marked] if self._marked < len(self._offered) else None

    def _runs(self, program_uid: str) -> bool:
        return self._standing is not None and self._standing.program.uid == program_uid

    def _do(self, act: Callable[[], object], words: str) -> None:
        act()
        self._said = ("done", words)
        self.look()

    def action_back(self) -> None:
        """Back to Home."""
        self.app.pop_screen()

    # Showing

    def draw(self) -> None:
        """The page, where one is, the keys."""
        app = self.workout
        view = ProgramsView(
            offered=self._offered,
            marked=self._marked,
            standing=self._standing,
            today=self._today,
            glyphs=app.glyphs,
            tall=self.tall,
            wide=self.wide,
            said=self._said,
        )
        self.query_one("#programs", Canvas).show(partial(draw.page, view))
        self.query_one(TopBar).say(*draw.facts(view), chip=app.chip)
        one = self._one
        runs = one is not None and self._runs(one.program.uid)
        following = self._standing is not None and self._standing.next_day is not None
        footer = keys.footer(is_own=one is not None and one.is_own, runs=runs, has_next=following)
        self.query_one(KeyBar).show(self.shown(footer))
