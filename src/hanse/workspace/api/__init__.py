"""How do other programs read the workspace? A REST API with the same permissions as the pages."""
