"""How do the databases keep the log? Django's own engines, with one thing more to do before a commit."""
