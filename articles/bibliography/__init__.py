"""References: what is archived as reference managers know it, an article, a paragraph or a quotation.

items.py     rows → a CSL item, the one form that all the others are made of
authors.py   a byline → the names of an item
csl_json.py  items as a file of CSL-JSON
ris.py       an item as a record of RIS
bibtex.py    an item as an entry of BibTeX

A format has no way to carry everything that a text may hold: what would end a field, a line or a record there is
written so that it ends none, whoever wrote it.
"""

from articles.bibliography.bibtex import bibtex_entry
from articles.bibliography.csl_json import csl_json
from articles.bibliography.items import CslItem, article_item, paragraph_item, quotation_item
from articles.bibliography.ris import ris_record

__all__ = ["CslItem", "article_item", "bibtex_entry", "csl_json", "paragraph_item", "quotation_item", "ris_record"]
