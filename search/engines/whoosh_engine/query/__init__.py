"""From a query to its answer.

terms.py            the posting lists of words, stems, prefixes and words that are one edit away
phrases.py          words in a document, and words near each other
matcher.py          Query tree → which documents match
article_matcher.py  which whole articles match, by their paragraphs
bm25.py             how well they match
collect.py          what matches and is let through by the filters
facets.py           who has a value, and how many have each
grouping.py         what was found in groups, in order
completion.py       words for somebody who types
execute.py          a request → the answer
"""
