"""Who is at the table? Actors and their ties, instruments, and what the sources say of them."""
