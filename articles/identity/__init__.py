"""Which person or country a name means in the archive: looking up, merging people, merge candidates."""
