"""What an import did, in words: what came, every row that did not, and what the lifter should look at."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workout_tui.model.intake import TakenBack
    from workout_tui.transfer.importing import Report
    from workout_tui.transfer.readers import ReadSession, Skipped

_SHOWN = 20
_UID_END = 8


def report(one: Report, *, trial: bool = False) -> str:
    """What became of a file; of a `trial`, what would become of it."""
    found = lines(one)
    if trial:
        found.append("Nothing was written: this was a dry run.")
    elif one.taken.batch_uid:
        found.append(way_back(one.taken.batch_uid))
    return "\n".join(found)


def lines(one: Report) -> list[str]:
    """What became of every row of a file; the first line names the file."""
    taken = one.taken
    return [
        f"{one.file_name} ({one.format}): {count(one.rows, 'row')}",
        f"  {count(taken.sets_added, 'set')} added, in {count(taken.sessions_added, 'new workout')}",
        *_rows(one),
        *_exercises(one),
        *_doubts(one),
        *one.warnings,
    ]


def way_back(batch_uid: str) -> str:
    """How an import is taken back."""
    return f"To take it back: workout import --undo {short(batch_uid)}"


def same(theirs: str, ours: str) -> str:
    """The question whether a name of the file means an exercise of the log."""
    return f"Is “{theirs}” your “{ours}”?"


def back(one: TakenBack) -> str:
    """What became of an import that was taken back."""
    lines = [f"{one.batch.file_name}: {count(one.sessions_discarded, 'workout')} taken back"]
    if one.sets_removed:
        lines.append(f"  {count(one.sets_removed, 'set')} removed from earlier workouts")
    if one.batch.edited:
        lines.append(f"  {count(one.batch.edited, 'set')} of it had been changed or removed since")
    if one.sessions_kept or one.sets_kept:
        kept = f"{count(one.sessions_kept, 'workout')} and {count(one.sets_kept, 'set')}"
        lines.append(
            f"  {kept} changed since stay; “workout import --undo {short(one.batch.uid)} --all” takes them too"
        )
    return "\n".join(lines)


def short(uid: str) -> str:
    """The end of a batch's uid, which is enough to name it."""
    return uid[-_UID_END:]


def count(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _rows(one: Report) -> Iterator[str]:
    taken, reading = one.taken, one.reading
    for number, noun, what in (
        (taken.sets_unchanged, "set", "here already"),
        (taken.sets_updated, "set", "updated: changed in the file since the last import"),
        (taken.sets_kept, "set", "kept as it is here: changed here, and in the file too"),
        (taken.sets_moved, "set", "in another order in the file now: the order here stays"),
        (taken.sets_missing, "set", "of an earlier import not in this file: it stays"),
        (taken.sessions_renamed, "workout", "under another name in the file now: it keeps its name here"),
        (reading.rests, "rest", "between sets, not kept"),
        (reading.undone, "row", "planned and not done, not kept"),
    ):
        if number:
            yield f"  {count(number, noun)} {what}"
    if reading.skipped:
        yield f"  {count(len(reading.skipped), 'row')} skipped:"
        yield from _listed(reading.skipped)
    if reading.remarks:
        yield f"  {count(len(reading.remarks), 'set')} came with something left out:"
        yield from _listed(reading.remarks)


def _exercises(one: Report) -> Iterator[str]:
    # All of them, however many: a name that is taken for another one must never pass unseen.
    if one.known:
        yield f"  {count(one.known, 'exercise')} known by the same name"
    if one.renamed:
        yield f"  {count(len(one.renamed), 'exercise')} known by another name:"
        yield from (f"    {theirs} → {ours}" for theirs, ours in one.renamed)
    if one.taken.exercises_added:
        yield f"  {count(len(one.taken.exercises_added), 'new exercise')}:"
        yield from (f"    {name}" for name in one.taken.exercises_added)
    if one.suggested:
        yield f"  {count(len(one.suggested), 'exercise')} perhaps not new; --yes takes as the same:"
        yield from (f"    {theirs} → {ours}?" for theirs, ours in one.suggested)


def _doubts(one: Report) -> Iterator[str]:
    forgotten = [session for session in one.reading.sessions if session.forgotten]
    if forgotten:
        yield f"  {count(len(forgotten), 'workout')} over 6 hours, forgotten to be finished; no end is kept:"
        yield from _dated(forgotten)
    if one.repeating:
        yield f"  {count(len(one.repeating), 'workout')} whose second half repeats the first; look whether it was one:"
        yield from _dated(one.repeating)


def _dated(sessions: Sequence[ReadSession]) -> Iterator[str]:
    for session in sessions[:_SHOWN]:
        yield f"    {session.started:%Y-%m-%d} {session.title}".rstrip()
    if len(sessions) > _SHOWN:
        yield f"    and {len(sessions) - _SHOWN} more"


def _listed(rows: Sequence[Skipped]) -> Iterable[str]:
    listed = [f"    row {one.row}: {one.reason}" for one in rows[:_SHOWN]]
    if len(rows) > _SHOWN:
        reasons = Counter(one.reason for one in rows[_SHOWN:])
        listed += [f"    and {number:,} more: {reason}" for reason, number in reasons.most_common(_SHOWN)]
    return listed
