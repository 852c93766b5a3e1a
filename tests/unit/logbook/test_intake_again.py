"""A source that changed between two imports, and imports that are taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support import Gym, amend, done, kg
from tests.unit.logbook.test_intake import FILE, past, sets_in, take
from workout_tui.errors import InvalidEntry
from workout_tui.model.exercise import Exercise
from workout_tui.model.session import SetValues, Status

SPARSE = replace(FILE, absent=frozenset({"note", "rpe10", "kind", "seconds", "distance"}))
RICH = SetValues(kg(100), 5, seconds=30, rpe10=85, note="deep")


def session_uid(gym: Gym) -> str:
    return gym.logbook.past_page()[0].uid


def first_set(gym: Gym) -> str:
    return gym.logbook.session(session_uid(gym)).exercises[0].performed[0].uid


class TestAbsentColumns:
    def test_a_file_without_a_column_erases_nothing(self, gym: Gym) -> None:
        take(gym, past(1, RICH))
        taken = take(gym, past(1, done(100, 5)), source=SPARSE)
        assert (taken.sets_unchanged, sets_in(gym)) == (1, [RICH])

    def test_what_it_does_say_is_updated_beside_it(self, gym: Gym) -> None:
        take(gym, past(1, RICH))
        taken = take(gym, past(1, done(105, 5)), source=SPARSE)
        assert (taken.sets_updated, sets_in(gym)) == (1, [replace(RICH, load=kg(105))])

    def test_an_empty_cell_of_a_column_that_is_there_does_erase(self, gym: Gym) -> None:
        take(gym, past(1, RICH))
        take(gym, past(1, done(100, 5)))
        assert sets_in(gym) == [done(100, 5)]

    def test_sets_are_told_apart_without_what_is_absent(self, gym: Gym) -> None:
        take(gym, past(1, RICH, replace(RICH, load=kg(110))))
        taken = take(gym, past(1, done(110, 5)), source=SPARSE)
        assert (taken.sets_unchanged, taken.sets_missing, taken.sets_updated) == (1, 1, 0)


class TestRenamed:
    def test_d7_a_workout_renamed_at_the_source_is_the_same_workout(self, gym: Gym) -> None:
        take(gym, past(1))
        taken = take(gym, replace(past(1), key="2024 Chest", title="Chest"))
        assert (taken.sessions_added, taken.sessions_renamed, taken.sets_unchanged) == (0, 1, 3)
        assert [one.title for one in gym.logbook.past_page()] == ["Push"]
        assert take(gym, replace(past(1), key="2024 Chest", title="Chest")).sessions_renamed == 0

    def test_another_workout_of_that_minute_is_another_one(self, gym: Gym) -> None:
        take(gym, past(1))
        taken = take(gym, replace(past(1, done(20, 15), name="Curl"), key="other"))
        assert (taken.sessions_added, taken.sessions_renamed) == (1, 0)

    def test_it_is_not_taken_for_one_that_is_in_the_file_too(self, gym: Gym) -> None:
        take(gym, past(1))
        assert take(gym, past(1), replace(past(1), key="twin")).sessions_added == 1


class TestMoved:
    def test_sets_in_another_order_are_told_and_stay(self, gym: Gym) -> None:
        take(gym, past(1, done(100, 5), done(90, 5), done(80, 5)))
        taken = take(gym, past(1, done(80, 5), done(100, 5), done(90, 5)))
        assert (taken.sets_moved > 0, taken.sets_unchanged) == (True, 3)
        assert sets_in(gym) == [done(100, 5), done(90, 5), done(80, 5)]


class TestOtherNames:
    def test_a_name_that_was_confirmed_is_kept_with_its_exercise(self, gym: Gym) -> None:
        bench = gym.logbook.add_exercise_to_library(Exercise("", "Bench Press"))
        gym.logbook.take_in(FILE, [past(1)], names={"Bench Pres": bench.uid})
        assert gym.logbook.exercises()[0].aliases == ("Bench Pres",)

    def test_a_name_that_is_taken_stays_where_it_is(self, gym: Gym) -> None:
        bench = gym.logbook.add_exercise_to_library(Exercise("", "Bench Press"))
        gym.logbook.add_exercise_to_library(Exercise("", "Row"))
        gym.logbook.take_in(FILE, [past(1)], names={"row": bench.uid})
        assert all(not one.aliases for one in gym.logbook.exercises())

    def test_it_is_told_how_far_it_is(self, gym: Gym) -> None:
        heard: list[int] = []
        gym.logbook.take_in(FILE, [past(1), past(2)], told=heard.append)
        assert heard == [1, 2]


class TestTakingBack:
    def test_workouts_are_discarded_never_purged(self, gym: Gym) -> None:
        taken = take(gym, past(1))
        uid = session_uid(gym)
        gym.logbook.undo_import(taken.batch_uid or "")
        assert gym.logbook.session(uid).status is Status.DISCARDED
        assert gym.logbook.session(uid).done == 3
        assert gym.logbook.imports() == ()

    def test_what_was_changed_since_stays_and_is_told(self, gym: Gym) -> None:
        taken = take(gym, past(1), past(2))
        gym.logbook.edit_set(first_set(gym), done(90, 5))
        gone = gym.logbook.undo_import(taken.batch_uid or "")
        assert (gone.sessions_discarded, gone.sessions_kept, gone.batch.edited) == (1, 1, 1)
        assert len(gym.logbook.past_page()) == 1
        assert gym.logbook.imports()[0].sessions == 1
        assert take(gym, past(1), past(2)).sessions_added == 1

    def test_everything_goes_when_that_is_said(self, gym: Gym) -> None:
        taken = take(gym, past(1))
        gym.logbook.edit_set(first_set(gym), done(90, 5))
        gone = gym.logbook.undo_import(taken.batch_uid or "", everything=True)
        assert (gone.sessions_discarded, gone.sessions_kept) == (1, 0)
        assert gym.logbook.past_page() == ()

    @pytest.mark.parametrize("change", ["note", "rename", "remove"])
    def test_any_change_of_a_workout_counts(self, gym: Gym, change: str) -> None:
        taken = take(gym, past(1))
        uid = session_uid(gym)
        if change == "note":
            gym.logbook.note_session(uid, "mine")
        elif change == "rename":
            amend(gym.logbook, uid, title="Mine")
        else:
            gym.logbook.remove_set(first_set(gym))
        assert gym.logbook.undo_import(taken.batch_uid or "").sessions_kept == 1

    def test_sets_added_to_earlier_workouts_are_removed_from_them(self, gym: Gym) -> None:
        take(gym, past(1, done(100, 5)))
        longer = take(gym, past(1, done(100, 5), done(95, 5)))
        gone = gym.logbook.undo_import(longer.batch_uid or "")
        assert (gone.sets_removed, gone.sessions_discarded, sets_in(gym)) == (1, 0, [done(100, 5)])

    def test_of_those_the_ones_changed_since_stay(self, gym: Gym) -> None:
        take(gym, past(1, done(100, 5)))
        longer = take(gym, past(1, done(100, 5), done(95, 5)))
        added = gym.logbook.session(session_uid(gym)).exercises[0].performed[1].uid
        gym.logbook.edit_set(added, done(90, 5))
        assert gym.logbook.undo_import(longer.batch_uid or "").sets_kept == 1
        assert sets_in(gym) == [done(100, 5), done(90, 5)]

    def test_taking_back_a_later_import_is_no_change_of_the_workouts_of_an_earlier_one(self, gym: Gym) -> None:
        first = take(gym, past(1, done(100, 5)))
        longer = take(gym, past(1, done(100, 5), done(95, 5)))
        gym.logbook.undo_import(longer.batch_uid or "")
        assert gym.logbook.undo_import(first.batch_uid or "").sessions_discarded == 1

    def test_the_same_file_comes_anew_afterwards(self, gym: Gym) -> None:
        taken = take(gym, past(1))
        gym.logbook.undo_import(taken.batch_uid or "")
        assert take(gym, past(1)).sessions_added == 1
        assert len(gym.logbook.past_page()) == 1

    def test_while_one_of_its_workouts_is_open_nothing_is_taken_back(self, gym: Gym) -> None:
        taken = take(gym, past(1), past(2))
        gym.logbook.reopen(session_uid(gym))
        with pytest.raises(InvalidEntry, match="open"):
            gym.logbook.undo_import(taken.batch_uid or "", everything=True)
        assert gym.logbook.imports()[0].sessions == 2
        assert gym.logbook.undo_import(taken.batch_uid or "").sessions_kept == 1

    def test_it_is_one_act_in_the_audit(self, gym: Gym) -> None:
        taken = take(gym, past(1), past(2))
        gym.logbook.undo_import(taken.batch_uid or "")
        acts = gym.store.rows(
            "SELECT act.kind, count(*) AS n FROM audit JOIN act ON act.id = audit.act_id"
            " WHERE audit.entity = 'session' AND json_extract(audit.new, '$.status') = 'discarded' GROUP BY act.id"
        )
        assert [(row["kind"], row["n"]) for row in acts] == [("undo import", 2)]
