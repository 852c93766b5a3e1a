"""Home, drawn."""
