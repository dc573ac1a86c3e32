"""The page of commands names every command of the archive and every benchmark, and no other."""

import re

from django.core.management import get_commands

from tests.conftest import ROOT

COMMAND = re.compile(r"^\| `(\w+)", re.MULTILINE)
BENCHMARK = re.compile(r"python -m tests\.benchmarks\.(\w+)")


def page() -> str:
    return (ROOT / "docs" / "commands.md").read_text()


def test_every_command_is_described_and_no_other():
    ours = {
        name for name, app in get_commands().items() if app in ("accounts", "api", "articles", "newsroom", "search")
    }
    assert set(COMMAND.findall(page())) - {"python"} == ours


def test_every_benchmark_is_described_and_no_other():
    assert set(BENCHMARK.findall(page())) == {
        file.stem for file in (ROOT / "tests" / "benchmarks").glob("measure_*.py")
    }
