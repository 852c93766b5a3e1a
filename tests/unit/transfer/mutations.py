"""Files of every format, damaged in the ways files are damaged."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.unit.transfer.files import WHOLE

if TYPE_CHECKING:
    from collections.abc import Callable

_PIECES = (
    b"\x00", b'"', b'""', b",", b";", b"\n", b"\r", b"\r\n", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\x1b[2J", b"=1+1",
    b"-",    b"1e9", b"999999999999", b"nan", "٣".encode(), "é".encode("latin-1"), "日本".encode(), b"\\n", b"'", b"\t",
    b"0001-01-01",
)  # fmt: skip
"""what is put somewhere in a file"""


def mutated(chance: random.Random) -> bytes:
    """A file of some format with up to six things wrong with it."""
    data = chance.choice(_FILES)
    for _ in range(chance.randrange(7)):
        data = chance.choice(_WAYS)(data, chance)
    return data


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_PIECES) + data[at:]


def _delete(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[at + chance.randrange(1, 9) :]


def _flip(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data)) if data else 0
    return data[:at] + chance.randbytes(1) + data[at + 1 :]


def _tear(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) // 2, len(data) + 1)]


def _shuffle(data: bytes, chance: random.Random) -> bytes:
    header, *lines = data.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join((header, *lines))


def _repeat(data: bytes, chance: random.Random) -> bytes:
    header, *lines = data.split(b"\n")
    return b"\n".join((header, *lines, *lines[: chance.randrange(4)]))


def _swap_cells(data: bytes, chance: random.Random) -> bytes:
    cells = data.split(b",")
    one, other = chance.randrange(len(cells)), chance.randrange(len(cells))
    cells[one], cells[other] = cells[other], cells[one]
    return b",".join(cells)


_FILES = tuple(text.encode() for text in WHOLE.values())
_WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _insert,
    _insert,
    _delete,
    _flip,
    _tear,
    _shuffle,
    _repeat,
    _swap_cells,
)
