"""How does it print? The board as page, PDF and tables, the language sheet; statements, briefings, impact as PDF."""
