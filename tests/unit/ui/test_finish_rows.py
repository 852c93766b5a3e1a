"""Finish, drawn from values."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.ui.samples import BENCH_RECORD, MINUTE, START, SUMMARY, TODAY, exercise, kg
from workout_tui.model.exercise import Measure
from workout_tui.model.load import Unit
from workout_tui.model.overview import ExerciseSummary, NewRecord
from workout_tui.model.records import RecordKind
from workout_tui.model.session import SetValues
from workout_tui.sync.state import Phase, SyncState
from workout_tui.ui.glyphs import ASCII, UNICODE, Glyphs
from workout_tui.ui.presenters.finish.head import facts, top
from workout_tui.ui.presenters.finish.page import main, side
from workout_tui.ui.presenters.finish.records import record_words
from workout_tui.ui.presenters.finish.view import FinishView

NOW = START + 58 * MINUTE


def view(**more: object) -> FinishView:
    return replace(FinishView(SUMMARY, Unit.KG, UNICODE, now=NOW), **more)  # type: ignore[arg-type]


def plain(rows: list) -> list[str]:  # type: ignore[type-arg]
    return [row.plain.rstrip() for row in rows]


def test_when_it_was() -> None:
    assert facts(view()) == "Tue 24 Sep · 17:34 – 18:32"
    assert facts(view(end_now=True, now=NOW + 60 * MINUTE)) == "Tue 24 Sep · 17:34 – 19:32"


def test_the_headline() -> None:
    assert (
        plain(top(view(), 76, 20))[0] == "Push A, done.  Best volume since 3 September.                         ⏎ save"
    )
    older = SUMMARY._replace(best_since=TODAY - timedelta(days=400))
    assert "since 21 August 2023." in plain(top(view(summary=older), 76, 20))[0]
    assert "Best volume" not in plain(top(view(summary=SUMMARY._replace(best_since=None)), 76, 20))[0]


def test_the_four_figures() -> None:
    head = plain(top(view(), 76, 20))[2]
    assert head.split() == ["TIME", "3", "less", "VOLUME", "▲", "4", "%", "SETS", "1", "skip", "RECORDS", "★", "★"]
    assert "min" in plain(top(view(), 76, 20))[4]
    small = plain(top(view(big=False), 76, 20))
    assert small[4].split() == ["58", "min", "8.24", "t", "18", "of", "19", "2"]


def test_a_volume_in_pounds_is_as_large_as_one_in_kilograms_with_as_many_decimals_as_fit() -> None:
    narrow, wide = (plain(top(view(unit=Unit.LB), width, 20)) for width in (76, 116))
    assert " █  █▀█  k lb" in narrow[4]
    assert " █  █▀█   █▀▀  k lb" in wide[4]


def test_open_sets_are_a_warning() -> None:
    rows = plain(top(view(summary=SUMMARY._replace(open=3)), 76, 20))
    assert "▲ 3 open" in rows[2]


def test_the_table() -> None:
    rows = plain(main(view(), 76, 15))
    assert rows[0] == "EXERCISE          TOP SET      SETS   VOLUME   VS LAST"
    assert rows[2] == "Bench Press       102.5 × 5     4/4    2 278     ▲ 3 %   ★ e1RM 120"
    assert rows[4] == "Incline DB Press  32.5 × 10     3/3      975     ▲ 4 %   ★ 10 reps at 32.5"
    assert rows[5] == "Cable Fly         17.5 × 15     2/3      525    ▼ 29 %"


def test_the_table_shows_each_set_where_there_is_room() -> None:
    rows = plain(main(view(tall=True, wide=True), 71, 24))
    assert "  102.5×5@8  102.5×5@8.5  102.5×5@9  92.5×8" in rows
    assert "  17.5×15  17.5×15  – skipped" in rows


def test_a_long_table_says_how_much_is_hidden() -> None:
    rows = plain(main(view(summary=SUMMARY._replace(exercises=SUMMARY.exercises * 4)), 76, 15))
    assert "and 15 more" in rows
    assert len(rows) == 15


def test_what_is_below_the_table() -> None:
    rows = plain(main(view(), 76, 15))[-3:]
    assert rows[0].startswith("NOTE   Bench felt fast; left shoulder fine. Skipped last fly set, gym")
    assert rows[1] == "AFTER  ✓ kept on this laptop at once"
    assert rows[2] == "NEXT   ▲ Squat, Bench and OHP go up 2.5 kg   t see"


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (SyncState(Phase.IDLE), "↑ 1 workout to the sheet by itself"),
        (SyncState(Phase.SENDING, waiting=1), "↑ 2 workouts to the sheet by itself"),
        (SyncState(Phase.OFFLINE, waiting=2), "↑ 3 workouts to the sheet when online"),
        (SyncState(Phase.NEEDS_USER, waiting=2), "▲ 3 workouts will wait: y on Home says why"),
    ],
)
def test_what_becomes_of_it_in_the_sheet(state: SyncState, words: str) -> None:
    rows = plain(main(view(sync=state), 76, 15))
    assert f"AFTER  ✓ kept here at once   {words}" in rows
    beside = plain(side(view(sync=state, tall=True, wide=True), 44, 24))
    assert "✓ kept here at once" in beside
    assert words in beside


def test_one_lift_goes_and_none_stays_the_same() -> None:
    one = SUMMARY._replace(next_targets=SUMMARY.next_targets[:1])
    assert "▲ Squat goes up 2.5 kg" in "\n".join(plain(main(view(summary=one), 76, 15)))
    none = SUMMARY._replace(next_targets=SUMMARY.next_targets[3:])
    assert "NEXT   the same targets" in "\n".join(plain(main(view(summary=none), 76, 15)))
    free = none._replace(next_targets=())
    assert "NEXT   what you did this time" in "\n".join(plain(main(view(summary=free), 76, 15)))


def test_the_next_targets_take_the_place_of_the_table() -> None:
    rows = plain(main(view(targets=True), 76, 15))
    assert rows[0].startswith("NEXT TIME")
    assert rows[2] == "Bench Press        3 × 5         105 ▲2.5    all reps made"
    free = plain(main(view(targets=True, summary=SUMMARY._replace(next_targets=())), 76, 15))
    assert "no targets of its own" in free[2]


def test_nothing_logged() -> None:
    empty = SUMMARY._replace(exercises=(), done=0, total=0, records=(), next_targets=())
    rows = plain(top(view(summary=empty), 76, 20)) + plain(main(view(summary=empty), 76, 15))
    assert rows[0] == "Nothing logged.  esc back · D discard"
    assert not any("save" in row or "NEXT" in row for row in rows)


def test_an_idle_end_is_said_and_can_be_changed() -> None:
    idle = view(summary=SUMMARY._replace(idle_end=True), now=NOW + 52 * MINUTE)
    assert "Ends with the last set at 18:32, 52 min ago.   e end now" in plain(main(idle, 76, 15))
    assert "Ends now; the last set was at 18:32.   e end there" in plain(main(replace(idle, end_now=True), 76, 15))
    assert any("Ends with the last set" in row for row in plain(side(replace(idle, wide=True), 42, 30)))


def test_what_went_wrong_is_said() -> None:
    said = ("bad", "Not saved: the disk is full.")
    assert "✗ Not saved: the disk is full." in plain(main(view(said=said), 76, 15))
    assert any("Not saved" in row for row in plain(side(view(said=said, wide=True), 42, 30)))


def test_the_records_beside() -> None:
    rows = plain(side(view(wide=True, tall=True), 42, 30))
    assert "  e1RM 120   was 117, 17 Sep" in rows
    assert "  10 reps at 32.5   was 9" in rows
    assert "Skipped last fly set, gym closing." in rows


def test_many_records_take_a_row_an_exercise() -> None:
    crowd = tuple(one._replace(records=(BENCH_RECORD,) * 5) for one in SUMMARY.exercises)
    summary = SUMMARY._replace(exercises=crowd, records=(BENCH_RECORD,) * 30)
    rows = plain(side(view(wide=True, tall=True, summary=summary), 42, 25))
    assert rows[2] == "★ Bench Press   e1RM 120"
    tight = plain(side(view(wide=True, summary=summary), 42, 16))
    assert any(row.strip().endswith(" more") for row in tight)


@pytest.mark.parametrize(
    ("kind", "values", "measure", "words"),
    [
        (RecordKind.E1RM, SetValues(kg("102.5"), 5), Measure.WEIGHT, "e1RM 120"),
        (RecordKind.WEIGHT, SetValues(kg("102.5"), 5), Measure.WEIGHT, "heaviest 102.5"),
        (RecordKind.WEIGHT, SetValues(kg("20"), 5), Measure.BODYWEIGHT, "heaviest BW+20"),
        (RecordKind.REPS, SetValues(kg("32.5"), 10), Measure.WEIGHT, "119.6 reps at 32.5"),
        (RecordKind.TIME, SetValues(seconds=90), Measure.TIME, "longest"),
        (RecordKind.VOLUME, SetValues(kg("1"), 5), Measure.WEIGHT, "most volume"),
    ],
)
def test_records_in_words(kind: RecordKind, values: SetValues, measure: Measure, words: str) -> None:
    record = NewRecord(exercise("x", measure), kind, values, 119.6, 100, None)
    assert record_words(record, view()) == words


def test_what_has_no_volume_has_a_dash_or_nothing() -> None:
    dips = ExerciseSummary(exercise("Dips", Measure.BODYWEIGHT), SetValues(None, 8), 1, 1, None, None, ())
    plank = ExerciseSummary(exercise("Plank", Measure.TIME), SetValues(seconds=60), 1, 1, None, None, ())
    untouched = ExerciseSummary(exercise("Curl"), None, 0, 3, 0, None, ())
    rows = plain(main(view(summary=SUMMARY._replace(exercises=(dips, plank, untouched))), 76, 15))
    assert rows[1].split() == ["Dips", "BW", "×", "8", "1/1", "–"]
    assert rows[2].split() == ["Plank", "1:00", "1/1"]
    assert rows[3].split() == ["Curl", "–", "0/3", "0"]


@settings(deadline=None, max_examples=60)
@given(
    st.integers(56, 170),
    st.integers(6, 60),
    st.sampled_from([UNICODE, ASCII]),
    st.booleans(),
    st.booleans(),
    st.integers(1, 6),
)
def test_no_row_is_wider_and_no_column_higher_than_it_may_be(  # noqa: PLR0917 - drawn by name
    width: int, height: int, glyphs: Glyphs, tall: bool, targets: bool, times: int
) -> None:
    nasty = "[/] \x1b[2J" + "very long " * 9
    long = tuple(one._replace(exercise=replace(one.exercise, name=nasty)) for one in SUMMARY.exercises)
    summary = SUMMARY._replace(title=nasty, note=nasty * 3, exercises=(SUMMARY.exercises + long) * times)
    for wide in (False, True):
        one = view(summary=summary, glyphs=glyphs, tall=tall, wide=wide, targets=targets)
        assert max(row.cell_length for row in top(one, width, height)) <= width
        rows = main(one, width, height)
        assert max((row.cell_length for row in rows), default=0) <= width
        assert len(rows) <= height
        aside = side(one, 42, height)
        assert max((row.cell_length for row in aside), default=0) <= 42
        assert len(aside) <= height
        assert all("\x1b" not in row.plain for row in [*rows, *aside])
