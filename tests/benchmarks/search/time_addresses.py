"""Answers whole pages of search in a checkout of its own: run by its path, so that one of another day can be timed too.

    PYTHONPATH=CHECKOUT python time_addresses.py ARCHIVE_FOLDER

In: a query string a line. Out: for each a line with the seconds of CPU, of all threads, that its page takes.
"""

import sys
import time
from pathlib import Path


def main() -> None:
    """Answer until the end of what comes in."""
    from tests.benchmarks.search.archive import set_up  # the checkout's own

    set_up(Path(sys.argv[1]), "whoosh")
    from django.test import Client

    client = Client()
    for line in sys.stdin:
        started = time.process_time()
        page = client.get(f"/search/?{line.strip()}")
        print(time.process_time() - started if page.status_code == 200 else "nan", flush=True)


if __name__ == "__main__":
    main()
