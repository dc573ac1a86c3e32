"""Measures how many texts the archive knows the language of, and what that costs beside extraction.

    python -m tests.benchmarks.measure_languages

The texts are Django's own translations (the package's locale folders), laid end to end and cut into paragraphs of some
300 letters: interface prose, harder than news. A text counts as known where `passage_languages` gives its locale's
language with nothing said by a source. The cost is measured on English articles of ../shared, where it is there.
"""

import gettext
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import django

from articles.extraction import extract
from articles.extraction.findings import Passage
from articles.extraction.findings_json import passages_of
from articles.extraction.languages.codes import known_code
from articles.extraction.languages.folders import languages
from articles.extraction.languages.passage_languages import passage_languages
from tests.benchmarks.scored import SHARED, articles_of

LETTERS = 300
PARAGRAPHS = 12  # of a language
PLACEHOLDER = re.compile(r"%\(\w+\)\w|%\w|<[^>]*>|&\w+;|\{\w*\}")
ARTICLES = "quotes/polnear_train_contents"


def paragraphs(folder: Path) -> Iterator[str]:
    """Yield paragraphs of prose out of the messages that a locale folder translates, those of several words."""
    text = ""
    for file in sorted(Path(django.__file__).parent.glob(f"**/locale/{folder.name}/LC_MESSAGES/django.mo")):
        with file.open("rb") as stream:
            messages = gettext.GNUTranslations(stream)._catalog  # type: ignore[attr-defined]
        for english, other in messages.items():
            if isinstance(english, str) and english and other != english and len(english.split()) > 5:
                text += PLACEHOLDER.sub("", str(other)).strip() + " "
            if len(text) >= LETTERS:
                yield text
                text = ""


def accuracy() -> tuple[Counter[str], Counter[str], Counter[tuple[str, str]]]:
    """Return by language how many paragraphs there are and how many are known, and what the others were taken for."""
    asked: Counter[str] = Counter()
    known: Counter[str] = Counter()
    taken: Counter[tuple[str, str]] = Counter()
    for folder in sorted((Path(django.__file__).parent / "conf" / "locale").iterdir()):
        code = known_code(folder.name)
        if not code or code == "en":
            continue
        for _, text in zip(range(PARAGRAPHS), paragraphs(folder), strict=False):
            (found,) = passage_languages([Passage(text)])
            asked[code] += 1
            known[code] += found == code
            taken[code, found] += found != code
    return asked, known, taken


def cost() -> tuple[float, float, int]:
    """Return the seconds of CPU of languages and of extraction over English articles, and passages not English."""
    articles = [passages_of(one["text"])[0] for one in articles_of(ARTICLES)]
    for one in articles[:100]:
        extract(one)
    began = time.process_time()
    foreign = sum(code != "en" for one in articles for code in passage_languages(one))
    languages_took = time.process_time() - began
    for one in articles:
        extract(one)
    return languages_took, time.process_time() - began - languages_took, foreign


def main() -> None:
    """Print the figures."""
    asked, known, taken = accuracy()
    own = [code for code in asked if code in languages()]
    share, all_of_them = sum(known[code] for code in own) / sum(asked[code] for code in own), asked.total()
    print(f"languages with a folder: {100 * share:.1f} % of {sum(asked[code] for code in own)} paragraphs known")
    print(f"all {len(asked)} languages: {100 * known.total() / all_of_them:.1f} % of {all_of_them}")
    print(f"taken for English: {sum(n for (_, found), n in taken.items() if found == 'en')}")
    print("most often mistaken:", ", ".join(f"{a} for {b or '–'}: {n}" for (a, b), n in taken.most_common(8) if n))
    if (SHARED / f"{ARTICLES}.jsonl").exists() or any(SHARED.glob(f"**/{ARTICLES}*")):
        took, extraction, foreign = cost()
        print(f"cost: {100 * took / extraction:.2f} % of extraction; English passages taken for another: {foreign}")


if __name__ == "__main__":
    main()
