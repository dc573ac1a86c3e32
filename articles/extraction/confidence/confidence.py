"""Give every quotation the confidence that it is right, speaker included, as annotators judged such findings."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ..authors import said_by_author
from ..decisions import Claim, Decisions
from ..findings import EvidenceStep, FoundQuotation, QuotationKind
from ..text.analysis import AnalysedArticle
from ..text.article_form import article_form
from .finding_features import finding_features

_TERM, _INDIRECT, _NAMESAKE = QuotationKind.TERM, QuotationKind.INDIRECT, EvidenceStep.NAMESAKE
_MOST_DOUBTED = 0.5  # confidence of what is in doubt however the rest looks


def with_confidence(
    quotations: Sequence[FoundQuotation], article: AnalysedArticle, decisions: Decisions
) -> tuple[FoundQuotation, ...]:
    """Return quotations with learnt confidences; terms keep theirs, and all do where nothing was learnt.

    Words whose last mark is missing are never sure, nor is whose name two people bear: annotated articles have too few
    of them to learn from. What authors say in the first person keeps its confidence, as such articles do not say who
    signed them. Where others may have said it, it is no surer than that they did not.
    """
    form = article_form(article, quotations)
    said_by = Counter(speaker.name for one in quotations for speaker in one.speakers[:1])
    unclosed = {span.parts for span in article.quoted_spans if not span.closed}
    judged = (_judged(one, article, decisions, form, said_by) for one in quotations)
    return tuple(_at_most(_MOST_DOUBTED if one.spans in unclosed else 1.0, one) for one in judged)


def _at_most(most: float, quotation: FoundQuotation) -> FoundQuotation:
    """Return a quotation, no surer than this and than its other candidates allow."""
    if quotation.goes_by(_NAMESAKE):
        most = min(most, _MOST_DOUBTED)
    if quotation.candidates:
        most = min(most, round(1 - quotation.candidates[0].confidence, 2))
    return replace(quotation, confidence=most) if most < quotation.confidence else quotation


def _judged(
    quotation: FoundQuotation,
    article: AnalysedArticle,
    decisions: Decisions,
    form: Sequence[str],
    said_by: Counter[str | None],
) -> FoundQuotation:
    marked = quotation.kind != _INDIRECT
    decision = decisions.marked_finding if marked else decisions.indirect_finding
    if decision is None or quotation.kind == _TERM or said_by_author(quotation):
        return quotation
    speaker = quotation.speakers[0] if quotation.speakers else None
    claim = Claim(quotation.spans, speaker.name if speaker else None, speaker.words if speaker else "", marked)
    features = finding_features(quotation, article, form, said_by)
    return replace(quotation, confidence=round(decision.probability(features, claim), 2))
