"""Who of several people said it: a learnt choice among the rules' speaker and the people named around a quotation.

The rules read a quotation's own sentence and lead its words to somebody. Here the people who are named near, who spoke
before and who speak next are weighed against that choice, by what annotated articles show of such people.
"""
