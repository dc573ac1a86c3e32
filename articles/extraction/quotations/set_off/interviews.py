"""Interviews whose questions are set as paragraphs of their own and name nobody: the answers are said by one.

Only where several questions speak to somebody ("you") and most answers speak of themselves ("I"): the answers are by
whom the text before says that it spoke with, by nobody known where it does not. The questions are left alone.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from articles.paragraph_kinds import PassageKind

from ...grammar.sentence_context import SentenceContexts
from ...lexicons import PERSONS
from ...text.analysis import AnalysedArticle, AnalysedParagraph
from ...text.turn_heads import turn_head
from .interviewee import interviewee
from .set_off import SetOff, whole

_ASKED = (PassageKind.BODY, PassageKind.SUBHEAD)
_FEWEST = 3  # questions
_LONGEST_QUESTION = 60  # words
_LONGEST_ANSWER = 8  # paragraphs
_YOU = PERSONS["asked"]
_I = PERSONS["answers"]


def interviews(article: AnalysedArticle, contexts: SentenceContexts) -> Iterator[SetOff]:
    """Yield the answers of an interview, each with a span for each paragraph."""
    body = [one for one in article.paragraphs if one.kind in _ASKED and one.words]
    asked = [at for at, one in enumerate(body) if _is_question(one)]
    answers = [body[at + 1 : after] for at, after in pairwise([*asked, len(body)])]
    if not _is_interview([body[at] for at in asked], answers):
        return
    attribution = interviewee(article, body[asked[0]].index, contexts.mention_index)
    for answer in answers:
        own = answer if answer is not answers[-1] else answer[:1]  # what follows the last may be the article's
        yield SetOff(tuple(whole(one) for one in own), attribution)


def _is_question(paragraph: AnalysedParagraph) -> bool:
    short = len(paragraph.words) <= _LONGEST_QUESTION
    return short and paragraph.text.rstrip().endswith("?") and not paragraph.outer and turn_head(paragraph.text) is None


def _is_interview(questions: Sequence[AnalysedParagraph], answers: Sequence[Sequence[AnalysedParagraph]]) -> bool:
    if len(questions) < _FEWEST or any(not 0 < len(answer) <= _LONGEST_ANSWER for answer in answers[:-1]):
        return False
    to_somebody = sum(not _YOU.isdisjoint(one.lowers) for one in questions)
    of_oneself = sum(any(not _I.isdisjoint(one.lowers) for one in answer) for answer in answers)
    free = all(not one.outer or not _reports(one) for answer in answers for one in answer)
    return free and bool(answers[-1]) and 2 * to_somebody > len(questions) and 2 * of_oneself > len(answers)


def _reports(paragraph: AnalysedParagraph) -> bool:
    """Say whether marks open a paragraph, as in an article that quotes its speakers."""
    return paragraph.outer[0].start == 0
