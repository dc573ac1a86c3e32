"""How an article leaves the pages, comes back, or leaves the archive for good.

Withdrawn, its row and those of its quotations stay, emptied, so that numbers and corrections last; all else that hangs
on it is taken out of the tables, and kept compressed (kept_rows.py). So nothing can count or show it, whatever asks.
Restored, every row is laid again under its own key. Erased, nothing stays but a tombstone and hashes, by which an
import knows what must not come back (barring.py).
"""
