"""How the parts of the Log screen are drawn: always within the room there is."""

from __future__ import annotations

import pytest
from textual.content import Content

from tests.unit.ui.workouts import a_set, at, block, kg, known, looked, past, session, target
from workout_tui.model.exercise import Exercise, Measure
from workout_tui.model.load import Unit
from workout_tui.model.plan import SetKind
from workout_tui.ui.commands import Command
from workout_tui.ui.glyphs import ASCII, UNICODE, Glyphs
from workout_tui.ui.log import blocks, hero, hint, loading, picking
from workout_tui.ui.log import past as past_view
from workout_tui.ui.log import table as table_view
from workout_tui.ui.log.keys import KEYS
from workout_tui.ui.log.paint import barbell, rest, signs
from workout_tui.ui.log.paint import blocks as paint_blocks
from workout_tui.ui.log.paint import hero as paint_hero
from workout_tui.ui.log.paint import hint as paint_hint
from workout_tui.ui.log.paint import picking as paint_picking
from workout_tui.ui.log.paint import side as paint_side
from workout_tui.ui.log.paint import table as paint_table
from workout_tui.ui.log.rest import Rest
from workout_tui.ui.presenters import keys as paint_keys

LONG = "Bulgarian Split Squat with a Pause and Both Dumbbells"
ONE = session(
    block("Bench", (target(60, 5, SetKind.WARMUP), *(target(),) * 12), 3),
    *(block(f"{LONG} {place}", 4, place) for place in range(4)),
    block("Dips", 3, 3, measure=Measure.BODYWEIGHT),
)
LOOK = looked(ONE, at("Bench", 5), known(past(a_set(rpe10=85), a_set(97.5)), bar=kg(20)), "105*5/8 #" + LONG)

both_glyphs = pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
widths = pytest.mark.parametrize("width", [26, 41, 49, 56, 61, 76, 116])


def texts(rows: list[Content]) -> list[str]:
    return [row.plain for row in rows]


def fits(rows: list[Content], width: int, height: int, glyphs: Glyphs) -> None:
    assert len(rows) <= height
    assert all(row.cell_length <= width for row in rows), texts(rows)
    if not glyphs.unicode:
        assert all(row.plain.isascii() for row in rows), texts(rows)


@both_glyphs
@widths
@pytest.mark.parametrize("height", [3, 8, 10, 30])
def test_the_table_keeps_within_its_room_and_shows_the_current_row(width: int, height: int, glyphs: Glyphs) -> None:
    view = table_view.table(LOOK)
    rows = paint_table.table(view, past_view.last_times(LOOK), width, height, glyphs, airy=True)
    fits(rows, width, height, glyphs)
    assert any(row.plain.lstrip().startswith(glyphs.now) for row in rows)


@both_glyphs
@widths
@pytest.mark.parametrize("height", [5, 9])
def test_the_hero_keeps_within_its_room(width: int, height: int, glyphs: Glyphs) -> None:
    rows = paint_hero.hero(hero.hero(LOOK), loading.loading(LOOK), width, height, glyphs)
    assert len(rows) == height
    fits(rows, width, height, glyphs)


def test_the_largest_face_that_fits_is_used() -> None:
    view = hero.hero(LOOK)
    heights = [
        sum("█" in row or "▀" in row for row in texts(paint_hero.hero(view, None, width, 9, UNICODE)))
        for width in (61, 40, 12)
    ]
    assert heights == [5, 3, 0]


@both_glyphs
@widths
def test_the_strip_keeps_the_exercise_that_is_on_in_view(width: int, glyphs: Glyphs) -> None:
    for place, one in enumerate(ONE.exercises):
        row = paint_blocks.strip(blocks.blocks(ONE, one.uid), width, glyphs)
        fits([row], width, 1, glyphs)
        assert f"{glyphs.now} " in row.plain, place


@both_glyphs
@pytest.mark.parametrize("height", [10, 20, 40])
def test_the_list_keeps_the_exercise_that_is_on_in_view(height: int, glyphs: Glyphs) -> None:
    many = session(*(block(f"Lift {place}", 14 if place % 2 else 3, place % 3) for place in range(14)))
    for one in many.exercises:
        rows = paint_blocks.listing(blocks.blocks(many, one.uid), 23, height, glyphs)
        fits(rows, 23, height, glyphs)
        assert any(row.plain.startswith(glyphs.bar) for row in rows)


@both_glyphs
@widths
@pytest.mark.parametrize("text", ["", "1oox5", "100x5 @11", "3x5", "100x5 #x " + "y" * 60 + " @", "105"])
def test_the_hint_keeps_within_its_row(width: int, text: str, glyphs: Glyphs) -> None:
    view = hint.hint(looked(ONE, at("Bench", 5), text=text), None, is_free=False)
    fits([paint_hint.hint(view, width, glyphs)], width, 1, glyphs)


def test_carets_stand_under_the_fault_also_when_the_words_go_before_them() -> None:
    view = hint.HintView(((("a fault of some length", "$bad"),),), hint.Bar.BAD, (50, 3))
    row = paint_hint.hint(view, 60, UNICODE).plain
    assert row.index("^^^") == 50
    assert row.index("^^^") > row.index("a fault")
    assert paint_hint.hint(view, 60, UNICODE, scrolled=10).plain.index("^^^") == 40


@both_glyphs
def test_the_rest_in_its_three_states(glyphs: Glyphs) -> None:
    for one in (None, Rest(102, 180), Rest(-24, 180), Rest(-4000, 180)):
        fits(rest.beside(one, 120, 27, glyphs), 27, 5, glyphs)
        fits(rest.aside(one, 120, 26, glyphs), 26, 7, glyphs)
    assert "of 3:00" in texts(rest.beside(Rest(102, 180), 120, 27, UNICODE))[-1]
    assert texts(rest.beside(Rest(-24, 180), 120, 27, ASCII))[0] == "REST OVER"
    assert texts(rest.beside(None, 120, 27, UNICODE))[-1] == "space starts 2:00"


def test_overtime_is_orange_and_calm_after_ten_minutes() -> None:
    over, calm = (rest.beside(Rest(left, 180), 120, 27, ASCII)[0].spans[0].style for left in (-24, -601))
    assert (over, calm) == ("bold $warn", "bold $dim")


@both_glyphs
@pytest.mark.parametrize("load", [20, 102.5, 101, 300, 1000])
def test_the_barbell_keeps_within_its_column(load: float, glyphs: Glyphs) -> None:
    view = loading.loading(looked(ONE, at("Bench", 5), known(bar=kg(20)), f"{load}x5"))
    assert view is not None
    fits(barbell.barbell(view, 26, glyphs), 26, 8, glyphs)


def test_the_barbell_is_as_high_as_its_plates_and_names_them() -> None:
    view = loading.loading(looked(ONE, at("Bench", 5), known(bar=kg(20)), "102.5x5"))
    assert view is not None
    assert [row.rstrip() for row in texts(barbell.barbell(view, 26, UNICODE))[2:]] == [
        "      ██ ▄▄",
        "     ▄██ ██",
        "━━━━━███━██━█━━━━━━━",
        "     ▀██ ██",
        "      ██ ▀▀",
        "25 + 15 + 1.25",
    ]


@both_glyphs
@pytest.mark.parametrize("height", [8, 16, 28, 44])
def test_the_side_column_keeps_within_its_height(height: int, glyphs: Glyphs) -> None:
    view = paint_side.SideView(
        Rest(102, 180), 120, loading.loading(LOOK), past_view.trend(LOOK), ("Elbows in. " * 20, "second note")
    )
    fits(paint_side.side(view, 26, height, glyphs), 26, height, glyphs)


@pytest.mark.parametrize("values", [(76.0,), (76.0,) * 12], ids=["once", "twelve times"])
def test_the_head_of_the_trend_is_whole(values: tuple[float, ...]) -> None:
    view = paint_side.SideView(None, None, None, past_view.TrendView(values, Unit.KG, has_today=True), ())
    head = paint_side.side(view, 26, 12, UNICODE)[0].plain
    assert head.startswith("ESTIMATED 1RM ")
    assert "…" not in head


def test_a_window_of_rows_holds_the_current_one() -> None:
    for now in range(20):
        shown = paint_table.window(20, now, 7)
        assert len(shown) == 7
        assert now in shown
    assert list(paint_table.window(3, 1, 7)) == [0, 1, 2]


def test_signs_are_plain_where_the_terminal_is() -> None:
    assert signs.in_signs("▲ 2.5 kg × 5 “x” −20 ⏎ ★", ASCII) == '^ 2.5 kg x 5 "x" -20 Enter *'
    assert signs.in_signs("▲ ×", UNICODE) == "▲ ×"


LIBRARY = (
    Exercise("bench", "Bench Press", equipment="barbell", aliases=("BP",)),
    Exercise("old", "Old Lift", archived=True),
    Exercise("plank", "Plank", Measure.TIME),
    Exercise("squat", "Back Squat"),
)


def test_the_picker_offers_the_likeliest_then_the_latest_then_all() -> None:
    found = picking.options("", LIBRARY, ["squat", "gone"], ["plank", "squat"])
    assert [(one.exercise.uid, one.number) for one in found] == [("squat", 1), ("plank", None), ("bench", None)]


def test_what_most_begin_with_comes_before_the_rest_and_after_the_lifters_own() -> None:
    library = (Exercise("dip", "Bench Dip"), *LIBRARY)
    assert [one.exercise.uid for one in picking.options("", library, [], [])] == ["squat", "bench", "plank", "dip"]
    assert picking.options("bench", library, [], [])[0].exercise.uid == "bench"
    assert picking.options("bench", library, [], ["dip"])[0].exercise.uid == "dip"


def test_in_the_place_of_an_exercise_what_works_the_same_muscle_comes_first() -> None:
    bench, *others = (
        Exercise(uid, uid, Measure.WEIGHT, muscles=muscles)
        for uid, muscles in (
            ("bench", ("chest",)), ("dip", ("triceps", "chest")), ("fly", ("chest",)), ("press", ("chest", "triceps")),
            ("row", ("lats",)), ("Bench Press", ("chest",)), ("own", ()),
        )
    )  # fmt: skip
    assert picking.in_place_of(bench, others, ["row", "press"]) == ("press", "Bench Press", "fly", "row")
    assert picking.in_place_of(others[-1], [bench, *others[:-1]], ["row"]) == ("row",)


def test_the_picker_finds_by_letters_and_offers_to_add_what_it_does_not_know() -> None:
    found = picking.options("bp", LIBRARY, [], [])
    assert found[0].exercise.uid == "bench"
    fresh = [one for one in picking.options("  Zercher   Squat ", LIBRARY, [], []) if one.is_new]
    assert [one.exercise.measure for one in fresh] == list(Measure)
    assert fresh[0].exercise.name == "Zercher Squat"
    assert not any(one.is_new for one in picking.options("PLANK", LIBRARY, [], []))
    assert not any(one.is_new for one in picking.options("never seen", LIBRARY, [], [], new=False))


@both_glyphs
@widths
def test_the_picker_keeps_within_its_room(width: int, glyphs: Glyphs) -> None:
    found = picking.options("squat" * 20, LIBRARY, [], [])
    for now in range(len(found)):
        fits(paint_picking.listing(found, now, width, 3, glyphs), width, 3, glyphs)


def test_commands_that_share_a_line_share_their_first_words() -> None:
    rows = dict(row for _, rows in paint_keys.sections(KEYS) for row in rows)
    assert rows["u  U"] == "undo, redo"
    assert rows["s  S"] == "skip set, exercise"
    assert rows["[  ]"] == "15 s less, more"
    assert rows["↑ ↓  ← →"] == "sets, exercises"


@both_glyphs
@pytest.mark.parametrize("size", [(76, 19), (68, 17), (56, 13), (116, 34)])
def test_the_page_of_keys_keeps_within_the_window(size: tuple[int, int], glyphs: Glyphs) -> None:
    rows = paint_keys.page(KEYS, (("100x5", "words " * 20),) * 18, *size, glyphs=glyphs)
    fits(rows, *size, glyphs)


def test_without_forms_the_sections_flow_into_two_columns() -> None:
    commands = [Command(f"c{n}", "x", "x", f"k{n}", f"does {n}", section="HOME") for n in range(20)]
    rows = texts(paint_keys.page(commands, (), 76, 12, glyphs=UNICODE))
    assert len(rows) == 12
    assert "k0 " in rows[1]
    assert "k19" in "".join(rows)
