"""The house rules that a machine can check: form, types, layers, migrations."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

BIN = Path(sys.executable).parent
CHECKS = {
    "ruff finds nothing": ["ruff", "check", "."],
    "the code is in ruff's form": ["ruff", "format", "--check", "."],
    "djlint finds nothing in the templates": ["djlint", "--lint", "--quiet", "templates"],
    "the plain packages have sound types": ["mypy"],
    "nobody imports what is above": ["lint-imports"],
    "every change of a table has its migration": ["python", "manage.py", "makemigrations", "--check", "--dry-run"],
}


@pytest.mark.parametrize("command", CHECKS.values(), ids=CHECKS.keys())
def test_the_house_rules(command):
    tool = shutil.which(command[0], path=str(BIN))
    assert tool, f"{command[0]} is not installed beside Python: make test installs it"
    run = subprocess.run([tool, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
