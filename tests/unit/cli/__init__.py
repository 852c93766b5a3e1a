"""The command line, through `main` on real files."""
