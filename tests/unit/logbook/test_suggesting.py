"""Which workout comes next, and which can be chosen."""

from __future__ import annotations

from dataclasses import replace

from tests.support import DAY, START, Gym, done
from workout_tui.model.exercise import Exercise
from workout_tui.model.intake import ImportSource, PastBlock, PastSession, PastSet
from workout_tui.model.plan import Program, ProgramKind, Target, Template, TemplateExercise


def program(gym: Gym, name: str, kind: ProgramKind, *days: str, weeks: int = 1) -> Program:
    bench = gym.exercise("Bench Press")
    templates = tuple(
        Template(
            "", f"{day}{week or ''}", "", 1, "", name, kind, week, number,
            exercises=(TemplateExercise("", bench, (Target(5, 5),)),),
        )
        for week in range(weeks)
        for number, day in enumerate(days)
    )  # fmt: skip
    return gym.logbook.add_program(Program("", name, kind, templates))


def train(gym: Gym, title: str) -> None:
    template = next(one for one in gym.logbook.templates() if one.name == title)
    gym.trained(template, done(100, 5))
    gym.clock.pass_ms(DAY)


def next_up(gym: Gym) -> str | None:
    up_next = gym.logbook.home().up_next
    return up_next.title if up_next else None


def bring(gym: Gym, *titles: str) -> None:
    """An imported history: one session a day, ending yesterday."""
    sets = (PastBlock(Exercise("", "Row"), (PastSet(done(60, 8)),) * 3),)
    past = [
        PastSession(
            str(n), title, START - (len(titles) - n) * DAY, 120, sets, ended_at=START - (len(titles) - n) * DAY + 1
        )
        for n, title in enumerate(titles)
    ]
    gym.logbook.take_in(ImportSource("strong", "f.csv", "0" * 64), past)


class TestNothingYet:
    def test_a_new_log_suggests_nothing(self, gym: Gym) -> None:
        home = gym.logbook.home()
        assert (home.up_next, home.workouts, home.open, home.records) == (None, (), None, ())

    def test_the_first_workout_there_is(self, gym: Gym) -> None:
        gym.push()
        gym.template("Pull A", gym.planned("Row"))
        assert next_up(gym) == "Push A"


class TestCycle:
    def test_it_goes_round(self, gym: Gym) -> None:
        program(gym, "ABC", ProgramKind.CYCLE, "a", "b", "c")
        seen = []
        for _ in range(5):
            title = next_up(gym)
            assert title
            seen.append(title)
            train(gym, title)
        assert seen == ["a", "b", "c", "a", "b"]

    def test_a_day_done_out_of_turn_is_gone_on_from(self, gym: Gym) -> None:
        program(gym, "ABC", ProgramKind.CYCLE, "a", "b", "c")
        train(gym, "a")
        train(gym, "c")
        assert next_up(gym) == "a"

    def test_it_says_why(self, gym: Gym) -> None:
        program(gym, "ABC", ProgramKind.CYCLE, "a", "b")
        first = gym.logbook.home().up_next
        train(gym, "a")
        second = gym.logbook.home().up_next
        assert first
        assert second
        assert (first.why, second.why) == ("first in ABC", "next in ABC")

    def test_the_session_that_runs_is_not_what_comes_next(self, gym: Gym) -> None:
        program(gym, "AB", ProgramKind.CYCLE, "a", "b")
        gym.start(gym.logbook.templates()[0])
        assert next_up(gym) == "b"


class TestPlan:
    def test_a_missed_day_comes_before_the_next_week(self, gym: Gym) -> None:
        program(gym, "Six weeks", ProgramKind.PLAN, "a", "b", weeks=2)
        train(gym, "a")
        assert next_up(gym) == "b"
        train(gym, "a1")
        assert next_up(gym) == "b"
        train(gym, "b")
        assert next_up(gym) == "b1"

    def test_after_its_end_it_begins_again(self, gym: Gym) -> None:
        program(gym, "Short", ProgramKind.PLAN, "a", "b")
        train(gym, "a")
        train(gym, "b")
        assert next_up(gym) == "a"


class TestWhichProgram:
    def test_the_one_trained_last(self, gym: Gym) -> None:
        program(gym, "One", ProgramKind.CYCLE, "a", "b")
        program(gym, "Two", ProgramKind.CYCLE, "x", "y")
        train(gym, "a")
        train(gym, "x")
        assert next_up(gym) == "y"

    def test_a_new_one_is_meant_to_be_begun_after_workouts_in_no_order(self, gym: Gym) -> None:
        bring(gym, "Push", "Pull", "Push", "Pull")
        program(gym, "New", ProgramKind.CYCLE, "a", "b")
        assert next_up(gym) == "a"

    def test_an_archived_one_is_over(self, gym: Gym) -> None:
        old = program(gym, "One", ProgramKind.CYCLE, "a", "b")
        gym.push()
        train(gym, "a")
        gym.logbook.archive_program(old.uid)
        assert next_up(gym) == "Push A"
        assert [one.title for one in gym.logbook.home().workouts] == ["Push A"]


class TestNoOrder:
    def test_the_one_not_done_for_the_longest(self, gym: Gym) -> None:
        for name in ("Push", "Pull", "Legs"):
            gym.template(name, gym.planned("Bench Press"))
        for name in ("Legs", "Push", "Pull", "Legs", "Pull", "Push"):
            train(gym, name)
        assert next_up(gym) == "Legs"

    def test_an_imported_history_is_enough(self, gym: Gym) -> None:
        bring(gym, "Push", "Pull", "Push", "Pull", "Push")
        assert next_up(gym) == "Pull"
        up_next = gym.logbook.home().up_next
        assert up_next
        (line,) = up_next.lines
        assert (line.exercise.name, len(line.targets), line.targets[0].load) == ("Row", 3, done(60, 8).load)

    def test_who_does_one_workout_these_days_is_offered_that(self, gym: Gym) -> None:
        bring(gym, *["Upper"] * 4, *["Full"] * 12)
        assert next_up(gym) == "Full"

    def test_when_no_title_returns_these_days_an_older_one_does(self, gym: Gym) -> None:
        bring(gym, "Push", "Pull", "Push", "Pull", *[f"Day {n}" for n in range(12)])
        assert next_up(gym) == "Push"

    def test_what_was_given_up_long_ago_does_not_come_back(self, gym: Gym) -> None:
        for name in ("Old", "Push", "Pull"):
            gym.template(name, gym.planned("Bench Press"))
        for _ in range(3):
            train(gym, "Old")
        for _ in range(6):
            train(gym, "Push")
            train(gym, "Pull")
        assert next_up(gym) == "Push"


class TestChoices:
    def test_live_ones_first_then_imported_titles_that_recur(self, gym: Gym) -> None:
        bring(gym, "Pull", "Once", "Legs", "Pull", "Legs")
        gym.push()
        choices = gym.logbook.home().workouts
        assert [(one.number, one.title) for one in choices] == [(1, "Push A"), (2, "Legs"), (3, "Pull")]
        assert choices[1].exercises == ("Row",)
        assert choices[1].last_done is not None

    def test_an_imported_title_with_a_live_template_stands_once(self, gym: Gym) -> None:
        bring(gym, "Push A", "Push A")
        gym.push()
        assert [one.title for one in gym.logbook.home().workouts] == ["Push A"]

    def test_starting_an_imported_one_plans_as_much_as_last_time(self, gym: Gym) -> None:
        bring(gym, "Pull", "Pull")
        choice = gym.logbook.home().workouts[0]
        session = gym.logbook.start(choice.template_uid, session_uid="s")
        assert session.title == "Pull"
        assert [(block.exercise.name, len(block.planned)) for block in session.exercises] == [("Row", 3)]
        assert {one.target for one in session.exercises[0].planned} == {Target()}
        assert session.slot.occurrence == 3
        assert len(gym.logbook.history(session.exercises[0].exercise.uid)) == 2

    def test_what_was_left_out_once_is_asked_for_again(self, gym: Gym) -> None:
        bring(gym, "Pull", "Pull")
        choice = gym.logbook.home().workouts[0]
        session = gym.logbook.start(choice.template_uid, session_uid="s")
        session = gym.logbook.add_exercise(session.uid, gym.exercise("Dips").uid)
        gym.log(session, done(0, 8), block=1)
        gym.logbook.finish("s")
        again = gym.logbook.start(choice.template_uid, session_uid="t")
        assert [(one.exercise.name, len(one.planned)) for one in again.exercises] == [("Row", 3), ("Dips", 1)]

    def test_an_archived_template_can_come_back(self, gym: Gym) -> None:
        template = gym.push()
        gym.logbook.archive_template(template.uid)
        assert gym.logbook.home().workouts == ()
        gym.logbook.archive_template(template.uid, archived=False)
        assert [one.title for one in gym.logbook.home().workouts] == ["Push A"]

    def test_the_empty_workout_is_never_among_them(self, gym: Gym) -> None:
        for _ in range(3):
            session = gym.start()
            session = gym.logbook.add_exercise(session.uid, gym.exercise("Dips").uid)
            gym.logbook.finish(gym.log(session).uid)
        assert gym.logbook.home().workouts == ()
        assert next_up(gym) is None


class TestPreview:
    def test_it_shows_what_a_start_would_plan(self, gym: Gym) -> None:
        template = gym.push()
        preview = gym.logbook.preview(template.uid)
        assert preview
        session = gym.start(template)
        assert [line.targets for line in preview.lines] == [
            tuple(one.target for one in block.planned) for block in session.exercises
        ]

    def test_minutes_are_the_median_of_sane_ones(self, gym: Gym) -> None:
        template = gym.push()
        for minutes in (50, 60, 61, 16_000, 1):
            gym.trained(template, done(100, 5), minutes=minutes)
        preview = gym.logbook.preview(template.uid)
        assert preview
        assert preview.minutes == 60

    def test_the_step_and_its_reason(self, gym: Gym) -> None:
        squat = replace(gym.planned("Squat", Target(5, 5, done(100, 5).load)), step=done(2.5, 1).load)
        template = gym.template("A", squat)
        gym.trained(template, done(100, 5))
        preview = gym.logbook.preview(template.uid)
        assert preview
        assert str(preview.lines[0].delta) == "2.5 kg"
        assert "made" in preview.lines[0].why

    def test_there_is_no_such_template(self, gym: Gym) -> None:
        assert gym.logbook.preview("no such") is None
