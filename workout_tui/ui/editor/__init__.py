"""Editing a template: what its lines say, what a key makes of it, and who keeps it."""
