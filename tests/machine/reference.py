"""The log as it ought to be, kept in plain dictionaries: what the real one is held against.

Everything that stands is a frozen row under its uid. An act is a function that changes rows; the rows it
changed, before and after, are its trail, and undo walks the trail. Uids that the program makes on the way
are not foretold: such a row stands under a placeholder until `name` learns its uid from its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Self, TypeVar

from tests.machine.rows import (
    Act,
    AliasRow,
    BlockRow,
    ExerciseRow,
    LibraryRow,
    ListedRow,
    PlannedRow,
    RefusalError,
    Row,
    Rows,
    SessionRow,
    SetRow,
    Trail,
    renamed,
)
from workout_tui.errors import CannotUndo, DuplicateSession, InvalidEntry, NotFound, StaleSession
from workout_tui.logbook.logbook import NewSet, Place
from workout_tui.model.exercise import name_key
from workout_tui.model.load import Load
from workout_tui.model.plan import SetKind, Target, Template
from workout_tui.model.session import PlanState, SetValues, Slot, Status

USUAL_SETS = 3

Some = TypeVar("Some", SessionRow, BlockRow, PlannedRow, SetRow, ExerciseRow, AliasRow, ListedRow)

STATUS_ACTS = ("finish", "reopen", "discard", "take back")


class Reference:
    """What must stand in the log."""

    def __init__(self) -> None:
        self.rows: Rows = {}
        self.trails: dict[str, Trail] = {}
        self.was: dict[str, Status] = {}
        """what each session was before it was discarded"""
        self.rests: dict[str, tuple[int, int]] = {}
        self._made = 0
        self._acts = 0

    def copy(self) -> Self:
        """Another one that stands the same; rows are never changed in place."""
        twin = type(self)()
        twin.rows, twin.was, twin.rests = dict(self.rows), dict(self.was), dict(self.rests)
        twin.trails = {uid: Trail(list(one.done), list(one.undone)) for uid, one in self.trails.items()}
        twin._made, twin._acts = self._made, self._acts
        return twin

    # Looking

    def all(self, kind: type[Some]) -> list[Some]:
        return [one for one in self.rows.values() if isinstance(one, kind)]

    def sessions(self, lifter: str) -> list[SessionRow]:
        return sorted((one for one in self.all(SessionRow) if one.lifter == lifter), key=lambda one: one.started_at)

    def running(self, lifter: str) -> SessionRow | None:
        return next((one for one in self.sessions(lifter) if one.status is Status.ACTIVE), None)

    def blocks(self, session: str) -> list[BlockRow]:
        return sorted((one for one in self.all(BlockRow) if one.session == session), key=lambda one: one.position)

    def planned(self, block: str) -> list[PlannedRow]:
        return sorted((one for one in self.all(PlannedRow) if one.block == block), key=lambda one: one.n)

    def sets(self, block: str) -> list[SetRow]:
        return sorted((one for one in self.all(SetRow) if one.block == block), key=lambda one: one.n)

    def exercise(self, uid: str) -> ExerciseRow:
        row = self.rows.get(uid)
        if not isinstance(row, ExerciseRow):
            raise RefusalError(NotFound)
        return row

    def listed(self, template: str) -> list[ListedRow]:
        return sorted((one for one in self.all(ListedRow) if one.template == template), key=lambda one: one.position)

    def naming(self) -> list[BlockRow | ListedRow | AliasRow]:
        """All that names an exercise."""
        return [one for one in self.rows.values() if isinstance(one, BlockRow | ListedRow | AliasRow)]

    def session_of(self, row: Row) -> SessionRow:
        assert not isinstance(row, LibraryRow)
        if isinstance(row, SessionRow):
            return row
        block = row if isinstance(row, BlockRow) else self.rows[row.block]
        assert isinstance(block, BlockRow)
        session = self.rows[block.session]
        assert isinstance(session, SessionRow)
        return session

    def find(self, kind: type[Some], lifter: str, uid: str) -> Some:
        row = self.rows.get(uid)
        if not isinstance(row, kind) or self.session_of(row).lifter != lifter:
            raise RefusalError(NotFound)
        return row

    # Acting

    @contextmanager
    def act(self, kind: str, session: str) -> Iterator[None]:
        """One act in a session; one that changes nothing leaves no trail."""
        before = dict(self.rows)
        yield
        uids = dict.fromkeys((*before, *self.rows))
        changes = {uid: (before.get(uid), self.rows.get(uid)) for uid in uids if before.get(uid) != self.rows.get(uid)}
        if changes:
            self._acts += 1
            trail = self.trails.setdefault(session, Trail())
            trail.done.append(Act(self._acts, kind, changes))
            trail.undone.clear()

    def put(self, *rows: Row) -> None:
        self.rows.update((row.uid, row) for row in rows)

    def drop(self, *rows: Row) -> None:
        for row in rows:
            del self.rows[row.uid]

    def placeholder(self) -> str:
        self._made += 1
        return f"?{self._made}"

    def name(self, uids: Callable[[type[Row], str, int | str], str | None]) -> None:
        """Learn the uids the program made: `uids` tells which row of a kind stands in a parent on a place."""
        for kind in (BlockRow, PlannedRow, AliasRow):
            names: dict[str, str] = {}
            for row in [one for one in self.rows.values() if isinstance(one, kind) and one.uid.startswith("?")]:
                found = uids(kind, *_place(row))
                assert found is not None, f"there is no row for {row}"
                names[row.uid] = found
            if names:
                self._rename(names)

    def _rename(self, names: dict[str, str]) -> None:
        self.rows = {names.get(uid, uid): renamed(row, names) for uid, row in self.rows.items()}
        for trail in self.trails.values():
            for act in (*trail.done, *trail.undone):
                for uid, (before, after) in list(act.changes.items()):
                    del act.changes[uid]
                    twins = (before and renamed(before, names), after and renamed(after, names))
                    act.changes[names.get(uid, uid)] = twins

    # What a lifter does: sessions

    def start(self, lifter: str, template: Template, uid: str, at: int, *, mine: bool = True) -> str:
        known = self.rows.get(uid)
        if isinstance(known, SessionRow):
            return self.find(SessionRow, lifter, uid).uid
        running = self.running(lifter)
        if running is not None:
            if running.template != template.uid:
                raise RefusalError(DuplicateSession)
            return running.uid
        if not mine:
            raise RefusalError(NotFound)
        with self.act("start", uid):
            weighed = [one for one in self.sessions(lifter) if one.bodyweight and one.status is not Status.DISCARDED]
            bodyweight = weighed[-1].bodyweight if weighed else None
            number = self._next_number(lifter, template.uid)
            self.put(SessionRow(uid, lifter, template.uid, number, template.name, at, bodyweight=bodyweight))
            self.was[uid] = Status.ACTIVE
            listed = [one.exercise for one in self.listed(template.uid)]
            for position, (one, exercise) in enumerate(zip(template.exercises, listed, strict=True), start=1):
                block = BlockRow(self.placeholder(), uid, position, exercise, one.superset, one.rest_s, one.note)
                self.put(block)
                nth = listed[: position - 1].count(exercise) if listed.count(exercise) > 1 else None
                self._plan(block.uid, 1, one.targets or self._usual(lifter, exercise, nth))
        return uid

    def finish(self, lifter: str, uid: str, at: int) -> str:
        session = self.find(SessionRow, lifter, uid)
        if session.status is Status.DISCARDED:
            raise RefusalError(InvalidEntry)
        if session.status is Status.ACTIVE and not any(self.sets(one.uid) for one in self.blocks(uid)):
            raise RefusalError(InvalidEntry)
        if session.status is Status.ACTIVE:
            self._move_to("finish", session, Status.COMPLETED, at)
        return uid

    def reopen(self, lifter: str, uid: str) -> str:
        session = self.find(SessionRow, lifter, uid)
        running = self.running(lifter)
        if running is not None and running.uid != uid:
            raise RefusalError(DuplicateSession)
        if session.status is Status.DISCARDED:
            raise RefusalError(InvalidEntry)
        if session.status is Status.COMPLETED:
            self._move_to("reopen", session, Status.ACTIVE, None)
        return uid

    def discard(self, lifter: str, uid: str, at: int) -> str:
        session = self.find(SessionRow, lifter, uid)
        if session.status is not Status.DISCARDED:
            self._move_to("discard", session, Status.DISCARDED, session.ended_at or at)
        return uid

    def undiscard(self, lifter: str, uid: str) -> str:
        session = self.find(SessionRow, lifter, uid)
        if session.status is Status.DISCARDED:
            again = self.was[uid] is Status.ACTIVE and self.running(lifter) is None
            holders = [one for one in self._numbered(lifter, session.template) if one.occurrence == session.occurrence]
            number = self._next_number(lifter, session.template) if holders else session.occurrence
            status, end = (Status.ACTIVE, None) if again else (Status.COMPLETED, session.ended_at)
            self._move_to("take back", replace(session, occurrence=number), status, end)
        return uid

    def note_session(self, lifter: str, uid: str, text: str) -> str:
        with self.act("note session", uid):
            self.put(replace(self.find(SessionRow, lifter, uid), note=text))
        return uid

    def set_bodyweight(self, lifter: str, uid: str, load: Load | None) -> str:
        with self.act("bodyweight", uid):
            self.put(replace(self.find(SessionRow, lifter, uid), bodyweight=load))
        return uid

    def rest(self, lifter: str, uid: str, ends_at: int, rest_s: int) -> None:
        session = self.rows.get(uid)
        if isinstance(session, SessionRow) and session.lifter == lifter and session.status is Status.ACTIVE:
            self.rests[uid] = (ends_at, rest_s)

    # Sets

    def log(self, lifter: str, slot: Slot, place: Place, new: Sequence[NewSet], at: int) -> str:
        known = [self.find(SetRow, lifter, one.uid) for one in new if one.uid in self.rows]
        all_known = len(known) == len(new)
        session = self.session_of(known[-1]) if all_known else self._session_for(lifter, slot, place)
        with self.act("log", session.uid):
            if not all_known:
                self._write(self._block_for(lifter, session.uid, place), place, new, at)
            for one in new:
                row = self.find(SetRow, lifter, one.uid)
                self.put(replace(row, values=one.values))
        return session.uid

    def edit(self, lifter: str, uid: str, values: SetValues) -> str:
        row = self.find(SetRow, lifter, uid)
        with self.act("edit set", self.session_of(row).uid):
            self.put(replace(row, values=values))
        return self.session_of(row).uid

    def remove(self, lifter: str, uid: str) -> str:
        row = self.find(SetRow, lifter, uid)
        session = self.session_of(row).uid
        with self.act("remove set", session):
            self._open_again(lambda plan: plan.set_uid == uid)
            self.drop(row)
        return session

    def move(self, lifter: str, block_uid: str, exercise: str) -> str:
        block = self.find(BlockRow, lifter, block_uid)
        self.exercise(exercise)
        with self.act("move sets", block.session):
            same = [one for one in self.blocks(block.session) if one.exercise == exercise and one.uid != block.uid]
            to = same[0] if same else self._new_block(block.session, exercise, after=block.uid)
            self._open_again(lambda plan: plan.block == block.uid and plan.state is PlanState.DONE)
            shift = self._last_place(to.uid)
            self.put(*(replace(one, block=to.uid, n=one.n + shift) for one in self.sets(block.uid)))
        return block.session

    # The plan

    def set_state(self, lifter: str, kind: str, uid: str, only: PlanState, state: PlanState) -> str:
        plan = self.find(PlannedRow, lifter, uid)
        session = self.session_of(plan).uid
        with self.act(kind, session):
            if plan.state is only:
                self.put(replace(plan, state=state))
        return session

    def set_states(self, lifter: str, kind: str, block_uid: str, only: PlanState, state: PlanState) -> str:
        block = self.find(BlockRow, lifter, block_uid)
        with self.act(kind, block.session):
            self.put(*(replace(one, state=state) for one in self.planned(block_uid) if one.state is only))
        return block.session

    def set_kind(self, lifter: str, uid: str, kind: SetKind) -> str:
        plan = self.find(PlannedRow, lifter, uid)
        with self.act("set kind", self.session_of(plan).uid):
            self.put(replace(plan, target=replace(plan.target, kind=kind)))
        return self.session_of(plan).uid

    def insert_sets(self, lifter: str, block_uid: str, before: int | None, targets: Sequence[Target]) -> str:
        """Plan sets before a place; None: at the end."""
        block = self.find(BlockRow, lifter, block_uid)
        with self.act("insert sets", block.session):
            n = self._last_place(block_uid) + 1 if before is None else before
            self._make_room(block_uid, n, len(targets))
            self._plan(block_uid, n, targets)
        return block.session

    def remove_planned(self, lifter: str, uid: str) -> str:
        plan = self.find(PlannedRow, lifter, uid)
        if plan.state is PlanState.DONE:
            raise RefusalError(InvalidEntry)
        session = self.session_of(plan).uid
        with self.act("remove planned set", session):
            self.drop(plan)
        return session

    def add_exercise(self, lifter: str, session: str, exercise: str, after: str | None) -> str:
        runs = self.find(SessionRow, lifter, session).status is Status.ACTIVE
        self.exercise(exercise)
        if after is not None:
            self.find(BlockRow, lifter, after)
        with self.act("add exercise", session):
            if runs:
                self._place_exercise(lifter, session, exercise, self.placeholder(), after)
            else:  # nothing is planned in hindsight
                self._new_block(session, exercise, uid=self.placeholder(), after=after)
        return session

    def remove_exercise(self, lifter: str, block_uid: str) -> str:
        block = self.find(BlockRow, lifter, block_uid)
        if self.sets(block_uid):
            raise RefusalError(InvalidEntry)
        with self.act("remove exercise", block.session):
            self.drop(*self.planned(block_uid), block)
        return block.session

    def swap(self, lifter: str, block_uid: str, exercise: str, *, everything: bool) -> str:
        block = self.find(BlockRow, lifter, block_uid)
        self.exercise(exercise)
        with self.act("swap exercise", block.session):
            to = block.uid
            if self.sets(block_uid) and not everything:
                remaining = [one for one in self.planned(block_uid) if one.state is not PlanState.DONE]
                self.drop(*remaining)
                to = self._new_block(block.session, exercise, after=block.uid).uid
                self._plan(to, 1, [one.target for one in remaining])
            else:
                self.put(replace(block, exercise=exercise, rest_s=None))
            for one in self.planned(to):
                if one.state is not PlanState.DONE:
                    self.put(replace(one, target=replace(one.target, load=None)))
        return block.session

    def reorder(self, lifter: str, session: str, order: Sequence[str]) -> str:
        self.find(SessionRow, lifter, session)
        for uid in order:
            self.find(BlockRow, lifter, uid)
        with self.act("reorder", session):
            stand = [one.uid for one in self.blocks(session)]
            named = [uid for uid in dict.fromkeys(order) if uid in stand]
            self._line_up([*named, *(uid for uid in stand if uid not in named)])
        return session

    def set_superset(self, lifter: str, session: str, letters: dict[str, str]) -> str:
        self.find(SessionRow, lifter, session)
        found = [self.find(BlockRow, lifter, uid) for uid in letters]
        with self.act("superset", session):
            self.put(*(replace(one, superset=letters[one.uid]) for one in found))
        return session

    def note_exercise(self, lifter: str, block_uid: str, text: str) -> str:
        block = self.find(BlockRow, lifter, block_uid)
        with self.act("note exercise", block.session):
            self.put(replace(block, note=text))
        return block.session

    # Back and forth

    def undo(self, lifter: str, session: str) -> str:
        over = self.find(SessionRow, lifter, session).status is not Status.ACTIVE
        trail = self.trails[session]
        passed = set(STATUS_ACTS) - ({"finish"} if over else set())
        act = next((one for one in reversed(trail.done) if one.kind not in passed), None)
        if act is None or act.kind in {"start", "finish"}:
            raise RefusalError(CannotUndo)
        self._turn({uid: (after, before) for uid, (before, after) in act.changes.items()})
        trail.done.remove(act)
        trail.undone.append(act)
        return session

    def redo(self, lifter: str, session: str) -> str:
        self.find(SessionRow, lifter, session)
        return self._redo(session)

    def _redo(self, thread: str) -> str:
        trail = self.trails[thread]
        if not trail.undone:
            raise RefusalError(CannotUndo)
        act = trail.undone[-1]
        self._turn(act.changes)
        trail.undone.pop()
        trail.done = sorted([*trail.done, act], key=lambda one: one.number)
        return thread

    def _turn(self, changes: dict[str, tuple[Row | None, Row | None]]) -> None:
        before = dict(self.rows)
        if any(self.rows.get(uid) != now for uid, (now, _) in changes.items()):
            raise RefusalError(CannotUndo)
        for uid, (_, then) in changes.items():
            if then is None:
                del self.rows[uid]
            else:
                self.rows[uid] = then
        if not self._sound():
            self.rows = before
            raise RefusalError(CannotUndo)

    def _sound(self) -> bool:
        """Whether no two rows share a place or a name, and none hangs on one that is gone."""
        places = [
            (type(one), *_place(one))
            for one in self.rows.values()
            if isinstance(one, BlockRow | PlannedRow | SetRow | AliasRow)
        ]
        names = [name_key(one.name) for one in self.all(ExerciseRow)]
        names += [name_key(one.alias) for one in self.all(AliasRow)]
        return (
            all(len(some) == len(set(some)) for some in (places, names))
            and all(parent in self.rows for _, parent, _ in places)
            and all(one.exercise in self.rows for one in self.naming())
        )

    # Parts of acts

    def _move_to(self, kind: str, session: SessionRow, status: Status, ended_at: int | None) -> None:
        with self.act(kind, session.uid):
            self.put(replace(session, status=status, ended_at=ended_at))
        self.rests.pop(session.uid, None)
        if status is not Status.DISCARDED:
            self.was[session.uid] = status

    def _numbered(self, lifter: str, template: str) -> list[SessionRow]:
        found = (one for one in self.sessions(lifter) if one.template == template)
        return [one for one in found if one.status is not Status.DISCARDED]

    def _next_number(self, lifter: str, template: str) -> int:
        return max((one.occurrence for one in self._numbered(lifter, template)), default=0) + 1

    def _session_for(self, lifter: str, slot: Slot, place: Place) -> SessionRow:
        block = self.rows.get(place.session_exercise_uid)
        found: SessionRow | None = None
        if isinstance(block, BlockRow) and self.session_of(block).lifter == lifter:
            found = self.session_of(block)
        else:
            for one in self.sessions(lifter):
                same = (one.template, one.occurrence) == (slot.template_uid, slot.occurrence)
                if same and (found is None or found.status is Status.DISCARDED):
                    found = one
        if found is None:
            raise RefusalError(DuplicateSession if self.running(lifter) else NotFound)
        if found.status is not Status.ACTIVE:
            raise RefusalError(StaleSession)
        return found

    def _block_for(self, lifter: str, session: str, place: Place) -> str:
        blocks = self.blocks(session)
        named = [one.uid for one in blocks if one.uid == place.session_exercise_uid]
        same = [one.uid for one in blocks if one.exercise == place.exercise_uid]
        if not named:
            self.exercise(place.exercise_uid)
        if named or same:
            return (named or same)[0]
        return self._place_exercise(lifter, session, place.exercise_uid, place.session_exercise_uid, None)

    def _write(self, block: str, place: Place, new: Sequence[NewSet], at: int) -> None:
        previous = 0
        for one in new:
            stands = self.rows.get(one.uid)
            if isinstance(stands, SetRow):
                previous = stands.n
                continue
            plan, kind = self._plan_for(block, place.planned_uid, previous, one), one.values.kind
            drops = kind is SetKind.DROP and (plan is None or plan.target.kind is not SetKind.DROP)
            unlike = plan is None and bool(self._open(block, place.planned_uid, previous))
            if previous and (drops or unlike):
                self._make_room(block, previous + 1, 1)
                plan, n = None, previous + 1
            elif plan is not None and plan.n not in {other.n for other in self.sets(block)}:
                n = plan.n
            else:
                n = self._last_place(block) + 1
            self.put(SetRow(one.uid, block, n, one.values, at))
            if plan is not None:
                self.put(replace(plan, state=PlanState.DONE, set_uid=one.uid))
            previous = n

    def _open(self, block: str, wanted: str | None, previous: int) -> list[PlannedRow]:
        """The open places behind one, for a line that is meant for the plan at all."""
        rows = self.planned(block) if wanted is not None else []
        return [one for one in rows if one.state is PlanState.OPEN and one.n > previous]

    def _plan_for(self, block: str, wanted: str | None, previous: int, new: NewSet) -> PlannedRow | None:
        """The planned set that is meant, else the next one that is a warm-up, or none, as the new set is."""
        still, warm = self._open(block, wanted, previous), new.values.kind is SetKind.WARMUP
        meant = [one for one in still if one.uid == wanted and not previous]
        alike = [one for one in still if (one.target.kind is SetKind.WARMUP) is warm]
        return next(iter((*meant, *alike)), None)

    def _place_exercise(self, lifter: str, session: str, exercise: str, uid: str, after: str | None) -> str:
        stand = sum(one.exercise == exercise for one in self.blocks(session))
        targets = self._usual(lifter, exercise, stand or None)
        block = self._new_block(session, exercise, uid=uid, after=after)
        self._plan(block.uid, 1, targets)
        return block.uid

    def _new_block(self, session: str, exercise: str, *, uid: str = "", after: str | None = None) -> BlockRow:
        stand = self.blocks(session)
        last = max((one.position for one in stand), default=0)
        block = BlockRow(uid or self.placeholder(), session, last + 1, exercise)
        self.put(block)
        if after is not None:
            order = [one.uid for one in stand]
            order.insert(order.index(after) + 1, block.uid)
            self._line_up(order)
        return block

    def _line_up(self, order: Sequence[str]) -> None:
        for position, uid in enumerate(order, start=1):
            block = self.rows[uid]
            assert isinstance(block, BlockRow)
            self.put(replace(block, position=position))

    def _plan(self, block: str, n: int, targets: Sequence[Target]) -> None:
        self.put(*(PlannedRow(self.placeholder(), block, place, one) for place, one in enumerate(targets, start=n)))

    def _open_again(self, which: Callable[[PlannedRow], bool]) -> None:
        found = [one for one in self.all(PlannedRow) if which(one)]
        self.put(*(replace(one, state=PlanState.OPEN, set_uid=None) for one in found))

    def _last_place(self, block: str) -> int:
        return max((one.n for one in self._lines(block)), default=0)

    def _make_room(self, block: str, n: int, count: int) -> None:
        below = [one for one in self._lines(block) if one.n >= n]
        self.put(*(replace(one, n=one.n + count) for one in below))

    def _lines(self, block: str) -> list[PlannedRow | SetRow]:
        return [*self.planned(block), *self.sets(block)]

    def _usual(self, lifter: str, exercise: str, number: int | None) -> list[Target]:
        """Open targets: as many, and of the kinds, as the last finished session had of the exercise.

        With a number, as it had in its block of this number of it.
        """
        for session in reversed(self.sessions(lifter)):
            if session.status is Status.COMPLETED:
                blocks = [one.uid for one in self.blocks(session.uid) if one.exercise == exercise]
                blocks = blocks if number is None else blocks[number : number + 1]
                kinds = [one.values.kind for block in blocks for one in self.sets(block)]
                if kinds:
                    return [Target(kind=kind) for kind in kinds]
        return [Target()] * USUAL_SETS


def _place(row: BlockRow | PlannedRow | SetRow | AliasRow) -> tuple[str, int | str]:
    """What a row hangs on, and its place there; of another name what it says."""
    if isinstance(row, AliasRow):
        return row.exercise, row.alias
    return (row.session, row.position) if isinstance(row, BlockRow) else (row.block, row.n)
