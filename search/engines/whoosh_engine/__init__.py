"""The default engine: Whoosh writes and stores, numpy matches and counts. No service, nothing native but numpy.

Whoosh's own matching goes posting by posting in Python, and its facets and filters take seconds on 100,000
paragraphs. Here a posting list is read whole, once, into arrays, and kept while there is room; matching, filters,
facets, grouping and sorting are operations on whole arrays.

Written:

    schema.py      what is written of a document: words with positions, stems with counts, facts
    facts.py       the facts of a document (article, date, people, …) packed into bytes and back into arrays
    lists.py       one posting list as bytes, and back into arrays
    vocabulary.py  the words of a segment, in order, and where their lists lie
    pool.py        the postings of a segment while it is written, in bounded memory
    codec.py       the segment as Whoosh writes it, with these lists; the one module that uses inner parts of Whoosh
    folder.py      the folder of a build: commits that last, and what each of them is
    sums.py        what every file was when it was written, by which damage is told
    writer.py      batches into a build; the only writer at a time

Read:

    segment.py     a segment, opened: paragraphs and quotations as rows, posting lists by row
    postings.py    posting lists of rows, and the bounded cache of them
    coded.py       values as codes: what is counted, filtered and grouped by
    space.py       what is searched, as rows: paragraphs, quotations, or whole articles
    commit.py      a committed state, as its files: checked, and watched
    generation.py  a committed state, opened: all its segments together

Answered:

    texts.py       the posting lists of words, stems, prefixes and words that are one edit away
    edits.py       which words are one or two edits from another
    phrases.py     words in a row, and words near each other
    matching.py    Query tree → which rows match
    article_matching.py  which whole articles match, by their paragraphs
    scoring.py     how well they match
    finding.py     what matches and is let through by the filters
    counting.py    facets: who has a value, and how many have each
    grouping.py    what was found in groups, in order
    answering.py   a request → the answer
    suggesting.py  words for somebody who types
    limits.py      up to what size the engine was measured, and what was found there
    engine.py      the port, put together from these
"""
