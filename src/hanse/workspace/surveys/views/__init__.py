"""What can be seen of surveys, and done to them?"""
