"""History as text: the map of days, the list, and one session in full."""
