"""``python -m workout_tui``: the same as the command ``workout``."""

import sys

from workout_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
