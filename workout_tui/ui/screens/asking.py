"""What the Log screen asks on cards: which exercise, what note, how heavy; then it is done at the bench."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry
from workout_tui.model.load import Load
from workout_tui.model.sequence import lately, next_exercise
from workout_tui.ui.log import arranging
from workout_tui.ui.log.hint import Said
from workout_tui.ui.log.outcome import Outcome
from workout_tui.ui.log.picking import in_place_of
from workout_tui.ui.screens.confirm import Answer, ConfirmScreen, Question
from workout_tui.ui.screens.pick import Choices, PickScreen
from workout_tui.ui.screens.write import Text, WriteScreen
from workout_tui.ui.text import count, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.sequence import PastOrder
    from workout_tui.ui.log.bench import Bench
    from workout_tui.ui.log.look import Look
    from workout_tui.ui.log.picking import Option
    from workout_tui.ui.screens.place import Place

    Do = Callable[[str], Outcome]
    """what to do with the uid of the exercise that was picked"""


class Asking:
    """The cards of one bench."""

    def __init__(self, place: Place, bench: Bench, done: Callable[[], None]) -> None:
        """`done` is called when something may have changed."""
        self._place = place
        self._bench = bench
        self._done = done

    # Which exercise

    def add_exercise(self, opened_by: str) -> None:
        """One more exercise; the likeliest three have digits."""
        self._pick("ADD AN EXERCISE", opened_by, self._add, offer=True)

    def swap(self) -> None:
        """Another exercise in the place of this one; when sets were done, first ask what for."""
        here = self._bench.look
        if here is None:
            return
        if not here.block.performed:
            self._pick_swap(here, everything=True)
            return
        done = len(here.block.performed)
        question = Question(
            f"Swap {plain(here.block.exercise.name)}",
            f"{count(done, 'set')} of it {'is' if done == 1 else 'are'} done.",
            (Answer("r", "the rest, done sets stay"), Answer("a", "all, done sets too")),
            keep="back",
            tone="now",
        )
        self._place.ask(ConfirmScreen(question), lambda answer: self._pick_swap(here, everything=answer == "a"))

    def move_sets(self) -> None:
        """The sets done here were of another exercise."""
        here = self._bench.look
        if here is None:
            return
        if not here.block.performed:
            self._bench.say(Said("no set was done here"))
            self._done()
            return
        title = f"DONE HERE, BUT OF ANOTHER EXERCISE: {count(len(here.block.performed), 'SET', 'SETS')}"
        self._pick(title, "M", lambda uid: arranging.move_sets(uid)(self._bench.logbook, here))

    # What to write

    def note(self) -> None:
        """The notes of the exercise and of the session."""
        here = self._bench.look
        session = self._bench.session
        texts = [Text("this workout", session.note, "how it goes")]
        if here is not None:
            name = plain(here.block.exercise.name)
            texts = [
                Text(f"{name}, today", here.block.note, "left shoulder felt tight"),
                Text(f"{name}, always", here.block.setting.note, "seat 4, elbows in"),
                *texts,
            ]
        self._place.ask(WriteScreen("Note", tuple(texts), "n"), partial(self._noted, here))

    def bodyweight(self) -> None:
        """What the lifter weighs today."""
        load = self._bench.session.bodyweight
        unit = load.unit if load else self._bench.lifter.unit
        text = Text(f"in {unit}", load.number if load else "", "such as 82.5, or 182 lb")
        self._place.ask(WriteScreen("Bodyweight today", (text,), "B"), self._weighed)

    # Within

    def _pick(self, title: str, opened_by: str, do: Do, *, offer: bool = False) -> None:
        logbook, session = self._bench.logbook, self._bench.session
        orders = logbook.orders()
        offered = next_exercise(orders, self._today(), session.title) if offer else ()
        choices = Choices(title, logbook.exercises(), offered, self._recent(orders))
        self._place.ask(PickScreen(choices, opened_by), partial(self._picked, do))

    def _recent(self, orders: Sequence[PastOrder]) -> tuple[str, ...]:
        """What was done lately and is not in the session."""
        here = {block.exercise.uid for block in self._bench.session.exercises}
        return tuple(uid for uid in lately(orders) if uid not in here)

    def _today(self) -> tuple[str, ...]:
        """The exercises of the session; the one in front counts as the last."""
        front = [self._bench.look.block.exercise.uid] if self._bench.look else []
        uids = dict.fromkeys(block.exercise.uid for block in self._bench.session.exercises)
        return (*(uid for uid in uids if uid not in front), *front)

    def _picked(self, do: Do, option: Option) -> None:
        self._bench.attempt(lambda: do(self._in_library(option)))
        self._done()

    def _in_library(self, option: Option) -> str:
        """The uid of what was picked; a new exercise is added to the library first."""
        exercise = option.exercise
        return (self._bench.logbook.add_exercise_to_library(exercise) if option.is_new else exercise).uid

    def _add(self, uid: str) -> Outcome:
        return arranging.add_exercise(uid)(self._bench.logbook, self._bench.session, self._bench.cursor)

    def _pick_swap(self, here: Look, *, everything: bool) -> None:
        one = here.block.exercise
        swap = partial(arranging.swap_exercise, everything=everything)
        others = tuple(other for other in self._bench.logbook.exercises() if other.uid != one.uid)
        title = f"IN PLACE OF {plain(one.name).upper()}"
        choices = Choices(title, others, recent=in_place_of(one, others, self._recent(self._bench.logbook.orders())))
        self._place.ask(
            PickScreen(choices, "e"), partial(self._picked, lambda uid: swap(uid)(self._bench.logbook, here))
        )

    def _noted(self, here: Look | None, texts: tuple[str, ...]) -> None:
        self._bench.attempt(lambda: _note(self._bench.logbook, self._bench, here, texts))
        self._done()

    def _weighed(self, texts: tuple[str, ...]) -> None:
        self._bench.attempt(lambda: _weigh(self._bench, texts[0]))
        self._done()


def _note(logbook: Logbook, bench: Bench, here: Look | None, texts: tuple[str, ...]) -> Outcome:
    """Write what changed."""
    session = bench.session
    if here is not None:
        today, always = texts[0], texts[1]
        if today != here.block.note:
            session = logbook.note_exercise(here.block.uid, today)
        if always != here.block.setting.note:
            setting = replace(logbook.exercise_setting(here.block.exercise.uid), note=always)
            logbook.set_exercise_setting(here.block.exercise.uid, setting)
            session = logbook.session(session.uid)
    if texts[-1] != session.note:
        session = logbook.note_session(session.uid, texts[-1])
    return Outcome(session, said=Said("noted"))


def _weigh(bench: Bench, text: str) -> Outcome:
    unit = bench.session.bodyweight.unit if bench.session.bodyweight else bench.lifter.unit
    try:
        load = Load.written(text, unit) if text else None
    except ValueError as error:
        raise InvalidEntry(f"{error}.", "Type it as 82.5, or as 182 lb.", field="bodyweight") from error
    session = bench.logbook.set_bodyweight(bench.session.uid, load)
    return Outcome(session, said=Said(f"bodyweight {load}" if load else "bodyweight not known"))
