"""What editors put right of a quotation, a module a subject.

values.py    its kind and its cue
standing.py  whether it stands or was rejected, and whether an editor vouches for it
spans.py     the words that it is
addition.py  one that the extractor missed

Each value is an object that `corrections.correct_quotation` corrects; who said it and of whom it speaks are likewise
(quotation_parts.py).
"""
