"""What landed where it was not meant to is put right: alone, before anything else is written into rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.store import sync_notes
from workout_tui.store.batches import Kind
from workout_tui.sync import columns, members, repair
from workout_tui.sync.sending import Moment, TooOld

if TYPE_CHECKING:
    from workout_tui.sync.members import Part
    from workout_tui.sync.push import Push


def put_right(push: Push) -> bool:
    """Do the jobs that are left, alone; whether there were any to do."""
    jobs = sync_notes.open_jobs(push.store, push.sheet_id)
    if not jobs or not push.may_write_into_rows:
        return False
    tab = repair.Tab(push.reader.everything(), push.seen.layout)
    read_at = Moment.now(push.lifter.desk.clock)
    if columns.find(tab.header) != push.seen.layout:
        raise TooOld
    parts: list[Part] = []
    taken: set[int] = set()
    for job in repair.ready(jobs):
        try:
            write = repair.plan(job, tab, push.lifter.desk.chance)
        except repair.Impossible as why:
            with push.store.write():
                push.asker.stray(job, str(why))
            continue
        if not write.writes:
            with push.store.write():
                sync_notes.close_job(push.store, job.id, done=True)
        elif write.row not in taken:  # another job in the same row comes after this one
            taken.add(write.row)
            parts.append(members.of_job(job, write))
    push.again.append(0.0)  # what waits comes after them
    if parts:
        push.send(Kind.REPAIR, parts, read_at)
    return True
