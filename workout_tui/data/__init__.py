"""What a new log begins with: common exercises and starter programs, as TOML."""
