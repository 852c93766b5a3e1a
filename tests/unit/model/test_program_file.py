"""Programs as a file: what is written is read back, and what is wrong is told with its place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.model.test_written import lines
from workout_tui.errors import InvalidEntry
from workout_tui.model.exercise import Exercise, Measure, name_key
from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import Program, ProgramKind, Target, Template, TemplateExercise
from workout_tui.model.program_file import FromFile, read, write

BENCH = Exercise("e", "Bench Press", equipment="barbell", aliases=("Bench",))

WAVE = """
unit = "kg"

[[programs]]
name = "Wave"
about = "two weeks"
kind = "plan"

[[programs.days]]
name = "Day 1"
exercises = [ { name = "bench", sets = "3x5@85% r3:00 +2.5 tm140" } ]

[[programs.days]]
name = "Day 2"
exercises = [ { name = "Sled Push", sets = "4x20m", measure = "distance", equipment = "other" } ]

[[programs.days]]
name = "Day 1, again"
week = 2
exercises = [ { name = "Sled Push", sets = "2x" } ]
"""


def kg(number: float) -> Load:
    return Load(round(number * 1000), Unit.KG)


def test_what_a_file_says() -> None:
    (found,) = read(WAVE, [BENCH], Unit.KG)
    assert (found.about, found.training_maxes) == ("two weeks", (("Bench Press", kg(140)),))
    assert (found.program.name, found.program.kind) == ("Wave", ProgramKind.PLAN)
    assert [(day.name, day.week, day.day) for day in found.program.templates] == [
        ("Day 1", 0, 0), ("Day 2", 0, 1), ("Day 1, again", 1, 0),
    ]  # fmt: skip
    bench = found.program.templates[0].exercises[0]
    assert (bench.exercise, bench.targets, bench.rest_s, bench.step) == (
        BENCH, (Target(5, 5, percent10=850),) * 3, 180, kg(2.5),
    )  # fmt: skip
    sleds = [found.program.templates[place].exercises[0].exercise for place in (1, 2)]
    assert sleds == [Exercise("", "Sled Push", Measure.DISTANCE, "other")] * 2


def test_the_line_for_pounds_is_taken_by_who_lifts_in_pounds() -> None:
    text = WAVE.replace('sets = "3x5@85% r3:00 +2.5 tm140"', 'sets = "3x5@60 +2.5", lb = "3x5@135 +5"')
    in_kg, in_lb = (read(text, [BENCH], unit)[0].program.templates[0].exercises[0] for unit in Unit)
    assert (in_kg.targets[0].load, in_kg.step) == (kg(60), kg(2.5))
    assert (in_lb.targets[0].load, in_lb.step) == (Load(135_000, Unit.LB), Load(5000, Unit.LB))


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ('kind = "plan"', 'kind = "wave"', "Wave: kind is missing or wrong. Write kind = “…”, one of plan,"),
        ('kind = "plan"', "", "Day 1, again: week is missing or wrong."),
        ("week = 2", "week = 0", "Day 1, again: week is missing or wrong. Write week = 1, a whole number."),
        ('name = "Day 2"', "", "Wave, day 2: name is missing or wrong."),
        ('about = "two weeks"', 'abuot = "two"', "Wave: “abuot” means nothing here."),
        ("3x5@85%", "3x5@", "Day 1, bench: load missing."),
        ("4x20m", "4x20 foo", "Day 2, Sled Push: don't understand “foo”."),
        ('measure = "distance"', 'measure = "far"', "Day 2, Sled Push: measure is missing or wrong."),
        ("[[programs.days]]", "[[programs.days]", "This is no TOML file"),
        ("[[programs]]", "[[plans]]", "programs is missing or wrong"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(before: str, after: str, words: str) -> None:
    with pytest.raises(InvalidEntry) as caught:
        read(WAVE.replace(before, after, 1), [BENCH], Unit.KG)
    assert words in str(caught.value)


def test_an_empty_file_is_told() -> None:
    with pytest.raises(InvalidEntry, match="no program in this file"):
        read("", [], Unit.KG)


names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).map(str.strip).filter(name_key)


@st.composite
def programs(draw: st.DrawFn) -> tuple[Unit, Program]:
    unit = draw(st.sampled_from(Unit))
    kind = draw(st.sampled_from(ProgramKind))
    library: dict[str, Exercise] = {}

    def exercise() -> TemplateExercise:
        frame, written = draw(lines())
        name = draw(names)
        one = library.setdefault(
            name_key(name), Exercise("", name, frame.measure, draw(st.sampled_from(["", "cable"])))
        )
        targets = written.targets if one.measure is frame.measure else ()
        return TemplateExercise(
            "", one, targets, written.rest_s, written.superset, written.step, written.note, written.deload
        )

    weeks = draw(st.lists(st.integers(0, 3), min_size=1, max_size=3).map(sorted))
    days = tuple(
        Template(
            "", draw(names), "", 1, "", "P", kind, week if kind is ProgramKind.PLAN else 0,
            weeks[:place].count(week) if kind is ProgramKind.PLAN else place,
            tuple(exercise() for _ in range(draw(st.integers(0, 2)))),
        )
        for place, week in enumerate(weeks)
    )  # fmt: skip
    return unit, Program("", "P", kind, days)


@given(programs())
def test_what_is_written_is_read_back(given_programs: tuple[Unit, Program]) -> None:
    unit, program = given_programs
    assert read(write([program], unit), [], unit) == (FromFile(program),)


def test_a_training_max_stands_where_a_percentage_needs_it() -> None:
    (found,) = read(WAVE, [BENCH], Unit.KG)
    library = [BENCH, found.program.templates[1].exercises[0].exercise]
    again = read(write([found.program], Unit.KG, {BENCH.uid: kg(140)}), library, Unit.KG)
    assert again == (replace(found, about=""),)
