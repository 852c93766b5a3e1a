"""How much of the log names an exercise, in words. No widget: commands say it too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.ui.text import count

if TYPE_CHECKING:
    from workout_tui.store.merging import Use


def use_words(use: Use) -> str:
    """How much of the log names it: ``42 workouts, 310 sets, in 2 templates``."""
    if not use.sessions and not use.templates:
        return "never done"
    parts = [count(use.sessions, "workout"), count(use.sets, "set")]
    return ", ".join([*parts, f"in {count(use.templates, 'template')}"] if use.templates else parts)
