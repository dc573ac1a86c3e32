"""What stands beneath an article about who wrote it: “Mara Lind is a fellow at the Institute of Tides.”"""

import re
from collections.abc import Sequence
from functools import cache

from .headlines import Signs
from .lexicon import alternatives_in, patterns_in
from .signs import Sign

_LAST = 5  # paragraphs from the end, those that are no article text not counted
_LONGEST = 700
_NEAR = 90  # code points behind the verb that say what somebody is
_PATTERNS = patterns_in("authors.tsv")
_ABOUT = re.compile(
    rf"[\s•*—–(-]*(?:{_PATTERNS['title']}\.? )?(?!{_PATTERNS['no_name']}\b)"
    rf"(?P<name>[A-Z][\w.’'-]* (?:[A-Z][\w.’'-]*,? (?:{_PATTERNS['generation']} )?){{1,3}})"
    rf"(?:{_PATTERNS['and']} (?:[A-Z][\w.’'-]* ?){{2,4}})?(?:, [^.]{{3,160}},? )?{_PATTERNS['is']}\s+(?P<what>.{{5,}})"
)


def mark_authors(texts: Sequence[str], signs: Signs) -> None:
    """Mark lines at the end of an article about people whom the article itself never names."""
    last = [n for n in range(len(texts)) if not signs[n]][-_LAST:]
    for n in reversed(last[1:]):
        about = _ABOUT.fullmatch(texts[n]) if len(texts[n]) <= _LONGEST else None
        if not about or not _occupations().search(about["what"][:_NEAR]) or "“" in texts[n][:60]:
            continue
        if not _is_named(about["name"], texts[:n]):
            signs[n] = Sign.ABOUT_AUTHOR


def _is_named(name: str, texts: Sequence[str]) -> bool:
    """Say whether the surname stands in the text, other than alone on a line with the name, as in a byline."""
    name = name.strip()
    surname = name.split()[-1].strip(".,")
    return any(surname in text for text in texts if len(text) > len(name) + 40)


@cache
def _occupations() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives_in('occupations.txt')})\b", re.IGNORECASE)
