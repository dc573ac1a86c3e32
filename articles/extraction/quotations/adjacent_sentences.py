"""Attribution by the sentences beside a quotation: a colon before it, the next sentence, or the one before."""

from collections.abc import Callable

from ..findings import Span
from ..grammar.clauses import governing_subject
from ..grammar.nominals import Nominal
from ..grammar.sentence_context import Attribution, SentenceContext, SentenceContexts
from ..grammar.verbs import is_finite
from ..lexicons import GRAMMAR
from ..text.analysis import AnalysedArticle, AnalysedParagraph, sentence_at
from .attribution import attribute
from .pre_quote import speakers_of
from .quoted_text import TERM_WORDS, QuotedText

_LONGEST_SIGNATURE = 9  # words of a paragraph that is a name, with a place or a newspaper
_LONGEST_UNKNOWN = 4  # words of a name that is not known as a person's
NEAR = 3  # paragraphs over which a speaker may go on


def announced_before(quote: QuotedText, context: SentenceContext, contexts: SentenceContexts) -> Attribution | None:
    """Return who is announced by the colon at the end of the paragraph before: Novak continued: ¶ “…”."""
    if not quote.opens_paragraph(context):
        return None
    before = _paragraph_before(quote.article, quote.paragraph, 1)
    if before is None or not before.text.rstrip().endswith(":"):
        return None
    announcement = contexts.at(before, len(before.sentences) - 1)
    reason = "stands before the colon of the paragraph before"
    for cue in reversed(announcement.cues):
        if speakers := speakers_of(announcement, cue):
            return Attribution(before, speakers, cue, 0.87, reason)
    papers = (one for one in announcement.nominals if before.lowers[one.last - 1] in GRAMMAR["paper"])
    subject = governing_subject(before, announcement.sentence, announcement.nominals) or next(papers, None)
    return Attribution(before, (subject,), None, 0.6, reason) if subject else None


def signed_after(quote: QuotedText, contexts: SentenceContexts) -> Attribution | None:
    """Return whose name alone is the end of the words' paragraph, or the one below: “…” ¶ Anna Berg, The Courier."""
    if quote.size <= TERM_WORDS or not quote.paragraph.index:
        return None
    signature = _signature_behind(quote, contexts)
    if signature is None or _is_long(signature):
        return None
    paragraph, sentence = signature.paragraph, signature.sentence
    names = [one for one in signature.nominals if one.kind == "person"] or signature.nominals[:1]
    named = bool(names) and names[0].first == sentence.first and _is_name(paragraph, names[0]) and not signature.cues
    alone = named and not any(is_finite(paragraph, at) for at in range(sentence.first, sentence.last))
    return Attribution(paragraph, tuple(names[:2]), None, 0.87, "signs the words") if alone else None


def _is_name(paragraph: AnalysedParagraph, nominal: Nominal) -> bool:
    """Say whether words are a person's name, or look like one that is not known: "Heath Long, The Courier"."""
    known = nominal.kind == "person"
    looks = nominal.kind == "organisation" and 1 < nominal.last - nominal.first <= _LONGEST_UNKNOWN
    return known or (looks and "," in "".join(paragraph.gaps[nominal.last : nominal.last + 1]))


def _signature_behind(quote: QuotedText, contexts: SentenceContexts) -> SentenceContext | None:
    """Return the sentence that ends the paragraph right behind the words, or else the paragraph below."""
    own = quote.last_paragraph
    if own.text[quote.last.end :].strip(" ."):
        last = contexts.at(own, len(own.sentences) - 1)
        behind = own.text[quote.last.end : own.starts[last.sentence.first]].strip() == ""
        return last if behind and quote.last.end <= own.starts[last.sentence.first] else None
    below = next(iter(quote.article.paragraphs[quote.last.passage + 1 : quote.last.passage + 2]), None)
    return contexts.at(below, 0) if below and len(below.sentences) == 1 else None


def _is_long(signature: SentenceContext) -> bool:
    """Say whether a sentence is too long for a signature, or ends as no signature does."""
    sentence = signature.sentence
    ends = signature.paragraph.text.rstrip()[-1] in '.:?!”"'
    return ends or sentence.last - sentence.first > _LONGEST_SIGNATURE


def attributed_next(
    quote: QuotedText, following: QuotedText | None, context_of: Callable[[Span], SentenceContext]
) -> Attribution | None:
    """Return who is said to speak the quoted words that follow at once: “A.” “B,” he said."""
    if following is None or following.first.passage != quote.last.passage:
        return None
    between = quote.last_paragraph.text[quote.last.end : following.first.start]
    return None if between.strip(" .,") else attribute(context_of(following.first), following.first)


def introduced_before(quote: QuotedText, context: SentenceContext, contexts: SentenceContexts) -> Attribution | None:
    """Return the speaker of the sentence before, which introduces the words."""
    before = _context_before(quote, context, contexts)
    if before is None:
        return None
    ends = [cue for cue in before.cues if before.sentence.last - cue.last <= 2]
    for cue in (*ends, *before.cues):
        if cue.kind in ("say", "tell", "according") and (speakers := speakers_of(before, cue)):
            return Attribution(before.paragraph, speakers, None, 0.5, "is the speaker of the sentence before")
    return None


def _context_before(quote: QuotedText, context: SentenceContext, contexts: SentenceContexts) -> SentenceContext | None:
    """Return the sentence before the quoted one, in its paragraph or else at the end of one shortly before."""
    paragraph = quote.paragraph
    at = sentence_at(paragraph, context.sentence.first)
    if at:
        return contexts.at(paragraph, at - 1)
    previous = _paragraph_before(quote.article, paragraph, NEAR)
    return contexts.at(previous, len(previous.sentences) - 1) if previous else None


def _paragraph_before(article: AnalysedArticle, paragraph: AnalysedParagraph, far: int) -> AnalysedParagraph | None:
    near = reversed(article.paragraphs[max(0, paragraph.index - far) : paragraph.index])
    return next((one for one in near if one.sentences), None)
