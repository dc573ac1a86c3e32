"""Headlines of other articles among an article's paragraphs: set in capitals, listed after a label, or at its end."""

import re
from collections import Counter
from collections.abc import Sequence

from .lexicon import alternatives_in
from .signs import Sign

Signs = list[Sign | None]

_ENDS_SENTENCE = re.compile(r"""[.!?…:;,—–-]["”’')\]]*$|["”]$""")
_LABELS = alternatives_in("labels.txt")
_LABEL = re.compile(rf"\W*(?:{_LABELS})\W*", re.IGNORECASE)
_NAMED = re.compile(  # a columnist's link, or a series': “Mara Lind: The tide waits”, “THE HARBOURS: Where they stand”
    r"(?:(?:[A-Z][a-z][\w.’'-]* ){1,2}[A-Z][a-z][\w’'-]+|[A-Z][A-Z’'-]+(?: [A-Z’'-]+){1,3})"
    r": ?[A-Z“‘'](?:\S+ ){2,15}\S+"
)
_STUCK = re.compile(  # “Harbours at risk:Why they wait”
    r"(?:[A-Z][\w’'-]*|\d+)(?: [\w’'-]+){0,4}:[A-Z“‘'\"][^ ](?:\S* ){3,25}\S+"
)
_WITH_AUTHOR = re.compile(  # “Harbours can wait: Mara Lind”
    r"[^\W_](?:[^\s:.!?“”]+ ){4,15}[^\s:.!?“”]+: (?:[A-Z][a-z’'-]+ )(?:[A-Z]\.? )?[A-Z][\w’'-]+"
)
_TURN = re.compile(r"(?:[A-Z][\w.’'-]+ ){0,2}[A-Z][\w.’'-]+:")
_LISTED = range(3, 25)  # words of a headline in a list
_IN_CAPITALS = 7  # words; a subhead is shorter
_BESIDE_LINKS = 4  # words, where another line in capitals is a link for sure
_AT_THE_END = range(5, 25)
_LONGEST = 200  # code points
_MOST_LISTED = 12


def mark_headlines(texts: Sequence[str], signs: Signs) -> None:
    """Mark the headlines among an article's paragraphs, in the signs that they have so far."""
    _mark_capitals(texts, signs)
    _mark_listed(texts, signs)
    _mark_last(texts, signs)
    _mark_named(texts, signs)
    _mark_stuck(texts, signs)


def _is_headline(text: str, words: range) -> bool:
    """Say whether a line ends like no sentence and has as many words as a headline."""
    return len(text) <= _LONGEST and not _ENDS_SENTENCE.search(text) and len(text.split()) in words


def _mark_capitals(texts: Sequence[str], signs: Signs) -> None:
    """Mark lines in capitals that are longer than a subhead; all, where a link for sure is set so, too."""
    shouted = [n for n, text in enumerate(texts) if len(text) <= _LONGEST and text.isupper()]
    least = _BESIDE_LINKS if any(signs[n] == Sign.SIGN_UP for n in shouted) else _IN_CAPITALS
    for n in shouted:
        if not signs[n] and len(texts[n].split()) >= least and not texts[n].endswith((".", ":")):
            signs[n] = Sign.RELATED_LINK


def _mark_listed(texts: Sequence[str], signs: Signs) -> None:
    """Mark the headlines that follow a label (“READ MORE:”), one after the other, and the label."""
    left = 0
    for n, text in enumerate(texts):
        if len(text) < 40 and _LABEL.fullmatch(text):
            left = _MOST_LISTED
            signs[n] = signs[n] or Sign.RELATED_LINK
        elif left and not signs[n]:
            left = left - 1 if _is_headline(text.rstrip("?!"), _LISTED) else 0
            signs[n] = Sign.RELATED_LINK if left else None


def _mark_last(texts: Sequence[str], signs: Signs) -> None:
    """Mark headlines that no text follows, so that they are no subheads."""
    for n in reversed(range(1, len(texts))):
        if signs[n]:
            continue
        if not (_is_headline(texts[n].rstrip("?!"), _AT_THE_END) and _is_title_case(texts[n])):
            return
        signs[n] = Sign.RELATED_LINK


def _mark_named(texts: Sequence[str], signs: Signs) -> None:
    """Mark links to columns (“Mara Lind: The harbour can wait”) that stand alone, as the turns of a talk do not."""
    named = [n for n, text in enumerate(texts) if not signs[n] and len(text) <= _LONGEST and _NAMED.fullmatch(text)]
    links = [n for n in named if not _ENDS_SENTENCE.search(texts[n].rstrip("?!"))]
    if len(links) < len(named) or any(n + 1 in links for n in links):
        return
    labels = Counter(text.partition(":")[0] for text in texts) if links else Counter()
    for n in links:
        label, _, words = texts[n].partition(":")
        if labels[label] == 1 and not (label.isupper() and words.endswith(("?", "!"))):
            signs[n] = Sign.RELATED_LINK


def _mark_stuck(texts: Sequence[str], signs: Signs) -> None:
    """Mark links whose label sticks to them (“Harbours at risk:Why they wait”); a turn of a talk ends a sentence."""
    for n, text in enumerate(texts):
        if signs[n] or len(text) > _LONGEST:
            continue
        if _WITH_AUTHOR.fullmatch(text):
            signs[n] = Sign.RELATED_LINK
        if not _STUCK.fullmatch(text):
            continue
        if not _ENDS_SENTENCE.search(text) or not _TURN.match(text):
            signs[n] = Sign.RELATED_LINK


def _is_title_case(text: str) -> bool:
    """Say whether all longer words begin with a capital, as in a headline, and it has few figures."""
    long = [word for word in re.findall(r"[^\W_]+", text) if len(word) > 3]
    return len(long) > 2 and all(word[0].isupper() for word in long) and sum(map(str.isdigit, text)) < 5
