"""workout: a workout log for the keyboard that cannot lose a set.

The packages, top to bottom; each imports only from those below it:

* ``cli``       the ``workout`` command: composes the parts and runs one of them
* ``ui``        the Textual interface
* ``loopback``  a look-alike of Google Sheets, for the demo and for tests; stands alone
* ``sync``      finished workouts into a Google Sheet, each set once, and back
* ``transfer``  files in and out
* ``logbook``   everything a lifter can do; the only door to the store
* ``store``     SQLite; the only package with SQL
* ``model``     what a workout is: pure values and rules

Importing any part has no effect.
"""

__version__ = "0.1.0"
