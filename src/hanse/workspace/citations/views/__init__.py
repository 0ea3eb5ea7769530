"""What can be seen of citations, and done to them?"""
