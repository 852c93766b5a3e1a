"""Where a lifter stands in a run of a program, and which day comes next.

A plan goes on with its first day that was neither done nor left out: a day that was missed moves the rest
along until the lifter leaves it out. A cycle goes on after the day taken last. A program in no order has
no next day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.plan import ProgramKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from workout_tui.model.plan import Program, Template


class Taken(NamedTuple):
    """A day that was done, or left out, in a run."""

    template_uid: str
    at: int
    is_skipped: bool = False


class Standing(NamedTuple):
    """Where a run stands."""

    program: Program
    started_on: date
    taken: tuple[Taken, ...]
    """in order"""
    next_day: Template | None
    """None: a plan that is over, or a program in no order"""
    behind: int = 0
    """how many weeks the plan is behind its dates"""

    @property
    def weeks(self) -> int:
        """How many weeks the program has."""
        return 1 + max((day.week for day in days(self.program)), default=0)

    @property
    def is_over(self) -> bool:
        """Whether every day of a plan was taken."""
        return self.next_day is None and self.program.kind is ProgramKind.PLAN

    @property
    def why(self) -> str:
        """Why the next day is the next: “week 2 of 6 of Wave, a week behind”, “next in 5×5”."""
        if self.next_day is None:
            return ""
        if self.program.kind is ProgramKind.PLAN and self.weeks > 1:
            late = "" if not self.behind else ", a week behind" if self.behind == 1 else f", {self.behind} weeks behind"
            return f"week {self.next_day.week + 1} of {self.weeks} of {self.program.name}{late}"
        return f"{'next' if self.taken else 'first'} in {self.program.name}"


def days(program: Program) -> tuple[Template, ...]:
    """The days of a program that are live, in order."""
    live = [one for one in program.templates if not one.archived and not one.reserved]
    return tuple(sorted(live, key=lambda one: (one.week, one.day)))


def standing(program: Program, started_on: date, taken: Sequence[Taken], today: date) -> Standing:
    """Where a run stands on a day."""
    following = next_day(program, taken)
    behind = 0
    if following is not None and program.kind is ProgramKind.PLAN:
        behind = max(0, (today - started_on).days // 7 - following.week)
    return Standing(program, started_on, tuple(taken), following, behind)


def next_day(program: Program, taken: Sequence[Taken]) -> Template | None:
    """The day that comes after what was taken, in order."""
    order = days(program)
    if program.kind is ProgramKind.LOOSE or not order:
        return None
    if program.kind is ProgramKind.PLAN:
        gone = {one.template_uid for one in taken}
        return next((day for day in order if day.uid not in gone), None)
    places = {day.uid: place for place, day in enumerate(order)}
    last = next((places[one.template_uid] for one in reversed(taken) if one.template_uid in places), -1)
    return order[(last + 1) % len(order)]
