"""What the Sync and Connect screens do, apart from showing it."""
