"""How sure a quotation and its speaker are: learnt from which findings annotators bore out.

The steps before give each finding a confidence by their own rules; here it is one sign among others, with what the
chain of evidence is made of and what form the article has. Out comes the share of such findings that are right.
"""
