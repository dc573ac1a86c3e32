"""How an engine fails, whatever it is built on. A search that takes too long raises `search.deadline.SearchTooLong`."""


class IndexUnavailable(Exception):  # noqa: N818  a state of the world, not a slip of the program
    """The index can't be read: it is missing, damaged or of another version. The next sync brings it back."""


class IndexBusy(Exception):  # noqa: N818
    """Somebody else is writing to the index; there is one writer at a time."""


class IndexWriteFailed(Exception):  # noqa: N818
    """What was to be written could not be stored, as where a disk is full; what was there before still is."""


class BadCursor(ValueError):  # noqa: N818  as its siblings
    """A place to go on from is none of this request; the message is a sentence that says so."""
