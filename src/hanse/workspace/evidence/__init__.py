"""What supports a claim, what contrasts it, and what have people judged?"""
