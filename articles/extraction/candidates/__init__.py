"""Candidates for names: the runs of capitals that may hold one, and how the words of names are spelt and compared."""
