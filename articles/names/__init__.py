"""Names and their spellings: one way to fold and compare them, for every entrance."""
