"""The index in memory, as a search reads it.

segment.py          a segment, opened: its terms and posting lists
segment_docs.py     the doc values of its paragraphs and of its quotations
editions.py         the doc values that documents have in common with their article
traits.py           the kind of a document and whether it has a quotation, as one number
postings.py         posting lists, and the bounded cache of them
fuzzy_terms.py      which terms are one or two edits from another
ordinals.py         values as ordinals
columns.py          one doc value of all documents, segment by segment
selection.py        some documents, and what was counted of them
facet_ordinals.py   the values of a facet: counted, filtered and grouped by
doc_set.py          what is searched, as doc ids: paragraphs or quotations
article_doc_set.py  whole articles as doc ids
snapshot.py         a committed state, opened: all its segments together
manifest.py         what a snapshot holds of every article
"""
