"""Everything a lifter can do, in their words: the only door that screens, commands and readers use."""
