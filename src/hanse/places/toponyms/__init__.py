"""Which places do the names in one text mean? All senses of each name, weighed against each other in context."""
