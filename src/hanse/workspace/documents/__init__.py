"""Which texts does the office hold, and what do they say?"""
