"""A program out of workouts by their names: those that stand in no order are put into one, others are begun empty."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry
from workout_tui.logbook.templates import completed, put_template, refuse_taken
from workout_tui.model.exercise import name_key
from workout_tui.model.plan import Program, ProgramKind, Template
from workout_tui.store import plan_writes, plans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.logbook.desk import Deed, Desk

MOST_DAYS = 14
"""The most days of a week of a program."""
MOST_WEEKS = 52


def arrange(desk: Desk, name: str, day_names: Sequence[str], weeks: int = 1) -> Program:
    """Make a program of days in this order, in one act.

    Of one week it is a cycle: workouts in no order that have these names move into it, with all that was
    done from them. Of several it is a plan: each week has days of its own, with the exercises of the
    workouts of these names; a new name begins with none.

    Raises:
        InvalidEntry: no name or one that is taken, no days, or too many.
    """
    days = [" ".join(one.split()) for one in day_names if one.strip()]
    _refuse(name, days, weeks)
    with desk.act("add program") as deed:
        refuse_taken(deed, name, "Choose another name.")
        kind = ProgramKind.CYCLE if weeks == 1 else ProgramKind.PLAN
        program = Program(deed.new_uid(), name.strip(), kind)
        deed.is_about(program.uid)
        plan_writes.put_program(deed.store, deed.profile_id, program, deed.now)
        loose = _loose(deed)
        for week in range(weeks):
            for place, day in enumerate(days):
                found = loose.get(name_key(day))
                wanted = _day(program, day, week, place)
                if found is not None and weeks == 1:
                    put_template(deed, replace(found, program_uid=program.uid, week=0, day=place))
                    loose.pop(name_key(day))
                else:
                    numbered = f"{day}, week {week + 1}" if weeks > 1 else day
                    put_template(deed, completed(deed, _like(replace(wanted, name=numbered), found)))
        return next(one for one in plans.programs(deed.store, deed.profile_id) if one.uid == program.uid)


def _refuse(name: str, days: Sequence[str], weeks: int) -> None:
    if not name.strip():
        raise InvalidEntry("A program needs a name.", "Type one.", field="name")
    if not 1 <= len(days) <= MOST_DAYS:
        raise InvalidEntry(f"A program has 1 to {MOST_DAYS} days.", "Name them, with commas between.", field="days")
    if not 1 <= weeks <= MOST_WEEKS:
        raise InvalidEntry(f"A program has 1 to {MOST_WEEKS} weeks.", "1 is for days in turn.", field="weeks")


def _loose(deed: Deed) -> dict[str, Template]:
    """The live workouts in no order, by the keys of their names."""
    live = plans.templates(deed.store, deed.profile_id)
    return {name_key(one.name): one for one in live if one.program_kind is ProgramKind.LOOSE}


def _day(program: Program, name: str, week: int, place: int) -> Template:
    return Template("", name, "", 1, program.uid, program.name, program.kind, week, place)


def _like(day: Template, found: Template | None) -> Template:
    """`day` with the exercises of a workout, which keeps its own."""
    if found is None:
        return day
    return replace(day, exercises=tuple(replace(one, uid="") for one in found.exercises))
