"""Citations of an article, a paragraph, a quotation or a search, as scholars and reference managers want them.

cited.py      what is cited: its CSL item, its place, whom it quotes
styles.py     the styles: Chicago, APA, MLA; a file of CSL each (styles/)
typeset.py    what a style makes of it, as HTML and as text
wording.py    one plain line, and the same in Markdown
files.py      the same as a file: BibTeX, RIS, CSL-JSON
coins.py      what Zotero reads from a list (COinS)

What is unknown of an article is said as the styles say it ("n.d."), or left out; nothing is invented.
"""
