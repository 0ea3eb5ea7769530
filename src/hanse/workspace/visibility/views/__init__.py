"""What can be seen of the words of texts, and done about them?"""
