"""What a lifter sees when they look back: a session in one line, what all of them come to, the records they made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from workout_tui.model.records import RecordKind
    from workout_tui.model.session import SetValues, Status


_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PastLine:
    """An ended session in one line. Warm-ups are counted nowhere."""

    uid: str
    title: str
    day: date
    started_at: int
    minutes: int
    status: Status
    sets: int
    volume_kg: float | None
    """None: nothing in it has a volume, or none that is known"""


@dataclass(frozen=True, slots=True)
class Totals:
    """What all the sessions come to."""

    sessions: int
    discarded: int
    weeks_in_a_row: int
    """weeks with a session, up to this one or the last"""


@dataclass(frozen=True, slots=True)
class MadeRecord:
    """A record that was made, by the uids of what made it."""

    session_uid: str
    exercise_uid: str
    kind: RecordKind
    set_uid: str
    values: SetValues
    e1rm_kg: float | None
    """of an e1RM"""


def weeks_in_a_row(weeks: Iterable[date], this_week: date) -> int:
    """How many weeks up to this one had a session; this week need not have had one yet.

    Args:
        weeks: the first day of the week of each session, newest first; read as far as none is missing.
        this_week: the first day of this week.
    """
    last, count = this_week, 0
    for week in weeks:
        if last - week > _WEEK:
            break
        if week <= this_week:
            count += week != last or not count
            last = week
    return count
