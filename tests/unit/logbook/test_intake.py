"""Workouts from elsewhere: all of a file at once, nothing twice, nothing of ours overwritten."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support import DAY, HOUR, START, Gym, done, kg
from workout_tui.errors import InvalidEntry, NotFound
from workout_tui.model.exercise import Exercise
from workout_tui.model.intake import ImportSource, PastBlock, PastSession, PastSet, TakenIn
from workout_tui.model.session import SetValues, Status

FILE = ImportSource("strong", "strong.csv", "a" * 64)


def exercise(name: str) -> Exercise:
    return Exercise("", name)


def past(number: int, *sets: SetValues, title: str = "Push", name: str = "Bench Press") -> PastSession:
    blocks = (PastBlock(exercise(name), tuple(PastSet(one) for one in sets or (done(100, 5),) * 3)),)
    return PastSession(f"key {number}", title, START - (100 - number) * DAY, 120, blocks)


def take(gym: Gym, *sessions: PastSession, source: ImportSource = FILE) -> TakenIn:
    return gym.logbook.take_in(source, sessions)


def sets_in(gym: Gym, key: str = "key 1") -> list[SetValues]:
    uid = gym.store.value(
        "SELECT s.uid FROM session s JOIN import_session i ON i.session_id = s.id WHERE i.source_key = ?", (key,)
    )
    return [one.values for block in gym.logbook.session(uid).exercises for one in block.performed]


class TestFirstTime:
    def test_sessions_are_completed_ones(self, gym: Gym) -> None:
        taken = take(gym, past(1), past(2))
        assert (taken.sessions_added, taken.sets_added, taken.exercises_added) == (2, 6, ("Bench Press",))
        newest, oldest = gym.logbook.past_page()
        assert (newest.title, newest.sets, oldest.day < newest.day) == ("Push", 3, True)
        session = gym.logbook.session(oldest.uid)
        assert (session.status, session.utc_offset_min) == (Status.COMPLETED, 120)
        assert gym.logbook.active() is None

    def test_everything_the_file_says_is_kept(self, gym: Gym) -> None:
        values = SetValues(kg(60), 8, rpe10=85, note="good")
        block = PastBlock(exercise("Row"), (PastSet(values, at=START - DAY + 1000),), superset="1", note="wide")
        ended = START - 99 * DAY + HOUR
        take(gym, replace(past(1), blocks=(block,), note="all well", bodyweight=kg(80), ended_at=ended))
        session = gym.logbook.session(gym.logbook.past_page()[0].uid)
        assert (session.note, session.bodyweight, session.ended_at) == ("all well", kg(80), ended)
        (one,) = session.exercises
        assert (one.superset, one.note, one.performed[0].values) == ("1", "wide", values)
        assert one.performed[0].at == START - DAY + 1000

    def test_equal_sets_and_returning_exercises_stay_apart(self, gym: Gym) -> None:
        block = past(1).blocks[0]
        take(gym, replace(past(1), blocks=(block, PastBlock(exercise("Row"), block.sets), block)))
        session = gym.logbook.session(gym.logbook.past_page()[0].uid)
        assert [one.exercise.name for one in session.exercises] == ["Bench Press", "Row", "Bench Press"]
        assert session.done == 9

    def test_exercises_are_known_by_name_and_alias(self, gym: Gym) -> None:
        gym.logbook.add_exercise_to_library(Exercise("", "Bench Press", aliases=("Flat Bench",)))
        taken = take(gym, past(1, name="  BENCH press "), past(2, name="flat bench"))
        assert taken.exercises_added == ()
        assert len(gym.logbook.exercises()) == 1

    def test_two_of_one_title_on_one_day_are_two(self, gym: Gym) -> None:
        take(gym, past(1), replace(past(1), key="again"))
        assert [gym.logbook.session(one.uid).slot.occurrence for one in gym.logbook.past_page()] == [2, 1]

    def test_an_end_before_the_start_is_no_end(self, gym: Gym) -> None:
        take(gym, replace(past(1), ended_at=0))
        assert gym.logbook.past_page()[0].minutes == 0

    def test_a_title_that_says_nothing(self, gym: Gym) -> None:
        take(gym, past(1, title="  "))
        assert gym.logbook.past_page()[0].title == "Workout"

    def test_a_title_of_a_live_template_is_that_template(self, gym: Gym) -> None:
        template = gym.push()
        take(gym, past(1, title="push a"))
        assert gym.logbook.session(gym.logbook.past_page()[0].uid).slot.template_uid == template.uid

    def test_a_running_session_is_left_alone(self, gym: Gym) -> None:
        running = gym.start(gym.push())
        take(gym, past(1, title="Push A"))
        assert gym.logbook.active() == gym.logbook.session(running.uid)

    def test_one_bad_set_and_nothing_is_taken(self, gym: Gym) -> None:
        with pytest.raises(InvalidEntry):
            take(gym, past(1), past(2, SetValues(kg(1), 5000)))
        assert gym.logbook.past_page() == ()
        assert gym.logbook.imports() == ()
        assert gym.logbook.exercises() == ()

    def test_whatever_a_file_calls_an_exercise_is_one_name(self, gym: Gym) -> None:
        bench = gym.exercise("Bench Press")
        gym.logbook.take_in(FILE, [past(1)], names={"Flat\x1fBench\nPress": bench.uid})
        assert gym.logbook.exercises()[0].aliases == ("Flat Bench Press",)
        gym.exercise("Flat")
        assert gym.logbook.change_exercise_field(bench.uid, "name", "Bench") == "Bench"

    def test_a_day_added_to_an_imported_workout_has_what_its_last_one_had(self, gym: Gym) -> None:
        take(gym, past(1), past(2))
        template_uid = gym.logbook.session(gym.logbook.past_page()[0].uid).slot.template_uid
        added = gym.logbook.add_past(template_uid, session_uid="a", started_at=START - DAY, ended_at=START - DAY + HOUR)
        assert [(one.exercise.name, len(one.planned)) for one in added.exercises] == [("Bench Press", 3)]


class TestAgain:
    def test_d7_the_same_file_adds_nothing(self, gym: Gym) -> None:
        take(gym, past(1), past(2))
        traces = gym.store.value("SELECT count(*) FROM session")
        taken = take(gym, past(1), past(2))
        assert taken == TakenIn(None, sessions_known=2, sets_unchanged=6)
        assert gym.store.value("SELECT count(*) FROM session") == traces
        assert len(gym.logbook.imports()) == 1

    def test_a_longer_file_adds_what_is_new(self, gym: Gym) -> None:
        take(gym, past(1, done(100, 5)))
        taken = take(gym, past(1, done(100, 5), done(100, 4)), past(2))
        assert (taken.sessions_added, taken.sessions_known) == (1, 1)
        assert (taken.sets_added, taken.sets_unchanged) == (4, 1)
        assert sets_in(gym) == [done(100, 5), done(100, 4)]

    def test_d7_a_set_changed_there_is_updated(self, gym: Gym) -> None:
        take(gym, past(1, done(100, 5), done(100, 5)))
        taken = take(gym, past(1, done(100, 5), done(102.5, 5)))
        assert (taken.sets_updated, taken.sets_unchanged, taken.sets_added) == (1, 1, 0)
        assert sets_in(gym) == [done(100, 5), done(102.5, 5)]
        assert take(gym, past(1, done(100, 5), done(102.5, 5))).sets_unchanged == 2

    def test_a_set_changed_here_is_kept(self, gym: Gym) -> None:
        take(gym, past(1, done(100, 5)))
        uid = gym.logbook.session(gym.logbook.past_page()[0].uid).exercises[0].performed[0].uid
        gym.logbook.edit_set(uid, done(90, 5))
        assert take(gym, past(1, done(100, 5))).sets_unchanged == 1
        taken = take(gym, past(1, done(80, 5)))
        assert (taken.sets_kept, taken.sets_updated) == (1, 0)
        assert sets_in(gym) == [done(90, 5)]

    def test_a_set_removed_here_does_not_come_back(self, gym: Gym) -> None:
        take(gym, past(1, done(100, 5), done(100, 5)))
        uid = gym.logbook.session(gym.logbook.past_page()[0].uid).exercises[0].performed[0].uid
        gym.logbook.remove_set(uid)
        take(gym, past(1, done(100, 5), done(100, 5)))
        assert len(sets_in(gym)) == 1

    def test_l3_what_is_missing_from_the_file_is_told_never_deleted(self, gym: Gym) -> None:
        take(gym, past(1, done(100, 5), done(100, 4)))
        taken = take(gym, past(1, done(100, 5)))
        assert taken.sets_missing == 1
        assert len(sets_in(gym)) == 2

    def test_the_same_key_from_another_program_is_another_session(self, gym: Gym) -> None:
        take(gym, past(1))
        assert take(gym, past(1), source=replace(FILE, format="hevy")).sessions_added == 1

    def test_a_session_this_program_wrote_itself_is_known(self, gym: Gym) -> None:
        session = gym.trained(gym.push(), done(100, 5))
        own = replace(past(1, done(100, 5)), uid=session.uid)
        assert take(gym, own).sessions_known == 1
        assert len(gym.logbook.past_page()) == 1


class TestTakingBack:
    def test_an_import_is_undone_whole(self, gym: Gym) -> None:
        mine = gym.trained(gym.push(), done(100, 5))
        taken = take(gym, past(1), past(2))
        gone = gym.logbook.undo_import(taken.batch_uid or "")
        assert (gone.batch.sessions, gone.batch.sets, gone.batch.edited) == (2, 6, 0)
        assert (gone.sessions_discarded, gone.sessions_kept) == (2, 0)
        assert [one.uid for one in gym.logbook.past_page()] == [mine.uid]
        assert gym.store.rows("PRAGMA foreign_key_check") == []
        assert take(gym, past(1), past(2)).sessions_added == 2

    def test_it_tells_what_was_edited_since(self, gym: Gym) -> None:
        take(gym, past(1))
        first, second, _ = gym.logbook.session(gym.logbook.past_page()[0].uid).exercises[0].performed
        gym.logbook.edit_set(first.uid, done(90, 5))
        gym.logbook.remove_set(second.uid)
        assert gym.logbook.imports()[0].edited == 2

    def test_a_later_import_keeps_what_it_brought_itself(self, gym: Gym) -> None:
        take(gym, past(1))
        second = take(gym, past(1), past(2))
        gym.logbook.undo_import(second.batch_uid or "")
        assert [one.title for one in gym.logbook.past_page()] == ["Push"]

    def test_there_is_no_such_import(self, gym: Gym) -> None:
        with pytest.raises(NotFound):
            gym.logbook.undo_import("no such")
