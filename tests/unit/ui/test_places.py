"""Every screen with keys is known to the key map, tells its commands apart, and lists them on the ``?`` page."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

from workout_tui.config import Config
from workout_tui.ui import keymap, screens
from workout_tui.ui.commands import Command
from workout_tui.ui.glyphs import ASCII, UNICODE, Glyphs
from workout_tui.ui.log.paint.signs import in_signs
from workout_tui.ui.log.typing import STARTERS
from workout_tui.ui.places import PLACES, commands_by_place, typed_by_place
from workout_tui.ui.presenters.keys import page
from workout_tui.ui.screens.place import Place
from workout_tui.ui.widgets.keybar import KeyBar

KEYS = commands_by_place()
ITSELF = {"KeysScreen"}
"""closes the page of keys, which is no place to choose a key for"""


def all_places() -> list[type[Place]]:
    for one in pkgutil.iter_modules(screens.__path__):
        importlib.import_module(f"{screens.__name__}.{one.name}")

    def below(kind: type[Place]) -> list[type[Place]]:
        return [found for one in kind.__subclasses__() for found in (one, *below(one))]

    return [one for one in below(Place) if one.__module__.startswith(screens.__name__)]


@pytest.mark.parametrize("place", all_places(), ids=lambda place: place.__name__)
def test_every_screen_is_known_to_the_key_map(place: type[Place]) -> None:
    if place.KEYS and place.__name__ not in ITSELF:
        assert place in PLACES.values()


@pytest.mark.parametrize("place", KEYS)
def test_no_two_commands_of_a_screen_share_a_key(place: str) -> None:
    keymap.check({}, {place: KEYS[place]})
    ids = [command.id for command in KEYS[place]]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("place", KEYS)
def test_no_command_waits_for_a_key_that_begins_a_line(place: str) -> None:
    typed = typed_by_place(Config()).get(place, ())
    taken = {key for command in KEYS[place] for key in command.key.split(",") if keymap.canonical(key) in typed}
    assert taken == set()


def test_what_begins_a_set_is_no_command_on_log() -> None:
    assert typed_by_place(Config())["Log"] == STARTERS
    assert "é" in typed_by_place(Config(unshifted_digits="&é\"'(-è_çà"))["Log"]


@pytest.mark.parametrize("place", KEYS)
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_the_page_of_keys_has_room_for_all_of_them(place: str, glyphs: Glyphs) -> None:
    listed = keymap.in_marks(KEYS[place], glyphs)
    rows = page(listed, PLACES[place].FORMS, 76, 20, glyphs=glyphs)
    assert all(row.cell_length <= 76 for row in rows)
    text = "\n".join(row.plain for row in rows)
    missing = [one.id for one in listed if one.section and in_signs(one.shown, glyphs) not in text]
    assert missing == []


def test_the_row_of_keys_ends_at_78_columns_however_many_there_are() -> None:
    many = [Command(f"a.{n}", "a", "", "a", "", "something") for n in range(40)]

    class Wide(KeyBar):
        @property
        def size(self):  # type: ignore[no-untyped-def]
            from textual.geometry import Size

            return Size(200, 1)

    last = Command("a.keys", "question_mark", "", "?", "", "keys")
    row = Wide([*many, last]).render()
    assert row.cell_length <= 76
    assert row.plain.endswith("? keys")
    back = Command("a.back", "escape", "", "esc", "", "back")
    assert Wide([*many, back, last]).render().plain.endswith("a something  esc back  ? keys")
