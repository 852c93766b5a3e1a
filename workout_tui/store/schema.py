"""The tables as migration 1 makes them.

Identity is `uid`, made by the program (UUIDv7); integer ids serve joins only and are never reused.
Times are UTC milliseconds. Loads, steps, bars and distances are integer thousandths with their unit
in the column beside them, as typed. Places (`position`, `n`) count from 1, those of templates (`week`,
`day`) from 0; a negative place is a row parked inside a transaction that reorders (see ``places``), and
no trigger records it.

Names are unique by their key (``model.exercise.name_key``): SQLite's own NOCASE knows no “Ü”. What is
archived gives its place and its name free, but not its slug, which stands in exported files.
"""

from __future__ import annotations

TABLES = """
CREATE TABLE profile (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  name TEXT NOT NULL CHECK (name = trim(name) AND name <> ''),
  name_key TEXT NOT NULL UNIQUE CHECK (name_key <> ''),
  unit TEXT NOT NULL CHECK (unit IN ('kg', 'lb')),
  day_start INTEGER NOT NULL DEFAULT 0 CHECK (day_start BETWEEN 0 AND 23),
  week_start INTEGER NOT NULL DEFAULT 1 CHECK (week_start BETWEEN 1 AND 7),
  week_goal INTEGER CHECK (week_goal BETWEEN 1 AND 14),
  rest_s INTEGER NOT NULL DEFAULT 120 CHECK (rest_s BETWEEN 0 AND 3600),
  rest_auto INTEGER NOT NULL DEFAULT 1 CHECK (rest_auto IN (0, 1)),
  bell INTEGER NOT NULL DEFAULT 1 CHECK (bell IN (0, 1))
) STRICT;

CREATE TABLE bar (
  id INTEGER PRIMARY KEY AUTOINCREMENT, profile_id INTEGER NOT NULL REFERENCES profile(id),
  load INTEGER NOT NULL CHECK (load BETWEEN 0 AND 100000), unit TEXT NOT NULL CHECK (unit IN ('kg', 'lb')),
  UNIQUE (profile_id, unit, load)
) STRICT;

CREATE TABLE plate (
  id INTEGER PRIMARY KEY AUTOINCREMENT, profile_id INTEGER NOT NULL REFERENCES profile(id),
  load INTEGER NOT NULL CHECK (load BETWEEN 1 AND 100000), unit TEXT NOT NULL CHECK (unit IN ('kg', 'lb')),
  pairs INTEGER NOT NULL CHECK (pairs BETWEEN 0 AND 20),
  UNIQUE (profile_id, unit, load)
) STRICT;

CREATE TABLE exercise (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  name TEXT NOT NULL CHECK (name = trim(name) AND name <> ''),
  name_key TEXT NOT NULL UNIQUE CHECK (name_key <> ''),
  measure TEXT NOT NULL CHECK (measure IN ('weight', 'bodyweight', 'time', 'distance')),
  equipment TEXT NOT NULL DEFAULT '', archived_at INTEGER
) STRICT;

CREATE TABLE exercise_alias (
  id INTEGER PRIMARY KEY AUTOINCREMENT, exercise_id INTEGER NOT NULL REFERENCES exercise(id),
  alias TEXT NOT NULL CHECK (alias = trim(alias) AND alias <> ''),
  alias_key TEXT NOT NULL UNIQUE CHECK (alias_key <> '')
) STRICT;

CREATE TABLE exercise_muscle (
  id INTEGER PRIMARY KEY AUTOINCREMENT, exercise_id INTEGER NOT NULL REFERENCES exercise(id),
  muscle TEXT NOT NULL CHECK (muscle <> ''), part TEXT NOT NULL CHECK (part IN ('primary', 'secondary')),
  UNIQUE (exercise_id, muscle)
) STRICT;

CREATE TABLE exercise_setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT, profile_id INTEGER NOT NULL REFERENCES profile(id),
  exercise_id INTEGER NOT NULL REFERENCES exercise(id), note TEXT NOT NULL DEFAULT '',
  step INTEGER CHECK (step BETWEEN 1 AND 100000), step_unit TEXT CHECK (step_unit IN ('kg', 'lb')),
  bar INTEGER CHECK (bar BETWEEN 0 AND 100000), bar_unit TEXT CHECK (bar_unit IN ('kg', 'lb')),
  rest_s INTEGER CHECK (rest_s BETWEEN 0 AND 3600), unit TEXT CHECK (unit IN ('kg', 'lb')),
  distance_unit TEXT CHECK (distance_unit IN ('m', 'km', 'mi', 'yd', 'ft')),
  UNIQUE (profile_id, exercise_id),
  CHECK ((step IS NULL) = (step_unit IS NULL)), CHECK ((bar IS NULL) = (bar_unit IS NULL))
) STRICT;

CREATE TABLE program (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  profile_id INTEGER NOT NULL REFERENCES profile(id),
  name TEXT NOT NULL CHECK (name = trim(name) AND name <> ''), name_key TEXT NOT NULL CHECK (name_key <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('plan', 'cycle', 'loose')), archived_at INTEGER
) STRICT;
CREATE UNIQUE INDEX program_name ON program(profile_id, name_key) WHERE archived_at IS NULL;

CREATE TABLE template (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  program_id INTEGER NOT NULL REFERENCES program(id),
  week INTEGER NOT NULL DEFAULT 0 CHECK (week >= 0), day INTEGER NOT NULL,
  slug TEXT NOT NULL CHECK (slug <> '' AND slug NOT GLOB '*[^a-z0-9-]*'),
  name TEXT NOT NULL CHECK (name = trim(name) AND name <> ''),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved IN (0, 1)), archived_at INTEGER,
  UNIQUE (program_id, slug)
) STRICT;
CREATE UNIQUE INDEX template_place ON template(program_id, week, day) WHERE archived_at IS NULL;
CREATE UNIQUE INDEX template_reserved ON template(program_id) WHERE reserved = 1;

CREATE TABLE template_exercise (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  template_id INTEGER NOT NULL REFERENCES template(id), position INTEGER NOT NULL CHECK (position <> 0),
  exercise_id INTEGER NOT NULL REFERENCES exercise(id), rest_s INTEGER CHECK (rest_s BETWEEN 0 AND 3600),
  superset TEXT NOT NULL DEFAULT '', step INTEGER CHECK (step BETWEEN 1 AND 100000),
  step_unit TEXT CHECK (step_unit IN ('kg', 'lb')), note TEXT NOT NULL DEFAULT '',
  UNIQUE (template_id, position), CHECK ((step IS NULL) = (step_unit IS NULL))
) STRICT;

CREATE TABLE template_set (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  template_exercise_id INTEGER NOT NULL REFERENCES template_exercise(id),
  n INTEGER NOT NULL CHECK (n <> 0 AND n BETWEEN -100 AND 99),
  kind TEXT NOT NULL DEFAULT 'work' CHECK (kind IN ('work', 'warmup', 'drop', 'failure')),
  reps_lo INTEGER CHECK (reps_lo BETWEEN 0 AND 999), reps_hi INTEGER CHECK (reps_hi BETWEEN 0 AND 999),
  load INTEGER CHECK (load BETWEEN -1000000 AND 2000000), unit TEXT CHECK (unit IN ('kg', 'lb')),
  seconds INTEGER CHECK (seconds BETWEEN 0 AND 604800), distance INTEGER CHECK (distance BETWEEN 0 AND 1000000000),
  distance_unit TEXT CHECK (distance_unit IN ('m', 'km', 'mi', 'yd', 'ft')),
  rpe10 INTEGER CHECK (rpe10 BETWEEN 0 AND 100),
  UNIQUE (template_exercise_id, n), CHECK (reps_lo <= reps_hi), CHECK ((reps_lo IS NULL) = (reps_hi IS NULL)),
  CHECK ((load IS NULL) = (unit IS NULL)), CHECK ((distance IS NULL) = (distance_unit IS NULL))
) STRICT;

CREATE TABLE session (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  profile_id INTEGER NOT NULL REFERENCES profile(id), template_id INTEGER NOT NULL REFERENCES template(id),
  occurrence INTEGER NOT NULL CHECK (occurrence >= 1),
  title TEXT NOT NULL CHECK (title <> ''),
  local_date TEXT NOT NULL
    CHECK (local_date GLOB '[0-9][0-9][0-9][0-9]-*' AND local_date IS date(local_date, '+0 days')),
  started_at INTEGER NOT NULL, utc_offset_min INTEGER NOT NULL CHECK (utc_offset_min BETWEEN -1080 AND 1080),
  ended_at INTEGER CHECK (ended_at >= started_at),
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'completed', 'discarded')),
  note TEXT NOT NULL DEFAULT '',
  bodyweight INTEGER CHECK (bodyweight BETWEEN 1 AND 1000000),
  bodyweight_unit TEXT CHECK (bodyweight_unit IN ('kg', 'lb')),
  rest_ends_at INTEGER, rest_s INTEGER CHECK (rest_s BETWEEN 0 AND 36000),
  template_revision INTEGER NOT NULL CHECK (template_revision >= 1),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1), modified_at INTEGER NOT NULL,
  CHECK ((status = 'active') = (ended_at IS NULL)),
  CHECK ((bodyweight IS NULL) = (bodyweight_unit IS NULL)),
  CHECK ((rest_ends_at IS NULL) = (rest_s IS NULL))
) STRICT;
CREATE UNIQUE INDEX session_slot ON session(profile_id, template_id, occurrence) WHERE status <> 'discarded';
CREATE UNIQUE INDEX session_active ON session(profile_id) WHERE status = 'active';
CREATE INDEX session_started ON session(profile_id, started_at);
CREATE INDEX session_date ON session(profile_id, local_date);

CREATE TABLE session_exercise (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  session_id INTEGER NOT NULL REFERENCES session(id), position INTEGER NOT NULL CHECK (position <> 0),
  exercise_id INTEGER NOT NULL REFERENCES exercise(id), rest_s INTEGER CHECK (rest_s BETWEEN 0 AND 3600),
  superset TEXT NOT NULL DEFAULT '', step INTEGER CHECK (step BETWEEN 1 AND 100000),
  step_unit TEXT CHECK (step_unit IN ('kg', 'lb')), note TEXT NOT NULL DEFAULT '',
  UNIQUE (session_id, position), CHECK ((step IS NULL) = (step_unit IS NULL))
) STRICT;
CREATE INDEX session_exercise_exercise ON session_exercise(exercise_id, session_id);

CREATE TABLE planned_set (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  session_exercise_id INTEGER NOT NULL REFERENCES session_exercise(id),
  n INTEGER NOT NULL CHECK (n <> 0 AND n BETWEEN -100 AND 99),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'skipped')),
  set_uid TEXT REFERENCES performed_set(uid) DEFERRABLE INITIALLY DEFERRED
    CHECK ((set_uid IS NOT NULL) = (state = 'done')),
  kind TEXT NOT NULL DEFAULT 'work' CHECK (kind IN ('work', 'warmup', 'drop', 'failure')),
  reps_lo INTEGER CHECK (reps_lo BETWEEN 0 AND 999), reps_hi INTEGER CHECK (reps_hi BETWEEN 0 AND 999),
  load INTEGER CHECK (load BETWEEN -1000000 AND 2000000), unit TEXT CHECK (unit IN ('kg', 'lb')),
  seconds INTEGER CHECK (seconds BETWEEN 0 AND 604800), distance INTEGER CHECK (distance BETWEEN 0 AND 1000000000),
  distance_unit TEXT CHECK (distance_unit IN ('m', 'km', 'mi', 'yd', 'ft')),
  rpe10 INTEGER CHECK (rpe10 BETWEEN 0 AND 100),
  UNIQUE (session_exercise_id, n), CHECK (reps_lo <= reps_hi), CHECK ((reps_lo IS NULL) = (reps_hi IS NULL)),
  CHECK ((load IS NULL) = (unit IS NULL)), CHECK ((distance IS NULL) = (distance_unit IS NULL))
) STRICT;
CREATE UNIQUE INDEX planned_set_done ON planned_set(set_uid) WHERE set_uid IS NOT NULL;

CREATE TABLE performed_set (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  session_exercise_id INTEGER NOT NULL REFERENCES session_exercise(id),
  n INTEGER NOT NULL CHECK (n <> 0 AND n BETWEEN -100 AND 99),
  kind TEXT NOT NULL DEFAULT 'work' CHECK (kind IN ('work', 'warmup', 'drop', 'failure')),
  load INTEGER CHECK (load BETWEEN -1000000 AND 2000000), unit TEXT CHECK (unit IN ('kg', 'lb')),
  reps INTEGER CHECK (reps BETWEEN 0 AND 999),
  seconds INTEGER CHECK (seconds BETWEEN 0 AND 604800), distance INTEGER CHECK (distance BETWEEN 0 AND 1000000000),
  distance_unit TEXT CHECK (distance_unit IN ('m', 'km', 'mi', 'yd', 'ft')),
  rpe10 INTEGER CHECK (rpe10 BETWEEN 0 AND 100), note TEXT NOT NULL DEFAULT '', at INTEGER NOT NULL,
  UNIQUE (session_exercise_id, n),
  CHECK ((load IS NULL) = (unit IS NULL)), CHECK ((distance IS NULL) = (distance_unit IS NULL)),
  CHECK (reps IS NOT NULL OR seconds IS NOT NULL OR distance IS NOT NULL)
) STRICT;

CREATE TABLE act (
  id INTEGER PRIMARY KEY AUTOINCREMENT, profile_id INTEGER REFERENCES profile(id),
  session_id INTEGER REFERENCES session(id) ON DELETE SET NULL, at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  undoes INTEGER REFERENCES act(id), redoes INTEGER REFERENCES act(id), undone_at INTEGER,
  open INTEGER CHECK (open = 1),
  CHECK ((undoes IS NOT NULL) = (kind = 'undo')), CHECK ((redoes IS NOT NULL) = (kind = 'redo'))
) STRICT;
CREATE UNIQUE INDEX act_open ON act(open) WHERE open = 1;
CREATE INDEX act_session ON act(session_id, id);

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, act_id INTEGER,
  entity TEXT NOT NULL, entity_id INTEGER NOT NULL, session_id INTEGER,
  op TEXT NOT NULL CHECK (op IN ('I', 'U', 'D')), old TEXT, new TEXT,
  CHECK ((op = 'D') = (new IS NULL)), CHECK ((op = 'D') = (old IS NOT NULL))
) STRICT;
CREATE INDEX audit_entity ON audit(entity, entity_id, seq);
CREATE INDEX audit_act ON audit(act_id) WHERE act_id IS NOT NULL;

CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  profile_id INTEGER NOT NULL REFERENCES profile(id), format TEXT NOT NULL CHECK (format <> ''),
  file_name TEXT NOT NULL, sha256 TEXT NOT NULL CHECK (length(sha256) = 64), at INTEGER NOT NULL
) STRICT;

CREATE TABLE import_session (
  id INTEGER PRIMARY KEY AUTOINCREMENT, profile_id INTEGER NOT NULL REFERENCES profile(id),
  source TEXT NOT NULL CHECK (source <> ''), source_key TEXT NOT NULL CHECK (source_key <> ''),
  batch_id INTEGER NOT NULL REFERENCES import_batch(id), session_id INTEGER NOT NULL UNIQUE REFERENCES session(id),
  UNIQUE (profile_id, source, source_key)
) STRICT;

CREATE TABLE import_set (
  id INTEGER PRIMARY KEY AUTOINCREMENT, import_session_id INTEGER NOT NULL REFERENCES import_session(id),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1), batch_id INTEGER NOT NULL REFERENCES import_batch(id),
  set_uid TEXT NOT NULL UNIQUE, base TEXT NOT NULL CHECK (json_valid(base)),
  UNIQUE (import_session_id, ordinal)
) STRICT;

CREATE TABLE metric (
  name TEXT PRIMARY KEY CHECK (name <> ''), value INTEGER NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
"""
