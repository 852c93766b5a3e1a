"""The documented views: what ``workout sql``, exports and people's own tools read."""

from __future__ import annotations

VIEWS: tuple[str, ...] = ()
