"""What does a text do to what it cites?"""
