"""Measures what the extractor finds against the shared gold, and how fast it is.

    python -m tests.benchmarks.measure_extraction [--without-people]

Scores with the scorers beside the gold, and prints their lines. Speed is one core's, in articles of 600 words a second,
and as a ratio to splitting the same texts into words in the same run. People are measured by cross-validation
(measure_people), which takes two minutes and can be left out. Needs the folder `shared` beside the project.
"""

import gzip
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks import measure_people

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SETS = {
    "score_quotes.py": [
        ("quotes/polnear_dev_quoted", []),
        ("quotes/polnear_dev_quoted", ["--min-words", "5"]),
        ("quotes/polnear_dev_named", []),
        ("quotes/polnear_dev_contents", []),
    ],
    "score_countries.py": [(f"countries/{name}_dev", []) for name in ("GeoWebNews", "TR-News", "GeoVirus", "LGL")],
}


def main() -> None:
    """Find everything once in each set, then score."""
    from tests.benchmarks.measure_country_confidence import calibration

    if not SHARED.is_dir():
        sys.exit("The folder “shared” beside the project is absent: there is no gold to measure against.")
    words, seconds, bare = 0, 0.0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for scorer, sets in SETS.items():
            for name, options in sets:
                gold = SHARED / "data" / f"{name}.jsonl.gz"
                system = Path(folder) / "system.jsonl"
                counted, took, split = find(gold, system)
                words, seconds, bare = words + counted, seconds + took, bare + split
                print(f"{name} {' '.join(options)}\n{score(scorer, gold, system, options)}")
    print("\n".join(calibration()))
    if "--without-people" not in sys.argv[1:]:
        for line in measure_people.measured():
            print(line)
    print(
        f"{words / 600 / seconds:.0f} articles of 600 words a second, {seconds / bare:.0f} times splitting into words"
    )


def find(gold: Path, system: Path) -> tuple[int, float, float]:
    """Write the findings of one set; return its words, the CPU seconds that took, and those of splitting it alone."""
    from articles.extraction.findings_json import findings_of

    contents = "_contents" in gold.name  # what `find_in --contents` prints: indirect quotations too
    with gzip.open(gold, "rt", encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    started = time.process_time()
    words = sum(len(article["text"].split()) for article in articles)
    split = time.process_time() - started
    started = time.process_time()
    found = [findings_of({"id": article["id"], "text": article["text"]}, contents) for article in articles]
    took = time.process_time() - started
    system.write_text("\n".join(map(json.dumps, found)), encoding="utf-8")
    return words, took, split


def score(scorer: str, gold: Path, system: Path, options: list[str]) -> str:
    """Return the lines of a scorer that hold its figures."""
    command = [sys.executable, str(SHARED / "gold" / scorer), str(gold), str(system), *options]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return "\n".join(f"    {line}" for line in lines if not line.startswith("  "))


if __name__ == "__main__":
    main()
