"""How does it print? The board as a page, as tables, and as the language sheet."""
