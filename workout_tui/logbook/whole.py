"""A lifter's whole log, read as one value and taken in as one.

What stands in the log stays as it is; what it lacks is added. So the same file again adds nothing,
and a log taken in where there was none is equal to the one it came from.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry
from workout_tui.logbook import carried_imports, carried_runs, saving
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.desk import Deed, Desk
from workout_tui.logbook.log_ids import LogIds
from workout_tui.model.exercise import ExerciseSetting
from workout_tui.model.load import Unit
from workout_tui.model.plan import Program, ProgramKind
from workout_tui.model.session import Status
from workout_tui.model.whole import WholeLog, WholeTaken
from workout_tui.store import acts, exercises, import_memory, lifters, plan_writes, plans, session_reads, sessions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_tui.clock import Clock, Uids
    from workout_tui.model.exercise import Exercise
    from workout_tui.model.plan import Template
    from workout_tui.model.session import Session
    from workout_tui.store.connection import Store

_AT_ONCE = 200


def read(store: Store, lifter_uid: str) -> WholeLog:
    """All of a lifter's log, as it stands at one moment.

    Raises:
        InvalidEntry: the log has no such lifter.
    """
    with store.read():
        found = lifters.find(store, lifter_uid)
        if found is None:
            raise InvalidEntry("This log has no such lifter.", "Choose one from the list.")
        profile_id, lifter = found
        library = exercises.library(store)
        settled = {one.uid: _setting(store, profile_id, one) for one in library}
        reserved = plans.find(store, profile_id, plans.reserved(store, profile_id) or "")
        assert reserved is not None, "every lifter has the empty workout"
        programs = plans.programs(store, profile_id)
        return WholeLog(
            lifter=lifter,
            bars=tuple(bar for unit in Unit for bar in lifters.bars(store, profile_id, unit)),
            plates=tuple(pair for unit in Unit for pair in lifters.plates(store, profile_id, unit)),
            exercises=library,
            settings={uid: one for uid, one in settled.items() if one != ExerciseSetting()},
            programs=tuple(replace(one, templates=tuple(map(_bare, one.templates))) for one in programs),
            empty=_bare(reserved[1]),
            sessions=tuple(_bare_session(one) for one in _sessions(store, profile_id)),
            runs=carried_runs.read(store, profile_id),
            imports=import_memory.read(store, profile_id),
        )


def take_in(store: Store, whole: WholeLog, lifter_uid: str | None, *, clock: Clock, uids: Uids) -> WholeTaken:
    """Add what is missing to a lifter's log, in one transaction; None: to a new lifter's, with all their settings.

    Raises:
        InvalidEntry: the values are refused, or its workouts are another lifter's here.
    """
    metrics, uid = Metrics(), lifter_uid or whole.lifter.uid
    desk = Desk(store, uid, clock, uids, metrics, LogIds(metrics), data_version=store.data_version)
    at = clock.now()
    with desk.timed("carry") as told, store.write():
        if lifter_uid is None:
            _add_lifter(store, whole, at)
        profile_id, lifter = desk.lifter()
        with acts.part(store, "carry", at=at, profile_id=profile_id) as act:
            deed = Deed(desk, act, profile_id, lifter, told)
            intake = _Intake(deed, whole)
            intake.take()
            deed.belongs_to_none()
            return WholeTaken(lifter, **intake.counts)


def _add_lifter(store: Store, whole: WholeLog, at: int) -> None:
    home = next(one for one in whole.programs if one.uid == whole.empty.program_uid)
    with acts.part(store, "add lifter", at=at):
        profile_id = lifters.put(store, whole.lifter)
        program_id = plan_writes.put_program(store, profile_id, home, at)
        plan_writes.put_template(store, program_id, whole.empty, {}, at)
        for unit in Unit:
            lifters.set_bars(store, profile_id, unit, [bar for bar in whole.bars if bar.unit is unit])
            lifters.set_plates(store, profile_id, unit, [pair for pair in whole.plates if pair[0].unit is unit])


@dataclass(slots=True)
class _Intake:
    """A whole log on its way in."""

    deed: Deed
    whole: WholeLog
    counts: Counter[str] = field(default_factory=Counter)
    exercises: dict[str, Exercise] = field(default_factory=dict)
    """those of this log, by the uid in the file"""
    programs: dict[str, str] = field(default_factory=dict)
    templates: dict[str, str] = field(default_factory=dict)
    """uids in this log, by those in the file"""

    def take(self) -> None:
        """Add what is missing."""
        for exercise in self.whole.exercises:
            self._take_exercise(exercise)
        for uid, setting in self.whole.settings.items():
            self._take_setting(uid, setting)
        for program in self.whole.programs:
            self._take_program(program)
        self.templates[self.whole.empty.uid] = plans.reserved(self.deed.store, self.deed.profile_id) or ""
        for program in self.whole.programs:
            for template in program.templates:
                self._take_template(template)
        for session in self.whole.sessions:
            self._take_session(session)
        for run in self.whole.runs:
            carried_runs.take_in(self.deed, run, self.programs, self.templates)
        carried_imports.take_in(self.deed, self.whole.imports)

    def _take_exercise(self, one: Exercise) -> None:
        store = self.deed.store
        found = exercises.find(store, one.uid) or exercises.named(store, one.name)
        if found is None:
            free = tuple(alias for alias in one.aliases if exercises.named(store, alias) is None)
            exercises.put(store, replace(one, aliases=free), self.deed.now)
            self.counts["exercises"] += 1
        self.exercises[one.uid] = found[1] if found else one

    def _take_setting(self, uid: str, setting: ExerciseSetting) -> None:
        exercise_id, _ = self.deed.find_exercise(self.exercises[uid].uid)
        if exercises.settings(self.deed.store, self.deed.profile_id, exercise_id) == ExerciseSetting():
            exercises.put_setting(self.deed.store, self.deed.profile_id, exercise_id, setting)

    def _take_program(self, one: Program) -> None:
        store, profile_id = self.deed.store, self.deed.profile_id
        known = plans.program_id(store, profile_id, one.uid) is not None
        uid = one.uid if known else plans.program_named(store, profile_id, one.name)
        if uid is None:
            uid = self.deed.new_uid() if plans.program_known(store, one.uid) else one.uid
            plan_writes.put_program(store, profile_id, replace(one, uid=uid), self.deed.now)
            self.counts["programs"] += 1
        self.programs[one.uid] = uid

    def _take_template(self, one: Template) -> None:
        store, profile_id = self.deed.store, self.deed.profile_id
        if plans.find(store, profile_id, one.uid) is None:
            program_uid = self.programs[one.program_uid]
            program_id = plans.program_id(store, profile_id, program_uid)
            assert program_id is not None, "its program was just taken in"
            blocks = tuple(replace(block, exercise=self.exercises[block.exercise.uid]) for block in one.exercises)
            new = replace(one, program_uid=program_uid, exercises=blocks)
            if plans.taken_by_another(store, profile_id, one.uid):
                blocks = tuple(replace(block, uid=self.deed.new_uid()) for block in blocks)
                new = replace(new, uid=self.deed.new_uid(), exercises=blocks)
            if not one.archived and plans.place_taken(store, program_id, one.week, one.day):
                new = replace(new, week=0, day=plan_writes.next_day(store, program_id))
            ids = {block.exercise.uid: self.deed.find_exercise(block.exercise.uid)[0] for block in blocks}
            plan_writes.put_template(store, program_id, new, ids, self.deed.now)
            self.templates[one.uid] = new.uid
            self.counts["templates"] += 1
        else:
            self.templates[one.uid] = one.uid

    def _take_session(self, one: Session) -> None:
        store, deed = self.deed.store, self.deed
        if sessions.of_uid(store, deed.profile_id, one.uid) is not None:
            self.counts["sessions_known"] += 1
            return
        if sessions.known(store, one.uid):
            raise InvalidEntry("These workouts are another lifter's in this log.", "Add --lifter and their name.")
        one = self._as_here(one)
        found = plans.find(store, deed.profile_id, one.slot.template_uid)
        assert found is not None, "its template was just taken in"
        holder = sessions.in_slot(store, deed.profile_id, one.slot)
        is_free = one.status is Status.DISCARDED or holder is None or holder.status is Status.DISCARDED
        session_id = sessions.insert(
            store,
            uid=one.uid,
            profile_id=deed.profile_id,
            template_id=found[0],
            occurrence=one.slot.occurrence if is_free else sessions.next_occurrence(store, deed.profile_id, found[0]),
            title=one.title,
            local_date=one.day.isoformat(),
            started_at=one.started_at,
            utc_offset_min=one.utc_offset_min,
            template_revision=found[1].revision,
            at=deed.now,
            ended_at=one.ended_at,
            status=one.status,
        )
        deed.concerns(session_id)
        saving.write(deed, deed.session(), one)
        self.counts["sessions"] += 1
        self.counts["sets"] += one.done

    def _as_here(self, one: Session) -> Session:
        """The session with the exercises and the template of this log. Where one is open, another comes in ended."""
        blocks = tuple(replace(block, exercise=self.exercises[block.exercise.uid]) for block in one.exercises)
        slot = replace(one.slot, template_uid=self.templates[one.slot.template_uid])
        status, ended_at = one.status, one.ended_at
        if status is Status.ACTIVE and sessions.running(self.deed.store, self.deed.profile_id) is not None:
            status = Status.COMPLETED if one.done else Status.DISCARDED
            ended_at = max(one.started_at, one.last_at or 0)
        return replace(one, slot=slot, exercises=blocks, status=status, ended_at=ended_at)


def _sessions(store: Store, profile_id: int) -> Iterator[Session]:
    ids = sessions.all_ids(store, profile_id)
    for first in range(0, len(ids), _AT_ONCE):
        yield from session_reads.several(store, ids[first : first + _AT_ONCE])


def _setting(store: Store, profile_id: int, one: Exercise) -> ExerciseSetting:
    found = exercises.find(store, one.uid)
    return exercises.settings(store, profile_id, found[0]) if found else ExerciseSetting()


def _bare(template: Template) -> Template:
    """Without what its program says already, and without the count of changes."""
    return replace(template, revision=1, program="", program_kind=ProgramKind.LOOSE)


def _bare_session(one: Session) -> Session:
    """Without counts of changes, the running rest, and what is settled for its exercises elsewhere."""
    blocks = tuple(
        replace(block, position=position, setting=ExerciseSetting())
        for position, block in enumerate(one.exercises, start=1)
    )
    return replace(one, exercises=blocks, rest_ends_at=None, rest_s=None, revision=1, template_revision=1)
