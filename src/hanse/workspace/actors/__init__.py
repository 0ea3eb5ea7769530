"""The pages of cities, networks, states, organisations and office-holders, and the lists of the first three."""
