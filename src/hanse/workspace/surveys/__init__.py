"""What do partners say when asked? Few questions, counted with their number and rate of answers."""
