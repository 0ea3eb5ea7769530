"""What does it add up to? Indicators, changes, snapshots, and the public page of impact."""
