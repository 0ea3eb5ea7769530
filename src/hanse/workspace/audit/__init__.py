"""Who did what here, and can anybody have changed the record of it? A hash-chained log."""
