"""One declaration a command: it gives the binding, the footer, the ``?`` page and the palette entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Command:
    """Something the user can do on a screen.

    Several keys that differ only in case or direction (``u`` and ``U``) are commands of their own;
    on the ``?`` page they may share a line through `with_next`.
    """

    id: str
    """``log.undo``: stable, for the user's key map and the log"""
    key: str
    """Textual's name of the key, or several with commas"""
    action: str
    """the screen's action, with arguments if any"""
    shown: str
    """how the key is written"""
    help: str
    """what it does, for the ``?`` page and the palette"""
    label: str = ""
    """one word for the footer; empty: not in the footer"""
    section: str = ""
    """the head under which the ``?`` page lists it; empty: not listed"""
    with_next: bool = False
    priority: bool = False
    """whether it works although a field with the focus would take the key"""
    palette: bool = True


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """The Textual bindings of `commands`."""
    return [
        Binding(
            command.key,
            command.action,
            command.label or command.help,
            show=False,
            key_display=command.shown,
            priority=command.priority,
            tooltip=command.help,
            id=command.id,
        )
        for command in commands
    ]
