"""Quotations → their schema, for many of them at once: a fixed number of queries, however many there are."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import cast

from api.addresses import Addresses
from api.schemas import items
from api.serializers.entities import entities
from articles.models import Quotation, QuotationSpan, Speaker
from articles.models.quotation import OtherCandidate
from articles.queries.mentioned import EntityRef, subjects_of
from articles.queries.other_candidates import read_other_candidates
from articles.queries.quotation_details import roles_of_speakers, spans_of


@dataclass(frozen=True, slots=True)
class QuotationSerializer:
    """Writes quotations, whose speakers are prefetched, by what was read of all of them together."""

    addresses: Addresses
    spans: Mapping[int, list[QuotationSpan]]
    roles: Mapping[tuple[int, int], str]
    about: Mapping[int, list[EntityRef]]

    @classmethod
    def of(cls, quotations: Collection[Quotation], addresses: Addresses) -> "QuotationSerializer":
        """Read what is shown of quotations beside their rows (5 queries at the most, but for chains of merges)."""
        keys = {one.pk for one in quotations}
        read_other_candidates(quotations)
        return cls(addresses, spans_of(keys), roles_of_speakers(quotations), subjects_of(keys))

    def quotation(self, row: Quotation) -> items.Quotation:
        """Return one of the quotations."""
        return items.Quotation(
            id=row.pk,
            kind=cast("items.QuotationKind", row.kind),
            link=self.addresses.of("quotation", row.pk),
            text=row.text,
            article=row.article_id,
            stretches=tuple(map(self._stretch, self.spans.get(row.pk, ()))),
            speakers=tuple(self._speaker(one, row.article_id) for one in row.attributed),
            about=entities(self.about.get(row.pk, ()), self.addresses),
            cue=row.cue_words or None,
            confidence=row.confidence,
            certainty=row.certainty.value,
            checked=row.is_checked,
            candidates=tuple(self._speaker(one, row.article_id) for one in row.candidates),
            perhaps=tuple(map(_other, row.other_candidates if row.perhaps else ())),
            speaker_words=(row.described or None) if row.is_unsure else None,
        )

    def _stretch(self, span: QuotationSpan) -> items.Stretch:
        paragraph = span.paragraph
        link = self.addresses.of_path(paragraph.get_absolute_url())
        return items.Stretch(paragraph.pk, paragraph.anchor, link, span.start, span.end)

    def _speaker(self, speaker: Speaker, article: int) -> items.Speaker:
        kind = cast("items.SpeakerKind", speaker.kind)
        role = self.roles.get((article, speaker.person_id or 0))
        return items.Speaker(
            kind, str(speaker), speaker.person_id, speaker.country_id, speaker.words or None, role or None
        )


def _other(candidate: OtherCandidate) -> items.OtherSpeaker:
    return items.OtherSpeaker(candidate.person.pk, candidate.person.name, candidate.confidence)
