"""Names that a recogniser cut: the given name before a surname, and the surname behind a given name, belong to them.

In: the spans of an article. Out: the same in order, some longer by words beside them that nobody else's name has:
“Sen. Dean Holm”, of which “Holm” was found; “manager Ida Brandvold”, of which “Ida” was. Of whom only the surname was
found, the places are added where it stands behind a given name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..gazetteer.country_forms import phrase_at
from ..lexicons import COMMON_WORDS, NO_NAMES, POST_NOMINALS, ROLES, doubtful_names, given_names
from ..recognisers.port import NameSpan
from ..text.analysis import AnalysedArticle, AnalysedParagraph, sentence_at
from ..text.tokens import joined_by_space, lexicon_spelling
from .lone_words import is_acronym, is_title

_NO_SURNAMES = COMMON_WORDS | ROLES
_SHORTEST_SURNAME = 3  # letters


def with_whole_names(article: AnalysedArticle, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """Return the spans in order, each with the given names before it and the surname behind it that it lacks."""
    taken = {(span.paragraph, at) for span in spans for at in range(span.first, span.last)}
    more = list(_overlooked(article, spans, taken))
    whole = [_whole(article, span, taken) for span in (*spans, *more)]
    return sorted(whole) if more else whole


def _overlooked(article: AnalysedArticle, spans: Sequence[NameSpan], taken: set[tuple[int, int]]) -> Iterator[NameSpan]:
    """Yield the places behind a given name of surnames that are found alone only, each as sure as it is elsewhere."""
    alone: dict[str, float] = {}
    in_full: set[str] = set()
    for span in spans:
        words = article.paragraphs[span.paragraph].lowers[span.first : span.last]
        if len(words) > 1:
            in_full.update(words)
        else:
            alone[words[0]] = max(span.confidence, alone.get(words[0], 0.0))
    wanted = alone.keys() - in_full
    for paragraph in article.paragraphs if wanted else ():
        for at in [at for at, word in enumerate(paragraph.lowers) if word in wanted]:
            free = taken.isdisjoint(((paragraph.index, at), (paragraph.index, at - 1)))
            if at and free and _given_before(paragraph, at):
                yield NameSpan(paragraph.index, at, at + 1, alone[paragraph.lowers[at]])


def _whole(article: AnalysedArticle, span: NameSpan, taken: set[tuple[int, int]]) -> NameSpan:
    paragraph, first, last = article.paragraphs[span.paragraph], span.first, span.last
    words = paragraph.words
    if not ((first and words[first - 1].capital) or (last - first == 1 and last < len(words) and words[last].capital)):
        return span  # as most
    sentence = paragraph.sentences[sentence_at(paragraph, first)]
    while first > sentence.first and (span.paragraph, first - 1) not in taken and _given_before(paragraph, first):
        first -= 1
    alone = last - first == 1 and last < sentence.last and (span.paragraph, last) not in taken
    if alone and _surname_behind(article, paragraph, last):
        last += 1
    return span if (first, last) == (span.first, span.last) else replace(span, first=first, last=last)


def _given_before(paragraph: AnalysedParagraph, first: int) -> bool:
    """Say whether the word before a name is a given name; one that is a title too only behind one with a dot."""
    before = paragraph.words[first - 1]
    if not joined_by_space(paragraph.gaps[first]) or before.possessive or before.title not in given_names():
        return False
    titled = first > 1 and paragraph.gaps[first - 1] == ". " and is_title(paragraph.words[first - 2].title)
    return titled or not (is_title(before.title) or before.title in doubtful_names())


def _surname_behind(article: AnalysedArticle, paragraph: AnalysedParagraph, at: int) -> bool:
    """Say whether the word behind a given name is a surname: a capital, and no word that names something else."""
    given, word = paragraph.words[at - 1], paragraph.words[at]
    if given.title not in given_names() or given.title in doubtful_names() or given.possessive:
        return False
    shaped = len(word.text) >= _SHORTEST_SURNAME and all(part[0].isupper() for part in word.parts)
    if paragraph.gaps[at] != " " or not shaped:
        return False
    other = word.title in NO_NAMES or word.title in POST_NOMINALS or is_acronym(word) or is_title(word.title)
    plain = word.lower in _NO_SURNAMES or word.lower in article.lowercase_words or _in_capitals(paragraph, at)
    return not (other or plain or phrase_at([lexicon_spelling(word.text)], 0))


def _in_capitals(paragraph: AnalysedParagraph, at: int) -> bool:
    """Say whether a capital stands before the two words or behind them too, as in a headline."""
    words, gaps = paragraph.words, paragraph.gaps
    before = at > 1 and words[at - 2].capital and gaps[at - 1] in (" ", ", ") and not is_title(words[at - 2].title)
    return before or (at + 1 < len(words) and words[at + 1].capital and gaps[at + 1] == " ")
