"""What can be done here? Calls opened, pledges written, reviewed and read."""
