"""Which workout comes next.

* A program in an order of its own (a plan or a cycle) that was trained last goes on: a cycle with the
  day after the one done last, a plan with its first day among those done least often, so that a day
  that was missed comes before the next week.
* A program in an order that was never trained is what the lifter means to do now, when it was added
  after their last workout was done in no order.
* Without one, of the workouts the lifter does these days (twice or more among their last twelve
  sessions; failing such, twice or more at all) the one not done for the longest; imported titles count.
* Failing that, the first workout there is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.plan import ProgramKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.model.plan import Program, Template
    from workout_tui.store.overview import TemplateFigures

RECURS = 2
"""how often a title must have been done to be offered again"""


class Next(NamedTuple):
    """The template that comes next, and why, when it is more than the longest time since."""

    template_uid: str
    why: str = ""


def choose(
    programs: Sequence[Program], figures: Sequence[TemplateFigures], *, without: str | None = None
) -> Next | None:
    """The workout to do next; None when there is none at all.

    Args:
        programs: the lifter's programs with their templates, those added last at the end.
        figures: what was done, the template done last first.
        without: the template of a session that runs: it is not what comes next.
    """
    done = {one.template_uid: one for one in figures}
    ordered = _in_order(programs, figures, done)
    if ordered is not None:
        following = _follow(ordered, done, without)
        if following is not None:
            begun = any(one.uid in done for one in ordered.templates)
            return Next(following.uid, f"{'next' if begun else 'first'} in {ordered.name}")
    open_to = [one for one in figures if is_offered(one) and one.template_uid != without]
    for recurring in (
        [one for one in open_to if one.lately >= RECURS],
        [one for one in open_to if one.sessions >= RECURS],
    ):
        if recurring:
            return Next(min(recurring, key=lambda one: one.last_at).template_uid)
    first = next((one for program in programs for one in _live(program) if one.uid != without), None)
    return Next(first.uid) if first else None


def is_offered(one: TemplateFigures) -> bool:
    """Whether a workout that was done can be chosen again: it is live, or its title recurs."""
    return one.live or (one.sessions >= RECURS and not one.reserved)


def _in_order(
    programs: Sequence[Program], figures: Sequence[TemplateFigures], done: dict[str, TemplateFigures]
) -> Program | None:
    """The program whose turn it is, if one has an order."""
    by_template = {template.uid: program for program in programs for template in program.templates}
    last = next((by_template.get(one.template_uid) for one in figures), None)
    ordered = [one for one in programs if one.kind is not ProgramKind.LOOSE and _live(one)]
    if last in ordered:
        return last
    return next((one for one in reversed(ordered) if not any(t.uid in done for t in one.templates)), None)


def _follow(program: Program, done: dict[str, TemplateFigures], without: str | None) -> Template | None:
    days = _live(program)
    times = [done[day.uid].sessions if day.uid in done else 0 for day in days]
    place = times.index(min(times))
    if program.kind is ProgramKind.CYCLE and any(times):
        latest = max((day for day in days if day.uid in done), key=lambda day: done[day.uid].last_at)
        place = days.index(latest) + 1
    if days[place % len(days)].uid == without:
        place += 1
    following = days[place % len(days)]
    return None if following.uid == without else following


def _live(program: Program) -> tuple[Template, ...]:
    return () if program.archived else tuple(one for one in program.templates if not one.archived)
