"""What an index says of itself: its metadata, and what it holds of every article."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IndexState:
    """Metadata of an index: its version, how many documents it has, and the last change of the journal it has followed.

    `journal_fingerprint` tells which database's journal that is.
    """

    version: str
    reached: int
    documents: int
    journal_fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """What the index holds of one article, to be compared with the database: its documents ("p12", "q7").

    `revisions` are those of the article that its documents were made from: one, in an index that is right.
    """

    article: int
    revisions: frozenset[int]
    document_ids: frozenset[str]
