"""The library as a lifter tends it: fields as text, another name, two that are one, and undo."""

from __future__ import annotations

import pytest

from tests.support import Gym, done, kg
from workout_tui.errors import CannotUndo, InvalidEntry, NotFound
from workout_tui.logbook.logbook import Logbook, NewSet, Place
from workout_tui.model.exercise import Exercise, ExerciseSetting, LoadOf, Measure
from workout_tui.model.load import Unit
from workout_tui.model.session import Session


def revision(gym: Gym, session: Session) -> int:
    return gym.logbook.session(session.uid).revision


def values(book: Logbook, uid: str) -> dict[str, str]:
    form = book.exercise_form(uid)
    return {one.name: one.value for one in (*form.shared, *form.own)}


def in_sheet(gym: Gym, session: Session) -> None:
    """The session stands in a sheet as it is now."""
    with gym.store.write():
        gym.store.run(
            "INSERT INTO sheet(profile_id, spreadsheet_id, tab, journal, title, account, key_place, token_place,"
            " connected_at) SELECT id, 'x', 1, 2, 'Log', '', 4, 10, 0 FROM profile"
        )
        gym.store.run(
            "INSERT INTO sheet_session(sheet_id, session_id, revision, status, sent)"
            " SELECT sheet.id, session.id, session.revision, 'completed', 1 FROM sheet, session WHERE session.uid = ?",
            (session.uid,),
        )


def is_stale(gym: Gym) -> bool:
    return bool(gym.store.value("SELECT stale FROM sheet_session"))


class TestFields:
    def test_what_was_typed_is_what_stands(self, gym: Gym) -> None:
        bench = gym.exercise("Bench Press")
        typed = {
            "equipment": "barb", "muscles": "Chest, triceps , chest", "besides": "shoulders", "also": "Bench, BP",
            "unit": "lb", "step": "5", "bar": "15kg", "training_max": "140 kg", "rest": "3min", "note": " seat  4 ",
            "load_of": "each", "sides": "each",
        }  # fmt: skip
        for name, text in typed.items():
            shown = gym.logbook.read_exercise_field(bench.uid, name, text)
            assert gym.logbook.change_exercise_field(bench.uid, name, text) == shown
        assert values(gym.again(), bench.uid) == {
            "name": "Bench Press", "measure": "weight × reps", "equipment": "barbell", "muscles": "chest, triceps",
            "besides": "shoulders", "also": "Bench, BP", "note": "seat 4", "unit": "lb",
            "load_of": "each dumbbell or side", "sides": "each side in turn", "step": "5 lb", "bar": "15 kg",
            "training_max": "140 kg", "rest": "3:00",
        }  # fmt: skip

    def test_a_standing_note_of_the_log_screen_is_taken_back_like_all_else(self, gym: Gym) -> None:
        bench = gym.exercise("Bench Press")
        gym.logbook.change_exercise_field(bench.uid, "note", "seat 4")
        gym.logbook.set_exercise_setting(bench.uid, ExerciseSetting("seat 5"))
        assert [gym.logbook.undo_exercises(), values(gym.logbook, bench.uid)["note"]] == ["exercise setting", "seat 4"]
        assert [gym.logbook.undo_exercises(), values(gym.logbook, bench.uid)["note"]] == ["exercise standing note", ""]

    def test_each_lifter_settles_for_themselves_and_shares_the_rest(self, gym: Gym) -> None:
        bench = gym.exercise("Bench Press")
        bo = gym.other_lifter()
        gym.logbook.change_exercise_field(bench.uid, "note", "seat 4")
        gym.logbook.change_exercise_field(bench.uid, "muscles", "chest")
        assert (values(bo, bench.uid)["note"], values(bo, bench.uid)["muscles"]) == ("", "chest")
        with pytest.raises(CannotUndo):
            bo.undo_exercises()

    @pytest.mark.parametrize(
        ("name", "typed"),
        [
            ("step", "heavy"), ("step", "0"), ("bar", "-5"), ("rest", "soon"), ("rest", "2:00:00"), ("equipment", "x"),
            ("unit", "stone"), ("name", " "), ("name", "n" * 81), ("note", "n" * 201), ("load_of", "?"),
            ("muscles", ",".join(map(str, range(13)))), ("colour", "red"),
        ],
    )  # fmt: skip
    def test_what_cannot_be_is_refused_and_nothing_is_written(self, gym: Gym, name: str, typed: str) -> None:
        bench = gym.exercise("Bench Press")
        before = values(gym.logbook, bench.uid)
        with pytest.raises(InvalidEntry):
            gym.logbook.change_exercise_field(bench.uid, name, typed)
        assert values(gym.logbook, bench.uid) == before

    def test_a_muscle_is_worked_first_or_besides_and_not_both(self, gym: Gym) -> None:
        bench = gym.exercise("Bench Press")
        gym.logbook.change_exercise_field(bench.uid, "besides", "triceps")
        gym.logbook.change_exercise_field(bench.uid, "muscles", "triceps")
        assert (values(gym.logbook, bench.uid)["muscles"], values(gym.logbook, bench.uid)["besides"]) == (
            "triceps",
            "none",
        )

    def test_how_sets_are_counted_can_change_until_there_is_one(self, gym: Gym) -> None:
        plank = gym.exercise("Plank")
        gym.logbook.change_exercise_field(plank.uid, "measure", "time")
        assert gym.logbook.trend(plank.uid).exercise.measure is Measure.TIME
        session = gym.log(gym.start(gym.push()))
        bench = session.exercises[0].exercise
        with pytest.raises(InvalidEntry, match="1 set of it is logged: it would"):
            gym.logbook.change_exercise_field(bench.uid, "measure", "time")
        assert next(one for one in gym.logbook.exercise_form(bench.uid).shared if one.name == "measure").choices == ()

    def test_every_measure_has_what_it_can_use(self, gym: Gym) -> None:
        run = gym.exercise("Run", Measure.DISTANCE)
        assert "distance_unit" in values(gym.logbook, run.uid)
        assert "load_of" not in values(gym.logbook, gym.exercise("Dips", Measure.BODYWEIGHT).uid)

    def test_none_of_what_is_not_there(self, gym: Gym) -> None:
        with pytest.raises(NotFound):
            gym.logbook.exercise_form("no such")


class TestRename:
    def test_the_past_bears_the_new_name_and_is_due_again(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        bench = session.exercises[0].exercise
        in_sheet(gym, session)
        gym.logbook.change_exercise_field(bench.uid, "name", "Flat Bench")
        assert gym.logbook.session(session.uid).exercises[0].exercise.name == "Flat Bench"
        assert is_stale(gym)

    def test_the_old_name_still_finds_it(self, gym: Gym) -> None:
        bench = gym.exercise("Bench Press")
        gym.logbook.change_exercise_field(bench.uid, "name", "Flat Bench")
        assert values(gym.logbook, bench.uid)["also"] == "Bench Press"
        assert gym.logbook.add_exercises([Exercise("", "bench press")])[0].uid == bench.uid
        gym.logbook.change_exercise_field(bench.uid, "name", "Bench Press")
        assert values(gym.logbook, bench.uid)["also"] == "Flat Bench"

    def test_undo_gives_the_old_name_back_and_that_is_due_too(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        bench = session.exercises[0].exercise
        gym.logbook.change_exercise_field(bench.uid, "name", "Flat Bench")
        in_sheet(gym, session)
        assert gym.logbook.undo_exercises() == "exercise name"
        assert gym.logbook.session(session.uid).exercises[0].exercise == bench
        assert is_stale(gym)
        gym.logbook.redo_exercises()
        assert gym.logbook.session(session.uid).exercises[0].exercise.name == "Flat Bench"

    def test_anything_but_the_name_leaves_workouts_as_they_are(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        bench, before = session.exercises[0].exercise, revision(gym, session)
        in_sheet(gym, session)
        gym.logbook.change_exercise_field(bench.uid, "muscles", "chest")
        gym.logbook.change_exercise_field(bench.uid, "equipment", "barbell")
        gym.logbook.archive_exercise(bench.uid)
        gym.logbook.change_exercise_field(bench.uid, "note", "seat 4")
        assert revision(gym, session) == before
        assert not is_stale(gym)

    def test_a_name_that_is_taken_is_refused(self, gym: Gym) -> None:
        bench = gym.exercise("Bench Press")
        gym.exercise("Squat")
        with pytest.raises(InvalidEntry, match="There is a “Squat” already"):
            gym.logbook.change_exercise_field(bench.uid, "name", "Squat")


class TestMerge:
    def test_all_that_was_done_and_planned_is_of_the_kept_one(self, gym: Gym) -> None:
        push = gym.push()
        session = gym.trained(push, done(100, 5), done(100, 5))
        bench, flat = session.exercises[0].exercise, gym.exercise("Flat Bench")
        bo = gym.other_lifter()
        theirs = bo.add_exercise(bo.start(None, session_uid="theirs").uid, bench.uid)
        use = gym.logbook.exercise_form(bench.uid).use
        assert (use.sessions, use.sets, use.templates) == (2, 2, 1)
        kept = gym.logbook.merge_exercises(bench.uid, flat.uid)
        assert kept.aliases == ("Bench Press",)
        assert gym.logbook.trend(flat.uid).sessions == 1
        assert gym.logbook.template(push.uid).exercises[0].exercise.uid == flat.uid
        assert bo.session(theirs.uid).exercises[0].exercise.uid == flat.uid
        assert revision(gym, session) == session.revision + 1
        assert bench.uid not in {one.uid for one in gym.logbook.exercises()}
        assert gym.logbook.add_exercises([Exercise("", "Bench Press")])[0].uid == flat.uid

    def test_undo_parts_them_again(self, gym: Gym) -> None:
        session = gym.trained(gym.push(), done(100, 5))
        bench = session.exercises[0].exercise
        gym.logbook.change_exercise_field(bench.uid, "muscles", "chest")
        gym.logbook.change_exercise_field(bench.uid, "also", "BP")
        flat = gym.exercise("Flat Bench")
        setting = ExerciseSetting("seat 4", step=kg(2.5), load_of=LoadOf.EACH)
        gym.logbook.set_exercise_setting(bench.uid, setting)
        gym.logbook.set_exercise_setting(flat.uid, ExerciseSetting(unit=Unit.LB))
        whole = gym.logbook.whole()
        gym.logbook.merge_exercises(bench.uid, flat.uid)
        assert gym.logbook.exercise_setting(flat.uid).note == "seat 4"
        assert gym.logbook.undo_exercises() == "merge exercises"
        assert gym.logbook.whole().exercises == whole.exercises
        assert gym.logbook.whole().settings == whole.settings
        assert gym.logbook.session(session.uid).exercises[0].exercise.uid == bench.uid
        gym.logbook.redo_exercises()
        assert gym.logbook.trend(flat.uid).sessions == 1

    def test_what_was_settled_for_the_kept_one_stands(self, gym: Gym) -> None:
        gone, kept = gym.exercise("Bench"), gym.exercise("Bench Press")
        gym.logbook.set_exercise_setting(gone.uid, ExerciseSetting("old", kg(5), kg(15), 90, by_side=True))
        gym.logbook.set_exercise_setting(kept.uid, ExerciseSetting("new", rest_s=180, by_side=False))
        gym.logbook.merge_exercises(gone.uid, kept.uid)
        assert gym.logbook.exercise_setting(kept.uid) == ExerciseSetting("new", kg(5), kg(15), 180, by_side=False)

    def test_undo_is_refused_when_something_moved_since(self, gym: Gym) -> None:
        session = gym.trained(gym.push(), done(100, 5))
        bench, flat = session.exercises[0].exercise, gym.exercise("Flat Bench")
        gym.logbook.merge_exercises(bench.uid, flat.uid)
        gym.logbook.note_exercise(session.exercises[0].uid, "paused")
        with pytest.raises(CannotUndo):
            gym.logbook.undo_exercises()
        assert gym.logbook.trend(flat.uid).sessions == 1

    def test_undo_takes_the_sets_that_were_logged_since_along(self, gym: Gym) -> None:
        flat = gym.exercise("Flat Bench")
        running = gym.log(gym.start(gym.push()))
        bench = running.exercises[0].exercise
        other = gym.logbook.add_exercise(running.uid, flat.uid)
        gym.logbook.merge_exercises(bench.uid, flat.uid)
        place = Place(running.exercises[0].uid, bench.uid)  # as a window knows it that did not look since
        gym.logbook.log_sets(running.slot, place, [NewSet(gym.uids.new(), done(105, 5))])
        place = Place(other.exercises[-1].uid, flat.uid)
        both = gym.logbook.log_sets(running.slot, place, [NewSet(gym.uids.new(), done(110, 3))])
        assert {one.exercise.uid for one in both.exercises if one.performed} == {flat.uid}
        gym.logbook.undo_exercises()
        parted = gym.logbook.session(running.uid)
        assert [len(one.performed) for one in parted.exercises] == [len(one.performed) for one in both.exercises]
        assert (parted.exercises[0].exercise.uid, parted.exercises[-1].exercise.uid) == (bench.uid, flat.uid)
        gym.logbook.redo_exercises()
        assert gym.logbook.session(running.uid).exercises == both.exercises

    def test_what_was_made_of_the_parted_one_since_keeps_them_apart(self, gym: Gym) -> None:
        session = gym.trained(gym.push(), done(100, 5))
        bench, flat = session.exercises[0].exercise, gym.exercise("Flat Bench")
        gym.logbook.merge_exercises(bench.uid, flat.uid)
        gym.logbook.undo_exercises()
        running = gym.logbook.start(None, session_uid=gym.uids.new())
        running = gym.logbook.add_exercise(running.uid, bench.uid)
        with pytest.raises(CannotUndo, match="stands in the way"):
            gym.logbook.redo_exercises()
        assert gym.logbook.session(running.uid).exercises[0].exercise.uid == bench.uid
        gym.logbook.merge_exercises(bench.uid, flat.uid)
        assert gym.logbook.session(running.uid).exercises[0].exercise.uid == flat.uid

    def test_only_what_is_counted_alike_can_be_one(self, gym: Gym) -> None:
        bench, plank = gym.exercise("Bench Press"), gym.exercise("Plank", Measure.TIME)
        with pytest.raises(InvalidEntry, match="counted as weight × reps, Plank as time"):
            gym.logbook.merge_exercises(bench.uid, plank.uid)
        with pytest.raises(InvalidEntry, match="one exercise already"):
            gym.logbook.merge_exercises(bench.uid, bench.uid)
        assert len(gym.logbook.exercises()) == 2


class TestArchive:
    def test_put_away_and_taken_out_again(self, gym: Gym) -> None:
        bench = gym.exercise("Bench Press")
        assert gym.logbook.archive_exercise(bench.uid).archived
        assert gym.logbook.undo_exercises() == "archive exercise"
        assert not gym.logbook.exercises()[0].archived
        gym.logbook.redo_exercises()
        assert not gym.logbook.archive_exercise(bench.uid, archived=False).archived
