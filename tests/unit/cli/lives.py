"""Logs as chance would have them, with everything in them that a log can hold."""

from __future__ import annotations

import random
from dataclasses import replace

from tests.support import DAY, MINUTE, Gym, kg, lb, open_place
from workout_tui.errors import WorkoutError
from workout_tui.logbook.logbook import NewSet
from workout_tui.model.exercise import Exercise, ExerciseSetting, LoadOf, Measure
from workout_tui.model.intake import ImportSource, PastBlock, PastSession, PastSet
from workout_tui.model.load import Distance, DistanceUnit, Unit
from workout_tui.model.plan import Deload, Program, ProgramKind, SetKind, Target, Template, TemplateExercise
from workout_tui.model.session import Session, SessionExercise, SetValues

NOTES = ("", "easy", "“quoted”, = 1 + 1\nand a second line", "\x1b[31mred\x07", "🏋️ Übung")


def live(gym: Gym, chance: random.Random, workouts: int = 6) -> None:
    """Set up a log and train in it."""
    library = [_exercise(gym, chance, number) for number in range(6)]
    gym.logbook.change_lifter(replace(gym.logbook.lifter, day_start=4, week_goal=3, rest_s=90, bell=False))
    gym.logbook.change_setting("bars_lb", "45, 33.5")
    gym.logbook.change_setting("plates_kg", "20x3, 1.25x1")
    programs = [_program(gym, chance, library, number) for number in range(2)]
    gym.template("Loose", *(_planned(chance, one) for one in library[:2]))
    if chance.random() < 0.5:
        gym.logbook.archive_program(programs[0].uid)
    for number in range(workouts):
        if number == workouts // 3:
            _bring(gym, chance, library)
            _begin_program(gym, programs[1])
        if number == workouts // 2:
            _begin_program(gym, programs[1])
        _train(gym, chance, library)
        gym.clock.pass_ms(chance.randint(1, 3) * DAY)
    if chance.random() < 0.5:
        _begin(gym, chance)


def _begin_program(gym: Gym, program: Program) -> None:
    """A run of a program, with one day left out."""
    gym.logbook.start_program(program.uid)
    gym.clock.pass_ms(MINUTE)
    gym.logbook.skip_day()


def _exercise(gym: Gym, chance: random.Random, number: int) -> Exercise:
    one = Exercise(
        "",
        f"Exercise {number}",
        chance.choice(list(Measure)),
        chance.choice(("", "barbell")),
        ("chest",) * (number % 2),
        ("back",),
        (f"Also {number}",),
        number == 5,
    )
    known = gym.logbook.add_exercise_to_library(one)
    if chance.random() < 0.7:
        setting = ExerciseSetting(
            chance.choice(NOTES),
            kg(1.25),
            kg(15),
            75,
            Unit.LB,
            DistanceUnit.MI,
            load_of=LoadOf.EACH,
            by_side=True,
            training_max=kg(140),
        )
        gym.logbook.set_exercise_setting(known.uid, setting)
    return known


def _planned(chance: random.Random, one: Exercise) -> TemplateExercise:
    targets = tuple(
        Target(5, chance.randint(5, 8), chance.choice((None, kg(62.5), lb(135))), rpe10=chance.choice((None, 80)))
        for _ in range(chance.randint(1, 3))
    )
    targets = (*targets, *(Target(5, 5, percent10=850) for _ in range(chance.randint(0, 1))))
    deload = chance.choice((None, Deload(10, 2)))
    rest_s, superset = chance.choice((None, 60)), chance.choice(("", "A"))
    return TemplateExercise("", one, targets, rest_s, superset, kg(2.5), "slow", deload)


def _program(gym: Gym, chance: random.Random, library: list[Exercise], number: int) -> Program:
    kind = (ProgramKind.PLAN, ProgramKind.CYCLE)[number]
    days = tuple(
        Template(
            "",
            f"Day {day}",
            "",
            1,
            "",
            "",
            kind,
            number,
            day,
            tuple(_planned(chance, one) for one in library[day:][:2]),
        )
        for day in range(3)
    )
    return gym.logbook.add_program(Program("", f"Program {number}", kind, days))


def _bring(gym: Gym, chance: random.Random, library: list[Exercise]) -> None:
    """Files of other programs; a later one adds to what an earlier one brought, and one is taken back."""
    for sets in (2, 3):
        for name in ("strong", "hevy", "liftlog"):
            past = PastSet(SetValues(kg(60), chance.randint(1, 12), note=chance.choice(NOTES)))
            block = PastBlock(chance.choice(library), (past,) * sets, named=chance.choice(("", "Theirs")))
            source = ImportSource(name, f"{name} “{sets}”.csv", "0" * 64)
            when = gym.clock.at - 30 * DAY
            brought = gym.logbook.take_in(source, [PastSession(f"{name} 1", "Theirs", when, 60, (block,))])
            gym.clock.pass_ms(MINUTE)
    if brought.batch_uid is not None and chance.random() < 0.5:
        gym.logbook.undo_import(brought.batch_uid)
    for one in gym.logbook.session(gym.logbook.past_page(limit=1)[0].uid).exercises[0].performed[:1]:
        gym.logbook.remove_set(one.uid)


def _begin(gym: Gym, chance: random.Random) -> Session:
    template = chance.choice((None, *gym.logbook.templates()))
    return gym.logbook.start(template.uid if template else None, session_uid=gym.uids.new())


def _train(gym: Gym, chance: random.Random, library: list[Exercise]) -> None:
    session = _begin(gym, chance)
    session = gym.logbook.add_exercise(session.uid, chance.choice(library[:5]).uid)
    for _ in range(chance.randint(3, 12)):
        gym.clock.pass_ms(MINUTE)
        session = _act(gym, chance, session)
    gym.logbook.set_bodyweight(session.uid, kg(82.5))
    gym.logbook.note_session(session.uid, chance.choice(NOTES))
    if session.done and chance.random() < 0.8:
        gym.logbook.finish(session.uid)
    else:
        gym.logbook.discard(session.uid)


def _act(gym: Gym, chance: random.Random, session: Session) -> Session:  # noqa: PLR0911 - one for each act
    block = chance.choice(session.exercises)
    kinds = ["log"] * 6 + ["skip", "note", "superset", "insert", "remove", "reorder", "add"]
    try:
        match chance.choice(kinds):
            case "log":
                number = session.exercises.index(block)
                new = [NewSet(gym.uids.new(), _values(chance, block))]
                return gym.logbook.log_sets(session.slot, open_place(session, number), new)
            case "skip" if block.open_rows:
                return gym.logbook.skip_exercise(block.uid)
            case "note":
                return gym.logbook.note_exercise(block.uid, chance.choice(NOTES))
            case "superset":
                return gym.logbook.set_superset(session.uid, {one.uid: "B" for one in session.exercises[:2]})
            case "insert":
                return gym.logbook.insert_sets(block.uid, 1, [Target(3, 3, kind=SetKind.WARMUP)])
            case "remove" if block.performed:
                return gym.logbook.remove_set(block.performed[0].uid)
            case "reorder":
                order = [one.uid for one in session.exercises]
                chance.shuffle(order)
                return gym.logbook.reorder(session.uid, order)
            case _:
                return gym.logbook.add_set(block.uid)
    except WorkoutError:  # chance asked for what cannot be
        return session


def _values(chance: random.Random, block: SessionExercise) -> SetValues:
    kind, note = chance.choice(list(SetKind)), chance.choice(NOTES)
    match block.exercise.measure:
        case Measure.TIME:
            return SetValues(None, seconds=90, kind=kind, note=note)
        case Measure.DISTANCE:
            return SetValues(seconds=1470, distance=Distance(5250, DistanceUnit.KM), kind=kind, note=note)
        case Measure.BODYWEIGHT:
            return SetValues(chance.choice((None, kg(-20), kg(10))), 8, rpe10=chance.choice((None, 85)), kind=kind)
    return SetValues(chance.choice((kg(102.5), lb(233))), chance.randint(1, 12), rpe10=85, kind=kind, note=note)
