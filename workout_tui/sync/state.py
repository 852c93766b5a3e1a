"""Where the copy in the sheet stands, as screens are told it: small, frozen, and posted from thread to thread."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Phase(StrEnum):
    """What the sync is about just now."""

    NO_SHEET = "no-sheet"
    IDLE = "idle"
    """nothing to do, or waiting for the next try"""
    SENDING = "sending"
    CHECKING = "checking"
    """an answer was lost: whether it arrived is read from the sheet once it must have settled"""
    OFFLINE = "offline"
    NEEDS_USER = "needs-user"


class Told(NamedTuple):
    """A problem as it is told to the lifter."""

    words: str
    fix: str
    at: int
    """UTC milliseconds"""
    cause: str = ""
    copy: str = ""
    """an address to copy: the account to share the sheet with, or a page to open"""
    technical: str = ""
    """what the server or the system said, for whoever looks into it"""


class SyncState(NamedTuple):
    """Where one lifter's sheet stands."""

    phase: Phase = Phase.NO_SHEET
    waiting: int = 0
    """sessions that are due"""
    sent: int = 0
    total: int = 0
    """“sending n of m”, in sessions"""
    reviews: int = 0
    """what only the lifter can decide"""
    problem: Told | None = None
    last_good: int | None = None
    """when all was last found in the sheet, UTC milliseconds"""
    next_try: int | None = None
    """UTC milliseconds"""
    waiting_since: int | None = None
    """since when the workout waits that has waited longest, UTC milliseconds"""
