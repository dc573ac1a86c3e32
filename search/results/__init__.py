"""One request and what it finds: its address, its names, the search, the rows, facets, groups and the way it went."""
