"""How long a test waits for a state before it gives up.

Tests wait for states, never for times, and nothing that a test proves may hang on how quick the machine is: so there is
this one limit, which a machine ten times slower than a laptop does not reach either. It is met only by what hangs;
PATIENCE in the environment makes it shorter for whoever looks into that.
"""

import os
import time
from collections.abc import Callable

PATIENCE = float(os.environ.get("PATIENCE", "300"))  # seconds


def wait_for(what: Callable[[], object]) -> None:
    """Wait until something is so."""
    last = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < last, f"waited {PATIENCE} seconds for it"
        time.sleep(0.02)
