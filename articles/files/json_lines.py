"""Tables as JSON, one object a line, every text exactly as it is; the last one is what the file says of itself."""

import json
from collections.abc import Iterator

from articles.files.table import Closing, Table


def write_json_lines(table: Table) -> Iterator[str]:
    """Yield a table line by line."""
    closing = Closing(table)
    for record in closing.counted(table.records()):
        yield json.dumps(record, ensure_ascii=False) + "\n"
    yield json.dumps(closing.record(), ensure_ascii=False) + "\n"
