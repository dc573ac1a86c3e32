"""Decisions learnt from annotated articles, where rules alone choose wrongly: features weighed in plain Python.

What a decision is asked and by whom it is answered is in decision; logistic weighs features; shipped reads the weights
that come with the project, one file a decision in weights/, made by `manage.py train_quotations`.
"""

from .decision import Claim, Conjunctions, Decision, Decisions, conjoined

__all__ = ["Claim", "Conjunctions", "Decision", "Decisions", "conjoined"]
