"""What became of what we asked for?"""
