"""The parts of the Log screen as rows of text: pure functions of what is shown and of the room there is."""
