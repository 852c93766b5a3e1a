"""The sections of the settings screen, each made by a function of its own: to add one, add it to `SECTIONS`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workout_tui.logbook.preferences import Setting, shown
from workout_tui.store import sheets
from workout_tui.ui.settings import machine
from workout_tui.ui.settings.form import Row, Section
from workout_tui.ui.settings.machine import BIG_NUMBERS, GLYPH_SET, THEME, UNSHIFTED_DIGITS
from workout_tui.ui.text import count

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.config import Config
    from workout_tui.model.preferences import Preference
    from workout_tui.ui.app import WorkoutApp


def sections(app: WorkoutApp) -> tuple[Section, ...]:
    """All sections that have something to show."""
    return tuple(section for section in (make(app) for make in SECTIONS) if section.rows)


def training(app: WorkoutApp) -> Section:
    """How the lifter in front likes to train."""
    if not app.file.is_open:
        return Section("TRAINING", ())
    library = sum(not one.archived for one in app.logbook.exercises())
    own = Setting("exercises", "Exercises", "unit, step, bar and rest of their own", "", f"{library} in the library")
    return Section("TRAINING", (*_logged(app, bars=False), Row(own, open=app.open_exercises)))


def bars_and_plates(app: WorkoutApp) -> Section:
    """What there is to load."""
    return Section("BARS AND PLATES", _logged(app, bars=True))


def sheet(app: WorkoutApp) -> Section:
    """Where finished workouts are copied to."""
    if not app.file.is_open:
        return Section("GOOGLE SHEET", ())
    found = sheets.of_lifter(app.file.store, app.logbook.lifter.uid)
    if found is None:
        none = Setting("sheet", "Spreadsheet", "every finished workout, each set once", "", "none yet, connect one")
        return Section("GOOGLE SHEET", (Row(none, open=app.open_connect),))
    rows = (
        Row(Setting("sheet", "Spreadsheet", "connect another one", "", found.title), open=app.open_connect),
        Row(Setting("sync", "Sync", "what waits, what was sent", "", app.chip.plain), open=app.open_sync),
    )
    return Section("GOOGLE SHEET", rows)


def look(app: WorkoutApp) -> Section:
    """How the program looks on this machine."""
    return Section("LOOK", tuple(_of_machine(app, one) for one in (THEME, GLYPH_SET, BIG_NUMBERS)))


def keyboard(app: WorkoutApp) -> Section:
    """How keys are read on this machine."""
    changed = len(app.config.keys)
    keys = Setting(
        "keys",
        "Keys",
        "give any command another one",
        "",
        f"{count(changed, 'command')} changed" if changed else "as they come",
    )
    digits = shown(UNSHIFTED_DIGITS, app.config)
    return Section(
        "KEYBOARD", (Row(digits, open=partial(_open_digits, app)), Row(keys, open=partial(_open_keymap, app)))
    )


def lifters(app: WorkoutApp) -> Section:
    """Who else trains on this laptop."""
    if not app.file.is_open:
        return Section("LIFTERS", ())
    here = app.logbook.lifter.uid
    rows = [
        Row(
            Setting(f"lifter {one.uid}", one.name, "in front" if one.uid == here else "train as them", "", one.unit),
            open=partial(app.train_as, one.uid) if one.uid != here else None,
        )
        for one in app.logbook.lifters()
    ]
    another = Setting("another", "Another lifter", "with a log of their own, in the same file", "", "add")
    add = [] if app.file.read_only else [Row(another, open=partial(_add_lifter, app))]
    return Section("LIFTERS", (*rows, *add))


SECTIONS: tuple[Callable[[WorkoutApp], Section], ...] = (
    training,
    bars_and_plates,
    sheet,
    look,
    keyboard,
    lifters,
)
"""The sections from top to bottom."""


def _logged(app: WorkoutApp, *, bars: bool) -> tuple[Row, ...]:
    if not app.file.is_open:
        return ()
    return tuple(
        Row(
            one,
            change=partial(_change_logged, app, one.name),
            read=partial(app.logbook.read_setting, one.name),
            is_logged=True,
        )
        for one in app.logbook.settings()
        if one.name.startswith(("bars_", "plates_")) == bars
    )


def _change_logged(app: WorkoutApp, name: str, typed: str) -> None:
    app.file.refuse_if_read_only()
    app.logbook.change_setting(name, typed)


def _of_machine(app: WorkoutApp, one: Preference[Config]) -> Row:
    return Row(
        shown(one, app.config),
        change=partial(_change_machine, app, one),
        read=lambda typed: one.show(one.changed(app.config, typed)),
    )


def _change_machine(app: WorkoutApp, one: Preference[Config], typed: str) -> None:
    app.take_config(machine.change(app.parts.paths.settings, one, typed))


def _open_keymap(app: WorkoutApp) -> None:
    from workout_tui.ui.screens.keymap import KeymapScreen  # noqa: PLC0415 - it imports every screen

    app.push_screen(KeymapScreen())


def _open_digits(app: WorkoutApp) -> None:
    from workout_tui.ui.screens.digits import DigitsScreen  # noqa: PLC0415 - rarely needed

    app.push_screen(DigitsScreen())


def _add_lifter(app: WorkoutApp) -> None:
    from workout_tui.ui.screens.first_run import FirstRunScreen  # noqa: PLC0415 - rarely needed

    app.push_screen(FirstRunScreen(adding=True))
