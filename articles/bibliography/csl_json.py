"""Items as CSL-JSON: one array, written item by item, so that a file of any length needs no memory."""

import json
from collections.abc import Iterable, Iterator

from articles.bibliography.items import CslItem


def csl_json(items: Iterable[CslItem]) -> Iterator[str]:
    """Yield the text of a file piece by piece; all of it together is an array, also where there is no item."""
    before = "[\n"
    for item in items:
        yield before + json.dumps(item, ensure_ascii=False)
        before = ",\n"
    yield "\n]\n" if before == ",\n" else "[]\n"
