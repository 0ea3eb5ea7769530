"""What do cities promise, and what became of it? Calls, pledges, reviews, practices."""
