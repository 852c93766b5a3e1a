"""What must hold after every step, read from the file with plain SQL, past all code under test."""

from __future__ import annotations

import io
import json
import sqlite3
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from tests.machine.reference import Reference
from tests.machine.rows import AliasRow, BlockRow, ExerciseRow, ListedRow, PlannedRow, Row, Rows, SessionRow, SetRow
from workout_tui import cli
from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import SetKind, Target
from workout_tui.model.session import PlanState, Session, SetValues, Status
from workout_tui.paths import HOME_VARIABLE
from workout_tui.store.triggers import AUDITED

V_SETS = "SELECT set_uid, session_uid, profile, workout, exercise, block, n, kind, load, unit, reps, note FROM v_sets"

_SESSIONS = (
    "SELECT s.uid, l.uid, t.uid, s.occurrence, s.title, s.started_at, s.ended_at, s.status, s.note, s.bodyweight,"
    " s.bodyweight_unit FROM session s JOIN profile l ON l.id = s.profile_id JOIN template t ON t.id = s.template_id"
)
_BLOCKS = (
    "SELECT b.uid, s.uid, b.position, e.uid, b.superset, b.rest_s, b.note"
    " FROM session_exercise b JOIN session s ON s.id = b.session_id JOIN exercise e ON e.id = b.exercise_id"
)
_PLANNED = (
    "SELECT p.uid, b.uid, p.n, p.state, p.set_uid, p.kind, p.reps_lo, p.reps_hi, p.load, p.unit"
    " FROM planned_set p JOIN session_exercise b ON b.id = p.session_exercise_id"
)
_SETS = (
    "SELECT p.uid, b.uid, p.n, p.at, p.kind, p.load, p.unit, p.reps, p.rpe10, p.note"
    " FROM performed_set p JOIN session_exercise b ON b.id = p.session_exercise_id"
)
_LISTED = (
    "SELECT x.uid, t.uid, x.position, e.uid FROM template_exercise x JOIN template t ON t.id = x.template_id"
    " JOIN exercise e ON e.id = x.exercise_id"
)
_ALIASES = "SELECT 'alias ' || a.id, e.uid, a.alias FROM exercise_alias a JOIN exercise e ON e.id = a.exercise_id"


class Witness:
    """Reads the file with a connection of its own."""

    def __init__(self, database: Path) -> None:
        self.connection = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True, isolation_level=None)
        self._seq = 0
        self._replayed: dict[tuple[str, int], dict[str, Any]] = {}

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(sql).fetchall()

    @property
    def data_version(self) -> int:
        """Moves with each commit of anybody."""
        return int(self.ask("PRAGMA data_version")[0][0])

    def rows(self) -> Rows:
        """Everything that stands, by uid."""
        found: list[Row] = [*self._sessions(), *self._blocks(), *self._planned(), *self._sets(), *self.library()]
        rows: Rows = {row.uid: row for row in found}
        assert len(rows) == len(found), "two rows share a uid"
        return rows

    def library(self) -> list[Row]:
        """What all lifters share, and what sessions begin from."""
        return [
            *(ExerciseRow(*row) for row in self.ask("SELECT uid, name FROM exercise")),
            *self._aliases(),
            *(ListedRow(*row) for row in self.ask(_LISTED)),
        ]

    def uid_at(self, kind: type[Row], parent: str, place: int | str) -> str | None:
        """Which row of a kind stands on a place, or bears a name."""
        if kind is AliasRow:
            return next((one.uid for one in self._aliases() if (one.exercise, one.alias) == (parent, place)), None)
        if kind is BlockRow:
            return next((one.uid for one in self._blocks() if (one.session, one.position) == (parent, place)), None)
        return next((one.uid for one in self._planned() if (one.block, one.n) == (parent, place)), None)

    def revisions(self) -> dict[str, int]:
        return dict(self.ask("SELECT uid, revision FROM session"))

    def rests(self) -> dict[str, tuple[int, int]]:
        found = self.ask("SELECT uid, rest_ends_at, rest_s FROM session WHERE rest_ends_at IS NOT NULL")
        return {uid: (ends_at, rest_s) for uid, ends_at, rest_s in found}

    def replay(self) -> None:
        """The audit, played from the beginning, must give the tables as they stand."""
        news = self.ask(f"SELECT seq, entity, entity_id, op, new FROM audit WHERE seq > {self._seq} ORDER BY seq")
        for seq, entity, one, op, new in news:
            self._seq = seq
            if op == "D":
                del self._replayed[entity, one]
            else:
                self._replayed[entity, one] = json.loads(new)
        stands = {}
        for table, columns in AUDITED.items():
            for row in self.ask(f"SELECT id, {', '.join(columns)} FROM {table}"):
                image = zip(("id", *columns), row, strict=True)
                stands[table, row[0]] = {name: value for name, value in image if value is not None}
        assert self._replayed == stands, "the audit tells another story than the tables"

    def _aliases(self) -> list[AliasRow]:
        return [AliasRow(*row) for row in self.ask(_ALIASES)]

    def _sessions(self) -> list[SessionRow]:
        return [
            SessionRow(
                uid, lifter, template, occurrence, title, started_at, ended_at, Status(status), note, _load(*load)
            )
            for uid, lifter, template, occurrence, title, started_at, ended_at, status, note, *load in self.ask(
                _SESSIONS
            )
        ]

    def _blocks(self) -> list[BlockRow]:
        return [BlockRow(*row) for row in self.ask(_BLOCKS)]

    def _planned(self) -> list[PlannedRow]:
        return [
            PlannedRow(uid, block, n, Target(low, high, _load(*load), kind=SetKind(kind)), PlanState(state), set_uid)
            for uid, block, n, state, set_uid, kind, low, high, *load in self.ask(_PLANNED)
        ]

    def _sets(self) -> list[SetRow]:
        return [
            SetRow(uid, block, n, SetValues(_load(load, unit), reps, rpe10=rpe10, kind=SetKind(kind), note=note), at)
            for uid, block, n, at, kind, load, unit, reps, rpe10, note in self.ask(_SETS)
        ]


def check_rows(reference: Reference, rows: Rows) -> None:
    """Every acknowledged set stands exactly once, with its values and in its place; then all the rest."""
    wanted = {row.uid: row for row in reference.all(SetRow)}
    stands = {uid: row for uid, row in rows.items() if isinstance(row, SetRow)}
    lost, doubled = wanted.keys() - stands.keys(), stands.keys() - wanted.keys()
    assert not lost, f"acknowledged sets were lost: {[wanted[uid] for uid in lost]}"
    assert not doubled, f"sets nobody logged, or logged twice: {[stands[uid] for uid in doubled]}"
    wrong = [(wanted[uid], stands[uid]) for uid in wanted if wanted[uid] != stands[uid]]
    assert not wrong, f"acknowledged sets stand otherwise: {wrong}"
    places = [(row.block, row.n) for row in stands.values()]
    assert len(places) == len(set(places)), "two sets share a place"
    differing = {uid for uid in {*reference.rows, *rows} if reference.rows.get(uid) != rows.get(uid)}
    assert not differing, f"wanted, stands: {[(reference.rows.get(uid), rows.get(uid)) for uid in differing]}"


def check_running(rows: Rows) -> None:
    """One running session a lifter."""
    running = [row.lifter for row in rows.values() if isinstance(row, SessionRow) and row.status is Status.ACTIVE]
    assert len(running) == len(set(running)), "a lifter has two running sessions"


def check_views(reference: Reference, found: list[tuple[Any, ...]], names: dict[str, str]) -> None:
    """v_sets shows each set that counts, once."""
    assert sorted(found) == sorted(_view_rows(reference, names))


def check_read(reference: Reference, session: Session) -> None:
    """A session, as the logbook gives it, is what stands."""
    stand = [(one.uid, one.exercise, reference.exercise(one.exercise).name) for one in reference.blocks(session.uid)]
    assert [(one.uid, one.exercise.uid, one.exercise.name) for one in session.exercises] == stand
    for block in session.exercises:
        done = [(one.uid, one.n, one.values, one.at) for one in block.performed]
        assert done == [(one.uid, one.n, one.values, one.at) for one in reference.sets(block.uid)]
        planned = [(one.uid, one.n, one.state, one.set_uid, one.target) for one in block.planned]
        wanted = reference.planned(block.uid)
        assert planned == [(one.uid, one.n, one.state, one.set_uid, one.target) for one in wanted]
    row = reference.rows[session.uid]
    assert isinstance(row, SessionRow)
    assert (session.status, session.note, session.slot.occurrence) == (row.status, row.note, row.occurrence)
    assert (session.ended_at, session.bodyweight) == (row.ended_at, row.bodyweight)


def ask_the_command(home: Path) -> list[tuple[Any, ...]]:
    """The same view through ``workout sql``."""
    told = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(told):
        patch.setenv(HOME_VARIABLE, str(home))
        patch.setattr("sys.excepthook", None)  # the command sets its own; this puts the old one back
        assert cli.main(["sql", V_SETS, "--json"]) == 0
    return [tuple(row.values()) for row in json.loads(told.getvalue())]


def _view_rows(reference: Reference, names: dict[str, str]) -> list[tuple[Any, ...]]:
    rows = []
    for session in reference.all(SessionRow):
        if session.status is Status.DISCARDED:
            continue
        for order, block in enumerate(reference.blocks(session.uid), start=1):
            for n, one in enumerate(reference.sets(block.uid), start=1):
                load, values = one.values.load, one.values
                exercise = reference.exercise(block.exercise).name
                who = (one.uid, session.uid, names[session.lifter], session.title, exercise, order, n)
                loaded = (load.milli / 1000, str(load.unit)) if load else (None, None)
                rows.append((*who, str(values.kind), *loaded, values.reps, values.note))
    return rows


def _load(milli: int | None, unit: str | None) -> Load | None:
    return None if milli is None or unit is None else Load(milli, Unit(unit))
