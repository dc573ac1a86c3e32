"""Names and their spellings: one normal form and one way to compare them, for every entrance."""
