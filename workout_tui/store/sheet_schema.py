"""The tables that migration 2 adds: what is known of the lifters' sheets, and what of it; and what migration 5 changes.

Whatever was sent belongs to a `sheet`: another spreadsheet, or a tab made anew, begins with nothing sent.
A set's uid is its key in the sheet. `at` is this laptop's clock, UTC milliseconds; `*_seen_at` is the
server's.
"""

from __future__ import annotations

TABLES = """
CREATE TABLE device (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL CHECK (uid <> ''), at INTEGER NOT NULL,
  last_set INTEGER NOT NULL CHECK (last_set >= 0), others_out_at INTEGER
) STRICT;

CREATE TABLE sheet (
  id INTEGER PRIMARY KEY AUTOINCREMENT, profile_id INTEGER NOT NULL REFERENCES profile(id),
  spreadsheet_id TEXT NOT NULL CHECK (spreadsheet_id <> ''), tab INTEGER NOT NULL, journal INTEGER NOT NULL,
  title TEXT NOT NULL DEFAULT '', account TEXT NOT NULL DEFAULT '',
  key_place INTEGER NOT NULL DEFAULT 4, token_place INTEGER NOT NULL DEFAULT 10,
  connected_at INTEGER NOT NULL, left_at INTEGER, last_good_at INTEGER, next_try_at INTEGER
) STRICT;
CREATE UNIQUE INDEX sheet_current ON sheet(profile_id) WHERE left_at IS NULL;

CREATE TABLE sheet_session (
  sheet_id INTEGER NOT NULL REFERENCES sheet(id), session_id INTEGER NOT NULL REFERENCES session(id),
  revision INTEGER NOT NULL DEFAULT 0, status TEXT NOT NULL DEFAULT '',
  sent INTEGER NOT NULL DEFAULT 0 CHECK (sent IN (0, 1)), stale INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1)),
  elsewhere INTEGER NOT NULL DEFAULT 0 CHECK (elsewhere IN (0, 1)), tries INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (sheet_id, session_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sheet_base (
  sheet_id INTEGER NOT NULL REFERENCES sheet(id), set_uid TEXT NOT NULL CHECK (set_uid <> ''),
  session_id INTEGER NOT NULL REFERENCES session(id), token TEXT NOT NULL,
  cells TEXT NOT NULL CHECK (json_valid(cells)), missing_seen_at INTEGER,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
  PRIMARY KEY (sheet_id, set_uid)
) STRICT, WITHOUT ROWID;
CREATE INDEX sheet_base_session ON sheet_base(session_id);

CREATE TABLE sync_batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT, sheet_id INTEGER NOT NULL REFERENCES sheet(id),
  uid TEXT NOT NULL UNIQUE CHECK (uid <> ''), kind TEXT NOT NULL CHECK (kind IN ('append', 'edit', 'repair')),
  state TEXT NOT NULL CHECK (state IN ('sent', 'unknown', 'applied', 'failed', 'dropped')),
  at INTEGER NOT NULL, quarantine_seen_at INTEGER, members TEXT NOT NULL CHECK (json_valid(members))
) STRICT;
CREATE INDEX sync_batch_open ON sync_batch(sheet_id) WHERE state IN ('sent', 'unknown');

CREATE TABLE sync_job (
  id INTEGER PRIMARY KEY AUTOINCREMENT, sheet_id INTEGER NOT NULL REFERENCES sheet(id),
  kind TEXT NOT NULL CHECK (kind IN ('put back', 'beside', 'mark')), set_uid TEXT NOT NULL, session_id INTEGER,
  data TEXT NOT NULL CHECK (json_valid(data)), at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'given up', 'dropped'))
) STRICT;
CREATE INDEX sync_job_open ON sync_job(sheet_id) WHERE state = 'open';

CREATE TABLE sync_review (
  id INTEGER PRIMARY KEY AUTOINCREMENT, sheet_id INTEGER NOT NULL REFERENCES sheet(id),
  kind TEXT NOT NULL CHECK (kind <> ''), session_id INTEGER REFERENCES session(id), set_uid TEXT NOT NULL DEFAULT '',
  lines TEXT NOT NULL CHECK (json_valid(lines)), at INTEGER NOT NULL,
  choice TEXT NOT NULL DEFAULT '', done_at INTEGER
) STRICT;
CREATE UNIQUE INDEX sync_review_open ON sync_review(sheet_id, kind, set_uid) WHERE done_at IS NULL;

CREATE TABLE sync_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT, sheet_id INTEGER NOT NULL REFERENCES sheet(id),
  at INTEGER NOT NULL, words TEXT NOT NULL
) STRICT;
CREATE INDEX sync_event_newest ON sync_event(sheet_id, id);
"""

CHANGES = """
ALTER TABLE sheet DROP COLUMN next_try_at;
DROP INDEX sheet_base_session;
CREATE INDEX sheet_base_session ON sheet_base(session_id, sheet_id, gone);
"""
"""What migration 5 changes: when a sheet is tried again is no matter of the log, but of the program that runs; and the
rows that stand in a sheet are counted in an index, without a look at their cells."""

_STALE = "UPDATE sheet_session SET stale = 1 WHERE session_id IN"

TRIGGERS = (
    "CREATE TRIGGER exercise_stale AFTER UPDATE OF name, measure ON exercise BEGIN\n"
    f"  {_STALE} (SELECT session_id FROM session_exercise WHERE exercise_id = new.id);\nEND",
    "CREATE TRIGGER profile_stale AFTER UPDATE OF name ON profile BEGIN\n"
    f"  {_STALE} (SELECT id FROM session WHERE profile_id = new.id);\nEND",
)
"""What a sheet shows of a session, and does not stand in it: a change makes the session due again."""
