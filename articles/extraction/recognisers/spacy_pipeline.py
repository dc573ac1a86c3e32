"""An installed spaCy pipeline as the recogniser: its entities of the type PERSON, mapped to the article's words."""

from bisect import bisect_left, bisect_right

from ..text.analysis import AnalysedArticle, AnalysedParagraph
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

    def names_in(self, article: AnalysedArticle) -> list[NameSpan]:
        """Return the people that the pipeline finds, paragraph by paragraph."""
        return [span for paragraph in article.paragraphs if paragraph.words for span in self._names_in(paragraph)]

    def _names_in(self, paragraph: AnalysedParagraph) -> list[NameSpan]:
        """Return the people of a paragraph; of a text longer than the pipeline takes, the beginning is read."""
        document = self._pipeline(paragraph.text[: self._pipeline.max_length])
        spans = []
        for entity in document.ents:
            if entity.label_ in _PEOPLE:
                first = bisect_right(paragraph.ends, entity.start_char)
                last = bisect_left(paragraph.starts, entity.end_char)
                if first < last:
                    spans.append(NameSpan(paragraph.index, first, last, _SURE))
        return spans
