"""What every format is read into: one article as its source tells it, or a problem with its place."""

import hashlib
import json
from dataclasses import dataclass, fields

from articles.paragraph_kinds import PassageKind

from .dates import PublishedDate

# The most characters the archive keeps of each; longer ones are somebody's mistake, not a name.
LONGEST = {
    "source_id": 500,
    "publisher": 300,
    "section": 200,
    "language": 35,
    "title": 2_000,
    "standfirst": 10_000,
    "byline": 5_000,
    "url": 10_000,
}
MOST_PARAGRAPHS = 10_000  # more are a whole year of a paper in one file, and no page could show them


class UnreadableRecordError(ValueError):
    """Raised for a record that cannot be an article; its message is the problem's sentence."""


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """One paragraph and the part it plays; never the title or the standfirst, which have fields of their own."""

    text: str
    kind: PassageKind = PassageKind.BODY


@dataclass(frozen=True, slots=True)
class SourceArticle:
    """One article as its source tells it. An empty string or None says that the source does not tell.

    `place` is where it stands ("news.jsonl, line 12"), `file_name` the file, with its folders where it is a file of its
    own; `source_id` names it in its source, so that a later version is known as the same article;
    `published_doubt` says why the date that it gives is unknown, or can't be so; `remarks` are sentences on what was
    read with doubt or left out.
    """

    place: str
    file_name: str
    paragraphs: tuple[SourceParagraph, ...]
    source_id: str | None = None
    url: str = ""
    title: str = ""
    standfirst: str = ""
    byline: str = ""
    publisher: str = ""
    published: PublishedDate | None = None
    published_doubt: str = ""
    section: str = ""
    language: str = ""
    remarks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name, longest in LONGEST.items():
            if len(getattr(self, name) or "") > longest:
                raise UnreadableRecordError(f"its {name.replace('_', ' ')} is longer than {longest} characters")

        if len(self.paragraphs) > MOST_PARAGRAPHS:
            raise UnreadableRecordError(f"it has {len(self.paragraphs):,} paragraphs, {MOST_PARAGRAPHS:,} are the most")

    def content_hash(self) -> str:
        """Return the SHA-256 (hexadecimal) of all the source tells, whatever file it stands in."""
        return self._hash_with(self.published.iso if self.published else self.published_doubt)

    def undated_hash(self) -> str:
        """Return the hash of the same content as if no date of it were known, as it was where none could be read."""
        return self._hash_with("")

    def _hash_with(self, published: str) -> str:
        apart = ("place", "file_name", "published_doubt", "remarks")
        content = {field.name: getattr(self, field.name) for field in fields(self) if field.name not in apart}
        content["published"] = published
        content["paragraphs"] = [{"text": one.text, "kind": one.kind} for one in self.paragraphs]
        canonical = json.dumps(content, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class RecordProblem:
    """A record that could not be read: where it stands and one sentence on what is wrong."""

    place: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}"
