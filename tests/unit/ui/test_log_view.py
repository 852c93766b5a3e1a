"""What the Log screen shows: rows, the large set, facts, hints, plates, the past."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.ui.workouts import TODAY, a_set, at, block, kg, known, looked, past, session, target
from workout_tui.model.exercise import ExerciseSetting, LoadOf, Measure
from workout_tui.model.lifter import Lifter
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind, Target
from workout_tui.model.session import Session, SetValues
from workout_tui.ui.keynames import named
from workout_tui.ui.log import blocks, words
from workout_tui.ui.log import past as past_view
from workout_tui.ui.log.before import at_same_place
from workout_tui.ui.log.hero import Tone, hero
from workout_tui.ui.log.hint import Bar, Said, hint
from workout_tui.ui.log.loading import loading
from workout_tui.ui.log.look import Look
from workout_tui.ui.log.table import Mark, caption, table
from workout_tui.ui.log.view import around, live
from workout_tui.ui.presenters.counted import counted

WARM = SetKind.WARMUP
PLAN = (target(60, 5, WARM), target(), target(), target(90, 8))
ONE = session(block("Bench", PLAN, (a_set(60, 5, kind=WARM), a_set(rpe10=80))), block("Press"))
PAST = (past(a_set(50, 5, kind=WARM), a_set(95), a_set(97.5, 4), weeks=2), past(a_set(60, 5, kind=WARM), a_set(97.5)))


def cells(look: Look) -> list[tuple[str, ...]]:
    return [row.cells for row in table(look).rows]


def said(look: Look, words: Said | None = None, *, free: bool = False, insists: bool = False) -> str:
    view = hint(look, words, is_free=free, insists=insists)
    return "   ".join("".join(named(text, {}) for text, _ in piece) for piece in view.pieces)


@pytest.mark.parametrize(
    ("one", "n", "warmups"),
    [
        (ONE, 1, None),
        (ONE, 3, None),
        (session(block("Bench", (target(40, 5, WARM), *PLAN, target(40, 5, WARM)))), 1, 2),
        (session(block("Bench", (target(40, 5, WARM), *PLAN))), 2, 1),
        (session(block("Bench", ())), None, 1),
        (session(block("Bench", (), (a_set(40, 5, kind=WARM),))), None, None),
    ],
)
def test_warm_ups_are_expected_as_they_are_planned_or_were_done(one: Session, n: int | None, warmups: int) -> None:
    assert looked(one, at("Bench", n), known(*PAST)).context.warmups == warmups


def test_what_a_load_and_reps_are_of_stands_before_the_examples() -> None:
    one = replace(block("DB Curl"), setting=ExerciseSetting(load_of=LoadOf.EACH, by_side=True))
    one = replace(one, exercise=replace(one.exercise, equipment="dumbbell"))
    assert said(looked(session(one), at("DB Curl", 1), known())).startswith(
        "load of each dumbbell, reps of each side   1"
    )
    assert counted(one.exercise, ExerciseSetting(load_of=LoadOf.TOTAL)) == "load of all"
    assert counted(one.exercise, ExerciseSetting()) == ""


def test_the_table_shows_what_was_done_what_is_on_and_what_is_planned() -> None:
    view = table(looked(ONE, at("Bench", 3), known(*PAST)))
    assert view.columns == ("KG", "REPS", "RPE", "e1RM")
    assert [(row.mark, row.label) for row in view.rows] == [
        (Mark.DONE, "W"),
        (Mark.DONE, "1"),
        (Mark.NOW, "2"),
        (Mark.OPEN, "3"),
    ]
    assert [row.cells for row in view.rows] == [
        ("60", "5", "·", "·"),
        ("100", "5", "8", "117"),
        ("100", "5", "·", "117"),
        ("90", "8", "·", "114"),
    ]
    assert view.now == 2


def test_last_time_is_compared_with_the_same_set_of_the_same_class() -> None:
    look = looked(ONE, at("Bench", 3), known(*PAST))
    assert [row.last for row in table(look).rows] == ["60 × 5", "97.5 × 5", "", ""]
    assert at_same_place(ONE.exercises[0], ONE.exercises[0].rows[1], look.known) == a_set(97.5)


def test_what_is_typed_stands_in_its_row_at_once() -> None:
    look = looked(ONE, at("Bench", 3), known(*PAST), "105*4/9 w")
    row = table(look).rows[2]
    assert row.cells == ("105", "4", "9", "·")
    assert row.label == "W"


def test_a_record_is_starred_while_it_is_typed_and_named_when_it_is_done() -> None:
    assert table(looked(ONE, at("Bench", 3), known(*PAST), "105")).rows[2].star == "PR"
    assert table(looked(ONE, at("Bench", 3), known(*PAST), "70")).rows[2].star == ""
    assert table(looked(ONE, at("Bench", 3), known(*PAST))).rows[1].star == "e1RM weight"
    assert table(looked(ONE, at("Bench", 3))).rows[1].star == "", "none on the first day of an exercise"


def test_a_range_of_reps_is_shown_for_later_rows() -> None:
    one = session(block("Bench", (target(), Target(8, 10, kg(80)))))
    assert cells(looked(one, at("Bench", 1)))[1][1] == "8–10"


def test_without_a_plan_later_rows_show_last_time() -> None:
    one = session(block("Bench", (Target(), Target())))
    about = known(past(a_set(80, 8), a_set(82.5, 6)))
    assert cells(looked(one, at("Bench", 1), about))[1][:2] == ("82.5", "6")


def test_skipped_rows_and_the_free_place() -> None:
    one = session(block("Bench", 2, 0, skipped=(1,)))
    view = table(looked(one, at("Bench", None)))
    assert [row.mark for row in view.rows] == [Mark.SKIPPED, Mark.OPEN, Mark.NOW]
    assert view.rows[2].label == "3"


@pytest.mark.parametrize(
    ("measure", "values", "shown"),
    [
        (Measure.BODYWEIGHT, SetValues(kg(20), 6), ("BW+20", "6", "·")),
        (Measure.BODYWEIGHT, SetValues(kg(-20), 6), ("BW−20", "6", "·")),
        (Measure.BODYWEIGHT, SetValues(None, 6), ("BW", "6", "·")),
        (Measure.TIME, SetValues(None, seconds=90), ("·", "1:30", "·")),
        (Measure.TIME, SetValues(kg(20), seconds=60), ("20", "1:00", "·")),
        (
            Measure.DISTANCE,
            SetValues(distance=Distance(5000, DistanceUnit.KM), seconds=1470),
            ("5 km", "24:30", "·"),
        ),
        (Measure.WEIGHT, SetValues(Load.of("225", Unit.LB), 5), ("225 lb", "5", "·", "262")),
    ],
)
def test_each_measure_has_its_columns(measure: Measure, values: SetValues, shown: tuple[str, ...]) -> None:
    one = session(block("X", 1, (values,), measure=measure))
    view = table(looked(one, at("X", 1), known(measure=measure)))
    assert view.rows[0].cells == shown
    assert len(view.columns) == len(shown)


@pytest.mark.parametrize(
    ("n", "text", "words"),
    [(1, "", "WARM-UP 1 OF 1"), (3, "", "SET 2 OF 3"), (None, "", "SET 4"), (3, "80x5d", "DROP SET")],
)
def test_the_caption_counts_within_the_class(n: int | None, text: str, words: str) -> None:
    assert caption(looked(ONE, at("Bench", n), text=text)) == words


def test_the_hero_is_what_enter_logs() -> None:
    view = hero(looked(ONE, at("Bench", 3), known(*PAST), "105*5/8; 100x5"))
    assert (view.figures, view.tone) == ("105 × 5", Tone.TYPED)
    assert view.extras == ("@8", "and 1 more")


@pytest.mark.parametrize(
    ("text", "tone"), [("", Tone.SHOWN), ("100x5 @11", Tone.STALE), ("3x5", Tone.DOUBTED), ("105", Tone.TYPED)]
)
def test_the_hero_tells_how_sure_it_is(text: str, tone: Tone) -> None:
    assert hero(looked(ONE, at("Bench", 3), text=text)).tone is tone


@pytest.mark.parametrize(
    ("text", "difference"),
    [("", "▲ 2.5 kg"), ("95x5", "▼ 2.5 kg"), ("97.5x6", "▲ 1 rep"), ("97.5x3", "▼ 2 reps"), ("97.5x5", "= the same")],
)
def test_the_difference_to_last_time_is_told_in_load_else_in_reps(text: str, difference: str) -> None:
    one = session(block("Bench"))
    view = hero(looked(one, at("Bench", 1), known(past(a_set(97.5))), text))
    assert view.facts[1][0][0] == difference


def test_loads_in_two_units_are_not_compared() -> None:
    one = session(block("Bench"))
    view = hero(looked(one, at("Bench", 1), known(past(a_set(97.5))), "225lbx5"))
    assert len(view.facts) == 1


def test_a_fresh_exercise_has_nothing_to_show() -> None:
    one = session(block("Bench", (Target(),)))
    assert hero(looked(one, at("Bench", 1))).figures == ""


def test_the_hint_reads_the_line_before_enter() -> None:
    assert (
        said(looked(ONE, at("Bench", 3), known(*PAST), "x5x2"))
        == "⏎ logs 2 sets of 100 kg × 5   e1RM 117   ★ PR volume"
    )


def test_a_fault_is_pointed_at_and_the_fix_is_beside_it() -> None:
    view = hint(looked(ONE, at("Bench", 3), text="100x5 @11"), None, is_free=False)
    assert (view.bar, view.under) == (Bar.BAD, (6, 3))


def test_an_unfinished_line_is_a_fault_only_after_enter() -> None:
    look = looked(ONE, at("Bench", 3), text="100x5@")
    assert hint(look, None, is_free=False).bar is Bar.NOW
    assert hint(look, None, is_free=False, insists=True).bar is Bar.BAD


def test_a_doubt_asks_for_a_second_enter() -> None:
    look = looked(ONE, at("Bench", 3), text="3x5")
    assert said(look).endswith("⏎⏎")
    assert hint(look, None, is_free=False).bar is Bar.WARN


def test_a_slip_is_measured_by_the_plan_and_without_one_by_what_stood_there() -> None:
    slipped = session(block("Bench", PLAN, (a_set(60, 5, kind=WARM), a_set(1000))), block("Press"))
    assert said(looked(slipped, at("Bench", 2), text="100x5")).startswith("⏎ changes it to")
    assert "far under the plan (100)" in said(looked(slipped, at("Bench", 2), text="10x5"))
    free = session(block("Bench", (Target(), Target()), (a_set(25),)))
    assert "40× what stood here (25)" in said(looked(free, at("Bench", 2), text="1000x5"))
    assert "far under what stood here (25)" in said(looked(free, at("Bench", 1), text="5x5"))


def test_where_no_load_is_known_the_examples_leave_none_out() -> None:
    assert said(looked(session(block("Bench", (Target(),))), at("Bench", 1))).startswith("60x8 60 kg for 8   60x8x3 3")
    one = session(block("Bench", (Target(reps_lo=5, reps_hi=5),)))
    assert said(looked(one, at("Bench", 1))).startswith("60x 60 kg for 5   60x8")
    assert looked(one, at("Bench", 1), text="60x").entry.sets == (a_set(60, 5),)


def test_on_a_done_row_the_hint_says_what_can_be_done_with_it() -> None:
    assert said(looked(ONE, at("Bench", 2))).startswith("⏎ back to set 2   ⌫ remove it   M wrong exercise")
    assert said(looked(ONE, at("Bench", 2), text="4")).startswith("⏎ changes it to 100 kg × 4")


def test_the_end_of_a_plan_is_told_by_what_comes_next() -> None:
    done = session(block("Bench", 1, 1))
    assert said(looked(ONE, at("Bench", None))).startswith("⏎ goes on")
    assert said(looked(done, at("Bench", None))).startswith("all sets done   f finish")
    assert said(looked(done, at("Bench", None)), free=True).startswith("⏎ next exercise")
    assert said(looked(session(block("Bench", 2, 0, skipped=(1,))), at("Bench", 1))).startswith("skipped   s takes")


def test_words_that_were_said_go_before_everything() -> None:
    assert said(looked(ONE, at("Bench", 3), text="4"), Said("noted")) == "noted"
    assert said(looked(ONE, at("Bench", 3)), Said("no", Bar.BAD)) == "✗ no"


def test_the_plates_of_the_shown_load() -> None:
    about = known(*PAST, bar=kg(20))
    view = loading(looked(ONE, at("Bench", 3), about, "102.5"))
    assert view is not None
    assert view.plates == "25+15+1.25"


def test_a_load_that_cannot_be_made_has_neighbours() -> None:
    view = loading(looked(ONE, at("Bench", 3), known(bar=kg(20)), "101"))
    assert view is not None
    assert view.wanted == kg(101)
    assert view.nearest == (kg(100), kg(102.5))


def test_no_bar_no_plates_and_none_in_another_unit() -> None:
    assert loading(looked(ONE, at("Bench", 3))) is None
    assert loading(looked(ONE, at("Bench", 3), known(bar=kg(20)), "225lbx5")) is None


def test_last_times_leave_warm_ups_out_and_come_newest_first() -> None:
    found = past_view.last_times(looked(ONE, at("Bench", 3), known(*PAST)))
    assert [(one.day, one.sets, one.e1rm) for one in found] == [
        ("17 Sep", ("97.5 × 5",), "114"),
        ("10 Sep", ("95 × 5", "97.5 × 4"), "111"),
    ]


def test_the_trend_ends_with_today() -> None:
    view = past_view.trend(looked(ONE, at("Bench", 3), known(*PAST)))
    assert view is not None
    assert view.has_today
    assert [round(value) for value in view.values] == [111, 114, 117]
    assert past_view.trend(looked(session(block("Bench")), at("Bench", 1))) is None


def test_the_exercises_count_work_sets_only() -> None:
    found = blocks.blocks(ONE, "Bench")
    assert [(view.count, view.is_now, view.is_over) for view in found] == [("1/3", True, False), ("0/3", False, False)]
    assert blocks.work_count(ONE) == (1, 6)


def test_what_was_planned_in_words() -> None:
    assert blocks.plan_of(ONE.exercises[0]) == "2 × 5, then 1 × 8"
    assert words.plan_text((Target(), Target())) == ""
    assert words.plan_text((Target(5, 5, rpe10=80),) * 3) == "3 × 5 @8"


def test_what_stands_around_the_set() -> None:
    look = looked(ONE, at("Bench", 3), known(*PAST, bar=kg(20)))
    view = around(ONE, look, Lifter("l", "Ann", Unit.KG))
    assert (view.name, view.about, view.last_day) == ("Bench", "barbell · 20 kg bar", "last 17 Sep")
    assert around(session(), None, Lifter("l", "Ann", Unit.KG, rest_s=90)).usual_rest_s == 90
    assert live(None, None, is_free=True, insists=False).hero is None


def test_a_session_of_long_ago_has_its_year() -> None:
    from datetime import timedelta

    from workout_tui.model.session import PastExercise

    old = PastExercise("old", "Push A", TODAY - timedelta(days=400), (a_set(),))
    assert (
        around(ONE, looked(ONE, at("Bench", 3), known(old)), Lifter("l", "A", Unit.KG)).last_day == "last 21 Aug 2023"
    )
