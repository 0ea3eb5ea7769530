"""What is written to people, and did it go out? Letters, each handed in once."""
