"""Taking in workouts from elsewhere: all of a file in one transaction, nothing twice, nothing of ours overwritten.

A session comes again when its source and key are the same; its sets are known by what they hold, else by
their place between the others.
What was changed at the source is updated, unless it was changed here too; what is no longer there is
told, never deleted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from workout_tui.logbook.starting import local_day
from workout_tui.logbook.taking_sets import SetIntake, resembles
from workout_tui.model.exercise import name_key
from workout_tui.model.intake import OF_SHEET, TakenIn
from workout_tui.model.plan import Program, ProgramKind, Template
from workout_tui.model.session import Status
from workout_tui.store import blocks, exercises, imports, plan_writes, plans, sessions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from workout_tui.logbook.desk import Deed, Desk
    from workout_tui.model.exercise import Exercise
    from workout_tui.model.intake import ImportBatch, ImportSource, PastBlock, PastSession

SHELF = "Imported"
"""the archived program that holds a template for each imported title"""

_NAMELESS = "Workout"


def take_in(
    desk: Desk,
    source: ImportSource,
    past: Iterable[PastSession],
    *,
    names: Mapping[str, str] | None = None,
    told: Callable[[int], None] | None = None,
) -> TakenIn:
    """Add the sessions of a file to the log, completed. The same file again adds nothing.

    Args:
        desk: whose log.
        source: the file.
        past: its sessions.
        names: other names for exercises of the library, by name, to be kept with it; by uid.
        told: called with the number of sessions that are in, again and again.
    """
    ordered = sorted(past, key=lambda session: session.started_at)
    with desk.act("import") as deed:
        batch_uid = deed.new_uid()
        batch_id = imports.add_batch(deed.store, deed.profile_id, batch_uid, source, deed.now)
        _keep_names(deed, names or {})
        intake = _Intake(deed, source, batch_id, frozenset(one.key for one in ordered))
        for number, one in enumerate(ordered, start=1):
            intake.take(one)
            if told is not None:
                told(number)
        new = intake.counts["sessions_added"] or intake.counts["sets_added"]
        if not new:
            imports.drop_batch(deed.store, batch_id)
        return TakenIn(batch_uid if new else None, **intake.counts, exercises_added=tuple(intake.new_names))


def batches(desk: Desk) -> tuple[ImportBatch, ...]:
    """The imports that were made, newest first."""
    return imports.batches(desk.store, desk.profile_id)


def _keep_names(deed: Deed, names: Mapping[str, str]) -> None:
    """Keep what a lifter said an exercise is called elsewhere, so that it is asked once."""
    for name, uid in names.items():
        if exercises.named(deed.store, name) is None:
            _exercise_id, one = deed.find_exercise(uid)
            exercises.put(deed.store, replace(one, aliases=(*one.aliases, name.strip())), deed.now)


class _Intake:
    """One file on its way in."""

    def __init__(self, deed: Deed, source: ImportSource, batch_id: int, keys: frozenset[str]) -> None:
        self._deed = deed
        self._source = source
        self._keys = keys
        self._batch_id = batch_id
        self._templates: dict[str, tuple[int, int]] = {}
        self._exercises: dict[str, int] = {}
        self.counts: Counter[str] = Counter()
        self.new_names: list[str] = []

    def take(self, past: PastSession) -> None:
        """Add a session, or bring the one it became up to date."""
        store, profile_id = self._deed.store, self._deed.profile_id
        known = imports.session_of(store, profile_id, self._source.format, past.key) or self._renamed(past)
        if known is not None:
            self.counts["sessions_known"] += 1
            note_id, session_id = known
            self._take_sets(note_id, session_id, past)
        elif past.uid is not None and self._brought_back(past, past.uid):
            self.counts["sessions_added"] += 1
            self.counts["sets_added"] += sum(len(block.sets) for block in past.blocks)
        elif past.uid is not None and sessions.known(store, past.uid):
            self.counts["sessions_known"] += 1
            self.counts["sets_unchanged"] += sum(len(block.sets) for block in past.blocks)
        else:
            self.counts["sessions_added"] += 1
            session_id = self._insert(past)
            note_id = imports.add_session(
                store, profile_id, self._source.format, past.key, batch_id=self._batch_id, session_id=session_id
            )
            self._take_sets(note_id, session_id, past)

    def _brought_back(self, past: PastSession, uid: str) -> bool:
        """Whether a session was pulled, taken back, and is now pulled again: it is here still, put aside."""
        store, profile_id, source = self._deed.store, self._deed.profile_id, self._source.format
        found = sessions.of_uid(store, profile_id, uid)
        if source != OF_SHEET or found is None or found.status is not Status.DISCARDED:
            return False
        sessions.take_free_occurrence(store, found.id)
        sessions.set_status(store, found.id, Status.COMPLETED, sessions.times(store, found.id)[1])
        imports.add_session(store, profile_id, source, past.key, batch_id=self._batch_id, session_id=found.id)
        return True

    def _renamed(self, past: PastSession) -> tuple[int, int] | None:
        """The session that the source knew by a key no longer in the file: it began then, and holds the same sets."""
        store = self._deed.store
        began = imports.same_start(store, self._deed.profile_id, self._source.format, past.started_at)
        found = [one for one in began if one[2] not in self._keys]
        if len(found) != 1 or not resembles(past, imports.sets_of(store, found[0][0])):
            return None
        note_id, session_id, _ = found[0]
        imports.rename(store, note_id, past.key)
        self.counts["sessions_renamed"] += 1
        return note_id, session_id

    def _insert(self, past: PastSession) -> int:
        deed = self._deed
        template_id, revision = self._template(past.title)
        day = past.day or local_day(past.started_at, past.utc_offset_min, deed.lifter.day_start)
        return sessions.insert(
            deed.store,
            uid=past.uid or deed.new_uid(),
            profile_id=deed.profile_id,
            template_id=template_id,
            occurrence=sessions.next_occurrence(deed.store, deed.profile_id, template_id),
            title=past.title.strip() or _NAMELESS,
            local_date=day.isoformat(),
            started_at=past.started_at,
            utc_offset_min=past.utc_offset_min,
            template_revision=revision,
            at=deed.now,
            ended_at=max(past.started_at, past.ended_at or past.started_at),
            note=past.note,
            bodyweight=past.bodyweight,
        )

    def _take_sets(self, note_id: int, session_id: int, past: PastSession) -> None:
        add_block = partial(self._add_block, session_id)
        SetIntake(self._deed, self._batch_id, note_id, self.counts, add_block, absent=self._source.absent).take(past)

    def _add_block(self, session_id: int, block: PastBlock) -> int:
        return blocks.insert(
            self._deed.store,
            uid=self._deed.new_uid(),
            session_id=session_id,
            exercise_id=self._exercise(block.exercise),
            superset=block.superset,
            note=block.note,
        )

    def _exercise(self, one: Exercise) -> int:
        """The row of an exercise: by uid, else by name or alias, else a new one."""
        key = one.uid or name_key(one.name)
        if key not in self._exercises:
            store = self._deed.store
            found = exercises.find(store, one.uid) or exercises.named(store, one.name)
            if found is None:
                one = replace(one, uid=one.uid or self._deed.new_uid(), name=one.name.strip())
                self.new_names.append(one.name)
            self._exercises[key] = found[0] if found else exercises.put(store, one, self._deed.now)
        return self._exercises[key]

    def _template(self, title: str) -> tuple[int, int]:
        """Row and revision of the template of a title: a live one of this name, else an archived one."""
        name = title.strip() or _NAMELESS
        key = name_key(name)
        if key not in self._templates:
            found = plans.template_named(self._deed.store, self._deed.profile_id, name)
            self._templates[key] = found or (self._archived_template(name), 1)
        return self._templates[key]

    def _archived_template(self, name: str) -> int:
        deed = self._deed
        uid = plans.program_named(deed.store, deed.profile_id, SHELF) or deed.new_uid()
        shelf = plan_writes.put_program(
            deed.store, deed.profile_id, Program(uid, SHELF, ProgramKind.LOOSE, archived=True), deed.now
        )
        day = plan_writes.next_day(deed.store, shelf)
        template = Template(deed.new_uid(), name, "", 1, uid, SHELF, ProgramKind.LOOSE, 0, day, archived=True)
        return plan_writes.put_template(deed.store, shelf, template, {}, deed.now)
