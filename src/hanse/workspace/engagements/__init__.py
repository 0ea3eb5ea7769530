"""Who met whom, what was handed in, and what follows? Dialogues, visits, submissions, follow-ups."""
