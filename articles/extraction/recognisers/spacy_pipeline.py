"""An installed spaCy pipeline as the recogniser: its entities of the sort PERSON, laid on the reading's words."""

from bisect import bisect_left, bisect_right

from ..text.reading import Page, Reading
from .port import NameSpan, RecogniserError

_PEOPLE = frozenset(("PERSON", "PER"))
_SURE = 0.8  # spaCy does not say how sure it is; about the precision that its small English pipelines state


class SpacyRecogniser:
    """Asks one pipeline."""

    def __init__(self, pipeline: str) -> None:
        """Load the pipeline of that name or folder. Raises RecogniserError."""
        try:
            import spacy
        except ImportError as problem:
            raise RecogniserError(
                f"PEOPLE_RECOGNISER asks for the spaCy pipeline “{pipeline}”, but spaCy is not installed."
            ) from problem
        try:
            self._pipeline = spacy.load(pipeline)
        except (OSError, ValueError) as problem:
            raise RecogniserError(
                f"PEOPLE_RECOGNISER asks for the spaCy pipeline “{pipeline}”, but there is none of that name or folder."
            ) from problem
        about = self._pipeline.meta
        self.name = f"spacy:{about['lang']}_{about['name']}-{about['version']}"

    def names_in(self, reading: Reading) -> list[NameSpan]:
        """Return the people that the pipeline finds, page by page."""
        return [span for page in reading.pages if page.words for span in self._names_in(page)]

    def _names_in(self, page: Page) -> list[NameSpan]:
        """Return the people of a page; of a text longer than the pipeline takes, the beginning is read."""
        document = self._pipeline(page.text[: self._pipeline.max_length])
        starts = [word.start for word in page.words]
        ends = [word.end for word in page.words]
        spans = []
        for entity in document.ents:
            if entity.label_ in _PEOPLE:
                first, last = bisect_right(ends, entity.start_char), bisect_left(starts, entity.end_char)
                if first < last:
                    spans.append(NameSpan(page.index, first, last, _SURE))
        return spans
