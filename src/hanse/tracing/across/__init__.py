"""What does a text in one language do with an ask in another?"""
