"""The ground of the machine: a log on disk with three doors, the reference beside it, and how the two are compared."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, NamedTuple, TypeVar

from hypothesis.stateful import RuleBasedStateMachine, invariant

from tests.machine.checks import V_SETS, Witness, ask_the_command, check_read, check_rows, check_running, check_views
from tests.machine.doors import Door, Fate, Killed, disk_as_it_is
from tests.machine.library import Tended
from tests.machine.rows import LibraryRow, RefusalError, Rows
from tests.support import START, FakeClock, kg, make_gym
from workout_tui.clock import Uids
from workout_tui.errors import StoreUnavailable, WorkoutError
from workout_tui.logbook.lifters import EMPTY, add_lifter
from workout_tui.logbook.logbook import Logbook, NewSet, Place
from workout_tui.logbook.undoing import Undone
from workout_tui.model.load import Unit
from workout_tui.model.plan import ProgramKind, Target, Template, TemplateExercise
from workout_tui.model.session import Session, Slot
from workout_tui.paths import Paths

One = TypeVar("One")

MEMORY = Path("/dev/shm")
"""where files cost nothing, on Linux"""

RESERVED = (
    "SELECT t.uid FROM template t JOIN program g ON g.id = t.program_id JOIN profile l ON l.id = g.profile_id"
    " WHERE t.reserved AND l.uid = ?"
)

NAMES = ("Bench Press", "Row", "Squat", "Curl")


class How(NamedTuple):
    """Through which door, by which lifter, and what becomes of the commit."""

    at: int
    who: int
    fate: Fate


@dataclass(frozen=True)
class Line:
    """What a lifter typed once, with everything that is needed to send it again."""

    who: int
    slot: Slot
    place: Place
    sets: tuple[NewSet, ...]


@dataclass(frozen=True)
class World:
    """A log to begin with, made once and copied for each life."""

    folder: Path
    lifters: tuple[str, str]
    units: tuple[Unit, Unit]
    names: dict[str, str]
    """of lifters and exercises, by uid"""
    exercises: tuple[str, ...]
    templates: tuple[tuple[Template, ...], tuple[Template, ...]]
    """of each lifter"""


def make_world(folder: Path) -> World:
    """Two lifters, each with two templates and the empty workout; one exercise of a template leaves its sets open."""
    gym = make_gym(Paths(folder, folder, folder).database)
    known = [gym.exercise(name) for name in NAMES]
    ann, bob = gym.logbook.lifter, add_lifter(gym.store, "Bob", Unit.LB, clock=gym.clock, uids=gym.uids)
    templates = []
    for lifter in (ann, bob):
        gym.logbook = gym.logbook.of(lifter.uid)
        push = gym.template("Push", gym.planned(NAMES[0]), TemplateExercise("", known[2], ()))
        pull = gym.template("Pull", gym.planned(NAMES[1], Target(8, 12, kg(40)), Target(8, 12)))
        uid = gym.store.value(RESERVED, (lifter.uid,))
        empty = Template(uid, EMPTY, "", 1, "", "", ProgramKind.LOOSE, 0, 0, reserved=True)
        templates.append((push, pull, empty))
    gym.store.close()
    names = {ann.uid: ann.name, bob.uid: bob.name} | {one.uid: one.name for one in known}
    return World(
        folder,
        (ann.uid, bob.uid),
        (ann.unit, bob.unit),
        names,
        tuple(one.uid for one in known),
        (templates[0], templates[1]),
    )


def pick(some: Sequence[One], number: int) -> One:
    """One of them, whatever the number."""
    return some[number % len(some)]


class Life(RuleBasedStateMachine):
    """A log that is lived in; the rules are in the class below it."""

    world: ClassVar[World]

    def __init__(self) -> None:
        super().__init__()
        self.clock = FakeClock(START)
        self.uids = Uids(self.clock, random.Random(11))
        self.folder = Path(tempfile.mkdtemp(prefix="life-", dir=MEMORY if MEMORY.exists() else None))
        self.paths = self._picture(Paths(*[self.world.folder] * 3))
        self.lines: list[Line] = []
        """everything that was ever typed, acknowledged or not"""
        self.starts: list[tuple[Template, str]] = []
        self.abandoned: list[Door] = []
        self.doors: dict[int, Door] = {}
        """those that are open: one opens when somebody comes through it"""
        self._window = 0
        self._revisions: dict[str, int] = {}
        self._seen: dict[str, Rows] = {}
        self._held: tuple[int, Tended | None] = (0, None)
        self.witness = Witness(self.paths.database)
        self.reference = Tended()
        self.reference.put(*self.witness.library())

    @invariant()
    def holds(self) -> None:
        """What was acknowledged stands, once, and nothing else does; whoever reads it, and however."""
        moment = self.witness.data_version, self.reference
        if moment == self._held:
            return  # nothing was written since, and nothing should have been
        self._held = moment
        rows = self.witness.rows()
        check_rows(self.reference, rows)
        check_running(rows)
        check_views(self.reference, self.witness.ask(V_SETS), self.world.names)
        assert self.witness.rests() == self.reference.rests
        self._check_revisions()
        self.witness.replay()

    def teardown(self) -> None:
        asked = sorted(ask_the_command(self.paths.data))
        for one in (*self.doors.values(), *self.abandoned):
            one.store.connection.close()
            one.lock.release()
        seen = sorted(self.witness.ask(V_SETS))
        self.witness.connection.close()
        shutil.rmtree(self.folder)
        assert asked == seen

    # What the rules are made of

    def _view(self, how: How) -> tuple[str, Session]:
        """The lifter, and the workout in front of them at a door: as it was when it was last read there."""
        lifter, door = self.world.lifters[how.who], self.door(how.at)
        if door.views[lifter] is None:
            door.views[lifter] = door.logbooks[lifter].active()
        if door.views[lifter] is None:
            self._begin_something(how._replace(fate=Fate.FINE))
        view = door.views[lifter]
        assert view is not None
        return lifter, view

    def _begin_something(self, how: How) -> None:
        self._start(how, self.world.templates[how.who][0], self.uids.new())

    def _start(self, how: How, template: Template, uid: str) -> None:
        lifter, own = self.world.lifters[how.who], self.world.templates[how.who]
        wanted, template = (None, own[-1]) if template.reserved else (template.uid, template)
        mine = template in own
        self._do(how, lambda book: book.start(wanted, session_uid=uid),
                 lambda it: it.start(lifter, template, uid, self.clock.now(), mine=mine))  # fmt: skip

    def _send(self, how: How, line: Line) -> None:
        lifter = self.world.lifters[how.who]
        self._do(how, lambda book: book.log_sets(line.slot, line.place, line.sets),
                 lambda it: it.log(lifter, line.slot, line.place, line.sets, self.clock.now()))  # fmt: skip

    def _do(self, how: How, call: Callable[[Logbook], object], foretold: Callable[[Tended], str]) -> None:
        """One act, in the reference and in the log, with what fate makes of its commit."""
        self.clock.pass_ms(1000)
        trial, refused, fate = self.reference.copy(), None, how.fate
        try:
            foretold(trial)
        except RefusalError as error:
            refused, fate = error.kind, Fate.FINE
        session = self._called(how._replace(fate=fate), call, refused)
        if refused is None and fate in {Fate.FINE, Fate.LOST, Fate.KILLED_AFTER}:
            trial.name(self.witness.uid_at)
            self.reference = trial
        if session is not None:
            self.door(how.at).views[self.world.lifters[how.who]] = session
            self.holds()
            check_read(self.reference, session)

    def _called(
        self, how: How, call: Callable[[Logbook], object], refused: type[WorkoutError] | None
    ) -> Session | None:
        door = self.door(how.at)
        door.wire.fate = how.fate
        try:
            given = call(door.logbooks[self.world.lifters[how.who]])
        except Killed:
            self._go_on_with_the_picture()
            return None
        except WorkoutError as error:
            unknown = how.fate in {Fate.REFUSED, Fate.LOST} and isinstance(error, StoreUnavailable)
            if type(error) is not refused and not unknown:
                raise AssertionError(f"{error!r}, where {refused or how.fate} was to be expected") from error
            return None
        assert refused is None, f"passed, and should have been refused with {refused}"
        session = given.session if isinstance(given, Undone) else given
        return session if isinstance(session, Session) else None

    def door(self, at: int) -> Door:
        """The door, opened if it is not open yet. One of them is the window, the others are commands."""
        if at not in self.doors:
            self.doors[at] = Door(self.paths, self.world.lifters, self.clock, self.uids, window=at == self._window)
            self.doors[at].wire.killed = self._take_picture
        return self.doors[at]

    def _abandon(self, *which: int) -> None:
        """Programs are gone without having closed anything."""
        for at in which:
            if at in self.doors:
                self.abandoned.append(self.doors.pop(at))
                self.abandoned[-1].lock.release()  # the kernel does

    def _go_on_with_the_picture(self) -> None:
        """Everything that ran is gone; what lay on the disk at that moment is what there is."""
        self._abandon(*self.doors)
        self.witness.connection.close()
        self.witness = Witness(self.paths.database)
        self._held = (0, None)

    def _take_picture(self) -> None:
        self.paths = self._picture(self.paths)

    def _picture(self, paths: Paths) -> Paths:
        return disk_as_it_is(paths, self.folder / str(len(list(self.folder.iterdir()))))

    def _check_revisions(self) -> None:
        """A session's revision grows with each change of it, and with nothing else."""
        revisions = self.witness.revisions()
        stands: dict[str, Rows] = {uid: {} for uid in revisions}
        ours = ((uid, row) for uid, row in self.reference.rows.items() if not isinstance(row, LibraryRow))
        for uid, row in ours:
            stands[self.reference.session_of(row).uid][uid] = row
        for uid, revision in revisions.items():
            before = self._revisions.get(uid, 0)
            changed = stands[uid] != self._seen.get(uid)
            assert revision > before if changed else revision == before, f"revision {before} became {revision}"
        self._revisions, self._seen = revisions, stands
