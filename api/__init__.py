"""The API: the archive as data for programs, read-only, above articles and search.

`v1` is what programs are to use: articles, paragraphs, quotations, people, countries, publishers and searches, on
django-ninja, which makes parameters, validation and the OpenAPI document of one declaration. `unversioned` is the
search of before it, which goes on answering: it leaves out what it can't read where `v1` refuses it. Both answer by the
same `schemas` and `serializers`, so what they say of one thing is the same.
"""
