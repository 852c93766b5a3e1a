"""Programs as a file to read, to keep and to pass on: TOML, one line an exercise.

    unit = "kg"

    [[programs]]
    name = "Wave"
    kind = "plan"                       # plan: weeks × days · cycle: A B A B … · loose: in no order

    [[programs.days]]
    name = "Bench, week 1"
    week = 1                            # of a plan, from 1
    exercises = [
      { name = "Bench Press", sets = "2x5@65% w, 3x5@85% r3:00 +2.5 tm140" },
      { name = "Sled Push", sets = "4x20m r90", measure = "distance" },
    ]

``sets`` is the line of `model.written`. Of an exercise that the library does not know, `measure` says how it is
counted. ``lb`` may stand beside ``sets``: what the line is for somebody who lifts in pounds.
"""

from __future__ import annotations

from workout_tui.model.program_file.reading import FromFile, read
from workout_tui.model.program_file.writing import write

__all__ = ["FromFile", "read", "write"]
