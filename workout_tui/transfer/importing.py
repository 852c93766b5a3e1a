"""Bringing a file into a lifter's log: recognise it, read it, take it in, and account for every row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.errors import ImportProblem
from workout_tui.model.exercise import name_key
from workout_tui.model.intake import ImportSource, TakenIn
from workout_tui.model.repeats import repeats_itself
from workout_tui.transfer import likeness, mapping, table
from workout_tui.transfer.fitnotes import FitNotes
from workout_tui.transfer.hevy import Hevy
from workout_tui.transfer.liftlog import LiftLog
from workout_tui.transfer.liftosaur import Liftosaur
from workout_tui.transfer.own_export import OwnExport
from workout_tui.transfer.own_log import OwnLog
from workout_tui.transfer.strong import Strong, StrongHeadless
from workout_tui.transfer.stronglifts import StrongLifts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from workout_tui.clock import Clock
    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.exercise import Exercise
    from workout_tui.model.load import Unit
    from workout_tui.transfer.readers import Reader, Reading, ReadSession
    from workout_tui.transfer.table import Row, Table

    Told = Callable[[int, int], None]
    """hears how many are done, of how many"""

READERS: tuple[Reader, ...] = (
    Strong(),
    StrongHeadless(),
    Hevy(),
    FitNotes(),
    Liftosaur(),
    StrongLifts(),
    LiftLog(),
    OwnExport(),
    OwnLog(),
)
"""Every format there is a reader for; the first that recognises a file reads it."""

FORMATS = tuple(dict.fromkeys(reader.source for reader in READERS))
"""the words for a format on the command line"""


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
    reading: Reading
    taken: TakenIn
    known: int
    """exercises that have the same name in the log"""
    renamed: tuple[tuple[str, str], ...]
    """exercises that have another name in the log: the file's name, the log's"""
    suggested: tuple[tuple[str, str], ...]
    """exercises that came as new ones, and may be those"""
    repeating: tuple[ReadSession, ...]
    """workouts of which the second half repeats the first"""
    warnings: tuple[str, ...]


def read(path: Path, unit: Unit | None, source: str | None = None, *, told: Told | None = None) -> History:
    """Read a file, whichever program wrote it.

    Args:
        path: the file.
        unit: of its loads, where it does not say itself.
        source: the format, when it is not to be recognised; one of `FORMATS`.
        told: called with the number of rows that are read, and of all.

    Raises:
        ImportProblem: it cannot be read, no reader knows it, or the unit is needed.
    """
    return read_table(table.load(path), unit, source, name=str(path), told=told)


def read_table(
    found: Table, unit: Unit | None, source: str | None = None, *, name: str = "", told: Told | None = None
) -> History:
    """Read a table, wherever it stands; `name`: what the lifter calls it. The rest is as in `read`.

    Raises:
        ImportProblem: no reader knows it, or the unit is needed.
    """
    for reader in READERS:
        if source in {None, reader.source} and reader.recognises(found.first):
            reading = reader.read(found.first, _Rows(found, reader, told), unit)
            return History(found, reader, reading)
    *names, last = (reader.name for reader in READERS if reader.header and source in {None, reader.source})
    raise ImportProblem(
        f"{name or found.file_name} is no history that can be read: it begins with “{', '.join(found.first)[:60]}”.",
        f"Readable are the exports of {', '.join(names)}{' and ' if names else ''}{last}.",
    )


def suggestions(history: History, known: Iterable[Exercise]) -> dict[str, Exercise]:
    """What unknown names of the file may mean, to be confirmed by the lifter, by the file's name."""
    known = tuple(known)
    found = mapping.exercises_of(history.reading.sessions, known)
    new = {key: one.name for key, one in found.items() if not one.uid}
    meant = likeness.suggestions(new.values(), known)
    return {name: meant[key] for key, name in new.items() if key in meant}


def take_in(
    history: History,
    logbook: Logbook,
    clock: Clock,
    *,
    confirmed: Mapping[str, Exercise] | None = None,
    told: Told | None = None,
) -> Report:
    """Add what is new to the lifter's log, in one transaction; its library should hold the common exercises.

    Args:
        history: the file.
        logbook: the log.
        clock: knows the laptop's zone.
        confirmed: exercises that the lifter said unknown names are; kept as other names of theirs.
        told: called with the number of workouts that are in, and of all.
    """
    reading, confirmed = history.reading, confirmed or {}
    known = logbook.exercises()
    by_key = {name_key(name): one for name, one in confirmed.items()}
    exercises = mapping.exercises_of(reading.sessions, known, by_key)
    past = [mapping.past(session, exercises, clock) for session in reading.sessions]
    source = ImportSource(history.reader.source, history.table.file_name, history.table.sha256, reading.absent)
    suggested = suggestions(history, known)
    names = {name: one.uid for name, one in confirmed.items()}
    return Report(
        file_name=history.table.file_name,
        format=history.reader.name,
        rows=history.table.lines - history.reader.header,
        reading=reading,
        taken=logbook.take_in(source, past, names=names, told=told and (lambda number: told(number, len(past)))),
        known=sum(bool(one.uid) and name_key(one.name) == key for key, one in exercises.items()),
        renamed=mapping.renamed(reading.sessions, exercises),
        suggested=tuple((name, one.name) for name, one in suggested.items() if name not in confirmed),
        repeating=tuple(filter(_repeats, reading.sessions)),
        warnings=history.table.warnings,
    )


class _Rows:
    """The rows of a table, made anew for each who reads them."""

    def __init__(self, found: Table, reader: Reader, told: Told | None) -> None:
        self._found = found
        self._header = reader.header
        self._told = told

    def __iter__(self) -> Iterator[Row]:
        for row in self._found.rows(header=self._header):
            yield row
            if self._told is not None:
                self._told(row.number, self._found.lines)


def _repeats(session: ReadSession) -> bool:
    values = ((one.load, one.reps, one.seconds, one.distance, one.kind) for one in session.sets)
    return repeats_itself([(one.exercise, value) for one, value in zip(session.sets, values, strict=True)])
