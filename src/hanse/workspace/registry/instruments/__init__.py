"""What was agreed, who took part, what became of it, and who pressed whom: pages of instruments and episodes."""
