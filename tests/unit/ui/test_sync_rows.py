"""Sync, drawn from values: nothing is too wide or too much, and whatever stands in a sheet is only text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.ui.samples import START, TODAY
from workout_tui.sync.asking import Asked
from workout_tui.sync.overview import Event, Line, Review, SheetInfo, SyncPage, Waiting, WaitingSession
from workout_tui.sync.standing import Month, SheetLine, Standing
from workout_tui.sync.state import Phase, SyncState, Told
from workout_tui.ui.glyphs import ASCII, UNICODE, Glyphs
from workout_tui.ui.presenters.sync.page import page
from workout_tui.ui.presenters.sync.report import report
from workout_tui.ui.presenters.sync.view import SyncView

MINUTE = 60_000
DAY = 1440 * MINUTE
LINES = (Line("Back Squat, set 4", "140 kg × 5", "140 kg × 5 @9", "140 kg × 4 @9"),)
REVIEW = Review(1, Asked.CONFLICT, "s", TODAY, "Legs", "Changed in both places.", "goes there", "comes here", LINES, "")
WAITS = WaitingSession("s", TODAY, "Push A", 18, 3, Waiting.DUE)
PAGE = SyncPage(
    SheetInfo("Log", "https://docs", "a@b"), (WAITS,), 1, 166, START - DAY, (Event(START, "sent"),), (REVIEW,)
)
STANDING = Standing(
    tuple(Month(date(2024, month, 1), month % 5, month) for month in range(1, 10)),
    tuple(SheetLine(TODAY, "Push A", "Bench Press", str(n), "100 kg × 5") for n in range(9, 0, -1)),
)
TOLD = Told("Google says no.", "Share it with a@b.", START, "not shared", "a@b", "403: no")


def view(**more: object) -> SyncView:
    made = SyncView(PAGE, SyncState(Phase.IDLE), STANDING, 0, START, TODAY, lambda _: 120, UNICODE)
    return replace(made, **more)  # type: ignore[arg-type]


def drawn(one: SyncView, width: int = 76, height: int = 19) -> list[str]:
    return [row.plain.rstrip() for row in page(one, width, height)]


def test_until_the_thread_has_told_the_log_says_what_it_knows() -> None:
    assert view(told=SyncState()).state == SyncState(Phase.IDLE, waiting=1, reviews=1)
    decided = replace(PAGE, reviews=(replace(REVIEW, choice="laptop"),))
    assert view(told=SyncState(), page=decided).state.reviews == 0
    assert view(told=SyncState(Phase.OFFLINE, 7)).state.waiting == 7


@pytest.mark.parametrize(
    ("days", "shown"),
    [(0, "17:34"), (1, "Mon 17:34"), (6, "Wed 17:34"), (7, "17 Sep 17:34"), (400, "21 Aug 2023 17:34")],
)
def test_when_something_was(days: int, shown: str) -> None:
    assert view().stamp(START - days * DAY) == shown


def test_a_failed_try_says_how_often_and_when_it_is_tried_next() -> None:
    state = SyncState(Phase.IDLE, 1, next_try=START + 15 * MINUTE)
    assert "Push A              18 sets  ↑ tried 3 times, next 17:49" in "\n".join(drawn(view(told=state)))


def test_the_number_of_the_set_is_never_cut_and_a_common_unit_is_left_out() -> None:
    long = replace(REVIEW, lines=(replace(LINES[0], label="Incline Dumbbell Bench Press, set 12"),))
    row = next(row for row in drawn(view(page=replace(PAGE, reviews=(long,)))) if ", set 12" in row)
    assert "140 × 5 @9" in row
    assert "140 × 4 @9" in row
    other = replace(REVIEW, lines=(replace(LINES[0], sheet="310 lb × 4"),))
    assert any("140 kg × 5" in row and "310 lb × 4" in row for row in drawn(view(page=replace(PAGE, reviews=(other,)))))


def test_the_address_stands_once_on_a_row_of_its_own() -> None:
    rows = drawn(view(told=SyncState(Phase.NEEDS_USER, 1, problem=TOLD)))
    assert sum("a@b" in row for row in rows) == 1
    assert any(row.endswith("Fix    Share it with") for row in rows)
    linked = TOLD._replace(fix="Open https://x.y, choose Enable.", copy="https://x.y")
    assert any(
        "Open this page, choose Enable." in row for row in drawn(view(told=SyncState(Phase.NEEDS_USER, problem=linked)))
    )


def test_the_fix_names_the_key_of_this_page_where_a_terminal_has_a_command() -> None:
    told = TOLD._replace(fix="“workout connect” puts one: the file from the other laptop.", copy="")
    rows = drawn(view(told=SyncState(Phase.NEEDS_USER, 1, problem=told)))
    assert any("“k” puts one: the file from the other laptop." in row for row in rows)


def test_the_report_names_nothing_of_the_log() -> None:
    text = report(view(told=SyncState(Phase.NEEDS_USER, 1, problem=TOLD)))
    assert "403: no" in text
    assert "tried in vain: 3 times" in text
    assert not {"Push A", "Legs", "Squat", "Bench", "https"} & set(text.replace(",", " ").split())
    assert "Push A" not in text


STATES = [
    SyncState(Phase.IDLE),
    SyncState(Phase.IDLE, 1, reviews=1),
    SyncState(Phase.SENDING, 1, 2, 3),
    SyncState(Phase.CHECKING, 1, next_try=START + MINUTE),
    SyncState(Phase.OFFLINE, 1),
    SyncState(Phase.NEEDS_USER, 1, problem=TOLD),
    SyncState(Phase.IDLE, 1, problem=TOLD),
]


@settings(max_examples=150, deadline=None)
@given(
    told=st.sampled_from(STATES),
    text=st.text(max_size=60),
    sizes=st.tuples(st.integers(56, 150), st.integers(12, 50)),
    glyphs=st.sampled_from([UNICODE, ASCII]),
)
def test_it_fits_whatever_stands_in_the_sheet(
    told: SyncState, text: str, sizes: tuple[int, int], glyphs: Glyphs
) -> None:
    line = Line(text, text, text, text)
    found = replace(
        PAGE,
        waiting=(replace(WAITS, title=text),) * 40,
        waiting_count=40,
        events=(Event(START, text),) * 30,
        reviews=(replace(REVIEW, title=text, lines=(line,) * 3),) * 9,
    )
    standing = replace(STANDING, newest=tuple(SheetLine(TODAY, text, text, "1", text) for _ in range(9)))
    width, height = sizes
    one = view(told=told, page=found, standing=standing, glyphs=glyphs, wide=width >= 100, tall=height >= 28)
    rows = page(one, width, height)
    assert len(rows) <= height
    assert all(row.cell_length <= width for row in rows)
    assert not any(ord(char) < 32 or char == "\x7f" for row in rows for char in row.plain)
