"""Files of what a page lists or counts, in any format, of any length, some rows at a time.

A `Table` is what a file is made of: its columns, its records or references, and what it says of itself (table.py). A
format is a function that turns a Table into bytes, in a module of its own, and a row in FORMATS (formats.py).

table.py        what a file is made of, and what stands at its end
formats.py      the formats, by the end of a file's name
csv_table.py    CSV that a spreadsheet opens as it is meant
json_lines.py   JSON, an object a line
excel.py        an Excel workbook
references.py   RIS, BibTeX and CSL-JSON, for reference managers
"""
