"""Words without marks that are set off as paragraphs: posts, letters, interviews, block quotations.

Each kind of text has its sign: a post is signed "— Name (@handle)", a letter runs from "Dear …" to who signs it,
highlights stand under their heading, the answers of an interview under its questions, and a block quotation follows a
paragraph that reports and ends with a colon.
"""

from collections.abc import Collection

from ...grammar.sentence_context import SentenceContexts
from ...text.analysis import AnalysedArticle
from .block_quotations import block_quotations
from .highlights import highlights
from .interviews import interviews
from .letters import letters
from .posts import posts
from .set_off import SetOff

__all__ = ["SetOff", "set_off_words"]


def set_off_words(article: AnalysedArticle, contexts: SentenceContexts, taken: Collection[int]) -> list[SetOff]:
    """Return what is set off in an article, in reading order; `taken` paragraphs are somebody’s already."""
    found: list[SetOff] = []
    free = {paragraph.index for paragraph in article.paragraphs} - set(taken)
    for kind in (posts, letters, highlights, interviews, block_quotations):
        for one in kind(article, contexts):
            paragraphs = {span.passage for span in one.spans}
            if paragraphs <= free:
                found.append(one)
                free -= paragraphs
    return sorted(found, key=lambda one: one.spans[0])
