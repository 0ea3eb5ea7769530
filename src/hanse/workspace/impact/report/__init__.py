"""What is reported of a period, to whom? Made from snapshots, the same on the screen and on paper."""
