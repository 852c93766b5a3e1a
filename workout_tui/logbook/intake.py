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

from workout_tui.errors import NotFound
from workout_tui.logbook.starting import local_day
from workout_tui.logbook.taking_sets import SetIntake
from workout_tui.model.exercise import name_key
from workout_tui.model.intake import TakenIn
from workout_tui.model.plan import Program, ProgramKind, Template
from workout_tui.store import blocks, exercises, imports, plan_writes, plans, sessions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workout_tui.logbook.desk import Deed, Desk
    from workout_tui.model.exercise import Exercise
    from workout_tui.model.intake import ImportBatch, ImportSource, PastBlock, PastSession

SHELF = "Imported"
"""the archived program that holds a template for each imported title"""

_NAMELESS = "Workout"


def take_in(desk: Desk, source: ImportSource, past: Iterable[PastSession]) -> TakenIn:
    """Add the sessions of a file to the log, completed. The same file again adds nothing."""
    with desk.act("import") as deed:
        batch_uid = deed.new_uid()
        batch_id = imports.add_batch(deed.store, deed.profile_id, batch_uid, source, deed.now)
        intake = _Intake(deed, source.format, batch_id)
        for one in sorted(past, key=lambda session: session.started_at):
            intake.take(one)
        new = intake.counts["sessions_added"] or intake.counts["sets_added"]
        if not new:
            imports.drop_batch(deed.store, batch_id)
        return TakenIn(batch_uid if new else None, **intake.counts, exercises_added=tuple(intake.new_names))


def batches(desk: Desk) -> tuple[ImportBatch, ...]:
    """The imports that were made, newest first."""
    return imports.batches(desk.store, desk.profile_id)


def undo_import(desk: Desk, batch_uid: str) -> ImportBatch:
    """Take back an import, with what was changed in it since. Returns what it was.

    Raises:
        NotFound: there is no such import.
    """
    with desk.act("undo import") as deed:
        found = imports.find_batch(deed.store, deed.profile_id, batch_uid)
        if found is None:
            raise NotFound("There is no such import.", "Look at the list of imports.", batch=batch_uid)
        imports.remove(deed.store, found[0])
    desk.log_ids.clear()
    return found[1]


class _Intake:
    """One file on its way in."""

    def __init__(self, deed: Deed, source: str, batch_id: int) -> None:
        self._deed = deed
        self._source = source
        self._batch_id = batch_id
        self._templates: dict[str, tuple[int, int]] = {}
        self._exercises: dict[str, int] = {}
        self.counts: Counter[str] = Counter()
        self.new_names: list[str] = []

    def take(self, past: PastSession) -> None:
        """Add a session, or bring the one it became up to date."""
        store, profile_id = self._deed.store, self._deed.profile_id
        known = imports.session_of(store, profile_id, self._source, past.key)
        if known is not None:
            self.counts["sessions_known"] += 1
            note_id, session_id = known
            self._take_sets(note_id, session_id, past)
        elif past.uid is not None and sessions.known(store, past.uid):
            self.counts["sessions_known"] += 1
            self.counts["sets_unchanged"] += sum(len(block.sets) for block in past.blocks)
        else:
            self.counts["sessions_added"] += 1
            session_id = self._insert(past)
            note_id = imports.add_session(
                store, profile_id, self._source, past.key, batch_id=self._batch_id, session_id=session_id
            )
            self._take_sets(note_id, session_id, past)

    def _insert(self, past: PastSession) -> int:
        deed = self._deed
        template_id, revision = self._template(past.title)
        day = local_day(past.started_at, past.utc_offset_min, deed.lifter.day_start)
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
        SetIntake(self._deed, self._batch_id, note_id, self.counts, add_block).take(past)

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
