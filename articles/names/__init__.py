"""Names and their spellings: one normal form and one way to compare them, for every entrance.

letters.py, umlauts.py    letters of the Latin alphabet in ASCII, and other ways to write them
normalise.py              a name's normal form, which says who may be one person: strict
spellings.py              all ways to write a name, which say by what it is found: generous
match.py                  whether the words that somebody types fit a name
slips.py                  whether they would, but for a slip of the hand
visible.py                a name without what nobody sees
"""
