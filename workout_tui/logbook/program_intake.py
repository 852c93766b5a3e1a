"""Programs from a file, taken into a lifter's log: what they have already stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workout_tui.logbook.templates import completed, put_on_shelf, put_template
from workout_tui.model.exercise import name_key
from workout_tui.model.plan import ProgramKind
from workout_tui.store import exercises, plan_writes, plans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.logbook.desk import Deed, Desk
    from workout_tui.model.load import Load
    from workout_tui.model.plan import Program
    from workout_tui.model.program_file import FromFile


@dataclass(frozen=True, slots=True)
class TakenPrograms:
    """What came of it, by name."""

    added: tuple[str, ...]
    there: tuple[str, ...]
    """those the lifter had already, left as they are"""


def take_programs(desk: Desk, found: Sequence[FromFile]) -> TakenPrograms:
    """Add what the lifter lacks, in one act: programs by their names; workouts in no order go onto the shelf."""
    with desk.act("take programs") as deed:
        taken = _Taken(deed)
        for one in found:
            if one.program.kind is ProgramKind.LOOSE:
                taken.onto_the_shelf(one.program)
            else:
                taken.as_program(one.program)
            for name, training_max in one.training_maxes:
                _settle(deed, name, training_max)
        return TakenPrograms(tuple(taken.added), tuple(taken.there))


class _Taken:
    """What was added so far, and what was there."""

    def __init__(self, deed: Deed) -> None:
        self._deed = deed
        self.added: list[str] = []
        self.there: list[str] = []
        self._programs = {name_key(one.name) for one in plans.programs(deed.store, deed.profile_id) if not one.archived}
        self._templates = {name_key(one.name) for one in plans.templates(deed.store, deed.profile_id)}

    def as_program(self, program: Program) -> None:
        """A program with its days."""
        key = name_key(program.name)
        if key in self._programs:
            self.there.append(program.name)
            return
        new = replace(program, uid=self._deed.new_uid())
        plan_writes.put_program(self._deed.store, self._deed.profile_id, new, self._deed.now)
        for day in new.templates:
            put_template(self._deed, replace(completed(self._deed, day), program_uid=new.uid))
        self._programs.add(key)
        self.added.append(program.name)

    def onto_the_shelf(self, program: Program) -> None:
        """Each of its workouts on its own."""
        for day in program.templates:
            key = name_key(day.name)
            if key in self._templates:
                self.there.append(day.name)
            else:
                put_template(self._deed, put_on_shelf(self._deed, completed(self._deed, day)))
                self._templates.add(key)
                self.added.append(day.name)


def _settle(deed: Deed, name: str, training_max: Load) -> None:
    """A training max where none is settled yet."""
    found = exercises.named(deed.store, name)
    if found is None:
        return
    setting = exercises.settings(deed.store, deed.profile_id, found[0])
    if setting.training_max is None:
        exercises.put_setting(deed.store, deed.profile_id, found[0], replace(setting, training_max=training_max))
