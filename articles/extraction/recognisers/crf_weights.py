"""The weights of a conditional random field, read out of a file that python-crfsuite wrote, as rows of numbers.

The library computes label by label and feature by feature; what an article asks is quicker added up in rows. The
format is CRFsuite's (`lib/crf/src/crf1d_model.c` and `lib/cqdb` of version 0.12): a header of offsets, the weights as
records of 20 bytes, and two tables of names (labels and features), each with an array from number to record. All
numbers are little-endian.
"""

from pathlib import Path
from struct import calcsize, unpack_from
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..records import record

_HEADER = "<4sI4sIIIIIIIII"
_WEIGHT = np.dtype([("type", "<u4"), ("source", "<u4"), ("target", "<u4"), ("weight", "<f8")])
_CHUNK = 12  # bytes of a chunk before its records: its name, its size, how many there are
_OF_FEATURE, _OF_TRANSITION = 0, 1


@record
class CrfWeights:
    """The labels; for each feature its row; the rows, a weight for each label; and the weight of each label after each.

    The last row is all zeros: that of features which the training did not see.
    """

    labels: list[str]
    rows: dict[str, int]
    weights: NDArray[np.float64]
    transitions: NDArray[np.float64]  # from the label of the row to that of the column

    @property
    def unseen(self) -> int:
        """Return the row of a feature without weights."""
        return len(self.weights) - 1


def read_crf_weights(path: Path) -> CrfWeights:
    """Return the weights of a file of python-crfsuite. Raises ValueError where it is no such file, OSError."""
    data = path.read_bytes()
    if len(data) < calcsize(_HEADER) or data[:4] != b"lCRF":
        raise ValueError(f"{path} holds no weights of CRFsuite")
    *_, features_at, labels_at, attributes_at, _, _ = unpack_from(_HEADER, data)
    labels, attributes = _names(data, labels_at), _names(data, attributes_at)
    (count,) = unpack_from("<I", data, features_at + 8)
    records = np.frombuffer(data, _WEIGHT, count, features_at + _CHUNK)
    weights = np.zeros((len(attributes) + 1, len(labels)))
    transitions = np.zeros((len(labels), len(labels)))
    for kind, table in ((_OF_FEATURE, weights), (_OF_TRANSITION, transitions)):
        chosen: NDArray[Any] = records[records["type"] == kind]
        table[chosen["source"], chosen["target"]] = chosen["weight"]
    return CrfWeights(labels, {name: row for row, name in enumerate(attributes)}, weights, transitions)


def _names(data: bytes, at: int) -> list[str]:
    """Return the names of a table, in the order of their numbers."""
    count, array = unpack_from("<II", data, at + 16)
    records = unpack_from(f"<{count}I", data, at + array)
    return [_name(data, at + record) for record in records]


def _name(data: bytes, at: int) -> str:
    """Return the name in a record: its number, its size with a zero byte at the end, its bytes."""
    (size,) = unpack_from("<I", data, at + 4)
    return data[at + 8 : at + 8 + size - 1].decode()
