"""The default engine: Whoosh writes and stores, numpy matches and counts. No service, nothing native but numpy.

Whoosh's own matching goes posting by posting in Python, and its facets and filters take seconds on 100,000
paragraphs. Here a posting list is read whole, once, into arrays, and kept while there is room; matching, filters,
facets, grouping and sorting are operations on whole arrays. docs/engines.md gives reasons and figures.

    engine.py   the port, put together from what follows
    limits.py   up to what size the engine was measured, and what was found there
    query/      from a query to its answer
    index/      the index in memory
    storage/    the index on disk; segment_codec.py is the one module that uses inner parts of Whoosh
"""
