"""What is being done in the background, and how far is it?"""
