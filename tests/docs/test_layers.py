"""The page of the architecture has the layers that import-linter holds, and every folder that they name."""

import re
import tomllib

import pytest

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
LAYERS = {
    "".join(contract.get("containers", "")): contract["layers"]
    for contract in PROJECT["tool"]["importlinter"]["contracts"]
    if contract["type"] == "layers"
}


def page() -> str:
    return (ROOT / "docs" / "architecture.md").read_text()


@pytest.mark.parametrize("container", ["", "accounts", "api", "articles", "desk", "search"])
def test_the_layers_are_those_that_hold(container):
    written = " → ".join(re.sub(r" [|:] ", ", ", layer) for layer in LAYERS[container])
    assert written in " ".join(page().split())


@pytest.mark.parametrize("container", ["accounts", "api", "articles", "desk", "search"])
def test_every_folder_of_the_layers_has_a_line(container):
    folders = [file.name for file in (ROOT / container).iterdir() if (file / "__init__.py").is_file()]
    assert [one for one in folders if f"`{container}/{one}/`" not in page() and one not in ("migrations",)] == []
