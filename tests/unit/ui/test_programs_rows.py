"""The programs, drawn: a plan with its weeks, what was done in it, and where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from workout_tui.model.exercise import Exercise
from workout_tui.model.plan import Program, ProgramKind, Target, Template, TemplateExercise
from workout_tui.model.program import Standing, Taken, days, next_day, standing
from workout_tui.ui.glyphs import UNICODE
from workout_tui.ui.presenters.programs import Offered, ProgramsView, facts, page

TODAY = date(2024, 9, 24)


def day(name: str, week: int, place: int, *, archived: bool = False) -> Template:
    exercises = (TemplateExercise(name, Exercise("e", "Bench Press"), (Target(5, 5),) * 3),)
    return Template(name, name, name, 1, "p", "Wave", ProgramKind.PLAN, week, place, exercises, archived=archived)


WAVE = Program(
    "p", "Wave", ProgramKind.PLAN,
    (day("B2", 1, 1), day("A1", 0, 0), day("A2", 1, 0), day("B1", 0, 1), day("X", 0, 2, archived=True)),
)  # fmt: skip
TAKEN = (Taken("A1", 1), Taken("B1", 2, is_skipped=True))


def view(stands: Standing | None = None, *, wide: bool = False, marked: int = 0) -> ProgramsView:
    offered = (
        Offered(WAVE, is_own=True),
        Offered(replace(WAVE, uid="s", name="Other"), is_own=False, about="about it"),
    )
    return ProgramsView(offered, marked, stands, TODAY, UNICODE, wide=wide)


def shown(one: ProgramsView, width: int = 76, height: int = 18) -> list[str]:
    return [row.plain.rstrip() for row in page(one, width, height)]


def test_days_come_by_week_without_those_put_away() -> None:
    assert [one.name for one in days(WAVE)] == ["A1", "B1", "A2", "B2"]


def test_what_was_done_and_what_was_left_out_are_marked() -> None:
    stands = standing(WAVE, date(2024, 9, 17), TAKEN, TODAY)
    rows = shown(view(stands))
    assert [row[:9].rstrip() for row in rows if row.endswith("Bench")] == [
        "1 ✓ 1  A1",
        "2 – 1  B1",
        "3 ▸ 2  A2",
        "4 · 2  B2",
    ]
    assert any(row.startswith("▌ ▸ Wave") and row.endswith("under way") for row in rows)
    assert any("begun 17 Sep" in row for row in rows)
    assert any("Other" in row and row.endswith("2 weeks, 4 days") for row in rows)


def test_the_bar_says_where_one_stands() -> None:
    late = standing(WAVE, date(2024, 9, 1), TAKEN, TODAY)
    assert late.behind == 2
    assert facts(view(late, wide=True))[1:] == ["next A2", "week 2 of 2 of Wave, 2 weeks behind"]
    over = standing(WAVE, TODAY, (*TAKEN, Taken("A2", 3), Taken("B2", 4)), TODAY)
    assert over.is_over
    assert facts(view(over))[1:] == ["Wave is done"]
    assert facts(view())[1:] == ["none leads what comes next"]


def test_a_wide_window_shows_what_the_days_ask_for() -> None:
    rows = shown(view(wide=True, marked=1), 116, 30)
    assert any("about it" in row for row in rows)
    assert sum("3 × 5" in row for row in rows) == 4


def test_no_row_is_wider_than_the_window() -> None:
    for width in (60, 76, 116):
        for marked in (0, 1):
            assert all(len(row) <= width for row in shown(view(wide=width > 100, marked=marked), width, 12))


def test_a_cycle_goes_on_after_the_day_taken_last() -> None:
    cycle = replace(WAVE, kind=ProgramKind.CYCLE)
    names = [found.name if (found := next_day(cycle, taken)) else "" for taken in ((), TAKEN, (Taken("B2", 1),))]
    assert names == ["A1", "A2", "A1"]
    assert next_day(replace(WAVE, kind=ProgramKind.LOOSE), ()) is None
    assert next_day(replace(cycle, templates=()), ()) is None


def test_names_are_text_whatever_is_in_them() -> None:
    hostile = replace(WAVE, name="\x1b[31mred [b]", templates=(replace(WAVE.templates[1], name="a\x1b]0;x\x07"),))
    stands = standing(hostile, TODAY, (), TODAY)
    one = replace(view(stands, wide=True), offered=(Offered(hostile, is_own=True),))
    for text in (*shown(one, 116), *(str(fact) for fact in facts(one))):
        assert text.isprintable()
    assert any("[31mred [b]" in row for row in shown(one, 116))
