"""The commands of the Log screen, and the forms of a set, for the footer, the ``?`` page and the palette."""

from __future__ import annotations

from workout_tui.ui.commands import Command

_LOG, _MOVE, _REST = "LOG", "MOVE", "REST"

ENTER = Command("log.enter", "enter", "enter", "⏎", "log the set as shown", "log", _LOG, palette=False)
UNDO = Command("log.undo", "u", "act('undo')", "u", "undo", "undo", _LOG, with_next=True)
WARM_UP = Command("log.warm_up", "w", "act('warm_up')", "w", "warm-up", "warm-up", _LOG, with_next=True)
SKIP = Command("log.skip", "s", "act('skip_set')", "s", "skip set", "skip", _LOG, with_next=True)
ADD = Command("log.add", "a", "act('add_set')", "a", "add set", "add", _LOG, with_next=True)
NOTE = Command("log.note", "n", "note", "n", "note", "note", _LOG, with_next=True)
REST = Command("log.rest", "space", "rest", "space", "start, stop", "rest", _REST)
FINISH = Command("log.finish", "f", "finish", "f", "finish", "finish", _MOVE, with_next=True)
LIFTER = Command("log.lifter", "P", "lifter", "P", "lifter", "lifter", _MOVE)
HELP = Command("log.keys", "question_mark", "app.open_keys", "?", "all keys", "keys", palette=False)
ADD_EXERCISE = Command("log.add_exercise", "A", "add_exercise", "A", "add exercise", "", _LOG)

KEYS = (
    ENTER,
    Command(
        "log.next_idea", "full_stop,comma,decimal,separator", "next_idea", ".", "show the next suggestion", "", _LOG
    ),
    UNDO,
    Command("log.redo", "U", "act('redo')", "U", "redo", "", _LOG),
    SKIP,
    Command("log.skip_exercise", "S", "act('skip_exercise')", "S", "skip exercise", "", _LOG),
    WARM_UP,
    Command("log.drop", "d", "act('drop_set')", "d", "drop set", "", _LOG, with_next=True),
    Command("log.ramp", "W", "act('ramp_up')", "W", "ramp", "", _LOG),
    ADD,
    ADD_EXERCISE,
    Command("log.swap", "e", "swap", "e", "swap exercise", "", _LOG, with_next=True),
    Command("log.move_sets", "M", "move_sets", "M", "move sets", "", _LOG),
    NOTE,
    Command("log.bodyweight", "B", "bodyweight", "B", "bodyweight", "", _LOG),
    Command("log.superset", "g", "act('superset')", "g", "superset with the next", "", _LOG),
    Command("log.remove", "backspace", "remove", "⌫", "remove the set", "", _LOG, palette=False),
    Command("log.up", "up", "row(-1)", "↑", "sets", "", _MOVE, with_next=True, palette=False),
    Command("log.down", "down", "row(1)", "↓", "", "", _MOVE, with_next=True, palette=False),
    Command("log.left", "left", "arrow(-1)", "←", "exercises", "", _MOVE, with_next=True, palette=False),
    Command("log.right", "right", "arrow(1)", "→", "", "", _MOVE, palette=False),
    Command("log.previous", "shift+tab", "exercise(-1)", "⇧tab", "previous exercise", palette=False),
    Command("log.next", "tab", "exercise(1)", "tab", "next exercise", palette=False),
    Command("log.earlier", "K", "act('earlier')", "K", "exercise up", "", _MOVE, with_next=True),
    Command("log.later", "J", "act('later')", "J", "exercise down", "", _MOVE),
    Command("log.leave", "escape", "leave", "esc", "clear line, then home", "", _MOVE, palette=False),
    FINISH,
    LIFTER,
    Command("log.history", "h", "history", "h", "history", "", _MOVE, with_next=True),
    Command("log.progress", "p", "progress", "p", "progress", "", _MOVE, with_next=True),
    Command("log.settle", "E", "settle", "E", "setup", "", _MOVE),
    REST,
    Command("log.rest_less", "left_square_bracket,less_than_sign", "shift_rest(-15)", "[", "15 s less", "", _REST,
            with_next=True),
    Command("log.rest_more", "right_square_bracket,greater_than_sign", "shift_rest(15)", "]", "15 s more", "", _REST),
    HELP,
)  # fmt: skip
"""All commands, in the order of the ``?`` page."""

FOOTER = (ENTER, UNDO, WARM_UP, SKIP, ADD, REST, FINISH, NOTE, HELP)
"""By frequency; what does not fit is left out from the right, but for the last."""

FORMS = (
    ("4", "4 reps, shown weight"),
    ("105x", "105 kg, shown reps"),
    ("105*5/8", "105 kg × 5, RPE 8"),
    ("105 5 8", "the same, with spaces"),
    ("+  ++  -5", "a step up, two, 5 less"),
    ("/9", "as shown, RPE 9"),
    ("=", "same as last set"),
    ("x5x3", "three sets of 5"),
    ("3x5@100", "three sets of 5"),
    ("100x5,5,4", "three sets: 5, 5, 4"),
    ("100x8>80x6", "drop set"),
    ("60x5w", "warm-up"),
    ("100x5f", "to failure"),
    ("bw+20x6", "bodyweight plus 20"),
    ("-20x8", "assisted by 20"),
    ("1:30", "time"),
    ("5km 24:30", "distance and time"),
    ("… # note", "note on the set"),
)
"""What can be typed, and what it means."""
