"""What is open, next and new? The public front page and its feed."""
