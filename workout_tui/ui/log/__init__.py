"""The Log screen without its widgets: what is current, what is shown, what a key does. Knows no Textual."""
