"""Keys are obeyed one after the other, each by what stands in front once the one before has done its work.

A terminal sends what is typed fast, and a slow line sends what is typed at all, as several keys at once. The framework
hands each on as soon as it comes: to the line that a card is just about to cover, or to the card that is just about to
go. Here the next key waits until the one before has been heard everywhere, and what it opened stands.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.app import App
from textual.events import Key, Paste

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Event
    from textual.message_pump import MessagePump

_ROUNDS = 2
"""a key is heard from the focus up to the program, and so is what a field tells then"""
_PAINT_S = 0.03
"""so long what a key did is drawn first, unless another key comes: making sure that it was heard is work, too"""
_LONGEST_S = 5.0
"""a part that does not answer keeps no key waiting for longer"""


class KeyByKey(App[int]):
    """An app in which no key overtakes another."""

    def __init__(self) -> None:
        super().__init__()
        self._behind: deque[Key | Paste] = deque()
        """what was typed while a key was still at work"""
        self._more = asyncio.Event()
        """set while there is any of that"""
        self._at_work: asyncio.Task[None] | None = None

    async def on_event(self, event: Event) -> None:
        """Take an event; of what is typed one at a time."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._at_work is not None:
            self._behind.append(event)
            self._more.set()
        else:
            await self._obey(event)

    async def _obey(self, event: Key | Paste) -> None:
        heard_by = self._path()
        await super().on_event(event)
        self._at_work = asyncio.create_task(self._go_on(heard_by))

    async def _go_on(self, heard_by: Sequence[MessagePump]) -> None:
        """Obey the next key, once this one was heard by all these and what it opened stands."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_PAINT_S):
                await self._more.wait()
        with suppress(TimeoutError):
            async with asyncio.timeout(_LONGEST_S):
                for _ in range(_ROUNDS):
                    await _settled(heard_by)
                await _settled(self._path())
        if self._behind and self.is_running:
            self.call_later(self._obey, self._behind.popleft())
            if not self._behind:
                self._more.clear()
        else:
            self._at_work = None

    def _path(self) -> Sequence[MessagePump]:
        """From the focus up to the program: the way of a key."""
        return (self.focused or self.screen).ancestors_with_self if self.screen_stack else ()


async def _settled(parts: Sequence[MessagePump]) -> None:
    """Return once each of the parts has done all that was asked of it until now, one after the other."""
    for part in parts:
        done = asyncio.Event()
        if part.call_later(done.set):
            await done.wait()
