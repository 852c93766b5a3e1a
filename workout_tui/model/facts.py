"""What a session has beside its exercises and its note: name, times, bodyweight. It is corrected as one."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workout_tui.model.load import Load
    from workout_tui.model.session import Session


@dataclass(frozen=True, slots=True)
class Facts:
    """What a session has beside its exercises."""

    title: str
    started_at: int
    """UTC milliseconds"""
    ended_at: int | None
    """None while it runs"""
    utc_offset_min: int
    bodyweight: Load | None

    @classmethod
    def of(cls, session: Session) -> Facts:
        """The facts of a session."""
        return cls(session.title, session.started_at, session.ended_at, session.utc_offset_min, session.bodyweight)

    def on(self, session: Session) -> Session:
        """The session with these facts; its date is not looked at."""
        return replace(session, **{one.name: getattr(self, one.name) for one in fields(self)})

    def changed(self, was: Facts) -> frozenset[str]:
        """The names of what differs."""
        return frozenset(one.name for one in fields(self) if getattr(self, one.name) != getattr(was, one.name))

    def merged(self, was: Facts, stands: Facts) -> Facts:
        """What stands, with what was changed here."""
        return replace(stands, **{name: getattr(self, name) for name in self.changed(was)})

    def clashes(self, was: Facts, stands: Facts) -> bool:
        """Whether something that was changed here was changed there too, and otherwise."""
        return bool(self.changed(was) & stands.changed(was) & self.changed(stands))
