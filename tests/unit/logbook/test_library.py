"""Exercises, settings, templates, programs, bars and plates, lifters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support import Gym, done, kg, lb
from workout_tui.errors import CannotUndo, InvalidEntry, NotFound
from workout_tui.logbook.lifters import add_lifter, first_lifter
from workout_tui.model.exercise import Exercise, ExerciseSetting, LoadOf, Measure
from workout_tui.model.load import DistanceUnit, Unit
from workout_tui.model.plan import Program, ProgramKind, SetKind, Target, Template, TemplateExercise


class TestExercises:
    def test_everything_is_kept(self, gym: Gym) -> None:
        one = Exercise("", "Pull-up", Measure.BODYWEIGHT, "bodyweight", ("lats", "back"), ("biceps",), ("Chin", "PU"))
        saved = gym.logbook.add_exercise_to_library(one)
        assert replace(saved, uid="") == one
        assert gym.again().exercises() == (saved,)

    def test_names_and_aliases_are_unique_whatever_their_case(self, gym: Gym) -> None:
        gym.logbook.add_exercise_to_library(Exercise("", "Übung", aliases=("Drill",)))
        for name in ("übung", "ÜBUNG ", "drill"):
            with pytest.raises(InvalidEntry, match="already"):
                gym.logbook.add_exercise_to_library(Exercise("", name))
        with pytest.raises(InvalidEntry, match="needs a name"):
            gym.logbook.add_exercise_to_library(Exercise("", "  "))

    def test_renaming_keeps_the_past(self, gym: Gym) -> None:
        session = gym.trained(gym.push(), done(100, 5))
        bench = session.exercises[0].exercise
        gym.logbook.change_exercise_field(bench.uid, "name", "Flat Bench")
        gym.logbook.change_exercise_field(bench.uid, "muscles", "chest")
        gym.logbook.archive_exercise(bench.uid)
        block = gym.logbook.session(session.uid).exercises[0]
        assert (block.exercise.name, block.exercise.archived, block.exercise.muscles) == (
            "Flat Bench",
            True,
            ("chest",),
        )
        assert len(gym.logbook.history(bench.uid)) == 1

    def test_filling_the_library_adds_only_what_it_lacks(self, gym: Gym) -> None:
        mine = gym.logbook.add_exercise_to_library(Exercise("", "Bench Press", equipment="mine"))
        both = gym.logbook.add_exercises(
            [Exercise("x", "bench press"), Exercise("y", "Row", aliases=("Bench Press", "R"))]
        )
        assert both[0] == mine
        assert both[1].aliases == ("R",)
        assert len(gym.logbook.exercises()) == 2

    def test_changing_what_is_not_there(self, gym: Gym) -> None:
        with pytest.raises(NotFound):
            gym.logbook.change_exercise_field("no such", "name", "X")
        with pytest.raises(NotFound):
            gym.logbook.archive_exercise("no such")

    def test_settings(self, gym: Gym) -> None:
        bench = gym.exercise("Bench Press")
        setting = ExerciseSetting(
            "seat 4", lb(5), kg(20), 150, Unit.LB, DistanceUnit.KM, load_of=LoadOf.TOTAL, by_side=False
        )
        gym.logbook.set_exercise_setting(bench.uid, setting)
        assert gym.again().exercise_setting(bench.uid) == setting
        assert gym.start(gym.push()).exercises[0].setting == setting
        with pytest.raises(NotFound):
            gym.logbook.exercise_setting("no such")


class TestTemplates:
    def full(self, gym: Gym) -> Template:
        squat = TemplateExercise(
            "", gym.exercise("Squat"), (Target(8, 10, kg(60), kind=SetKind.WARMUP), Target(5, 5, kg(140), rpe10=80)),
            rest_s=210, superset="A", step=kg(2.5), note="belt",
        )  # fmt: skip
        return gym.template("Legs", squat, gym.planned("Leg Press"))

    def test_everything_is_kept(self, gym: Gym) -> None:
        template = self.full(gym)
        assert gym.again().template(template.uid) == template
        assert template.exercises[0].targets[1] == Target(5, 5, kg(140), rpe10=80)
        assert (template.program, template.slug, template.exercises[0].note) == ("Workouts", "legs", "belt")

    def test_saving_it_unchanged_writes_nothing(self, gym: Gym) -> None:
        template = self.full(gym)
        traces = gym.store.value("SELECT count(*) FROM audit")
        assert gym.logbook.save_template(template) == template
        assert gym.store.value("SELECT count(*) FROM audit") == traces

    def test_an_edit_counts_revisions_and_keeps_the_slug(self, gym: Gym) -> None:
        template = self.full(gym)
        squat, press = template.exercises
        changed = replace(template, name="Leg day", exercises=(press, replace(squat, targets=squat.targets[1:])))
        saved = gym.logbook.save_template(changed)
        assert (saved.name, saved.slug, saved.exercises) == ("Leg day", "legs", changed.exercises)
        assert saved.revision > template.revision

    def test_l9_an_edit_leaves_what_was_done(self, gym: Gym) -> None:
        template = gym.push()
        session = gym.trained(template, done(100, 5))
        gym.logbook.save_template(replace(template, name="Other", exercises=()))
        assert gym.logbook.session(session.uid) == session

    def test_an_exercise_taken_out_and_one_put_in(self, gym: Gym) -> None:
        template = self.full(gym)
        saved = gym.logbook.save_template(
            replace(template, exercises=(template.exercises[1], gym.planned("Calf Raise")))
        )
        assert [one.exercise.name for one in saved.exercises] == ["Leg Press", "Calf Raise"]

    def test_it_needs_a_name(self, gym: Gym) -> None:
        with pytest.raises(InvalidEntry):
            gym.template("  ")

    def test_two_of_one_name_have_two_slugs(self, gym: Gym) -> None:
        assert [gym.template("Legs").slug, gym.template("Legs").slug] == ["legs", "legs-2"]

    def test_the_empty_workout_cannot_be_put_away(self, gym: Gym) -> None:
        empty = gym.store.value("SELECT uid FROM template WHERE reserved")
        with pytest.raises(NotFound):
            gym.logbook.archive_template(empty)


class TestPrograms:
    def test_a_program_with_its_days(self, gym: Gym) -> None:
        day = Template("", "Day", "", 1, "", "", ProgramKind.PLAN, 0, 0, exercises=(gym.planned("Squat"),))
        added = gym.logbook.add_program(Program("", "Plan", ProgramKind.PLAN, (day, replace(day, week=1))))
        assert [(one.week, one.day, one.program) for one in added.templates] == [(0, 0, "Plan"), (1, 0, "Plan")]
        assert added in gym.logbook.programs()

    def test_its_name_is_taken(self, gym: Gym) -> None:
        gym.logbook.add_program(Program("", "Plan", ProgramKind.PLAN))
        with pytest.raises(InvalidEntry, match="already"):
            gym.logbook.add_program(Program("", "plan", ProgramKind.CYCLE))

    def test_putting_it_away_gives_its_name_free(self, gym: Gym) -> None:
        old = gym.logbook.add_program(Program("", "Plan", ProgramKind.PLAN))
        assert gym.logbook.archive_program(old.uid).archived
        assert gym.logbook.add_program(Program("", "Plan", ProgramKind.PLAN)).uid != old.uid

    def test_the_shelf_stays(self, gym: Gym) -> None:
        with pytest.raises(NotFound):
            gym.logbook.archive_program(gym.logbook.programs()[0].uid)


class TestBarsAndPlates:
    def test_the_usual_ones_are_there_in_both_units(self, gym: Gym) -> None:
        assert gym.logbook.plates(Unit.KG).bars[0] == kg(20)
        assert (lb(45), 4) in gym.logbook.plates(Unit.LB).plates

    def test_ones_own(self, gym: Gym) -> None:
        gym.logbook.change_setting("bars_kg", "25, 20")
        gym.logbook.change_setting("plates_kg", "20x4, 0.5x1")
        own = gym.again().plates(Unit.KG)
        assert own.bars == (kg(25), kg(20))
        assert own.plates == ((kg(20), 4), (kg(0.5), 1))
        assert gym.logbook.plates(Unit.LB).bars[0] == lb(45)


class TestLifters:
    def test_the_first_one(self, gym: Gym) -> None:
        gym.other_lifter("Bo")
        found = first_lifter(gym.store)
        assert found
        assert found.name == "Ann"
        assert [one.name for one in gym.logbook.lifters()] == ["Ann", "Bo"]

    def test_settings_are_kept(self, gym: Gym) -> None:
        wanted = replace(
            gym.logbook.lifter, unit=Unit.LB, day_start=4, week_goal=3, rest_s=90, rest_auto=False, bell=False
        )
        gym.logbook.change_lifter(wanted)
        assert gym.again().lifter == wanted

    def test_names_are_unique(self, gym: Gym) -> None:
        for name in ("ann", " ANN "):
            with pytest.raises(InvalidEntry, match="already"):
                add_lifter(gym.store, name, Unit.KG, clock=gym.clock, uids=gym.uids)
        with pytest.raises(InvalidEntry, match="needs a name"):
            add_lifter(gym.store, " ", Unit.KG, clock=gym.clock, uids=gym.uids)
        gym.other_lifter("Bo")
        with pytest.raises(InvalidEntry, match="already"):
            gym.logbook.change_lifter(replace(gym.logbook.lifter, name="Bo"))


class TestUndoOfTemplates:
    def test_an_edit_is_taken_back_and_done_again(self, gym: Gym) -> None:
        template = gym.push()
        changed = gym.logbook.save_template(replace(template, exercises=template.exercises[:1]))
        assert gym.logbook.undo_template(template.uid) == "save template"
        assert gym.logbook.template(template.uid).exercises == template.exercises
        assert gym.logbook.redo_template(template.uid) == "save template"
        assert gym.logbook.template(template.uid).exercises == changed.exercises

    def test_each_template_has_a_thread_of_its_own(self, gym: Gym) -> None:
        one, other = gym.push(), gym.template("Pull A", gym.planned("Row"))
        gym.logbook.save_template(replace(one, name="Push B"))
        gym.logbook.save_template(replace(other, name="Pull B"))
        gym.logbook.undo_template(one.uid)
        assert [item.name for item in gym.logbook.templates()] == ["Push A", "Pull B"]

    def test_a_training_max_is_settled_in_the_same_act(self, gym: Gym) -> None:
        template = gym.push()
        bench = template.exercises[0].exercise
        gym.logbook.save_template(replace(template, name="Push B"), {bench.uid: kg(140)})
        assert gym.logbook.exercise_setting(bench.uid).training_max == kg(140)
        gym.logbook.undo_template(template.uid)
        assert gym.logbook.exercise_setting(bench.uid).training_max is None
        assert gym.logbook.template(template.uid).name == "Push A"

    def test_a_new_one_is_not_undone_into_nothing(self, gym: Gym) -> None:
        template = gym.push()
        with pytest.raises(CannotUndo, match="This made the workout"):
            gym.logbook.undo_template(template.uid)
        assert gym.logbook.template(template.uid) == template

    def test_l9_neither_an_edit_nor_its_undo_touches_what_was_done(self, gym: Gym) -> None:
        template = gym.push()
        session = gym.trained(template, done(100, 5))
        gym.logbook.save_template(replace(template, name="Other", exercises=()))
        gym.logbook.archive_template(template.uid)
        assert gym.logbook.session(session.uid) == session
        gym.logbook.undo_template(template.uid)
        gym.logbook.undo_template(template.uid)
        assert gym.logbook.session(session.uid) == session

    def test_what_finish_took_over_is_taken_back_in_the_editor(self, gym: Gym) -> None:
        template = gym.push()
        session = gym.start(template)
        session = gym.logbook.add_exercise(session.uid, gym.exercise("Dips").uid)
        gym.log(session, done(20, 8), block=2)
        gym.logbook.finish(session.uid)
        assert len(gym.logbook.update_template(session.uid).exercises) == 3
        assert gym.logbook.undo_template(template.uid) == "update template"
        assert gym.logbook.template(template.uid).exercises == template.exercises
