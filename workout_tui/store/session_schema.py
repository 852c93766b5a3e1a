"""What migration 4 adds: the way from a template to its sessions, by state and time.

Without it each look at what was last done of a workout went through all sessions: Home has one for every workout.
"""

from __future__ import annotations

TABLES = """
CREATE INDEX session_template ON session(template_id, status, started_at);
"""
