"""The engine for archives of millions of paragraphs: tantivy matches, counts and sorts, in native code and in files.

Its memory does not grow with the archive: posting lists and columns stay in files that the system maps. Words are
analysed by search.language, and queries are put together by hand; tantivy's own parser and tokenizers see no text.

    fields.py       what is written of a document, and the version of that
    documents.py    a document, and an article as a whole, as tantivy is told of them
    queries.py      the few kinds of tantivy's queries that are used, by short names
    files.py        the files of a build: which belong to it, and whether they are as they were written
    snapshot.py     a committed state, opened
    writer.py       batches into a build
    reader.py       a snapshot asked on behalf of one request, step by step, within its time
    matching.py     Query tree → tantivy query
    nearness.py     words close together, exactly
    filtering.py    what a reader chose → queries that can be left out one by one
    counting.py     facets and the timeline
    grouping.py     groups, their order, their best hits, copies of a story
    answering.py    one request → one answer
    vocabulary.py   words that begin like this, and words like this one
    limited.py      steps in threads that are waited for no longer than a request allows
    engine.py       the port, put together from these
"""
