"""SQLite, which writes the log before a commit."""
