"""What still comes in while the program closes meets screens whose parts are gone, or never come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Callback, Unmount
from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from textual.events import Event


class TillTheEnd(MessagePump):
    """Hears nothing once the program closes, but what was to be done later, and that it is taken down itself."""

    async def on_event(self, event: Event) -> None:
        """Take an event, as long as there is a program."""
        if (self.app.is_running and self.is_attached) or isinstance(event, Callback | Unmount):
            await super().on_event(event)
