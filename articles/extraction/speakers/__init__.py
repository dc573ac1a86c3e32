"""Speakers: whom the words for a speaker mean (a pronoun, a surname, a role, a country), and the evidence for it."""
