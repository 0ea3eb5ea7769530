"""How long may a question and an answer be? In characters."""

LONGEST_ANSWER = 4_000
LONGEST_QUESTION = 1_000
