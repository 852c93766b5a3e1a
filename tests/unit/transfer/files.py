"""Files as other programs write them, made up by hand: whole, and read the way the command does."""

from __future__ import annotations

from pathlib import Path

from workout_tui.model.load import Unit
from workout_tui.transfer import importing
from workout_tui.transfer.importing import History, Report
from workout_tui.transfer.readers import Reading, ReadSet

HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
)
FITNOTES_OLD = "Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time"
FITNOTES_NEW = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment"
LIFTOSAUR = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,Is AMRAP?,Required RPE,"
    "Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,Completed Weight Value,Completed Weight Unit,"
    "Ask Weight?,Completed Reps Time,Target Muscles,Synergist Muscles,Notes"
)
STRONGLIFTS = (
    "Date (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,Sets×Reps,Sets×Time,"
    "Top Set (Reps×KG),e1RM (KG),Reps,Volume (KG),Workout Volume (KG),Duration (hours),Start Time (h:mm),"
    "End Time (h:mm),Notes,Set 1 (Reps),Set 1 (KG),Set 2 (Reps),Set 2 (KG),Set 3 (Reps),Set 3 (KG)"
)
LIFTLOG = "SessionId,Timestamp,Exercise,Weight,WeightUnit,Reps,TargetReps,Notes"
STRONG_ANDROID = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;"
    "Workout Notes;Workout Duration"
)

WHOLE: dict[str, str] = {
    "strong": """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-04-24 09:40:00,Push,51m,Bench Press (Barbell),W,40.0,10.0,0,0.0,"","",
2026-04-24 09:40:00,Push,51m,Bench Press (Barbell),1,60.0,5.0,0,0.0,"deep, slow","good day",8
2026-04-24 09:40:00,Push,51m,Bench Press (Barbell),Rest Timer,0.0,0.0,0,120.0,"","",
2026-04-24 09:40:00,Push,51m,Bench Press (Barbell),2,heavy,5.0,0,0.0,"","",
""",
    "strong without a header": """\
2020-01-02 10:00:00;Push;Squat;1;100;kg;5;8;0;m;0;deep;good day;1h
2020-01-02 10:00:00;Push;Squat;2;225;lbs;5;;0;m;0;;;1h
2020-01-02 10:00:00;Push;Pull Up;1;0;;8;;0;m;0;;;1h
""",
    "hevy": f"""\
{HEVY}
"Legs","30 Jun 2025, 19:56","30 Jun 2025, 20:58","hot","Squat (Barbell)",,"",0,"warmup",60,8,,,
"Legs","30 Jun 2025, 19:56","30 Jun 2025, 20:58","hot","Squat (Barbell)",,"",1,"normal",100,5,,,8.5
"Legs","30 Jun 2025, 19:56","30 Jun 2025, 20:58","hot","Running",,"",0,"normal",,,5.2,1500,
"Legs","30 Jun 2025, 19:56","30 Jun 2025, 20:58","hot","Squat (Barbell)",,"",2,"amrap",100,5,,,
"Push","28 Jun 2025, 19:56","28 Jun 2025, 20:58","","Push Up",,"",0,"normal",,12,,,
""",
    "fitnotes": f"""\
{FITNOTES_NEW}
2025-04-29,Overhead Press (Each Side, Dumbbells),Shoulders,20,kgs,8,,,,
2025-04-29,Plank,Abs,,,,0,kg,0:01:30,
2025-04-29,Cycling,Cardio,,,,10.5,km,0:30:00,"easy, flat"
2025-04-30,Deadlift,Back,heavy,kgs,5,,,,
""",
    "liftosaur": f"""\
{LIFTOSAUR}
2026-03-01T00:00:00.000Z,GZCLP,Day 1,"Squat, Barbell",1,5,5,0,,,0,45,lb,45,lb,0,2026-03-01T10:00:00.000Z,,,deep
2026-03-01T00:00:00.000Z,GZCLP,Day 1,"Squat, Barbell",0,5,5,0,8,8.5,1,225,lb,225,lb,0,2026-03-01T10:05:00.000Z,,,deep
2026-03-01T00:00:00.000Z,GZCLP,Day 1,"Squat, Barbell",0,5,,0,,,0,225,lb,,,0,,,,deep
2026-03-01T00:00:00.000Z,GZCLP,Day 1,"Squat, Barbell",0,5,many,0,,,0,225,lb,225,lb,0,,,,deep
""",
    "stronglifts": f"""\
\ufeff{STRONGLIFTS}
2026/08/11,1,"Workout A","SL",83.5,"Squat",5/5/-,,5×55,63.7,10,550,900,0.5,10:56 PM,11:26 PM,"",5,55,5,55,0,55
2026/08/11,1,"Workout A","SL",83.5,"Bench Press",5/0/-,,5×70,75.9,5,350,900.0,0.5,10:56 PM,11:26 PM,"",5,70,0,70,0,70
2026/08/11,1,"Workout A","SL",83.5,"Barbell Row",-/-/-,,,,0,0,900.0,0.5,10:56 PM,11:26 PM,"",0,60,0,60,0,60
2026/08/11,1,"Workout A","SL",83.5,"Plank",,60/60,,,0,0,900.0,0.5,10:56 PM,11:26 PM,"",0,0,0,0,0,0
""",
    "liftlog": f"""\
{LIFTLOG}
s2,2024-10-16T10:44:39,Bench Press,67.5,kg,12,12,
s2,2024-10-16T10:43:38,Bench Press,67.5,kg,11,12,slow
s1,2024-10-14T10:43:50,Pull-ups,84,lbs,8,8,
s1,yesterday,Pull-ups,84,lbs,8,8,
""",
    "export": """\
session_uid,set_uid,profile,date,workout,exercise,block,n,kind,load,unit,load_kg,reps,seconds,metres,rpe,e1rm_kg,note,at
01a19d6b-5be9-7d74-a789-29bf2afe629d,1,Ann,2026-04-24,,Squat,1,1,work,60.0,kg,60.0,10,,,8.5,80.0,'-e,2026-04-24T09:40+02:00
01a19d6b-5be9-7d74-a789-29bf2afe629d,2,Ann,2026-04-24,,Pull-up,2,1,work,-20.0,kg,-20.0,8,,,,,,2026-04-24T09:41+02:00
01a19d6b-5be9-7d74-a789-29bf2afe629d,3,Ann,2026-04-24,,Running,3,1,work,,,,,1470,5000.0,,,,2026-04-24T10:30+02:00
Push,4,Ann,2026-04-24,,Running,3,1,work,,,,,1470,5000.0,,,,
""",
    "own": """\
Datum;Übung;kg;Wdh;km;Dauer;Notiz
2026-09-21;Kniebeuge;102,5;5;;;"tief, langsam"
21.9.2026;Kniebeuge;102,5;5;;;
22.09.2026;Laufen;;;5,2;24:30;
22.09.2026;Kniebeuge;schwer;5;;;
""",
}  # fmt: skip
"""a whole file for each program, each with a row of every sort it can have"""


def load(folder: Path, text: str, unit: Unit | None = None, source: str | None = None) -> History:
    """A file with this text, read."""
    file = folder / "history.csv"
    file.write_bytes(text.encode())
    return importing.read(file, unit, source)


def read(folder: Path, text: str, unit: Unit | None = None) -> Reading:
    """What is read of a file with this text."""
    return load(folder, text, unit).reading


def only(reading: Reading) -> ReadSet:
    """The one set of a reading in which nothing was refused."""
    assert not reading.skipped, reading.skipped
    ((session,), (one,)) = reading.sessions, reading.sessions[0].sets
    assert session.sets == (one,)
    return one


def accounted(report: Report) -> int:
    """The rows that are accounted for: all of them, when every set that was read was taken in."""
    taken, reading = report.taken, report.reading
    sets = taken.sets_added + taken.sets_updated + taken.sets_unchanged + taken.sets_kept
    rows = reading.set_rows if sets == reading.sets else 0
    return rows + reading.rests + reading.undone + len(reading.skipped)
