"""Corrections as data: taken along from one installation, and given again on another one of the same articles.

A file has a JSON object a line, in the order in which editors decided. A correction is

    {"number": 12, "at": "2026-11-28T10:00:00+00:00", "editor": "ada", "field": "speaker", "of": {…},
     "before": …, "after": …, "reason": "…", "releases": false, "reverts": null}

`of` is the lasting identity of what it is about (findings/identity.py); of a person it is {"kind": "person", "name",
"identity"} and, where an article knows no more than one name of somebody, that "article". `reverts` is the number of
the correction that it takes back. A decision about two names is

    {"number": 3, "at", "editor", "decision": "people" or "publishers", "state": "same", "different" or "open",
     "pair": [one, other], "kept": one or other or null, "reason"}

where people are as above, and publishers go by their names; where one person became two, `decision` is "split" and
"articles" are those that mean the other one. Row numbers appear nowhere.

lasting.py   values with row numbers in them, and without
records.py   what the archive has, as such objects
replay.py    giving them again
"""
