"""Bringing a file into a lifter's log: recognise it, read it, take it in, and account for every row."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.errors import ImportProblem
from workout_tui.logbook import starters
from workout_tui.model.intake import ImportSource, TakenIn
from workout_tui.transfer import mapping, table
from workout_tui.transfer.strong import Strong

if TYPE_CHECKING:
    from pathlib import Path

    from workout_tui.clock import Clock
    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.load import Unit
    from workout_tui.transfer.readers import Reader, Reading, Skipped
    from workout_tui.transfer.table import Table

READERS: tuple[Reader, ...] = (Strong(),)
"""Every format there is a reader for; the first that recognises a header reads the file."""

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class History:
    """A file that was read, not yet taken in."""

    table: Table
    reader: Reader
    reading: Reading


@dataclass(frozen=True, slots=True)
class Report:
    """What became of every row of a file."""

    file_name: str
    format: str
    rows: int
    taken: TakenIn
    rests: int
    skipped: tuple[Skipped, ...]
    remarks: tuple[Skipped, ...]
    warnings: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...] = ()
    """exercises that have another name in the log: the file's name, the log's"""

    @property
    def accounted(self) -> int:
        """The rows that are accounted for: all of them."""
        taken = self.taken
        sets = taken.sets_added + taken.sets_updated + taken.sets_unchanged + taken.sets_kept
        return sets + self.rests + len(self.skipped)


def read(path: Path, unit: Unit | None) -> History:
    """Read a file, whichever program wrote it.

    Args:
        path: the file.
        unit: of its loads, where it does not say itself.

    Raises:
        ImportProblem: it cannot be read, no reader knows it, or the unit is needed.
    """
    found = table.load(path)
    for reader in READERS:
        if reader.recognises(found.header):
            return History(found, reader, reader.read(found.header, found.rows, unit))
    names = " and ".join(reader.name for reader in READERS)
    raise ImportProblem(
        f"{path} is no history that can be read: it begins with “{', '.join(found.header)[:60]}”.",
        f"Readable are the exports of {names}.",
    )


def take_in(history: History, logbook: Logbook, clock: Clock) -> Report:
    """Add what is new to the lifter's log, in one transaction."""
    reading = history.reading
    known = (*logbook.exercises(), *starters.library())
    exercises = mapping.exercises_of(reading.sessions, known)
    past = [mapping.past(session, exercises, clock) for session in reading.sessions]
    source = ImportSource(history.reader.source, history.table.file_name, history.table.sha256)
    return Report(
        file_name=history.table.file_name,
        format=history.reader.name,
        rows=len(history.table.rows),
        taken=logbook.take_in(source, past),
        rests=reading.rests,
        skipped=reading.skipped,
        remarks=reading.remarks,
        warnings=history.table.warnings,
        renamed=mapping.renamed(reading.sessions, exercises),
    )


def words(report: Report) -> str:
    """The report for people: what came, and every row that did not."""
    taken = report.taken
    lines = [
        f"{report.file_name} ({report.format}): {_count(report.rows, 'row')}",
        f"  {_count(taken.sets_added, 'set')} added, in {_count(taken.sessions_added, 'new workout')}",
    ]
    for number, noun, what in (
        (taken.sets_unchanged, "set", "here already"),
        (taken.sets_updated, "set", "updated: changed in the file since the last import"),
        (taken.sets_kept, "set", "kept as it is here: changed here, and in the file too"),
        (taken.sets_missing, "set", "of an earlier import not in this file: it stays"),
        (report.rests, "rest", "between sets, not kept"),
        (len(report.skipped), "row", "skipped:"),
    ):
        if number:
            lines.append(f"  {_count(number, noun)} {what}")
            lines += _listed(report.skipped) if what == "skipped:" else []
    if report.remarks:
        lines += [f"  {_count(len(report.remarks), 'set')} came with something left out:", *_listed(report.remarks)]
    if report.renamed:
        lines.append(f"  known here as: {', '.join(f'{theirs} → {ours}' for theirs, ours in report.renamed)}")
    if taken.exercises_added:
        lines.append(f"  new exercises: {', '.join(taken.exercises_added)}")
    return "\n".join([*lines, *report.warnings]) + "\n"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _listed(rows: tuple[Skipped, ...]) -> list[str]:
    lines = [f"    row {one.row}: {one.reason}" for one in rows[:_SHOWN]]
    if len(rows) > _SHOWN:
        reasons = Counter(one.reason for one in rows[_SHOWN:])
        lines += [f"    and {count} more: {reason}" for reason, count in reasons.most_common(_SHOWN)]
    return lines
