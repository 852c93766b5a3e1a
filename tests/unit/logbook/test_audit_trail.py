"""What happened to a session, in words: nothing that was written is missing, whoever wrote it."""

from __future__ import annotations

import pytest

from tests.support import DAY, HOUR, MINUTE, START, Gym, amend, done, kg
from workout_tui.logbook.logbook import NewSet, Place
from workout_tui.model.intake import ImportSource, PastBlock, PastSession, PastSet
from workout_tui.model.plan import SetKind
from workout_tui.model.session import Session


@pytest.fixture
def past(gym: Gym) -> Session:
    session = gym.log(gym.start(gym.push()), count=2)
    gym.clock.pass_ms(HOUR)
    session = gym.logbook.finish(session.uid)
    gym.clock.pass_ms(DAY)
    return session


def told(gym: Gym, session: Session, skip: int = 3) -> list[str]:
    """The words after those of the session itself: begun, logged, finished."""
    return [words for trace in gym.logbook.audit_trail(session.uid)[skip:] for words in trace.words]


def test_from_the_start_with_its_times(gym: Gym, past: Session) -> None:
    traces = gym.logbook.audit_trail(past.uid)
    assert [(one.at, one.kind, one.words) for one in traces] == [
        (START, "start", ("began, 2 exercises, 6 sets planned",)),
        (START, "log sets", ("logged Bench Press 2 sets of 100 kg × 5",)),
        (START + HOUR, "finish", ("finished",)),
    ]
    assert {one.utc_offset_min for one in traces} == {120}


def test_sets_changed_removed_moved(gym: Gym, past: Session) -> None:
    first, second = past.exercises[0].performed
    gym.logbook.edit_set(first.uid, done(102.5, 5, rpe10=90))
    gym.logbook.remove_set(second.uid)
    gym.logbook.move_sets(past.exercises[0].uid, past.exercises[1].exercise.uid)
    assert told(gym, past) == [
        "changed Bench Press 100 kg × 5 → 102.5 kg × 5 @9",
        "removed Bench Press 100 kg × 5",
        "moved 1 set from Bench Press to Overhead Press",
    ]


def test_facts(gym: Gym, past: Session) -> None:
    amend(gym.logbook, past.uid, title="Hotel [x]")
    gym.logbook.note_session(past.uid, "hot")
    gym.logbook.note_session(past.uid, "")
    gym.logbook.set_bodyweight(past.uid, kg(82))
    amend(gym.logbook, past.uid, started_at=START - DAY, ended_at=START - DAY + 50 * MINUTE)
    assert told(gym, past) == [
        "renamed from “Push A” to “Hotel [x]”",
        "noted “hot”",
        "note taken out",
        "bodyweight 82 kg",
        "moved from 24 Sep 17:34 – 18:34 to 23 Sep 17:34 – 18:24",
    ]


def test_exercises_and_plan(gym: Gym, past: Session) -> None:
    bench, press = past.exercises
    gym.logbook.reorder(past.uid, [press.uid])
    gym.logbook.note_exercise(bench.uid, "elbows in")
    gym.logbook.set_superset(past.uid, {bench.uid: "A", press.uid: "A"})
    gym.logbook.skip(bench.planned[2].uid)
    gym.logbook.unskip(bench.planned[2].uid)
    gym.logbook.set_kind(bench.planned[2].uid, SetKind.WARMUP)
    gym.logbook.swap_exercise(press.uid, gym.exercise("Dips").uid)
    gym.logbook.remove_exercise(press.uid)
    assert told(gym, past) == [
        "put the exercises in another order",
        "noted “elbows in” on Bench Press",
        "Bench Press in superset A",
        "Overhead Press in superset A",
        "1 set of Bench Press skipped",
        "1 set of Bench Press open again",
        "changed the plan of 1 set of Bench Press",
        "Dips in the place of Overhead Press",
        "changed the plan of 3 sets of Dips",
        "took out Dips",
        "took 3 sets of Dips out of the plan",
    ]


def test_to_and_fro(gym: Gym, past: Session) -> None:
    gym.logbook.discard(past.uid)
    gym.logbook.undiscard(past.uid)
    gym.logbook.reopen(past.uid)
    assert told(gym, past) == ["put aside", "taken back", "opened again"]


def test_what_was_undone_says_so_and_what_was_done_again_does_not(gym: Gym, past: Session) -> None:
    gym.logbook.edit_set(past.exercises[0].performed[0].uid, done(90, 5))
    gym.logbook.undo(past.uid)
    change = "changed Bench Press 100 kg × 5 → 90 kg × 5"
    traces = gym.logbook.audit_trail(past.uid)[3:]
    assert [(one.words, one.is_undone) for one in traces] == [((change,), True), ((f"undone: {change}",), False)]
    gym.logbook.redo(past.uid)
    traces = gym.logbook.audit_trail(past.uid)[3:]
    assert [one.is_undone for one in traces] == [False, False, False]
    assert traces[-1].words == (f"done again: {change}",)


def test_a_day_added_later(gym: Gym) -> None:
    added = gym.logbook.add_past(None, session_uid="a", started_at=START - DAY, ended_at=START - DAY + HOUR)
    dips = gym.exercise("Dips")
    added = gym.logbook.add_exercise(added.uid, dips.uid)
    gym.logbook.log_past_sets(added.uid, Place(added.exercises[0].uid, dips.uid), [NewSet("s", done(20, 8))])
    assert told(gym, added, 0) == [
        "added for a day gone by",
        "added Dips",
        "logged Dips 20 kg × 8",
    ]


def test_what_an_import_brought(gym: Gym) -> None:
    bench = gym.exercise("Bench Press")
    gym.logbook.take_in(
        ImportSource("strong", "strong.csv", "0" * 64),
        [PastSession("1", "Old", 0, 0, (PastBlock(bench, (PastSet(done(50, 5)),)),))],
    )
    brought = gym.logbook.past_page()[0]
    assert told(gym, gym.logbook.session(brought.uid), 0) == [
        "brought by an import, 1 exercise",
        "logged Bench Press 50 kg × 5",
    ]


def test_what_another_program_wrote_is_told_apart(gym: Gym, past: Session) -> None:
    gym.store.connection.execute(
        "UPDATE performed_set SET reps = 7 WHERE uid = ?", (past.exercises[0].performed[0].uid,)
    )
    last = gym.logbook.audit_trail(past.uid)[-1]
    assert (last.kind, last.words) == ("", ("changed Bench Press 100 kg × 5 → 100 kg × 7",))


def test_a_merge_or_a_new_name_shows_the_name_of_today(gym: Gym, past: Session) -> None:
    bench = past.exercises[0].exercise
    gym.logbook.change_exercise_field(bench.uid, "name", "Flat Bench")
    assert gym.logbook.audit_trail(past.uid)[1].words == ("logged Flat Bench 2 sets of 100 kg × 5",)
