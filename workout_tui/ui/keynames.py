"""Keys inside words: “u takes it back” has to name the key that the user gave to undo.

Words are made where nobody knows the user's keys. They hold a mark in the key's place, of characters that
no text from outside keeps (see ``text.plain``), and the mark is filled in where the words are shown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARK = re.compile("\ue000([^\ue001]*)\ue001([^\ue002]*)\ue002")


def key(command_id: str, comes_with: str) -> str:
    """The key of a command, for words that `named` fills in; `comes_with`: as it is written unless the user chose."""
    return f"\ue000{command_id}\ue001{comes_with}\ue002"


def named(text: str, chosen: Mapping[str, str]) -> str:
    """`text` with the keys written out; `chosen`: how the keys are written that the user chose, by command."""
    return _MARK.sub(lambda mark: chosen.get(mark[1], mark[2]), text) if "\ue000" in text else text
