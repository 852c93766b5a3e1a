"""The Sync screen, drawn: how it stands, what waits, what is to be decided, what happened, what is in the sheet."""
