"""What stands in the sheet, as the Sync screen shows it."""

from __future__ import annotations

import pytest

from tests.support import done
from tests.sync.virtual import Cloud, Laptop, train
from workout_tui.sync import wording
from workout_tui.sync.columns import Column
from workout_tui.sync.rows import Cells
from workout_tui.sync.standing import Standing, standing


def look(laptop: Laptop) -> Standing:
    return standing(laptop.store, laptop.logbook.lifter.uid, laptop.logbook.today())


def test_without_a_sheet_nothing_stands_in_it(laptop: Laptop) -> None:
    assert standing(laptop.store, "nobody", laptop.logbook.today()) == Standing()


def test_an_empty_sheet_has_twelve_months_without_a_workout(laptop: Laptop) -> None:
    months = look(laptop).months
    today = laptop.logbook.today()
    assert len(months) == 12
    assert (months[-1].first.year, months[-1].first.month, months[-1].first.day) == (today.year, today.month, 1)
    assert months[0].first.month == today.month % 12 + 1
    assert not any(one.sessions for one in months)


def test_what_was_sent_is_counted_and_listed_newest_first(laptop: Laptop) -> None:
    train(laptop, done(100, 5), done(102.5, 4))
    assert look(laptop).newest == (), "not there before it was sent"
    laptop.settle()
    shown = look(laptop)
    assert (shown.months[-1].sessions, shown.months[-1].sets) == (1, 2)
    assert [(one.exercise, one.n, one.amount) for one in shown.newest] == [
        ("Bench Press", "2", "102.5 kg × 4"),
        ("Bench Press", "1", "100 kg × 5"),
    ]


def test_a_set_with_bodyweight_reads_as_everywhere_else() -> None:
    added: Cells = {Column.WEIGHT: 15, Column.UNIT: "kg", Column.REPS: 6}
    unloaded: Cells = {Column.REPS: 8}
    key: Cells = {Column.SESSION: "s:1:bodyweight:1727202840000"}
    assert wording.amount({**added, **key}) == "BW+15 kg × 6"
    assert wording.amount({**added, **key, Column.WEIGHT: -20.5}) == "BW−20.5 kg × 6"
    assert wording.amount({**unloaded, **key}) == "BW × 8"
    assert wording.amount({**added, Column.SESSION: "?"}) == "15 kg × 6"
    assert wording.amount(key) == "–"


@pytest.mark.parametrize("weight", ["=1+1", 1e307, -1e307, "", "\x1b[2J"])
def test_whatever_stands_in_a_row_it_is_told(weight: str | float) -> None:
    cells: Cells = {Column.WEIGHT: weight, Column.UNIT: "kg", Column.REPS: 6, Column.SESSION: "s:1:bodyweight:1"}
    assert wording.amount(cells).endswith("× 6")
    assert wording.amount({Column.REPS: weight}).startswith("× " if weight else "–")
    assert wording.shown(weight)


def test_a_text_without_end_is_told_in_short() -> None:
    for told in (
        wording.shown("x" * 50_000),
        wording.listed(["x" * 50_000]),
        wording.amount({Column.REPS: "x" * 50_000}),
    ):
        assert len(told) < 320


def test_a_row_taken_out_of_the_sheet_is_not_listed(laptop: Laptop, cloud: Cloud) -> None:
    session = train(laptop, done(100, 5), done(102.5, 4))
    laptop.settle()
    cloud.hands.delete_rows("Log", 1, 2)
    laptop.logbook.edit_set(session.exercises[0].performed[0].uid, done(105, 5))
    laptop.settle()
    assert [one.n for one in look(laptop).newest] == ["2"]
    assert look(laptop).months[-1].sets == 1


def test_a_discarded_workout_is_not_listed(laptop: Laptop) -> None:
    session = train(laptop, done(100, 5))
    laptop.settle()
    laptop.logbook.discard(session.uid)
    laptop.settle()
    assert look(laptop).newest == ()
    assert look(laptop).months[-1].sessions == 0
