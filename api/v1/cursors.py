"""Cursors: where a list goes on, written so that nobody but the archive can make one, and only its own list takes it.

A cursor holds a place in a list and a digest of the request whose list it is, signed with the archive's secret key.
What the place is, is the list's own affair: any JSON.
"""

import hashlib
import json
from typing import Any

from django.core.signing import BadSignature, Signer

from api.v1.problems import ApiProblem

SALT = "api.v1.cursor"
LONGEST = 2_000  # characters
FORGED = "“cursor” is none that the archive gave out: take next_cursor of an answer as it stands, or leave it out."
OF_ANOTHER = (
    "“cursor” goes on with another request: send it with the parameters of the answer that gave it, or leave it out."
)


def write_cursor(asked: Any, place: Any) -> str:
    """Return the cursor of a place (JSON) in the list that `asked` describes (JSON, always the same for one list)."""
    return Signer(salt=SALT).sign_object([_digest(asked), place], compress=True)


def read_cursor(asked: Any, cursor: str) -> Any:
    """Return the place of a cursor. Raises ApiProblem for one that is forged, cut off, or of another list."""
    try:
        digest, place = Signer(salt=SALT).unsign_object(cursor)
    except (BadSignature, ValueError) as error:
        raise ApiProblem(400, FORGED) from error
    if digest != _digest(asked):
        raise ApiProblem(400, OF_ANOTHER)
    return place


def _digest(asked: Any) -> str:
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()[:16]
