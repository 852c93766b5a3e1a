"""The card at the top: how the sync stands, why, and what the lifter can do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.sync.state import Phase
from workout_tui.ui.presenters.rows import EMPTY, barred, styled, wrapped
from workout_tui.ui.text import count

if TYPE_CHECKING:
    from workout_tui.sync.state import Told
    from workout_tui.ui.presenters.sync.view import SyncView

_LABEL = 7
_MOST = 4
"""rows of one text"""
_BAR = 40
_WIDEST = 104

_STEPS = (
    "Google makes a key file for the program, once and for nothing.",
    "A spreadsheet of yours is shared with the e-mail in that file.",
    "Its link is pasted here, and every step is checked as it is done.",
)


def card(view: SyncView, width: int) -> list[Content]:
    """The card."""
    tone, rows = _told(view, min(width, _WIDEST) - 8)
    air = [EMPTY] if view.tall else []
    return barred([*air, *(Content.assemble(" ", row) for row in rows), *air], width, view.glyphs, tone, "card")


def _told(view: SyncView, width: int) -> tuple[str, list[Content]]:
    """The colour of the bar, and the rows."""
    state, glyphs = view.state, view.glyphs
    if state.phase is Phase.NO_SHEET:
        return "now", _not_connected(view, width)
    if state.phase is Phase.SENDING:
        return "sync", _sending(view, width)
    if state.phase is Phase.CHECKING:
        return "sync", _rows(view, (glyphs.checking, "$sync"), "Checking whether it arrived.", _checking(view), width)
    if state.problem is not None:
        return _problem(view, state.problem, width)
    if state.phase is Phase.OFFLINE:
        return "line", _rows(view, (glyphs.offline, "$faint"), "Offline.", _offline(view), width)
    return _at_rest(view, width)


def _not_connected(view: SyncView, width: int) -> list[Content]:
    head = "Every finished workout can go to a Google Sheet of yours, each set once."
    rows = [styled(row, "bold") for row in wrapped(head, width, _MOST, view.glyphs.dots)]
    for number, step in enumerate(_STEPS, 1):
        first, *more = wrapped(step, width - 3, _MOST, view.glyphs.dots)
        rows.append(Content.assemble((f"{number}  ", "$dim"), styled(first)))
        rows += [Content.assemble("   ", styled(row)) for row in more]
    if view.read_only:
        return [*rows, styled("This window only looks: another one has the log. Connect there.", "$dim")]
    enter = view.key("enter", view.glyphs.enter)
    return [*rows, Content.assemble((enter, "bold $now"), ("  connect a sheet", "$dim"))]


def _problem(view: SyncView, told: Told, width: int) -> tuple[str, list[Content]]:
    needs_user = view.state.phase is Phase.NEEDS_USER
    tone, mark = ("warn", view.glyphs.warn) if needs_user else ("sync", view.glyphs.sending)
    rows = _head(view, (mark, f"${tone}"), told.words, view.stamp(told.at), width)
    if told.cause:
        rows += _labelled("Cause", told.cause, width, view)
    if told.fix:
        rows += _labelled("Fix", _here(_before(told.fix, told.copy), view), width, view)
    if told.copy:
        shown = Content.assemble(styled(told.copy, "bold"), (f"  {view.key('copy', 'c')} copies it", "$faint"))
        rows.append(Content.assemble(" " * (_LABEL + 2), shown))
    rows.append(Content.assemble(" " * (_LABEL + 2), _then(view, needs_user=needs_user)))
    return tone, rows


def _before(fix: str, copy: str) -> str:
    """The fix without the address, which stands on a row of its own."""
    if not copy:
        return fix
    return fix.removesuffix(f" {copy}.").replace(copy, "this page")


def _here(fix: str, view: SyncView) -> str:
    """The fix with the key of this page in the place of the command: nobody has to leave for a terminal."""
    return fix.replace("“workout connect”", f"“{view.key('connect', 'k')}”")


def _then(view: SyncView, *, needs_user: bool) -> Content:
    key = (view.key("now", "y"), "bold $now")
    if needs_user:
        return Content.assemble(("then ", "$dim"), key, (" to try again. Nothing is lost.", "$dim"))
    return Content.assemble(
        (f"Tried again by itself{_at(view)}; ", "$dim"), key, (" tries now. Nothing is lost.", "$dim")
    )


def _sending(view: SyncView, width: int) -> list[Content]:
    state, glyphs = view.state, view.glyphs
    if not state.total:
        return _head(view, (glyphs.sending, "$sync"), "Sending.", "", width)
    rows = _head(
        view, (glyphs.sending, "$sync"), f"Sending {state.sent} of {count(state.total, 'workout')}.", "", width
    )
    on, off = ("█", "░") if glyphs.unicode else ("#", ".")
    room = min(_BAR, width - 2)
    full = room * state.sent // state.total
    return [*rows, Content.assemble("  ", (on * full, "$sync"), (off * (room - full), "$line"))]


def _checking(view: SyncView) -> str:
    at = view.state.next_try
    until = f"at {view.stamp(at)}" if at and at > view.now else "in a few minutes"
    return (
        "The answer to a write was lost on the way, and Google may still be at work on it."
        f" The sheet is read {until}: then it is certain. Until then nothing is sent again, so that no set stands"
        " there twice."
    )


def _offline(view: SyncView) -> str:
    waiting = view.state.waiting
    if not waiting:
        return "Nothing waits. What you log is kept on this laptop, and goes out when there is a network."
    which = "One workout is" if waiting == 1 else f"{waiting} workouts are"
    kept = f"{which} kept on this laptop, and go{'es' if waiting == 1 else ''} out when there is a network."
    return f"{kept} By itself{_at(view)}; {view.key('now', 'y')} tries now."


def _at(view: SyncView) -> str:
    """When it is tried next, as far as that is known and still to come."""
    at = view.state.next_try
    return f" at {view.stamp(at)}" if at and at > view.now else ""


def _at_rest(view: SyncView, width: int) -> tuple[str, list[Content]]:
    state, glyphs = view.state, view.glyphs
    if state.reviews:
        words = f"{count(state.reviews, 'row')} to review."
        return "warn", _rows(
            view, (glyphs.differs, "$warn"), words, "Only you can say what is right. Until then both stay.", width
        )
    if state.waiting:
        words = f"By itself{_at(view)}; {view.key('now', 'y')} sends now."
        if view.read_only:
            words = "This window only looks: the other one sends."
        return "sync", _rows(
            view, (glyphs.waiting, "$sync"), f"{count(state.waiting, 'workout')} to send.", words, width
        )
    good = state.last_good or view.page.last_good
    stands = count(view.page.sent_rows, "row")
    words = f"{stands} of yours stand{'s' if view.page.sent_rows == 1 else ''} there, each set once."
    head = "Everything is in the sheet."
    if good is None:
        return "done", _rows(
            view, (glyphs.done, "$done"), "Connected.", "The first workout you finish goes there.", width
        )
    return "done", [
        *_head(view, (glyphs.done, "$done"), head, f"last sync {view.stamp(good)}", width),
        *(Content.assemble("  ", styled(row, "$dim")) for row in wrapped(words, width - 2, _MOST, glyphs.dots)),
    ]


def _rows(view: SyncView, mark: tuple[str, str], head: str, words: str, width: int) -> list[Content]:
    return [
        *_head(view, mark, head, "", width),
        *(Content.assemble("  ", styled(row, "$dim")) for row in wrapped(words, width - 2, _MOST, view.glyphs.dots)),
    ]


def _head(view: SyncView, mark: tuple[str, str], words: str, at: str, width: int) -> list[Content]:
    sign, style = mark
    indent = len(sign) + 1
    first, *more = wrapped(words, width - indent, _MOST, view.glyphs.dots)
    rows = [Content.assemble((f"{sign} ", style), styled(first, "bold"))]
    rows += [Content.assemble(" " * indent, styled(row, "bold")) for row in more]
    if at:
        rows[-1] = Content.assemble(rows[-1], (f"   {at}", "$faint"))
    return rows


def _labelled(label: str, words: str, width: int, view: SyncView) -> list[Content]:
    first, *more = wrapped(words, width - _LABEL - 2, _MOST, view.glyphs.dots)
    rows = [Content.assemble("  ", (f"{label:{_LABEL}}", "$dim"), styled(first))]
    return rows + [Content.assemble(" " * (_LABEL + 2), styled(row)) for row in more]
