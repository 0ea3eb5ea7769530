"""How does it print? The board as a page, as tables, as the language sheet; statements and briefings as PDF."""
