"""Whom the sentence that reports the words names beside them as their object or topic: called Orlova a “genius”.

In: a quotation and the mentions of its article. Out: `AdjacentMention`s. Who is told or asked, where it was said and
who said it are not spoken of: they stand elsewhere in the sentence and are passed over by the words before them.
"""

from collections.abc import Iterator

from ..findings import FoundQuotation, Span
from ..grammar.sentence_context import SentenceContexts
from ..lexicons import TITLES
from ..records import record
from ..text.analysis import AnalysedParagraph, Sentence
from ..text.tokens import joined_by_space
from ..word_classes import OF
from .entity_mentions import EntityMention, EntityMentions
from .reporting_sentences import SUBJECTS, ReportingSentence, ReportingSentences

_TOPIC, _SPOKEN, _PLACE = SUBJECTS["topic"], SUBJECTS["spoken"], SUBJECTS["place"]
_RELATIVE = SUBJECTS["relative"]
_DOUBTFUL_TOPIC, _PLAIN_TOPIC = SUBJECTS["doubtful_topic"], SUBJECTS["plain_topic"]
_NEAR = 6  # words from a cue or topic word to the name, for a title between
_AFTER = 7  # words after the marks that may belong to what is reported
_TITLE = 2  # words from a country to the title it belongs to: "US Vice President"
_MANY = 60  # words of a sentence looked at on either side of the marks


@record
class AdjacentMention:
    """A mention beside quoted words that they speak of.

    `confidence` is between 0 and 1; `reason` says how the mention stands to the words, as the end of a sentence.
    """

    mention: EntityMention
    confidence: float
    reason: str


class AdjacentMentions:
    """Finds the mentions beside quoted words in the sentence that reports them."""

    def __init__(self, contexts: SentenceContexts, mentions: EntityMentions) -> None:
        self.reports = ReportingSentences(contexts)
        self.mentions = mentions

    def subjects(self, quotation: FoundQuotation) -> list[AdjacentMention]:
        """Return the mentions beside the words that they speak of; the speaker's may be among them by another name."""
        report = self.reports.report(quotation)
        if report is None:
            return []
        before = report.cue.start < report.marks.start
        found = list(self._topics(report))
        found += self._after_cue(report) if before else self._before_marks(report)
        if report.mixed:
            found += self._after_marks(report)
        return [one for one in found if one.mention.first not in report.speaker]

    def hearer(self, quotation: FoundQuotation) -> EntityMention | None:
        """Return the mention of who is told: "told Novak"; he is not whom "he" means."""
        report = self.reports.report(quotation)
        if report is None or report.kind != "tell":
            return None
        return next((one for one in self._named(report, report.cue.stop, report.cue.stop + _NEAR)), None)

    def _topics(self, report: ReportingSentence) -> Iterator[AdjacentMention]:
        """Find "Of Novak she said", "asked about Novak", "she said of Novak", "her criticism of Novak"."""
        paragraph = report.paragraph
        if _TOPIC.isdisjoint(paragraph.lowers[report.sentence.first : report.sentence.last]):
            return
        for at in _topics_near(paragraph, report.marks, report.sentence):
            if confidence := self._topic(report, at):
                for mention in self._named(report, at + 1, at + 1 + _NEAR)[:1]:
                    if _follows_at_once(paragraph, at, mention) or not self._is_of_speaker(report, at):
                        yield AdjacentMention(mention, confidence, f"stands behind “{paragraph.lowers[at]}”")

    def _topic(self, report: ReportingSentence, at: int) -> float:
        """Return how sure it is that a topic word opens what the words are about; 0 where it does not."""
        paragraph, lower = report.paragraph, report.paragraph.lowers[at]
        opens = at == report.sentence.first or paragraph.lowers[at - 1] in _SPOKEN
        if lower in _DOUBTFUL_TOPIC:  # "on Monday", "on television"
            return 0.75 if opens and at + 1 < len(paragraph.words) and self._named(report, at + 1, at + 2) else 0.0
        follows = at in (report.cue.stop, max(report.cue.stop, report.speaker.stop)) and "," not in paragraph.gaps[at]
        if opens or follows:
            return 0.85
        return 0.7 if lower in _PLAIN_TOPIC else 0.0

    def _is_of_speaker(self, report: ReportingSentence, at: int) -> bool:
        """Say whether "of" only tells where the speaker is from: "said Roe of the Peru Institute"."""
        behind = at == report.speaker.stop and report.speaker.start >= report.cue.stop
        return behind and report.paragraph.lowers[at] in OF

    def _after_cue(self, report: ReportingSentence) -> Iterator[AdjacentMention]:
        """Find the names from the cue to the marks: an object, or part of the reported clause."""
        paragraph, first = report.paragraph, report.cue.stop
        if report.kind == "name":
            yield from (
                AdjacentMention(one, 0.9, self._object(report)) for one in self._named(report, first, first + _NEAR)[:1]
            )
        if not report.mixed or report.kind == "noun":
            return
        if report.speaker and first <= report.speaker.start < report.marks.start:
            first = report.speaker.stop
        if report.kind == "according":  # its source goes on to the comma: "a report released by Roe, …"
            first = next((at for at in range(first, report.marks.start) if "," in paragraph.gaps[at]), first)
        first = max(first, report.marks.start - _MANY)
        clause = next(
            (at for at in range(first, report.marks.start) if paragraph.lowers[at] in SUBJECTS["reported"]), None
        )
        for mention in self._named(report, first if clause is None else clause, report.marks.start):
            hearer = report.kind == "tell" and mention.first < first + _NEAR and clause is None
            aside = _is_aside(paragraph, mention, first)
            if not hearer and not (clause is None and self._is_place(paragraph, mention, first)) and not aside:
                yield AdjacentMention(mention, 0.8, "stands in what is reported around the words")

    def _before_marks(self, report: ReportingSentence) -> Iterator[AdjacentMention]:
        """Find the names before the marks where the cue comes after them: Peru's plan was “reckless,” she said."""
        if not report.mixed:
            return
        first = max(report.sentence.first, report.marks.start - _MANY)
        for mention in self._named(report, first, report.marks.start):
            if not _is_aside(report.paragraph, mention, first):
                yield AdjacentMention(mention, 0.75, "stands in what is reported around the words")

    def _after_marks(self, report: ReportingSentence) -> Iterator[AdjacentMention]:
        """Find the names right after the marks: a “danger” to Peru."""
        paragraph, first = report.paragraph, report.marks.stop
        last = min(first + _AFTER, report.sentence.last)
        for at in range(first, last):
            breaks = at > first and any(sign in paragraph.gaps[at] for sign in ",;:—–(")
            if breaks or at in report.cue or paragraph.quoted[at] or paragraph.lowers[at] in _RELATIVE:
                last = at
                break
        if first >= last or (paragraph.lowers[first] not in SUBJECTS["goes_on"] and not paragraph.words[first].capital):
            return
        if "," in paragraph.gaps[first]:
            return
        yield from (
            AdjacentMention(one, 0.7, "stands right behind the words") for one in self._named(report, first, last)
        )

    def _object(self, report: ReportingSentence) -> str:
        cue = report.paragraph.words[report.cue.start].text
        return f"is whom or what “{cue}” speaks of"

    def _is_place(self, paragraph: AnalysedParagraph, mention: EntityMention, first: int) -> bool:
        """Say whether a name near the cue tells where or to whom it was said: "said in Lima", "said to Novak"."""
        return any(paragraph.lowers[at] in _PLACE for at in range(max(first, mention.first - 2), mention.first))

    def _named(self, report: ReportingSentence, first: int, last: int) -> list[EntityMention]:
        """Return the names of a word range outside all marks, within the sentence."""
        paragraph = report.paragraph
        last = min(last, report.sentence.last, len(paragraph.words))
        if first >= last:
            return []
        stretch = Span(paragraph.index, paragraph.starts[first], paragraph.ends[last - 1])
        return [
            one
            for one in self.mentions.within(stretch)
            if not paragraph.quoted[one.first] and not _in_title(paragraph, one)
        ]


def _follows_at_once(paragraph: AnalysedParagraph, at: int, mention: EntityMention) -> bool:
    """Say whether a person follows a word at once, or after a title alone."""
    return mention.person is not None and all(
        paragraph.words[one].text in TITLES for one in range(at + 1, mention.first)
    )


def _in_title(paragraph: AnalysedParagraph, mention: EntityMention) -> bool:
    """Say whether a country only belongs to a title: "US President Roe" tells of Roe."""
    following = range(mention.last, min(mention.last + _TITLE, len(paragraph.words)))
    unbroken = (at for at in following if joined_by_space(paragraph.gaps[at]) and paragraph.words[at].capital)
    return mention.code is not None and any(paragraph.words[at].text in TITLES for at in unbroken)


def _topics_near(paragraph: AnalysedParagraph, marks: range, sentence: Sentence) -> list[int]:
    """Return the words of the sentence near the marks that may open a topic and stand outside any marks."""
    first, last = max(sentence.first, marks.start - _MANY), min(sentence.last, marks.stop + _MANY)
    near = enumerate(paragraph.lowers[first:last], first)
    return [at for at, lower in near if lower in _TOPIC and not paragraph.quoted[at]]


def _is_aside(paragraph: AnalysedParagraph, mention: EntityMention, first: int) -> bool:
    """Say whether a name stands in a relative clause: "said Novak, who came from Lima, …"."""
    at = mention.first
    while at > max(first, mention.first - _MANY):
        if paragraph.lowers[at - 1] in _RELATIVE:
            return True
        if "," in paragraph.gaps[at]:
            return False
        at -= 1
    return False
