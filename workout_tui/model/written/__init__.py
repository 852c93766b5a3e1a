"""The line of a template: what is written for one exercise, as text and back.

    line    = block { "," block } { attribute | "@" load }
    block   = ( count "x" [ amount ] | amount { "/" amount } ) [ "@" load ] [ effort ] [ mark ]
    amount  = 5 · 8-10 · 1:00 · 45s · 400m · 5km 24:30      nothing: left open; 5+ is 5 or more, to failure
    load    = 102.5 · 225lb · 85% · bw · bw+20 · -20        a percentage is one of the training max
    effort  = @8 · /8 · rpe8 · rir2                         after @, 10 or less without a unit is an RPE
    mark    = w · d · f                                     warm-up, drop, to failure
    attribute = r180 · r3:00                                rest
              | +2.5                                        onto the load once all reps were made
              | -10% · -10%x2                               off it after three misses in a row, or two
              | tm140 | gA | #note                          training max, superset, note

A load behind the attributes is the last block's, where that has none.

Nothing typed makes `read` raise; what `write` writes `read` reads back.
"""

from __future__ import annotations

from workout_tui.model.written.reading import read
from workout_tui.model.written.values import Frame, Reading, Written
from workout_tui.model.written.words import describe
from workout_tui.model.written.writing import write

__all__ = ["Frame", "Reading", "Written", "describe", "read", "write"]
