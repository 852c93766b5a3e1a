"""What migration 3 adds: runs of programs and rules of progression."""

from __future__ import annotations

TABLES = ""
