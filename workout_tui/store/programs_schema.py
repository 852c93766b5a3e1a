"""What migration 3 adds: runs of programs, rules of progression, and what a typed load and rep count.

A lifter is in one run of a program at a time. What was done in it is told by the sessions since it began;
`program_skip` has the days left out. `act.about` names the template, program or lifter an act was about, for its undo.
"""

from __future__ import annotations

TABLES = """
ALTER TABLE exercise_setting ADD COLUMN load_of TEXT CHECK (load_of IN ('total', 'each'));
ALTER TABLE exercise_setting ADD COLUMN by_side INTEGER CHECK (by_side IN (0, 1));
ALTER TABLE exercise_setting ADD COLUMN training_max INTEGER CHECK (training_max BETWEEN 1 AND 2000000);
ALTER TABLE exercise_setting ADD COLUMN training_max_unit TEXT
  CHECK (training_max_unit IN ('kg', 'lb')) CHECK ((training_max IS NULL) = (training_max_unit IS NULL));

ALTER TABLE profile ADD COLUMN step INTEGER CHECK (step BETWEEN 1 AND 100000);
ALTER TABLE profile ADD COLUMN step_unit TEXT
  CHECK (step_unit IN ('kg', 'lb')) CHECK ((step IS NULL) = (step_unit IS NULL));

ALTER TABLE act ADD COLUMN about TEXT CHECK (about <> '');
CREATE INDEX act_about ON act(about, id) WHERE about IS NOT NULL;

ALTER TABLE template_set ADD COLUMN percent10 INTEGER CHECK (percent10 BETWEEN 1 AND 2000);
ALTER TABLE template_exercise ADD COLUMN deload_percent INTEGER CHECK (deload_percent BETWEEN 1 AND 90);
ALTER TABLE template_exercise ADD COLUMN deload_after INTEGER
  CHECK (deload_after BETWEEN 1 AND 9) CHECK ((deload_percent IS NULL) = (deload_after IS NULL));

CREATE TABLE program_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  profile_id INTEGER NOT NULL REFERENCES profile(id), program_id INTEGER NOT NULL REFERENCES program(id),
  started_on TEXT NOT NULL
    CHECK (started_on GLOB '[0-9][0-9][0-9][0-9]-*' AND started_on IS date(started_on, '+0 days')),
  began_at INTEGER NOT NULL, ended_at INTEGER CHECK (ended_at >= began_at)
) STRICT;
CREATE UNIQUE INDEX program_run_now ON program_run(profile_id) WHERE ended_at IS NULL;

CREATE TABLE program_skip (
  id INTEGER PRIMARY KEY AUTOINCREMENT, run_id INTEGER NOT NULL REFERENCES program_run(id),
  template_id INTEGER NOT NULL REFERENCES template(id), at INTEGER NOT NULL
) STRICT;
CREATE INDEX program_skip_run ON program_skip(run_id);
"""
