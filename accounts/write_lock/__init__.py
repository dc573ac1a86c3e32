"""One writer of the archive at a time, and each in its turn.

Every write to the archive is a `write_transaction` (an editor's, who waits for seconds and is then asked to try again)
or a `patient_transaction` (of who writes article after article, and has time). Both stand in line at a turnstile, so
that an editor gets the next turn but one at the latest, however many are imported meanwhile; long computing is done
before.
"""

from .database import acquire_write_lock, is_locked
from .marks import held_mark
from .transactions import NoTurnError, patient_transaction, waiting_at_most, write_transaction

__all__ = [
    "NoTurnError",
    "acquire_write_lock",
    "held_mark",
    "is_locked",
    "patient_transaction",
    "waiting_at_most",
    "write_transaction",
]
