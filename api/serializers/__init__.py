"""Rows of the archive and results of searches → the schemas of answers."""
