"""Measures the built-in recogniser of people by cross-validation: no article is measured by a model that has seen it.

    python -m tests.benchmarks.measure_people

The articles of the sets are dealt into five parts; each is read with weights learnt from the other four. Prints the
figures of the scorer beside the gold, how well mentions of one person are joined (pairs of mentions, GUM's clusters),
and how often what is found with a confidence is right. Takes some two minutes; measure_extraction calls it too.
"""

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from articles.extraction.lexicons import ROLES
from articles.extraction.people.lone_words import is_office
from articles.extraction.recognisers.weights import Weights
from articles.extraction.training.crossvalidation import PredictedMention, cross_validate
from articles.extraction.training.datasets import DATASETS, read_datasets

SHARED = Path(__file__).resolve().parents[3] / "shared"
FOLDER = SHARED / "data" / "people"
MEASURED = DATASETS[:4]  # edited prose; the last one only helps training
STEPS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)

Found = dict[str, list[PredictedMention]]  # what was found in each article, by its set and id


def main() -> None:
    """Print the figures."""
    if not FOLDER.is_dir():
        sys.exit("The folder “shared” beside the project is absent: there are no people to measure against.")
    for line in measured():
        print(line)


def measured() -> Iterator[str]:
    """Yield the lines of the table."""
    found = cross_validate(list(read_datasets(FOLDER)), Weights().calibration)
    yield from figures(found)
    yield joined(found)
    yield from calibration(found)


def gold() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each article of the sets with its key."""
    for name in DATASETS:
        with gzip.open(FOLDER / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            for line in file:
                article = json.loads(line)
                yield f"{name} {article['id']}", article


def figures(found: Found) -> Iterator[str]:
    """Yield the scorer's line for each set, and the average of the exact F1 over those that are measured."""
    exact, named = [], []
    for name in DATASETS:
        seen_in = {key.split(" ")[1]: seen for key, seen in found.items() if key.startswith(name + " ")}
        line = score(FOLDER / f"{name}.jsonl.gz", seen_in)
        yield f"people/{name} by cross-validation\n    {line}"
        if name in MEASURED:
            exact.append(_exact_f1(line))
            named.append(_exact_f1(_score_of_names(name, seen_in)))
    yield f"people, exact F1, average of {len(exact)} sets: {sum(exact) / len(exact):.1f}"
    yield f"    without its places that are an office and no name (“Madam Speaker”): {sum(named) / len(named):.1f}"


def _exact_f1(line: str) -> float:
    return float(line.split("| exact ")[1].split(" |")[0].split()[2])


def _score_of_names(name: str, found: dict[str, list[PredictedMention]]) -> str:
    """Return the scorer's line against the gold without the places whose words are all offices or roles."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as names:
        for key, article in gold():
            if key.startswith(name + " "):
                persons = [
                    place for place in article["persons"] if not _is_office(article["text"][place[0] : place[1]])
                ]
                names.write(json.dumps({**article, "persons": persons}) + "\n")
        names.flush()
        return score(Path(names.name), found)


def _is_office(words: str) -> bool:
    return all(is_office(word.strip(".")) or word.lower() in ROLES for word in words.split())


def score(gold_file: Path, found: dict[str, list[PredictedMention]]) -> str:
    """Return the line of the scorer beside the gold."""
    lines = ({"id": key, "persons": [[one.start, one.end] for one in seen]} for key, seen in found.items())
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as system:
        system.write("\n".join(map(json.dumps, lines)))
        system.flush()
        command = [
            sys.executable,
            str(SHARED / "gold" / "score_people.py"),
            str(gold_file),
            system.name,
        ]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def joined(found: Found) -> str:
    """Say how well the mentions of one person are joined: pairs of mentions, of those that both sides have."""
    right = ours = theirs = 0
    for key, article in gold():
        if "clusters" in article:
            person = {(one.start, one.end): one.person for one in found[key]}
            cluster = {tuple(place[:2]): n for n, one in enumerate(article["clusters"]) for place in one["mentions"]}
            for one, other in combinations(sorted(person.keys() & cluster.keys()), 2):
                same, meant = person[one] == person[other], cluster[one] == cluster[other]
                right, ours, theirs = right + (same and meant), ours + same, theirs + meant
    precision, recall = right / ours, right / theirs
    return (
        f"mentions joined into people, pairs: {100 * precision:.1f} {100 * recall:.1f} "
        f"{200 * right / (ours + theirs):.1f} of {theirs}"
    )


def calibration(found: Found) -> Iterator[str]:
    """Yield how many of the mentions found with a confidence are exactly right."""
    yield "confidence of people: found, of them exactly right"
    for low, high in zip((0.0, *STEPS), (*STEPS, 1.01), strict=True):
        rights = [one.right for seen in found.values() for one in seen if low <= one.confidence < high]
        if rights:
            yield f"    {low:.2f} to {min(high, 1):.2f}  {len(rights):5}  {100 * sum(rights) / len(rights):5.1f} %"


if __name__ == "__main__":
    main()
