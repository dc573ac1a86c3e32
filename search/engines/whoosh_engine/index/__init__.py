"""The index in memory, as a search reads it.

segment.py      a segment, opened: paragraphs and quotations as doc ids, posting lists by doc id
postings.py     posting lists, and the bounded cache of them
ordinals.py     doc values as ordinals: what is counted, filtered and grouped by
doc_set.py      what is searched, as doc ids: paragraphs, quotations, or whole articles
fuzzy_terms.py  which terms are one or two edits from another
snapshot.py     a committed state, opened: all its segments together
manifest.py     what a snapshot holds of every article
"""
