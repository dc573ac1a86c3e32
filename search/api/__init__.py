"""The API of the search: the very request of the page, answered as JSON and described by OpenAPI.

`item_schemas` and `answer_schemas` are the schemas of answers; `serializers` make an answer of a search's results;
`description` is the OpenAPI document, made of these schemas and of `parameters`; `views` are the addresses.
"""
