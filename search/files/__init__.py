"""What a search finds or counts, as tables for files (articles/files/).

records.py   the rows of a scan → records and references
found.py     a request → the table of all that it finds
counted.py   a request → tables of what is counted of it: a facet's values, groups, months
about.py     what such a file says of itself
"""
