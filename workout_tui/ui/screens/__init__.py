"""One screen a file: a screen wires widgets to the logbook and holds no rule of its own."""
