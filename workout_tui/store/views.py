"""The documented views: what ``workout sql``, exports and people's own tools read.

Their names and columns are a promise. Loads are REAL, in the unit typed and in kilograms; dates are
the lifter's, times are local with their offset from UTC. What counts to volume and records is the
rule of ``model.strength`` and ``model.records``, said once more in SQL; a test holds the two together.

``v_sessions``
    One row for each session, discarded ones too.

    =============== ==============================================================================
    session_uid     its identity
    profile         the lifter's name
    date            the lifter's date of its start
    started_at      ISO 8601, local time with offset
    ended_at        the same; NULL while it is active
    minutes         from start to end, rounded; NULL while it is active
    workout         the title on the day
    program         the program of its template
    week            1-based, in plans; else NULL
    day             1-based, in plans and cycles; else NULL
    status          active, completed or discarded
    sets            how many sets were done, warm-ups left out
    volume_kg       load × reps of them, as far as it is known
    records         how many records it made; 0 unless it is completed
    note            the lifter's note
    synced          1: in the lifter's sheet as it stands here; 0: not yet; NULL: they have no sheet
    =============== ==============================================================================

``v_sets``
    One row for each set done in sessions that are not discarded, warm-ups too.

    =============== ==============================================================================
    session_uid, set_uid, profile, date, workout   as above; `set_uid` is the set's identity
    exercise        its name
    block           the order of the exercise in the session, from 1
    n               the order of the set in the block, from 1
    kind            work, warmup, drop or failure
    load, unit      as typed; negative for assistance; NULL for bodyweight alone
    load_kg         the load in kilograms
    reps, seconds   whole numbers
    metres          the distance
    rpe             felt effort
    e1rm_kg         estimated one-rep maximum by Epley, of 1 to 12 reps of a weight exercise
    note            the lifter's note
    at              when it was logged, ISO 8601, local time with offset
    =============== ==============================================================================

``v_records``
    One row for each time something was better than ever before, in completed sessions.

    =============== ==============================================================================
    profile, exercise, date, set_uid   who, what, when, and the set (of a volume: the last one)
    record          weight, e1rm, reps, time, distance or volume (of one exercise in one session)
    value, unit     how much; the unit is that of the set, “reps”, or “s”
    formula         Epley for an e1rm, else empty
    =============== ==============================================================================

``v_weekly_volume``
    One row for each lifter and week with completed sessions.

    =============== ==============================================================================
    profile         the lifter's name
    week            the date of its Monday
    sessions        how many were completed
    sets, volume_kg as in v_sessions
    =============== ==============================================================================

Besides: ``counted_sets`` and ``made_records`` are the workings of these, and no promise.
"""

from __future__ import annotations

from workout_tui.model.load import KG_PER_LB, METRES_PER
from workout_tui.model.strength import FORMULA, MOST_REPS


def _kilograms(load: str, unit: str) -> str:
    return f"({load} / 1000.0 * CASE {unit} WHEN 'lb' THEN {KG_PER_LB!r} ELSE 1.0 END)"


def _local(moment: str) -> str:
    """A moment, UTC milliseconds, in ISO 8601 with the offset of its session s."""
    return (
        f"strftime('%Y-%m-%dT%H:%M:%S', {moment} / 1000 + s.utc_offset_min * 60, 'unixepoch')"
        " || printf('%s%02d:%02d', iif(s.utc_offset_min < 0, '-', '+'),"
        " abs(s.utc_offset_min) / 60, abs(s.utc_offset_min) % 60)"
    )


def _beats(new: str, old: str) -> str:
    """Strictly greater, by more than the noise of a conversion."""
    return f"({new} - {old} > 1e-9 * max(1.0, abs({new}), abs({old})))"


_METRES = (
    "(p.distance / 1000.0 * CASE p.distance_unit "
    + " ".join(f"WHEN '{unit}' THEN {metres!r}" for unit, metres in METRES_PER.items())
    + " END)"
)
_LOAD_KG = _kilograms("p.load", "p.unit")
_E1RM_KG = (
    f"CASE WHEN e.measure = 'weight' AND p.kind <> 'warmup' AND p.load > 0 AND p.reps BETWEEN 1 AND {MOST_REPS}"
    f" THEN {_kilograms('(p.load * iif(p.reps = 1, 1.0, 1 + p.reps / 30.0))', 'p.unit')} END"
)
_SETS = (
    "performed_set p JOIN session_exercise b ON b.id = p.session_exercise_id"
    " JOIN session s ON s.id = b.session_id JOIN exercise e ON e.id = b.exercise_id"
)

_COUNTED_SETS = f"""
CREATE VIEW counted_sets AS
SELECT p.id, s.id AS session_id, s.profile_id, b.exercise_id, s.status, s.started_at, b.position, p.n,
  p.load, p.unit, coalesce({_LOAD_KG}, 0.0) AS kg, {_E1RM_KG} AS e1rm_kg,
  CASE e.measure WHEN 'time' THEN p.seconds WHEN 'distance' THEN {_METRES} ELSE p.reps END AS amount,
  CASE e.measure WHEN 'weight' THEN max(0.0, {_LOAD_KG}) * p.reps
    WHEN 'bodyweight' THEN max(0.0, {_kilograms("s.bodyweight", "s.bodyweight_unit")} + coalesce({_LOAD_KG}, 0.0))
      * p.reps END AS volume_kg
FROM {_SETS}
WHERE p.kind <> 'warmup' AND (e.measure <> 'weight' OR p.load IS NOT NULL)
  AND CASE e.measure WHEN 'time' THEN p.seconds WHEN 'distance' THEN p.distance ELSE p.reps END > 0
"""

_THEN = "ORDER BY started_at, session_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING"

# A rung is the most done at one load in one session. It is a record when it is higher than all before
# at its load (`climbed`), and no such rung at a heavier load stands as high.
_MADE_RECORDS = f"""
CREATE VIEW made_records AS
WITH completed AS MATERIALIZED (
  SELECT session_id, profile_id, exercise_id, started_at, round(kg, 7) AS kg, e1rm_kg, amount, volume_kg
  FROM counted_sets WHERE status = 'completed'
),
totals AS (
  SELECT profile_id, exercise_id, session_id, started_at, max(kg) AS kg, max(e1rm_kg) AS e1rm_kg,
    sum(volume_kg) AS volume_kg
  FROM completed GROUP BY profile_id, exercise_id, session_id
),
compared AS MATERIALIZED (
  SELECT *, max(kg) OVER past AS kg_was, max(e1rm_kg) OVER past AS e1rm_was, max(volume_kg) OVER past AS volume_was
  FROM totals WINDOW past AS (PARTITION BY profile_id, exercise_id {_THEN})
),
rungs AS (
  SELECT profile_id, exercise_id, session_id, started_at, kg, max(amount) AS most
  FROM completed GROUP BY profile_id, exercise_id, session_id, kg
),
climbed AS MATERIALIZED (
  SELECT * FROM (
    SELECT *, max(most) OVER (PARTITION BY profile_id, exercise_id, kg {_THEN}) AS was FROM rungs
  ) WHERE was IS NULL OR {_beats("most", "was")}
),
most AS (
  SELECT * FROM climbed one WHERE was IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM climbed other WHERE other.profile_id = one.profile_id AND other.exercise_id = one.exercise_id
      AND other.kg > one.kg AND (other.started_at, other.session_id) <= (one.started_at, one.session_id)
      AND NOT {_beats("one.most", "other.most")})
)
SELECT 'weight' AS record, session_id, NULL AS volume_kg, (
  SELECT id FROM counted_sets c WHERE c.session_id = compared.session_id AND c.exercise_id = compared.exercise_id
  ORDER BY c.kg DESC, c.position, c.n LIMIT 1) AS set_id
FROM compared WHERE {_beats("kg", "kg_was")}
UNION ALL
SELECT 'e1rm', session_id, NULL, (
  SELECT id FROM counted_sets c WHERE c.session_id = compared.session_id AND c.exercise_id = compared.exercise_id
  ORDER BY c.e1rm_kg DESC, c.position, c.n LIMIT 1)
FROM compared WHERE {_beats("e1rm_kg", "e1rm_was")}
UNION ALL
SELECT 'most', session_id, NULL, (
  SELECT id FROM counted_sets c WHERE c.session_id = most.session_id AND c.exercise_id = most.exercise_id
    AND round(c.kg, 7) = most.kg ORDER BY c.amount DESC, c.position, c.n LIMIT 1)
FROM most
UNION ALL
SELECT 'volume', session_id, volume_kg, (
  SELECT id FROM counted_sets c WHERE c.session_id = compared.session_id AND c.exercise_id = compared.exercise_id
  ORDER BY c.position DESC, c.n DESC LIMIT 1)
FROM compared WHERE {_beats("volume_kg", "volume_was")}
"""

# Without a load of its own a record is told in the unit of the heaviest load before it.
_UNIT = """coalesce(p.unit, (
    SELECT c.unit FROM counted_sets c WHERE c.profile_id = s.profile_id AND c.exercise_id = b.exercise_id
      AND c.status = 'completed' AND c.load IS NOT NULL AND (c.started_at, c.session_id) < (s.started_at, s.id)
    ORDER BY c.kg DESC LIMIT 1), 'kg')"""

_V_RECORDS = f"""
CREATE VIEW v_records AS
SELECT l.name AS profile, e.name AS exercise,
  CASE WHEN r.record <> 'most' THEN r.record WHEN e.measure IN ('time', 'distance') THEN e.measure ELSE 'reps' END
    AS record,
  CASE r.record WHEN 'weight' THEN coalesce(p.load / 1000.0, 0.0)
    WHEN 'e1rm' THEN p.load / 1000.0 * iif(p.reps = 1, 1.0, 1 + p.reps / 30.0)
    WHEN 'volume' THEN r.volume_kg / {_kilograms("1000.0", _UNIT)}
    ELSE CAST(CASE e.measure WHEN 'time' THEN p.seconds WHEN 'distance' THEN p.distance / 1000.0 ELSE p.reps END
      AS REAL) END AS value,
  CASE WHEN r.record <> 'most' THEN {_UNIT} WHEN e.measure = 'time' THEN 's'
    WHEN e.measure = 'distance' THEN p.distance_unit ELSE 'reps' END AS unit,
  iif(r.record = 'e1rm', '{FORMULA}', '') AS formula, s.local_date AS date, p.uid AS set_uid
FROM made_records r JOIN performed_set p ON p.id = r.set_id JOIN session_exercise b ON b.id = p.session_exercise_id
  JOIN session s ON s.id = b.session_id JOIN exercise e ON e.id = b.exercise_id JOIN profile l ON l.id = s.profile_id
"""

_V_SESSIONS = f"""
CREATE VIEW v_sessions AS
SELECT s.uid AS session_uid, l.name AS profile, s.local_date AS date,
  {_local("s.started_at")} AS started_at, {_local("s.ended_at")} AS ended_at,
  CAST(round((s.ended_at - s.started_at) / 60000.0) AS INTEGER) AS minutes,
  s.title AS workout, g.name AS program, iif(g.kind = 'plan', t.week + 1, NULL) AS week,
  iif(g.kind <> 'loose', t.day + 1, NULL) AS day, s.status,
  (SELECT count(*) FROM session_exercise b JOIN performed_set p ON p.session_exercise_id = b.id
    WHERE b.session_id = s.id AND p.kind <> 'warmup') AS sets,
  coalesce((SELECT sum(c.volume_kg) FROM counted_sets c WHERE c.session_id = s.id), 0.0) AS volume_kg,
  coalesce(r.records, 0) AS records, s.note,
  (SELECT coalesce(s.status = 'completed' AND y.status = 'completed' AND y.revision >= s.revision
    AND y.stale = 0 AND y.elsewhere = 0, 0)
    FROM sheet h LEFT JOIN sheet_session y ON y.sheet_id = h.id AND y.session_id = s.id
    WHERE h.profile_id = s.profile_id AND h.left_at IS NULL) AS synced
FROM session s JOIN profile l ON l.id = s.profile_id JOIN template t ON t.id = s.template_id
  JOIN program g ON g.id = t.program_id
  LEFT JOIN (SELECT session_id, count(*) AS records FROM made_records GROUP BY session_id) r ON r.session_id = s.id
"""

_V_SETS = f"""
CREATE VIEW v_sets AS
SELECT s.uid AS session_uid, p.uid AS set_uid, l.name AS profile, s.local_date AS date, s.title AS workout,
  e.name AS exercise,
  (SELECT count(*) FROM session_exercise o WHERE o.session_id = s.id AND o.position <= b.position) AS block,
  (SELECT count(*) FROM performed_set o WHERE o.session_exercise_id = b.id AND o.n <= p.n) AS n,
  p.kind, p.load / 1000.0 AS load, p.unit, {_LOAD_KG} AS load_kg, p.reps, p.seconds, {_METRES} AS metres,
  p.rpe10 / 10.0 AS rpe, {_E1RM_KG} AS e1rm_kg, p.note, {_local("p.at")} AS at
FROM {_SETS} JOIN profile l ON l.id = s.profile_id
WHERE s.status <> 'discarded'
"""

_V_WEEKLY_VOLUME = """
CREATE VIEW v_weekly_volume AS
SELECT profile, date(date, 'weekday 0', '-6 days') AS week, count(*) AS sessions, sum(sets) AS sets,
  sum(volume_kg) AS volume_kg
FROM (
  SELECT l.name AS profile, s.local_date AS date,
    (SELECT count(*) FROM session_exercise b JOIN performed_set p ON p.session_exercise_id = b.id
      WHERE b.session_id = s.id AND p.kind <> 'warmup') AS sets,
    coalesce((SELECT sum(c.volume_kg) FROM counted_sets c WHERE c.session_id = s.id), 0.0) AS volume_kg
  FROM session s JOIN profile l ON l.id = s.profile_id WHERE s.status = 'completed'
)
GROUP BY profile, week
"""

VIEWS: tuple[str, ...] = tuple(
    view.strip() for view in (_COUNTED_SETS, _MADE_RECORDS, _V_RECORDS, _V_SESSIONS, _V_SETS, _V_WEEKLY_VOLUME)
)
"""The statements that make the views, in order."""
