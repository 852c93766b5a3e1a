"""A log lived at random, by two lifters through three doors, with every kind of bad luck."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from tests.machine.checks import check_read
from tests.machine.doors import Fate, run_command
from tests.machine.library import Tended
from tests.machine.life import NAMES, How, Life, Line, pick
from tests.machine.rows import BlockRow, PlannedRow, SetRow
from tests.support import HOUR, done, kg, lb
from workout_tui.logbook.logbook import Logbook, NewSet, Place
from workout_tui.model.load import Load
from workout_tui.model.plan import SetKind, Target
from workout_tui.model.session import PlanState, Session, SetValues, Slot

VALUES = (
    done(100, 5),
    done(100, 5),  # equal sets are the rule, not the exception
    done(60, 12, SetKind.WARMUP),
    done(80, 8, SetKind.DROP),
    SetValues(lb(225), 3, rpe10=85, note="'); DROP TABLE performed_set; -- “Übung” 💪"),
    SetValues(None, 0),
)
TEXTS = ("", "left knee", "[red]x[/]", "'; DELETE FROM session; --")
RENAMES = (NAMES[1], NAMES[1].upper(), "Press", "[red]Bänk[/]")
OPEN, SKIPPED = PlanState.OPEN, PlanState.SKIPPED

doors, numbers, lifters = st.integers(0, 2), st.integers(0, 30), st.sampled_from((0, 0, 0, 1))
values, texts = st.sampled_from(VALUES), st.sampled_from(TEXTS)
lines = st.lists(values, min_size=1, max_size=3)
fates = st.sampled_from((*[Fate.FINE] * 16, Fate.REFUSED, Fate.LOST, Fate.KILLED_BEFORE, Fate.KILLED_AFTER))
how = st.builds(How, doors, lifters, fates)


class Lives(Life):
    """Each rule is something that a lifter, a second window, a script or bad luck does."""

    @initialize(how=how)
    def begin(self, how: How) -> None:
        self._begin_something(how)

    # Sessions

    @rule(how=how, number=numbers)
    def start(self, how: How, number: int) -> None:
        self.starts.append((pick(self.world.templates[how.who], number), self.uids.new()))
        self._start(how, *self.starts[-1])

    @precondition(lambda self: self.starts)
    @rule(how=how, number=numbers)
    def start_again(self, how: How, number: int) -> None:
        """The same start once more, acknowledged or not: of the same lifter, or, by some confusion, of the other."""
        self._start(how, *pick(self.starts, number))

    @rule(how=how, deed=st.sampled_from(("finish", "reopen", "discard", "undiscard")))
    def end_or_go_on(self, how: How, deed: str) -> None:
        lifter, view = self._view(how)
        timed = deed in {"finish", "discard"}
        self._do(how, lambda book: getattr(book, deed)(view.uid),
                 lambda it: getattr(it, deed)(lifter, view.uid, *([self.clock.now()] if timed else [])))  # fmt: skip

    @rule(how=how, number=numbers)
    def look(self, how: How, number: int) -> None:
        """The screen is read again, or another workout is opened."""
        lifter, door = self.world.lifters[how.who], self.door(how.at)
        book = door.logbooks[lifter]
        book.data_version_moved()
        known = self.reference.sessions(lifter)
        if number % 3 and known:
            door.views[lifter] = book.session(pick(known, number).uid)
        else:
            door.views[lifter] = book.active()
        view = door.views[lifter]
        if view is not None:
            check_read(self.reference, view)

    @rule(how=how, text=texts, number=numbers)
    def write_down(self, how: How, text: str, number: int) -> None:
        lifter, view = self._view(how)
        load = pick((None, kg(82.5), lb(181)), number)
        if number % 2:
            self._do(how, lambda book: book.note_session(view.uid, text),
                     lambda it: it.note_session(lifter, view.uid, text))  # fmt: skip
        else:
            self._do(how, lambda book: book.set_bodyweight(view.uid, load),
                     lambda it: it.set_bodyweight(lifter, view.uid, load))  # fmt: skip

    @rule(how=how, seconds=st.integers(0, 300))
    def rest(self, how: How, seconds: int) -> None:
        lifter, view = self._view(how)
        ends_at = self.clock.now() + seconds * 1000
        self.door(how.at).logbooks[lifter].rest(view.uid, ends_at, seconds)
        self.reference.rest(lifter, view.uid, ends_at, seconds)

    # Sets

    @rule(how=how, block=numbers, row=numbers, typed=lines)
    def log(self, how: How, block: int, row: int, typed: list[SetValues]) -> None:
        _, view = self._view(how)
        if not view.exercises:
            return
        one = pick(view.exercises, block)
        plan = pick((*(row.uid for row in one.planned), None), row)
        sets = tuple(NewSet(self.uids.new(), values) for values in typed)
        self.lines.append(Line(how.who, view.slot, Place(one.uid, one.exercise.uid, plan), sets))
        self._send(how, self.lines[-1])

    @rule(how=how, typed=lines)
    def log_where_the_cursor_stands(self, how: How, typed: list[SetValues]) -> None:
        _, view = self._view(how)
        open_rows = [(one, row) for one in view.exercises for row in one.open_rows]
        if open_rows:
            one, row = open_rows[0]
            sets = tuple(NewSet(self.uids.new(), values) for values in typed)
            plan = row.planned.uid if row.planned else None
            self.lines.append(Line(how.who, view.slot, Place(one.uid, one.exercise.uid, plan), sets))
            self._send(how, self.lines[-1])

    @precondition(lambda self: self.lines)
    @rule(how=how, number=numbers, new=st.none() | values)
    def send_again(self, how: How, number: int, new: SetValues | None) -> None:
        """The same line once more, acknowledged or not, through whatever door; perhaps corrected meanwhile."""
        line = pick(self.lines[::-1], number)
        if new is not None:
            first, *others = line.sets
            line = replace(line, sets=(first._replace(values=new), *others))
        self._send(how._replace(who=line.who), line)

    @rule(how=how, number=numbers, new=values, remove=st.booleans())
    def correct(self, how: How, number: int, new: SetValues, remove: bool) -> None:
        lifter, view = self._view(how)
        sets = [one for block in view.exercises for one in block.performed]
        if sets:
            uid = pick(sets, number).uid
            if remove:
                self._do(how, lambda book: book.remove_set(uid), lambda it: it.remove(lifter, uid))
            else:
                self._do(how, lambda book: book.edit_set(uid, new), lambda it: it.edit(lifter, uid, new))

    @rule(how=how, block=numbers, number=numbers)
    def move(self, how: How, block: int, number: int) -> None:
        lifter, view = self._view(how)
        if view.exercises:
            uid, exercise = pick(view.exercises, block).uid, pick(self.world.exercises, number)
            self._do(how, lambda book: book.move_sets(uid, exercise),
                     lambda it: it.move(lifter, uid, exercise))  # fmt: skip

    # The plan

    @rule(how=how, number=numbers, deed=st.sampled_from(("skip", "unskip", "kind", "remove")))
    def change_planned(self, how: How, number: int, deed: str) -> None:
        lifter, view = self._view(how)
        planned = [one.uid for block in view.exercises for one in block.planned]
        if not planned:
            return
        uid, kind = pick(planned, number), pick(tuple(SetKind), number)
        ways: dict[str, tuple[Callable[[Logbook], Session], Callable[[Tended], str]]] = {
            "skip": (lambda book: book.skip(uid), lambda it: it.set_state(lifter, "skip set", uid, OPEN, SKIPPED)),
            "unskip": (
                lambda book: book.unskip(uid),
                lambda it: it.set_state(lifter, "unskip set", uid, SKIPPED, OPEN),
            ),
            "kind": (lambda book: book.set_kind(uid, kind), lambda it: it.set_kind(lifter, uid, kind)),
            "remove": (lambda book: book.remove_planned(uid), lambda it: it.remove_planned(lifter, uid)),
        }
        self._do(how, *ways[deed])

    @rule(how=how, block=numbers, number=numbers,
          deed=st.sampled_from(("skip", "unskip", "add", "insert", "note", "remove")))  # fmt: skip
    def change_block(self, how: How, block: int, number: int, deed: str) -> None:
        lifter, view = self._view(how)
        if not view.exercises:
            return
        uid, text, place = pick(view.exercises, block).uid, pick(TEXTS, number), 1 + number % 4
        ways: dict[str, tuple[Callable[[Logbook], Session], Callable[[Tended], str]]] = {
            "skip": (lambda book: book.skip_exercise(uid),
                     lambda it: it.set_states(lifter, "skip exercise", uid, OPEN, SKIPPED)),
            "unskip": (lambda book: book.unskip_exercise(uid),
                       lambda it: it.set_states(lifter, "unskip exercise", uid, SKIPPED, OPEN)),
            "add": (lambda book: book.add_set(uid), lambda it: it.insert_sets(lifter, uid, None, [Target()])),
            "insert": (lambda book: book.insert_sets(uid, place, [Target(5, 5, kg(40), kind=SetKind.WARMUP)] * 2),
                       lambda it: it.insert_sets(lifter, uid, place, [Target(5, 5, kg(40), kind=SetKind.WARMUP)] * 2)),
            "note": (lambda book: book.note_exercise(uid, text), lambda it: it.note_exercise(lifter, uid, text)),
            "remove": (lambda book: book.remove_exercise(uid), lambda it: it.remove_exercise(lifter, uid)),
        }  # fmt: skip
        self._do(how, *ways[deed])

    @rule(how=how, number=numbers, after=st.none() | numbers)
    def add_exercise(self, how: How, number: int, after: int | None) -> None:
        lifter, view = self._view(how)
        exercise = pick(self.world.exercises, number)
        behind = None if after is None or not view.exercises else pick(view.exercises, after).uid
        self._do(how, lambda book: book.add_exercise(view.uid, exercise, behind),
                 lambda it: it.add_exercise(lifter, view.uid, exercise, behind))  # fmt: skip

    @rule(how=how, block=numbers, number=numbers, everything=st.booleans())
    def swap(self, how: How, block: int, number: int, everything: bool) -> None:
        lifter, view = self._view(how)
        if view.exercises:
            uid, exercise = pick(view.exercises, block).uid, pick(self.world.exercises, number)
            self._do(how, lambda book: book.swap_exercise(uid, exercise, everything=everything),
                     lambda it: it.swap(lifter, uid, exercise, everything=everything))  # fmt: skip

    @rule(how=how, chance=st.randoms(use_true_random=False), letters=st.booleans())
    def arrange(self, how: How, chance: random.Random, letters: bool) -> None:
        lifter, view = self._view(how)
        order = [one.uid for one in view.exercises]
        chance.shuffle(order)
        if letters:
            said = {uid: chance.choice(("", "A")) for uid in order}
            self._do(how, lambda book: book.set_superset(view.uid, said),
                     lambda it: it.set_superset(lifter, view.uid, said))  # fmt: skip
        else:
            self._do(how, lambda book: book.reorder(view.uid, order),
                     lambda it: it.reorder(lifter, view.uid, order))  # fmt: skip

    # The library

    @rule(how=how, one=numbers, other=numbers,
          deed=st.sampled_from(("rename", "rename", "merge", "undo", "undo", "redo")))  # fmt: skip
    def tend_the_library(self, how: How, one: int, other: int, deed: str) -> None:
        """All lifters share it: what one does to it is done to the workouts of all."""
        lifter = self.world.lifters[how.who]
        uid, twin, name = pick(self.world.exercises, one), pick(self.world.exercises, other), pick(RENAMES, other)
        ways: dict[str, tuple[Callable[[Logbook], object], Callable[[Tended], str]]] = {
            "rename": (lambda book: book.change_exercise_field(uid, "name", name),
                       lambda it: it.rename_exercise(lifter, uid, name)),
            "merge": (lambda book: book.merge_exercises(uid, twin), lambda it: it.merge_exercises(lifter, uid, twin)),
            "undo": (lambda book: book.undo_exercises(), lambda it: it.undo_exercises(lifter)),
            "redo": (lambda book: book.redo_exercises(), lambda it: it.redo_exercises(lifter)),
        }  # fmt: skip
        self._do(how, *ways[deed])

    # Back and forth

    @rule(how=how, redo=st.sampled_from((False, False, True)))
    def undo(self, how: How, redo: bool) -> None:
        lifter, view = self._view(how)
        if redo:
            self._do(how, lambda book: book.redo(view.uid), lambda it: it.redo(lifter, view.uid))
        else:
            self._do(how, lambda book: book.undo(view.uid), lambda it: it.undo(lifter, view.uid))

    # Bad luck, and others

    @rule(how=how, typed=values)
    def use_what_is_another_lifters(self, how: How, typed: SetValues) -> None:
        """Every uid of one lifter is unknown to the other."""
        _, view = self._view(how)
        who = how._replace(who=1 - how.who)
        stranger = self.world.lifters[who.who]
        self._do(who, lambda book: book.discard(view.uid), lambda it: it.discard(stranger, view.uid, self.clock.now()))
        uid = next((one.uid for block in view.exercises for one in block.performed), None)
        if uid is not None:
            self._do(who, lambda book: book.remove_set(uid), lambda it: it.remove(stranger, uid))
            self._send(who, Line(who.who, view.slot, Place("x", "x"), (NewSet(uid, typed),)))

    @rule(what=st.sampled_from(("one dies", "all die", "takeover", *("time passes",) * 3)), number=numbers)
    def meanwhile(self, what: str, number: int) -> None:
        """Programs are killed; when all are, only what lies on the disk is left. Windows change. Hours go by."""
        if what == "one dies":
            self._abandon(number % 3)
        elif what == "all die":
            self._take_picture()
            self._go_on_with_the_picture()
        elif what == "takeover":
            self._take_over()
        else:
            self.clock.pass_ms(number * HOUR)

    def _take_over(self) -> None:
        """A second window asks; the first one steps down, and what it does later it does as a command."""
        owner, newcomer = self.door(self._window), self.door(1 - self._window)
        assert not newcomer.lock.acquire()
        newcomer.lock.ask()
        assert owner.lock.asked_to_step_down()
        for at in (0, 1):
            self.doors.pop(at).close()
        self._window = 1 - self._window
        assert self.door(self._window).lock.held

    @rule(how=how, reps=st.integers(1, 12))
    def log_by_command(self, how: How, reps: int) -> None:
        """``workout log`` finds the place itself and begins a rest; it is one set, and nothing else moves."""
        lifter = self.world.lifters[how.who]
        before = self.reference.rows.keys()
        self.clock.pass_ms(1000)
        code = run_command(self.paths, self.clock, self.uids, "log", "--sure", "--lifter", self.world.names[lifter],
                           f"40x{reps}")  # fmt: skip
        running = self.reference.running(lifter)
        if running is None or not self.reference.blocks(running.uid):
            assert code == 1
            return
        assert code == 0
        rows = self.witness.rows()
        (new,) = [row for uid, row in rows.items() if uid not in before and isinstance(row, SetRow)]
        assert (new.values.load, new.values.reps) == (Load(40_000, self.world.units[how.who]), reps)
        block = self.reference.find(BlockRow, lifter, new.block)
        plan = next((one.uid for one in rows.values() if isinstance(one, PlannedRow) and one.set_uid == new.uid), None)
        slot = Slot(running.template, running.occurrence)
        place = Place(block.uid, block.exercise, plan)
        self.reference = self.reference.copy()
        self.reference.log(lifter, slot, place, [NewSet(new.uid, new.values)], self.clock.now())
        self.reference.rests = self.witness.rests()
