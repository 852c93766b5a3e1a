"""The requests of a `batchUpdate`, one function each: it changes the book and returns its reply."""
