"""Times whole pages in a checkout of its own: run by its path, so that a checkout of another day can be timed as well.

    PYTHONPATH=CHECKOUT python time_addresses.py ARCHIVE_FOLDER < addresses.json > times.json

In: a list of query strings. Out: for each the seconds of CPU of all threads when it is asked for the first time, and
the median of the next times.
"""

import json
import sys
import time
from pathlib import Path
from statistics import median

TIMES = 3


def main() -> None:
    """Time the addresses given."""
    from tests.benchmarks.search.archive import set_up  # the checkout's own

    set_up(Path(sys.argv[1]), "whoosh")
    from django.test import Client

    client = Client()

    def seconds(address: str) -> float:
        started = time.process_time()
        page = client.get(f"/search/?{address}")
        if page.status_code != 200:
            raise ValueError(f"{address} was answered with {page.status_code}")
        return time.process_time() - started

    seconds("q=a+word+to+load+all+that+is+loaded+once")
    seconds("q=the")
    addresses = json.load(sys.stdin)
    first = list(map(seconds, addresses))
    json.dump(
        [(once, median(seconds(one) for _ in range(TIMES))) for one, once in zip(addresses, first, strict=True)],
        sys.stdout,
    )


if __name__ == "__main__":
    main()
