"""The search of before `/api/v1/`: the very request of the page, answered as JSON and described by OpenAPI.

It is lenient: what can't be read of a request is left out and named in `problems`, and the rest is searched.
`description` is the OpenAPI document, `views` are the addresses.
"""
