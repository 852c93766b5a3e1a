"""The pixel face: numbers and names that can be read from the bench.

A glyph is five rows of pixels. `big` sets two pixels into one character by half blocks (3 rows of
text), `huge` makes a pixel two columns wide (5 rows). The × has drawings of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_FACE = {
    "0": "### #.# #.# #.# ###",
    "1": "##. .#. .#. .#. ###",
    "2": "### ..# ### #.. ###",
    "3": "### ..# .## ..# ###",
    "4": "#.# #.# ### ..# ..#",
    "5": "### #.. ### ..# ###",
    "6": "### #.. ### #.# ###",
    "7": "### ..# ..# ..# ..#",
    "8": "### #.# ### #.# ###",
    "9": "### #.# ### ..# ###",
    ".": ". . . . #",
    ":": ". # . # .",
    "+": "... .#. ### .#. ...",
    "-": "... ... ### ... ...",
    "A": "### #.# ### #.# #.#",
    "B": "##. #.# ##. #.# ##.",
    "C": "### #.. #.. #.. ###",
    "D": "##. #.# #.# #.# ##.",
    "E": "### #.. ##. #.. ###",
    "F": "### #.. ##. #.. #..",
    "G": "### #.. #.# #.# ###",
    "H": "#.# #.# ### #.# #.#",
    "I": "# # # # #",
    "J": "..# ..# ..# #.# ###",
    "K": "#.# #.# ##. #.# #.#",
    "L": "#.. #.. #.. #.. ###",
    "M": "#...# ##.## #.#.# #...# #...#",
    "N": "#..# ##.# #.## #..# #..#",
    "O": "### #.# #.# #.# ###",
    "P": "### #.# ### #.. #..",
    "Q": "### #.# #.# ### ..#",
    "R": "### #.# ##. #.# #.#",
    "S": "### #.. ### ..# ###",
    "T": "### .#. .#. .#. .#.",
    "U": "#.# #.# #.# #.# ###",
    "V": "#.# #.# #.# #.# .#.",
    "W": "#...# #...# #.#.# ##.## #...#",
    "X": "#.# #.# .#. #.# #.#",
    "Y": "#.# #.# .#. .#. .#.",
    "Z": "### ..# .#. #.. ###",
}
_ROWS = 5
_BIG_TIMES = ("   ", "▀▄▀", "▀ ▀")
_HUGE_TIMES = ("      ", "▀█▄▄█▀", "  ██  ", "▄█▀▀█▄", "      ")
_HALF = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}

BIG_ROWS = 3
HUGE_ROWS = 5


def drawable(text: str) -> bool:
    """Whether the face has every character of `text`."""
    return all(char in _FACE or char in " ×" for char in text.upper())


def big(text: str) -> list[str]:
    """`text` in three rows. Raises KeyError for a character the face lacks."""
    return _set(text, _big_glyph, BIG_ROWS, gap=1)


def huge(text: str) -> list[str]:
    """`text` in five rows. Raises KeyError for a character the face lacks."""
    return _set(text, _huge_glyph, HUGE_ROWS, gap=2)


def _set(text: str, glyph: Callable[[str], tuple[str, ...]], rows: int, gap: int) -> list[str]:
    drawn = [glyph(char) for char in text.upper()]
    return [(" " * gap).join(one[row] for one in drawn) for row in range(rows)]


def _big_glyph(char: str) -> tuple[str, ...]:
    if char == "×":
        return _BIG_TIMES
    if char == " ":
        return ("  ",) * BIG_ROWS
    rows = [*_pixels(char), []]
    rows[_ROWS] = [False] * len(rows[0])
    return tuple(
        "".join(_HALF[upper, lower] for upper, lower in zip(rows[i], rows[i + 1], strict=True))
        for i in range(0, _ROWS + 1, 2)
    )


def _huge_glyph(char: str) -> tuple[str, ...]:
    if char == "×":
        return _HUGE_TIMES
    if char == " ":
        return ("    ",) * HUGE_ROWS
    return tuple("".join("██" if lit else "  " for lit in row) for row in _pixels(char))


def _pixels(char: str) -> list[list[bool]]:
    return [[pixel == "#" for pixel in row] for row in _FACE[char].split()]
