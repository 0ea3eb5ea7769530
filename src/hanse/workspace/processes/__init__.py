"""When and where do they meet, who gets in, and what is due? Processes, sessions, deadlines and access."""
