"""How an article comes into the archive and leaves it, one transaction each."""
