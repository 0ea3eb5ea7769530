"""Who first had these words? The page of a phrase's or an ask's lineage."""
