"""What a lifter did, in a lifter’s words: what undo says it took back."""

from __future__ import annotations

_DEEDS = {
    "log sets": "what was logged",
    "edit set": "the change of a set",
    "remove set": "the removal of a set",
    "set kind": "the mark of a set",
    "note exercise": "the note",
    "note session": "the note",
    "insert sets": "what was put into the plan",
    "add set": "a set in the plan",
    "reorder": "the order of exercises",
    "edit session": "the change of name, times or bodyweight",
    "bodyweight": "the bodyweight",
    "save session": "what came from the sheet",
}


def deed(kind: str) -> str:
    """A kind of act as a lifter would call it; most are called so already: “skip set”."""
    return _DEEDS.get(kind, kind)
