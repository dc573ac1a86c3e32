"""A reader's words → Query tree with limits, and back into words. Plain Python: no Django, no engine.

`reading.read` never raises: it returns what it understood and a sentence for what it did not. `analysis` is the one
chain from text to searchable tokens, shared by index, query and highlights.
"""
