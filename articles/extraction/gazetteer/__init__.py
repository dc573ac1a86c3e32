"""The gazetteer: which phrases name a country or a place in one, and how they are found in a row of words."""
