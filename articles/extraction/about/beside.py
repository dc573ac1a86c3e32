"""Whom the sentence that reports the words names beside them as their object or topic: called Orlova a “genius”.

In: a quotation and the places that name somebody. Out: `Beside`s. Who is told or asked, where it was said and who said
it are not spoken of: they stand elsewhere in the sentence and are passed over by the words before them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..findings import FoundQuotation, Span
from ..lexicons import TITLES
from ..text.analysis import AnalysedArticle, AnalysedParagraph, Sentence
from ..text.tokens import joined_by_space
from .named import Named, NamedPlaces
from .reports import SUBJECTS, Report, Reports

_TOPIC, _SPOKEN, _PLACE = SUBJECTS["topic"], SUBJECTS["spoken"], SUBJECTS["place"]
_RELATIVE = frozenset(("who", "which", "whose", "whom"))
_NEAR = 6  # words from a cue or topic word to the name, for a title between
_AFTER = 7  # words after the marks that may belong to what is reported
_TITLE = 2  # words from a country to the title it belongs to: "US Vice President"
_MANY = 60  # words of a sentence looked at on either side of the marks


@dataclass(frozen=True, slots=True)
class Beside:
    """A name beside the words, how sure it is that they speak of it, and why as the end of a sentence."""

    named: Named
    certainty: float
    reason: str


class BesideWords:
    """Looks beside the marks."""

    def __init__(self, article: AnalysedArticle, places: NamedPlaces) -> None:
        self.reports = Reports(article)
        self.places = places

    def subjects(self, quotation: FoundQuotation) -> list[Beside]:
        """Return whom the sentence of a quotation's cue names as spoken of; the speaker is still among them."""
        report = self.reports.report(quotation)
        if report is None:
            return []
        before = report.cue.start < report.marks.start
        found = list(self._topics(report))
        found += self._after_cue(report) if before else self._before_marks(report)
        if report.mixed:
            found += self._after_marks(report)
        return [one for one in found if one.named.first not in report.speaker]

    def hearer(self, quotation: FoundQuotation) -> Named | None:
        """Return who is told: "told Novak"; he is not whom "he" means."""
        report = self.reports.report(quotation)
        if report is None or report.kind != "tell":
            return None
        return next((one for one in self._named(report, report.cue.stop, report.cue.stop + _NEAR)), None)

    def _topics(self, report: Report) -> Iterator[Beside]:
        """Find "Of Novak she said", "asked about Novak", "she said of Novak", "her criticism of Novak"."""
        paragraph = report.paragraph
        for at in _outside_marks(paragraph, report.marks, report.sentence):
            if paragraph.lowers[at] in _TOPIC and (certainty := self._topic(report, at)):
                for named in self._named(report, at + 1, at + 1 + _NEAR)[:1]:
                    if _follows_at_once(paragraph, at, named) or not self._is_of_speaker(report, at):
                        yield Beside(named, certainty, f"stands behind “{paragraph.lowers[at]}”")

    def _topic(self, report: Report, at: int) -> float:
        """Return how sure it is that a topic word opens what the words are about; 0 where it does not."""
        paragraph, lower = report.paragraph, report.paragraph.lowers[at]
        opens = at == report.sentence.first or paragraph.lowers[at - 1] in _SPOKEN
        if lower == "on":  # "on Monday", "on television"
            return 0.75 if opens and at + 1 < len(paragraph.words) and self._named(report, at + 1, at + 2) else 0.0
        follows = (
            at in (report.cue.stop, max(report.cue.stop, report.speaker.stop)) and "," not in paragraph.words[at].gap
        )
        if opens or follows:
            return 0.85
        return 0.7 if lower in ("about", "regarding", "concerning") else 0.0

    def _is_of_speaker(self, report: Report, at: int) -> bool:
        """Say whether "of" only tells where the speaker is from: "said Roe of the Peru Institute"."""
        behind = at == report.speaker.stop and report.speaker.start >= report.cue.stop
        return behind and report.paragraph.lowers[at] == "of"

    def _after_cue(self, report: Report) -> Iterator[Beside]:
        """Find the names from the cue to the marks: an object, or part of the reported clause."""
        paragraph, first = report.paragraph, report.cue.stop
        if report.kind == "name":
            yield from (Beside(one, 0.9, self._object(report)) for one in self._named(report, first, first + _NEAR)[:1])
        if not report.mixed or report.kind == "noun":
            return
        if report.speaker and first <= report.speaker.start < report.marks.start:
            first = report.speaker.stop
        if report.kind == "according":  # its source goes on to the comma: "a report released by Roe, …"
            words = report.paragraph.words
            first = next((at for at in range(first, report.marks.start) if "," in words[at].gap), first)
        first = max(first, report.marks.start - _MANY)
        clause = next(
            (at for at in range(first, report.marks.start) if paragraph.lowers[at] in SUBJECTS["reported"]), None
        )
        for named in self._named(report, first if clause is None else clause, report.marks.start):
            told = report.kind == "tell" and named.first < first + _NEAR and clause is None
            aside = _is_aside(paragraph, named, first)
            if not told and not (clause is None and self._is_place(paragraph, named, first)) and not aside:
                yield Beside(named, 0.8, "stands in what is reported around the words")

    def _before_marks(self, report: Report) -> Iterator[Beside]:
        """Find the names before the marks where the cue comes after them: Peru's plan was “reckless,” she said."""
        if not report.mixed:
            return
        first = max(report.sentence.first, report.marks.start - _MANY)
        for named in self._named(report, first, report.marks.start):
            if not _is_aside(report.paragraph, named, first):
                yield Beside(named, 0.75, "stands in what is reported around the words")

    def _after_marks(self, report: Report) -> Iterator[Beside]:
        """Find the names right after the marks: a “danger” to Peru."""
        paragraph, first = report.paragraph, report.marks.stop
        last = min(first + _AFTER, report.sentence.last)
        for at in range(first, last):
            breaks = at > first and any(sign in paragraph.words[at].gap for sign in ",;:—–(")
            if breaks or at in report.cue or paragraph.quoted[at] or paragraph.lowers[at] in _RELATIVE:
                last = at
                break
        if first >= last or (paragraph.lowers[first] not in SUBJECTS["goes_on"] and not paragraph.words[first].capital):
            return
        if "," in paragraph.words[first].gap:
            return
        yield from (Beside(one, 0.7, "stands right behind the words") for one in self._named(report, first, last))

    def _object(self, report: Report) -> str:
        cue = report.paragraph.words[report.cue.start].text
        return f"is whom or what “{cue}” speaks of"

    def _is_place(self, paragraph: AnalysedParagraph, named: Named, first: int) -> bool:
        """Say whether a name near the cue tells where or to whom it was said: "said in Lima", "said to Novak"."""
        return any(paragraph.lowers[at] in _PLACE for at in range(max(first, named.first - 2), named.first))

    def _named(self, report: Report, first: int, last: int) -> list[Named]:
        """Return the names of a word range outside all marks, within the sentence."""
        paragraph = report.paragraph
        last = min(last, report.sentence.last, len(paragraph.words))
        if first >= last:
            return []
        stretch = Span(paragraph.index, paragraph.words[first].start, paragraph.words[last - 1].end)
        return [
            one
            for one in self.places.within(stretch)
            if not paragraph.quoted[one.first] and not _in_title(paragraph, one)
        ]


def _follows_at_once(paragraph: AnalysedParagraph, at: int, named: Named) -> bool:
    """Say whether a person follows a word at once, or after a title alone."""
    return named.person is not None and all(paragraph.words[one].text in TITLES for one in range(at + 1, named.first))


def _in_title(paragraph: AnalysedParagraph, named: Named) -> bool:
    """Say whether a country only belongs to a title: "US President Roe" tells of Roe."""
    following = range(named.last, min(named.last + _TITLE, len(paragraph.words)))
    calm = (at for at in following if joined_by_space(paragraph.words[at]) and paragraph.words[at].capital)
    return named.code is not None and any(paragraph.words[at].text in TITLES for at in calm)


def _outside_marks(paragraph: AnalysedParagraph, marks: range, sentence: Sentence) -> Iterator[int]:
    """Yield the words of the sentence near the marks that stand outside any."""
    for at in range(max(sentence.first, marks.start - _MANY), min(sentence.last, marks.stop + _MANY)):
        if not paragraph.quoted[at]:
            yield at


def _is_aside(paragraph: AnalysedParagraph, named: Named, first: int) -> bool:
    """Say whether a name stands in a relative clause: "said Novak, who came from Lima, …"."""
    at = named.first
    while at > max(first, named.first - _MANY):
        if paragraph.lowers[at - 1] in _RELATIVE:
            return True
        if "," in paragraph.words[at].gap:
            return False
        at -= 1
    return False
