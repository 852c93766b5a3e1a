"""Runs of programs, carried with a whole log: a new run raises what was earned in the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.model.whole import CarriedRun, LeftOut
from workout_tui.store import plans, runs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_tui.logbook.desk import Deed
    from workout_tui.store.connection import Store


def read(store: Store, profile_id: int) -> tuple[CarriedRun, ...]:
    """All runs of a lifter, oldest first."""
    return tuple(_run(store, run) for run in runs.every(store, profile_id))


def take_in(deed: Deed, one: CarriedRun, programs: Mapping[str, str], templates: Mapping[str, str]) -> None:
    """Add a run that is not known here; the one the lifter is in goes on here, unless they are in another one.

    Args:
        deed: the act that is running.
        one: the run.
        programs: the uids of programs here, by those in the file.
        templates: the same of templates.
    """
    store, profile_id = deed.store, deed.profile_id
    program_id = plans.program_id(store, profile_id, programs.get(one.program_uid, ""))
    if program_id is None or runs.known(store, program_id, one.began_at):
        return
    if one.ended_at is None:
        if runs.current(store, profile_id):
            return
        runs.end(store, profile_id, one.began_at)
    run_id = runs.put(
        store,
        profile_id,
        program_id,
        uid=deed.new_uid(),
        started_on=one.started_on,
        began_at=one.began_at,
        ended_at=one.ended_at,
    )
    for day in one.left_out:
        found = plans.find(store, profile_id, templates.get(day.template_uid, ""))
        if found is not None:
            runs.skip(store, run_id, found[0], day.at)


def _run(store: Store, run: runs.Run) -> CarriedRun:
    left_out = tuple(LeftOut(one.template_uid, one.at) for one in runs.taken(store, run) if one.is_skipped)
    return CarriedRun(run.program_uid, run.started_on, run.began_at, run.ended_at, left_out)
