"""Editors' use cases for a person: the name, roles, spellings, whether there is such a person, whether pages show them.

Each takes a person's key and an `Edit`, whose `after` has the JSON form that corrections keep, so that each also takes
back what it did; `edit.seen` is the person's revision. Each raises Person.DoesNotExist, ConflictError where the same
value has changed since, or ValueError with a sentence.
"""
