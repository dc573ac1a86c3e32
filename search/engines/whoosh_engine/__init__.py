"""The default engine: Whoosh writes and stores, numpy matches and counts. No service, nothing native but numpy.

Whoosh's own matching goes posting by posting in Python, and its facets and filters take seconds on 100,000
paragraphs. Here a posting list is read whole, once, into arrays, and kept while there is room; matching, filters,
facets, grouping and sorting are operations on whole arrays.

    schema.py      what is written of a document: words with positions, stems with counts, facts
    facts.py       the facts of a document (article, date, people, …) packed into bytes and back into arrays
    folder.py      the index folder: builds, the pointer to the one that answers, the lock, commits that last
    writer.py      batches into a build; the only writer at a time
    postings.py    posting lists as arrays, with a bounded cache; the one module that uses inner parts of Whoosh
    generation.py  a committed state, opened: its segments as one run of document numbers
    matching.py    Query tree → which documents match, and how well
    counting.py    facets: who has a value, and how many have each
    answering.py   filters, groups by article, sorting and paging over what matched
    engine.py      the port, put together from these
"""
