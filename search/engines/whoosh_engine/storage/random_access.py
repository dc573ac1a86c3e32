"""Reading parts of an open file from several threads at once, on every system."""

import os
from threading import Lock

READ_ONLY = os.O_RDONLY | getattr(os, "O_BINARY", 0)  # Windows would else take some bytes for line ends
_turn = Lock()


def read_in_turn(file: int, size: int, begin: int) -> bytes:
    """Return at most `size` bytes from the offset `begin` of a file descriptor, one thread after the other."""
    with _turn:
        os.lseek(file, begin, os.SEEK_SET)
        return os.read(file, size)


read_at = getattr(os, "pread", read_in_turn)  # Windows has no pread, which needs no turns
