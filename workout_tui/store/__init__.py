"""SQLite: the only package with SQL. What it raises are the typed errors of ``workout_tui.errors``."""
