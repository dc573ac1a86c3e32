"""Which articles carry one text: shingles, and the clusters of near-duplicates that they make."""
