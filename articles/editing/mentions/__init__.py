"""What editors put right of a place that names a person or a country.

values.py    whom it names, whether it names anybody at all, and whether an editor vouches for it
addition.py  one that the extractor missed
forms.py     their forms
"""
