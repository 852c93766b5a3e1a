"""Progress, drawn."""
