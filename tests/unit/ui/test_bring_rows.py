"""Bringing a history, drawn: pure rows of every step."""

from __future__ import annotations

from textual.content import Content

from workout_tui.model.load import Unit
from workout_tui.ui.glyphs import ASCII, UNICODE
from workout_tui.ui.presenters import bring as draw
from workout_tui.ui.presenters.bring import Asked, FileRow, Page


def plain(rows: list[Content]) -> list[str]:
    return [row.plain.rstrip() for row in rows]


def test_what_went_wrong_stands_under_the_head_with_a_mark() -> None:
    rows = plain(draw.page(Page("Bring", wrong="It is [b]empty\x1b[31m."), 60, UNICODE))
    assert rows[0] == "█ Bring"
    assert rows[-1] == "✗ It is [b]empty [31m."


def test_long_names_of_files_are_cut_and_ages_stay() -> None:
    rows = plain(draw.files([FileRow("x" * 90, "~/" + "y" * 90, "2 days ago")], 72, 10, UNICODE))
    assert rows[1].startswith("1  xxx")
    assert rows[1].endswith("2 days ago")
    assert len(rows[1]) <= 72
    assert draw.files([], 72, 10, UNICODE) == []


def test_only_the_likely_unit_has_the_mark_of_enter() -> None:
    assert plain(draw.units(Unit.LB, 60, 5, UNICODE)) == ["  k  kg  kilograms", "⏎ l  lb  pounds"]
    assert plain(draw.units(None, 60, 5, UNICODE)) == ["  k  kg  kilograms", "  l  lb  pounds"]


def test_answers_have_marks_and_the_open_question_stays_in_sight() -> None:
    asked = [Asked("a", "A", answer=True), Asked("b", "B", answer=False), Asked("c", "C"), Asked("d", "D")]
    assert plain(draw.questions(asked, 60, 9, UNICODE)) == [
        "✓ Is “a” your “A”?",
        "– Is “b” your “B”?",
        "▸ Is “c” your “C”?",
        "  Is “d” your “D”?",
    ]
    many = [*(Asked(str(n), "X", answer=True) for n in range(40)), Asked("now", "X"), *(Asked("later", "X"),) * 40]
    assert any(row.startswith("▸ Is “now”") for row in plain(draw.questions(many, 60, 8, UNICODE)))
    assert draw.first_open(asked[:2]) == 2


def test_the_bar_is_as_long_as_the_work_that_is_done() -> None:
    assert draw.progress(0, 0, 80, UNICODE) == []
    assert plain(draw.progress(1500, 3000, 80, UNICODE)) == ["█" * 20 + "░" * 20 + "  1,500 of 3,000"]
    assert plain(draw.progress(5, 3, 80, ASCII)) == ["#" * 40 + "  5 of 3"]


def test_lines_keep_their_indent_and_break_within_the_width() -> None:
    rows = plain(draw.account(["  1 row skipped:", "    row 3: " + "why " * 30], 40))
    assert rows[0] == "  1 row skipped:"
    assert rows[1].startswith("    row 3: why")
    assert rows[2].startswith("      why")
    assert all(len(row) <= 40 for row in rows)


def test_what_does_not_fit_is_said_and_can_be_reached() -> None:
    rows = [Content(str(number)) for number in range(10)]
    assert plain(draw.scrolled(rows, 0, 40, 4, UNICODE)) == ["0", "1", "2", "7 more rows below"]
    assert draw.furthest(rows, 4) == 6
    assert plain(draw.scrolled(rows, 6, 40, 4, UNICODE)) == ["6", "7", "8", "9"]
    assert draw.furthest(rows, 20) == 0


def test_a_plain_terminal_gets_plain_signs() -> None:
    rows = [Content("Bench Press (Barbell) → “Bench” · 5 × 5 …")]
    assert plain(draw.scrolled(rows, 0, 80, 4, ASCII))[0].isascii()
