"""What is open, next and new? The front page and its feeds."""
