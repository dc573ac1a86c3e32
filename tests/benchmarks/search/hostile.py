"""What the pages must withstand: the hostile queries of the tests where they are, else a few of the kind."""

from importlib import import_module
from importlib.util import find_spec

LISTED = "tests.search.hostile_queries"
FEW = (
    "a", "*", "the*", "e* a* i* o*", '"', "(" * 900, ")" * 900, "-" * 900, "a" * 10_000, " OR ".join(["the"] * 300),
    '"the of and to a in"', '"' + "the " * 200 + '"', "the~ of~ and~", "a" * 90 + "~", "NOT the", "-the -of -and",
    "speaker:* about:*", "after:9999 before:0001", "\x00\x01\u202e", "[a TO b]", "/.*(a+)+$/", "con* pro* the* and*",
    '"the the"~99999', "the of and to in a that for is on with as by at from he it was said be",
)  # fmt: skip


def queries() -> list[str]:
    """Return them all, as they are typed."""
    if find_spec(LISTED) is None:
        return list(FEW)
    module = import_module(LISTED)
    listed = next(value for name, value in vars(module).items() if name.isupper() and isinstance(value, tuple | list))
    return [one if isinstance(one, str) else one[-1] for one in listed]
