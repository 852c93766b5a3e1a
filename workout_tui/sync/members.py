"""What a batch is made of, as it is written down before it is sent and read again to settle it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from workout_tui.model.session import Status
from workout_tui.store.outbox import Due

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workout_tui.store.sync_notes import Job
    from workout_tui.sync.cells import Value

Held = dict[str, Any]
"""values by the names of their columns"""


@dataclass(frozen=True, slots=True)
class Append:
    """A row that is added."""

    uid: str
    token: str
    cells: Held


@dataclass(frozen=True, slots=True)
class Write:
    """Cells of a row that are written over."""

    uid: str
    """the set whose row it is; empty: a row of the lifter's own"""
    row: int
    token: Value
    """what is written into the token's column; it identifies the write wherever it lands"""
    writes: dict[int, Value]
    """values by their places, the token's too"""
    seen: dict[int, Value]
    """what stood at those places when the row was read"""
    columns: dict[int, str]
    """the headers above those that are written"""
    key: Value
    """what the row must have for a key; of None none"""
    after: Held
    """what will be known to stand there, if it is a set's row; else empty"""
    job: int | None = None
    """the job it does"""


@dataclass(frozen=True, slots=True)
class Part:
    """All that a batch has of one session; of session 0, what belongs to none."""

    session: int
    uid: str
    title: str
    revision: int
    status: str
    whole: bool
    """whether the session is as it should be once this is applied"""
    elsewhere: bool
    appends: tuple[Append, ...] = ()
    writes: tuple[Write, ...] = ()

    @property
    def due(self) -> Due:
        """The session as it was read."""
        return Due(self.session, self.uid, self.revision, Status(self.status))

    @property
    def rows(self) -> int:
        """How many rows it touches."""
        return len(self.appends) + len(self.writes)

    @property
    def letters(self) -> int:
        """How much text and numbers its new rows hold."""
        return sum(len(str(value)) for one in self.appends for value in one.cells.values())


@dataclass(frozen=True, slots=True)
class Members:
    """A batch, whole."""

    places: dict[str, int]
    """where the columns stood when it was planned, by their names"""
    parts: tuple[Part, ...]

    @property
    def targets(self) -> tuple[Write, ...]:
        """The rows it writes into, in the order of its receipt."""
        return tuple(write for part in self.parts for write in part.writes)

    @property
    def rows(self) -> int:
        """How many rows it touches."""
        return sum(part.rows for part in self.parts)

    @property
    def sessions(self) -> tuple[int, ...]:
        """The sessions it has something of."""
        return tuple(part.session for part in self.parts if part.session)


def to_json(members: Members) -> list[Any]:
    """The parts, each with the places of the columns, for the store."""
    return [{"places": members.places, **asdict(part)} for part in members.parts]


def of_json(held: Sequence[Mapping[str, Any]]) -> Members:
    """The reverse of `to_json`."""
    return Members(held[0]["places"] if held else {}, tuple(map(_part, held)))


def _part(held: Mapping[str, Any]) -> Part:
    plain = {name: held[name] for name in ("session", "uid", "title", "revision", "status", "whole", "elsewhere")}
    return Part(
        **plain,
        appends=tuple(Append(**one) for one in held["appends"]),
        writes=tuple(_write(one) for one in held["writes"]),
    )


def _write(held: Mapping[str, Any]) -> Write:
    by_place = {name: {int(place): value for place, value in held[name].items()} for name in _BY_PLACE}
    return Write(**{**held, **by_place})


_BY_PLACE = ("writes", "seen", "columns")


def of_job(job: Job, write: Write) -> Part:
    """The part that does a job; it acknowledges nothing."""
    return Part(
        session=job.session_id or 0,
        uid="",
        title="",
        revision=0,
        status="",
        whole=False,
        elsewhere=False,
        writes=(write,),
    )
