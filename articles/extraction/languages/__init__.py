"""Languages: which one each passage is in, and what is found where the rules of none fit: words between marks, countries."""
