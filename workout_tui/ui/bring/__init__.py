"""Bringing a history: what the screen does beside drawing."""
