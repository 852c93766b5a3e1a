"""Log and sheet compared: each kind of difference is told once, and what is the lifter's own is left out."""

from __future__ import annotations

from typing import Any

import pytest

from workout_tui.sync.cells import Value
from workout_tui.sync.columns import FIRST, Column, Layout
from workout_tui.sync.comparing import Difference, Expected, Kind, Report, compare

HEADER = [column.value for column in Column]


def cells(n: int, reps: int = 5, **more: Value) -> dict[Column, Value]:
    """What a set says; `more` by the names of the columns in capitals."""
    plain: dict[Column, Value] = {
        Column.DATE: 45559,
        Column.WORKOUT: "Push A",
        Column.EXERCISE: "Bench Press",
        Column.SET: n,
        Column.WEIGHT: 102.5,
        Column.REPS: reps,
    }
    return plain | {Column[name]: value for name, value in more.items()}


def line(key: str, row: dict[Column, Value], token: str | None = None, layout: Layout = FIRST) -> list[Any]:
    """A row of the tab; its token fits unless another is given."""
    held = {**row, Column.KEY: key, Column.TOKEN: f"{key}:1:hash:nonce" if token is None else token}
    places = {layout[column]: value for column, value in held.items()}
    return [places.get(place) or "" for place in range(layout.width)]


def expect(row: dict[Column, Value], *, required: bool = True, waiting: bool = False) -> Expected:
    return Expected({column: row.get(column) for column in Column}, required, waiting)


def found(expected: dict[str, Expected], *lines: list[Any], layout: Layout = FIRST) -> Report:
    return compare(expected, [HEADER, *lines], layout)


def only(report: Report) -> Difference:
    [one] = report.differences
    return one


def test_what_is_equal_differs_in_nothing_wherever_its_rows_and_columns_stand() -> None:
    two = {"a": expect(cells(1)), "b": expect(cells(2))}
    assert found(two, line("b", cells(2)), line("a", cells(1))).is_equal
    turned = Layout({column: FIRST.width - place for column, place in FIRST.places.items()})
    report = found(two, line("a", cells(1), layout=turned), line("b", cells(2), layout=turned), layout=turned)
    assert (report.is_equal, report.sets, report.rows, report.by_hand) == (True, 2, 2, 0)


def test_numbers_are_equal_however_they_are_typed() -> None:
    assert found({"a": expect(cells(1))}, line("a", cells(1, WEIGHT="102.5", SET=1.0))).is_equal


def test_a_set_that_is_not_in_the_sheet_is_told_with_where_it_belongs() -> None:
    assert only(found({"a": expect(cells(3), waiting=True)})) == Difference(
        Kind.MISSING, "a", "2024-09-24", "Push A", "Bench Press", "3", waiting=True
    )


def test_a_cell_that_says_something_else_is_told_with_both() -> None:
    told = only(found({"a": expect(cells(1))}, ["own"], line("a", cells(1, reps=6))))
    assert (told.kind, told.rows, told.column, told.here, told.there) == (Kind.VALUE, (3,), "Reps", "5", "6")
    told = only(found({"a": expect(cells(1))}, line("a", cells(1, DATE=45560))))
    assert (told.column, told.here, told.there) == ("Date", "2024-09-24", "2024-09-25")
    told = only(found({"a": expect(cells(1))}, line("a", cells(1, DATE=1e12))))
    assert told.there == "1000000000000"


def test_a_row_that_the_log_does_not_know_is_told_by_what_it_says() -> None:
    told = only(found({}, line("x", cells(4))))
    assert (told.kind, told.key, told.rows, told.exercise, told.set) == (Kind.UNKNOWN, "x", (2,), "Bench Press", "4")


def test_a_copied_row_is_told_until_it_is_marked() -> None:
    twice = (line("a", cells(1)), line("a", cells(1)))
    told = only(found({"a": expect(cells(1))}, *twice))
    assert (told.kind, told.rows) == (Kind.COPY, (2, 3))
    marked = found({"a": expect(cells(1))}, twice[0], line("a", cells(1), "a:1:hash:nonce~mark"))
    assert (marked.is_equal, marked.rows) == (True, 1)


@pytest.mark.parametrize("token", ["", "b:1:hash:nonce", "mine"])
def test_a_row_whose_token_does_not_fit_is_not_taken_for_the_sets(token: str) -> None:
    told = only(found({"a": expect(cells(1))}, line("a", cells(1), token)))
    assert (told.kind, told.rows) == (Kind.TOKEN, (2,))


def test_a_removed_set_may_be_gone_or_say_so() -> None:
    gone = {"a": expect(cells(1, STATUS="removed"), required=False)}
    assert found(gone).is_equal
    assert found(gone, line("a", cells(1, STATUS="removed"))).is_equal
    told = only(found(gone, line("a", cells(1, STATUS="completed"))))
    assert (told.column, told.here, told.there) == ("Status", "removed", "completed")


def test_rows_without_a_key_are_the_lifters_own_and_only_counted() -> None:
    own = ["2024-01-01", "my own"]
    report = found({}, own, [], ["", ""])
    assert (report.is_equal, report.rows, report.by_hand) == (True, 0, 1)


def test_an_empty_tab_lacks_everything() -> None:
    report = compare({"a": expect(cells(1)), "b": expect(cells(2), required=False)}, [], FIRST)
    assert [one.key for one in report.differences] == ["a"]
    assert report.sets == 1
