"""Languages: which one each passage is in, and what is found where no rules are for it: marked words, countries."""
