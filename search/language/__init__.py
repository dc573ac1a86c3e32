"""A reader's words → a query's tree within limits, and back into words. Plain Python: no Django, no engine.

`parser.parse` never raises: it returns what it understood, and a sentence for each thing that it did not. `analysis`
turns texts into searchable tokens; the index, queries and highlights use the same one.
"""
