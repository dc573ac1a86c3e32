"""The API of the search: the very request of the page, answered as JSON and described by OpenAPI.

`shapes` says what an answer looks like, and the description is made from it; `telling` makes an answer of what a search
gave; `parameters` and `description` are the document; `views` are the addresses.
"""
