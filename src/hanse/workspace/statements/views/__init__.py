"""What can be seen of statements, and done to them?"""
