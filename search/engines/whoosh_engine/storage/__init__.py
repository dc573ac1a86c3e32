"""The index on disk: the formats of its files, the writer, and the commit that makes an index of them.

schema.py           what is written of a document: words with positions, stems with counts, doc values
doc_values.py       the values of a document (article, date, people, …) packed into bytes and back into arrays
posting_codec.py    one posting list as bytes, and back into arrays
term_dictionary.py  the terms of a segment, in order, and where their posting lists lie
posting_buffer.py   the postings of a segment while it is written, in bounded memory
segment_codec.py    the segment as Whoosh writes it, with these lists
directory.py        the folder of a build: commits that last, and what each of them is
checksums.py        the checksum of every file, by which damage is recognised
commit_point.py     a committed state, as its files: checked, and watched
writer.py           batches into a build; the only writer at a time
"""
