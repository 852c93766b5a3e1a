"""What happened to a session, as values: who wrote what when, told in words by those who show it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trace:
    """Something that was done to a session."""

    at: int
    """UTC milliseconds"""
    utc_offset_min: int
    """where the laptop was then"""
    kind: str
    """of the act; empty: another program wrote to the log"""
    words: tuple[str, ...]
    """what changed, one sentence each"""
    is_undone: bool = False
    """whether it was taken back, and not done again"""
