"""What History shows of what is looked at: the facts, the list, and the session that is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.ui.presenters.history import listing
from workout_tui.ui.presenters.history.view import FactsView, ListView, SessionView, sheet_sign

if TYPE_CHECKING:
    from workout_tui.model.session import Session
    from workout_tui.ui.glyphs import Glyphs
    from workout_tui.ui.history.browser import Browser
    from workout_tui.ui.presenters.history.view import Made

_NEAR = 80
"""rows around what is shown"""


def facts(browser: Browser, records: int | None, said: tuple[str, str] | None, glyphs: Glyphs) -> FactsView:
    """The line under the map. `records`: None while they are looked for; `said`: stands in the place of the facts."""
    return FactsView(
        totals=browser.totals,
        records=records,
        discarded=browser.discarded,
        query=browser.query,
        found=browser.found,
        glyphs=glyphs,
        said=said,
    )


def listed(browser: Browser, made: Made, top: int, glyphs: Glyphs) -> ListView:
    """The list from its row `top` on, starred where records were `made`."""
    return ListView(
        lines=tuple(browser.shelf.lines),
        at=browser.shelf.at,
        top=top,
        today=browser.weeks.today,
        unit=browser.unit,
        glyphs=glyphs,
        has_focus=not browser.on_map,
        nothing=listing.nothing(discarded=browser.discarded, narrowed=browser.found is not None),
        stars={uid: len(records) for uid, records in made.items()},
        signs=_signs(browser, top, glyphs),
        exercise=browser.exercise,
        sets=browser.sets(),
    )


def _signs(browser: Browser, top: int, glyphs: Glyphs) -> dict[str, tuple[str, str]]:
    """Where the copies of the sessions in view stand."""
    near = browser.shelf.lines[max(0, top - _NEAR) : top + _NEAR]
    found = {one.uid: sheet_sign(one.uid, browser.due, glyphs) for one in near}
    return {uid: sign[:2] for uid, sign in found.items() if sign}


def session(one: Session, browser: Browser, made: Made, glyphs: Glyphs) -> SessionView:
    """The session in full."""
    return SessionView(
        session=one,
        records=made.get(one.uid, {}),
        unit=browser.unit,
        today=browser.weeks.today,
        glyphs=glyphs,
        sign=sheet_sign(one.uid, browser.due, glyphs),
    )
