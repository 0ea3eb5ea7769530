"""What do cities say together, and who signed it? Drafts, frozen texts, signatures."""
