"""Measures how soon the extractor starts, how fast it is on one core, and that a long article is no slower a word.

    python -m tests.benchmarks.measure_speed

Speed is in articles of 600 words a second of CPU, and as a ratio to splitting the same texts into words in the same
run. The long article is the paragraphs of the short ones laid end to end.
"""

import sys
import time
from itertools import chain, islice

from tests.benchmarks.scored import SHARED, articles_of

LONG = 100_000  # words of the long article
WARMING = 100  # other articles read before the clock starts: an archive is read in long runs
WORDS = 600  # words of an article, as newspapers write them


def speed() -> tuple[float, float, float]:
    """Return articles a second, its ratio to splitting into words, and the long article's time a word to theirs."""
    from articles.extraction import extract
    from articles.extraction.findings import Passage

    texts = [one["text"] for one in articles_of("quotes/polnear_dev_contents")]
    for one in articles_of("quotes/polnear_train_contents")[:WARMING]:
        extract([Passage(line) for line in one["text"].split("\n") if line.strip()])
    words = sum(len(text.split()) for text in texts)
    split = _took(lambda: [text.split() for text in texts])
    short = _took(lambda: [extract([Passage(line) for line in text.split("\n") if line.strip()]) for text in texts])
    lines = list(_lines(texts))
    long_words = sum(len(line.split()) for line in lines)
    long = _took(lambda: extract([Passage(line) for line in lines]))
    return words / WORDS / short, short / split, (long / long_words) / (short / words)


def start() -> float:
    """Return the seconds of CPU until the matcher of places is built, which is most of a start."""
    from articles.extraction.gazetteer.place_matcher import place_matcher

    return _took(place_matcher)


def _lines(texts: list[str]) -> list[str]:
    """Return paragraphs of the texts until they have the words of the long article, from the start again if need be."""
    lines, words = [], 0
    for line in islice(chain.from_iterable(text.split("\n") for text in texts * 5), None):
        if words >= LONG:
            break
        if line.strip():
            lines.append(line)
            words += len(line.split())
    return lines


def _took(work) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    print(f"the matcher of places is built in {start():.2f} s")
    if not SHARED.is_dir():
        sys.exit("The folder “shared” beside the project is absent: there are no articles to measure with.")
    rate, ratio, longer = speed()
    print(f"{rate:.0f} articles of {WORDS} words a second, {ratio:.0f} times splitting into words")
    print(f"an article of {LONG:,} words takes {longer:.2f} times as long a word")
