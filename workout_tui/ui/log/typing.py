"""Which keys type into the entry line and which are commands, on every keyboard.

The number pad sends names of its own under some terminals, and with NumLock off it sends arrows.
On a layout whose digits need shift, a setting lets the unshifted row type them.
"""

from __future__ import annotations

STARTERS = frozenset("0123456789+-−*/@=#xX×br")
"""What begins a set on the empty line; any other key there is a command."""

KEYPAD = {
    "multiply": "*",
    "divide": "/",
    "add": "+",
    "subtract": "-",
    "decimal": ".",
    "separator": ",",
    "equal": "=",
}
"""Keys of the number pad as some terminals name them, and what they type."""

_KEYPAD_S = 1.0


def typed_by(key: str, character: str | None) -> str:
    """What a key types: its character, or that of a number pad's key; nothing for all others."""
    if character and character.isprintable():
        return character
    return KEYPAD.get(key, "")


class KeypadArrows:
    """Tells arrows from a number pad whose NumLock is off.

    Right after a digit an arrow is most likely a 4 or a 6 meant to be typed, never a wish to change
    the exercise.
    """

    def __init__(self) -> None:
        self._at = float("-inf")

    def typed(self, character: str, at: float) -> None:
        """A character was typed at `at` (monotonic seconds)."""
        if character.isdecimal():
            self._at = at

    def may_move(self, at: float) -> bool:
        """Whether ← and → may change the exercise."""
        return at - self._at >= _KEYPAD_S
