"""Textual, and nothing but the interface."""
