"""NOTICE names every package that a running archive stands on, and every set that the weights were learnt from."""

import json
import re

from tests.conftest import ROOT

PINNED = re.compile(r"^([a-z0-9-]+)==", re.MULTILINE)
WEIGHTS = ROOT / "articles" / "extraction" / "recognisers" / "weights"


def notice() -> str:
    return (ROOT / "NOTICE").read_text()


def test_every_pinned_package_has_its_licence():
    packages = PINNED.findall((ROOT / "requirements.txt").read_text())
    named = {line.split()[0].lower() for line in notice().splitlines() if line.startswith("    ") and line.split()[1:]}
    assert [package for package in packages if package not in named] == []


def test_every_set_of_the_weights_is_named():
    licences = json.loads((WEIGHTS / "note.json").read_text())["licences"]
    assert [licence for licence in licences if licence.split(",")[0].split(" (")[0] not in notice()] == []
