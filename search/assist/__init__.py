"""Help while somebody types, and where little or nothing is found; all of it within a budget of time."""
