"""What can be done with engagements?"""
