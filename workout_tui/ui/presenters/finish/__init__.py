"""Finish, drawn."""
