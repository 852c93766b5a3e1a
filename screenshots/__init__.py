"""Draws the pictures of the README from a made-up lifter."""
