"""`/api/v1/`: the archive's things as data, a module for each kind of thing, on django-ninja.

A module declares what may be asked of its kind (`parameters`), and answers it by what pages read (articles/queries) or
by the search of the pages (search/results). Lists are read on by cursors (`cursors`), rows of the database by what
stands in their order (`keyset`), results of searches by their position (`matches`). `reading` holds what all addresses
have in common, `api` puts them together, `description` is the OpenAPI document.
"""
