"""The tables that migration 2 adds: what is known of the lifter's sheet."""

from __future__ import annotations

TABLES = ""
