"""Pages of briefings: prepared, read, printed, shared."""
