"""Features from the gazetteer: which words of a run of capitals are a country's or place's phrase ("Sierra Leone")."""

from ..candidates.capital_runs import CapitalRun
from ..gazetteer.country_forms import phrase_at
from ..text.analysis import AnalysedParagraph
from ..text.tokens import lexicon_spelling, title_cased

_LONGEST = 4  # a longer phrase counts as one of so many words


def gazetteer_features(paragraph: AnalysedParagraph, run: CapitalRun) -> list[str]:
    """Return for each word of a run where it stands in a phrase and how long that is ("place=B2"), "" in none."""
    words = [lexicon_spelling(title_cased(word)) for word in paragraph.words[run.first : run.last]]
    found = [""] * len(words)
    at = 0
    while at < len(words):
        phrase = phrase_at(words, at)
        size = len(phrase.rest) + 1 if phrase else 0
        for step in range(at, at + size):
            found[step] = f"place={'B' if step == at else 'I'}{min(size, _LONGEST)}"
        at += size or 1
    return found
