"""What has to be written, decided from what both sides say."""

from __future__ import annotations

from workout_tui.sync import plan
from workout_tui.sync.columns import CONTENT, Column
from workout_tui.sync.plan import Base, Row, Wish
from workout_tui.sync.rows import Cells
from workout_tui.sync.tokens import Token

UID = "s-1"
TOKEN = str(Token(UID, 1, "h", "n"))


def cells(reps: int, note: str | None = None) -> Cells:
    empty: Cells = dict.fromkeys(CONTENT)
    return {**empty, Column.REPS: reps, Column.NOTE: note}


def wish(reps: int, base: int | None = 5, *, is_new: bool = True, gone: bool = False) -> Wish:
    known = None if base is None else Base(1, TOKEN, cells(base), gone)
    return Wish(UID, cells(reps), known, is_new)


class TestSorting:
    def sort(self, one: Wish, *there: str | None, mine: frozenset[str] | None = None, held: bool = False) -> list[str]:
        index = {UID: [Row(number, token) for number, token in enumerate(there, 1)]}
        found = plan.sort_out([one], index, mine=mine, held={UID} if held else ())
        return [name for name in plan.Sorted.__slots__ if getattr(found, name)]

    def test_by_what_the_sheet_has(self) -> None:
        assert self.sort(wish(5)) == []
        assert self.sort(wish(6, None)) == ["appends"]
        assert self.sort(wish(6, None, is_new=False)) == []
        assert self.sort(wish(6, None), mine=frozenset()) == ["elsewhere"]
        assert self.sort(wish(6, None), TOKEN) == ["looks"]
        assert self.sort(wish(6), TOKEN) == ["looks"]
        assert self.sort(wish(6)) == ["missing"]
        assert self.sort(wish(6, gone=True)) == []
        assert self.sort(wish(6), "x") == ["missing"]
        assert self.sort(wish(6, None), "x") == ["damaged"]
        assert self.sort(wish(6, None), f"{TOKEN}~c") == ["appends"]
        assert self.sort(wish(6), TOKEN, f"{TOKEN}~c") == ["looks"]
        assert self.sort(wish(6), TOKEN, TOKEN) == ["copied"]
        assert self.sort(wish(6), TOKEN, held=True) == ["held"]


class TestComparing:
    def test_only_what_changed_here_is_written(self) -> None:
        verdict = plan.compare(wish(6), cells(5, "mine"), {})
        assert (verdict.writes, verdict.conflicts) == ({Column.REPS: 6}, {})
        assert (verdict.after[Column.REPS], verdict.after[Column.NOTE]) == (6, None)

    def test_both_sides_changed_alike(self) -> None:
        verdict = plan.compare(wish(6), cells(6), {})
        assert (verdict.writes, verdict.conflicts, verdict.after[Column.REPS]) == ({}, {}, 6)

    def test_both_sides_changed(self) -> None:
        verdict = plan.compare(wish(6), cells(7), {})
        assert (verdict.writes, verdict.conflicts, verdict.after[Column.REPS]) == ({}, {Column.REPS: (5, 6, 7)}, 5)

    def test_what_was_given_up_is_written_over_while_it_is_still_that(self) -> None:
        assert plan.compare(wish(6), cells(7), {Column.REPS: 7}).writes == {Column.REPS: 6}
        assert plan.compare(wish(6), cells(8), {Column.REPS: 7}).writes == {}

    def test_without_a_base_nothing_is_written_over(self) -> None:
        assert plan.compare(wish(6, None), cells(5), {}).conflicts == {Column.REPS: (None, 6, 5)}
        assert plan.compare(wish(6, None), cells(6), {}) == plan.Verdict({}, cells(6), {})
