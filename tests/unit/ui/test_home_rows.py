"""Home, drawn from values."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.ui import samples
from tests.unit.ui.samples import FRESH, LEGS, MINUTE, NEW, OPEN, PUSH_A, START, TODAY, WORKOUTS
from workout_tui.model.exercise import Exercise, Measure
from workout_tui.model.load import Distance, DistanceUnit, Unit
from workout_tui.model.overview import Choice, Home, OpenSession
from workout_tui.model.plan import Target
from workout_tui.ui.glyphs import ASCII, UNICODE, Glyphs
from workout_tui.ui.presenters.home.choices import window
from workout_tui.ui.presenters.home.page import left, right
from workout_tui.ui.presenters.home.view import HomeView, Spot, spots

NOW = START + 38 * MINUTE
NASTY = "[/] \x1b[2Jlong and " + "longer " * 20


def view(home: Home = FRESH, spot: Spot | None = None, **more: object) -> HomeView:
    marked = spot or spots(home)[0]
    card = LEGS if marked == Spot("choice", 2) else home.up_next
    base = HomeView(home, marked, card, Unit.KG, NOW, UNICODE)
    return base._replace(**more)  # type: ignore[arg-type]


def shown(one: HomeView, width: int = 76, height: int = 20) -> list[str]:
    return [row.plain.rstrip() for row in left(one, width, height)]


def many(count: int) -> Home:
    choices = tuple(WORKOUTS[0]._replace(number=n, title=f"Day {n}", template_uid=str(n)) for n in range(1, count + 1))
    return FRESH._replace(workouts=choices)


def test_what_can_be_marked() -> None:
    assert spots(FRESH)[:3] == (Spot("next"), Spot("empty"), Spot("choice", 0))
    assert spots(OPEN)[:3] == (Spot("open"), Spot("next"), Spot("empty"))
    assert spots(NEW) == (Spot("empty"),)


def test_the_open_session_shows_its_age() -> None:
    assert "Push A is open   9 of 19 sets · last set 4 min ago" in shown(view(OPEN))[0]
    begun = OPEN._replace(open=OpenSession("s", "Legs", 0, 16, START, None))
    assert "started 38 min ago" in shown(view(begun))[0]
    late = view(OPEN, now=NOW + 3 * 24 * 60 * MINUTE)
    assert "last set 3 days ago" in shown(late)[0]
    assert shown(view(OPEN), width=55)[0].endswith("Push A is open   last set 4 min ago         ⏎ resume")


def test_the_card_has_targets_and_what_went_up() -> None:
    rows = shown(view())
    assert "UP NEXT   Push A   7 days since · about 58 min" in rows[0]
    assert rows[0].endswith("⏎ start")
    assert shown(view(spot=Spot("empty")))[0].endswith("1 pick"), "⏎ starts the empty one"
    assert "Back Squat                 140 ▲2.5   Incline DB Press          32.5" in rows[1]
    assert "BW+15 ▲2.5" in rows[3]


def test_a_long_distance_cuts_no_name_but_its_own() -> None:
    run = PUSH_A.lines[-1]._replace(exercise=Exercise("run", "Running far", Measure.DISTANCE), delta=None)
    run = run._replace(targets=(Target(distance=Distance(26_200, DistanceUnit.KM), seconds=9_000),) * 9)
    rows = shown(view(card=PUSH_A._replace(lines=(*PUSH_A.lines[:-1], run))))
    assert "Overhead Press" in rows[3]
    assert rows[3].endswith("Running…   9 × 26.2 km 2:30:00")


def test_the_tall_card_says_why() -> None:
    rows = shown(view(tall=True), 66, 34)
    assert any("Bench Press        3 × 5                        102.5 kg ▲2.5" in row for row in rows)
    assert any("▲ Back Squat: all reps made last time" in row for row in rows)
    assert any("c change before starting" in row and "⏎ start" in row for row in rows)


def test_a_load_that_goes_down_says_so() -> None:
    lighter = PUSH_A.lines[0]._replace(delta=samples.kg("-5"))
    rows = shown(view(FRESH._replace(up_next=PUSH_A._replace(lines=(lighter,)))))
    assert "140 ▼5" in rows[1]


def test_with_a_session_open_the_card_names_the_key_that_marks_it() -> None:
    assert shown(view(OPEN))[2].endswith("3 pick")


def test_a_marked_workout_is_shown_in_the_card_and_in_its_row() -> None:
    rows = shown(view(FRESH, Spot("choice", 2)))
    assert "MARKED   Legs" in rows[0]
    assert any(row.startswith("3 ▸Legs") for row in rows)
    assert sum("▸" in row for row in rows) == 1


def test_only_one_thing_is_now() -> None:
    for home in (FRESH, OPEN):
        for spot in spots(home):
            rows = left(view(home, spot), 76, 20)
            grounds = [row for row in rows if any("on $now" in str(span.style) for span in row.spans)]
            bars = [row for row in rows if any(str(span.style).startswith("$now on") for span in row.spans)]
            assert len({id(row) for row in grounds}) <= 1
            if spot.kind == "next":
                assert bars
            else:
                assert len(grounds) == 1


@pytest.mark.parametrize(
    ("total", "room", "marked", "seen"),
    [(5, 9, 0, (0, 5)), (14, 9, 0, (0, 9)), (14, 9, 8, (1, 10)), (14, 9, 13, (5, 14)), (3, 0, 2, (2, 3))],
)
def test_the_window_of_a_long_list(total: int, room: int, marked: int, seen: tuple[int, int]) -> None:
    assert window(total, room, marked) == seen


@given(st.integers(1, 60), st.integers(1, 30), st.data())
def test_the_marked_row_is_always_in_the_window(total: int, room: int, data: st.DataObject) -> None:
    marked = data.draw(st.integers(0, total - 1))
    first, last = window(total, room, marked)
    assert 0 <= first <= marked < last <= total
    assert last - first <= room


def test_more_than_nine_scroll_with_the_mark() -> None:
    home = many(14)
    rows = shown(view(home))
    assert any("↑↓" in row and "more" in row for row in rows)
    for place in range(14):
        assert any(f"▸Day {place + 1}" in row for row in shown(view(home, Spot("choice", place))))


def test_the_tenth_has_no_key() -> None:
    row = next(row for row in shown(view(many(14), Spot("choice", 9))) if "Day 10" in row and "▸" in row)
    assert row.startswith("  ▸Day 10")


def test_alerts_stand_below_everything_and_the_rest_is_counted() -> None:
    home = FRESH._replace(alerts=("3 of 20 saves failed.", "Saving is slow."))
    assert shown(view(home))[-1].startswith("▲ 3 of 20 saves failed.")
    assert shown(view(home))[-1].endswith("+1")
    assert shown(view(home, said=("bad", "Not saved: the disk is full.")))[-1] == "✗ Not saved: the disk is full."


def test_a_new_log_says_what_to_do() -> None:
    rows = shown(view(NEW))
    ways = [row.split("  ")[0] for row in rows[rows.index(next(row for row in rows if "WORKOUTS" in row)) + 1 :]]
    assert ways[:4] == ["o", "n", "0", "h"]
    assert any("0 sessions" in row for row in rows)


def test_records_get_rows_of_their_own_where_there_is_room() -> None:
    roomy, tight = shown(view()), shown(view(OPEN), height=17)
    assert sum("★" in row for row in roomy) == 4  # the week and three records
    assert sum("★" in row for row in tight) == 2
    assert "★ Deadlift 180 × 5   ★ Bench Press 100 × 5" in "\n".join(tight)


def test_a_wide_window_has_the_weeks_beside() -> None:
    rows = [row.plain.rstrip() for row in right(view(wide=True, tall=True), 46, 34)]
    assert rows[0].startswith("LAST 21 WEEKS")
    assert any("of 4 sessions   tonnes ▲ 6 %" in row for row in rows)
    assert rows[-1] == "★ Pull-up      BW+20 × 6   most reps    14 Sep"
    assert not any("THIS WEEK" in row.plain for row in left(view(wide=True, tall=True), 66, 34))


def test_less_than_last_week_is_no_news_before_the_week_is_over() -> None:
    less = FRESH._replace(week=FRESH.week._replace(change=-0.85))
    assert not any("▼" in row.plain for row in right(view(less, wide=True), 46, 34))
    sunday = less._replace(today=TODAY + timedelta(days=5))
    assert any("▼ 85 %" in row.plain for row in right(view(sunday, wide=True), 46, 34))


def test_pounds_are_shown_in_pounds() -> None:
    assert any("25.1 k lb" in row for row in shown(view(unit=Unit.LB)))


SIZES = st.tuples(st.integers(56, 170), st.integers(14, 60))


@settings(deadline=None, max_examples=60)
@given(
    SIZES,
    st.sampled_from([FRESH, OPEN, NEW]),
    st.sampled_from([UNICODE, ASCII]),
    st.booleans(),
    st.integers(0, 30),
    st.data(),
)
def test_no_row_is_wider_and_no_column_higher_than_it_may_be(  # noqa: PLR0917 - drawn by name
    size: tuple[int, int], home: Home, glyphs: Glyphs, tall: bool, extra: int, data: st.DataObject
) -> None:
    width, height = size
    nasty = tuple(Choice(str(n), n + 6, NASTY, (NASTY, NASTY), None) for n in range(extra))
    home = home._replace(workouts=home.workouts + nasty, alerts=(NASTY,) * (extra % 2))
    one = view(home, data.draw(st.sampled_from(spots(home))), glyphs=glyphs, tall=tall, wide=width > 100)
    rows = left(one, width, height)
    assert max(row.cell_length for row in rows) <= width
    assert all("\n" not in row.plain and "\x1b" not in row.plain for row in rows)
    aside = right(one, 46, height)
    assert max(row.cell_length for row in aside) <= 46
    assert len(aside) <= height
    if glyphs is ASCII:
        text = "".join(row.plain for row in [*rows, *aside])
        assert set(text) <= set(map(chr, range(32, 127)))
