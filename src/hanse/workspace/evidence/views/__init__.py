"""What do people do with evidence? Add it, judge it, take it back; and show elsewhere how a claim stands."""
