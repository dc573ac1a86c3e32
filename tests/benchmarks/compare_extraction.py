"""Measures how much quicker extraction is than in another checkout, and that both find the same, in one run.

    python -m tests.benchmarks.compare_extraction OTHER [EVERY]

OTHER is the folder of the other checkout; of the shared set one of EVERY so many articles is taken (80). Two processes,
one with each checkout, extract the same articles in turns, so that whatever else the machine does slows both; what
counts is CPU time. The first pass meets words that were not seen before, the best of three does not.
"""

import gzip
import json
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path
from typing import Any

from tests.benchmarks.scored import ROOT, SHARED

ARTICLES = SHARED / "data" / "articles" / "articles.jsonl.gz"
ANSWERS = "--answers"  # the argument by which a process knows that it is one of the two
CHUNK = 20  # articles that a process extracts before it is the other's turn
PASSES = 3
WARMING = 150  # other articles read before the clock starts: an archive is read in long runs


class Side:
    """A process that extracts with one checkout whenever it is asked to."""

    def __init__(self, checkout: Path, every: int) -> None:
        """Start the process; its own directory is the checkout, so that the checkout's packages are imported."""
        command = [sys.executable, __file__, ANSWERS, str(ARTICLES), str(every)]
        self._process = subprocess.Popen(
            command, cwd=checkout, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": "."}
        )
        self.chunks = int(self._answer())

    def extract(self, chunk: int) -> tuple[float, list[str]]:
        """Return the seconds of CPU that a chunk took, and the digests of its findings."""
        assert self._process.stdin is not None
        print(chunk, file=self._process.stdin, flush=True)
        seconds, digests = json.loads(self._answer())
        return seconds, digests

    def close(self) -> None:
        """Let the process come to its end."""
        self._process.communicate()

    def _answer(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            sys.exit("A process ended: is the other folder a checkout of this project?")
        return line


def compare(other: Path, every: int) -> None:
    """Print both ratios, and how many articles have other findings."""
    sides = (Side(other, every), Side(ROOT, every))
    first, best, differing = [0.0, 0.0], [0.0, 0.0], 0
    for chunk in range(sides[0].chunks):
        passes = [_both(sides, chunk, number % 2) for number in range(chunk, chunk + PASSES)]
        differing += sum(one != two for one, two in zip(passes[0][0][1], passes[0][1][1], strict=True))
        for at in (0, 1):
            first[at] += passes[0][at][0]
            best[at] += min(one[at][0] for one in passes)
    for side in sides:
        side.close()
    for name, (before, now) in (("first pass", first), (f"best of {PASSES}", best)):
        print(f"{name}: {before:.2f} s and {now:.2f} s, {before / now:.2f} times as quick")
    print(f"articles with other findings: {differing}")


def _both(sides: tuple[Side, Side], chunk: int, first: int) -> list[tuple[float, list[str]]]:
    """Return what either side answers, where the side of this number is asked first."""
    answers = {at: sides[at].extract(chunk) for at in (first, 1 - first)}
    return [answers[0], answers[1]]


def answer(articles: Path, every: int) -> None:
    """Extract the chunks that are asked for, one a line, with the checkout that this process stands in."""
    from articles.extraction import extract
    from articles.extraction.digests import digest_of

    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, WARMING):
            extract(_passages(json.loads(line)))
        chosen = [_passages(json.loads(line)) for line in islice(lines, 0, None, every)]
    chunks = [chosen[at : at + CHUNK] for at in range(0, len(chosen), CHUNK)]
    print(len(chunks), flush=True)
    for asked in sys.stdin:
        started = time.process_time()
        found = [extract(passages) for passages in chunks[int(asked)]]
        seconds = time.process_time() - started
        print(json.dumps([seconds, [digest_of(findings).hex() for findings in found]]), flush=True)


def _passages(article: dict[str, Any]) -> list[Any]:
    from articles.extraction.findings import Passage
    from articles.paragraph_kinds import PassageKind

    heads = ((article.get("title"), PassageKind.TITLE), (article.get("standfirst"), PassageKind.STANDFIRST))
    return [
        *(Passage(text, kind) for text, kind in heads if text),
        *(Passage(text) for text in article["paragraphs"] if text.strip()),
    ]


if __name__ == "__main__":
    if sys.argv[1:2] == [ANSWERS]:
        answer(Path(sys.argv[2]), int(sys.argv[3]))
    elif not ARTICLES.is_file():
        sys.exit("The folder “shared” beside the project is absent: there are no articles to measure with.")
    elif len(sys.argv) > 1 and Path(sys.argv[1]).is_dir():
        compare(Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 80)
    else:
        sys.exit("Which folder has the other checkout?")
