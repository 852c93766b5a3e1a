"""Files in and out: one reader or writer a format."""
